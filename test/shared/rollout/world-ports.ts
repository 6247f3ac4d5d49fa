import { Failure } from "../../../shared/failure.ts";
import type { Bucket } from "../../../shared/ports/bucket.ts";
import type { Log } from "../../../shared/ports/log.ts";
import type { CanaryJudgement } from "../../../shared/rollout/canary.ts";
import type { RolloutPorts } from "../../../shared/rollout/ports.ts";
import type { SmokeResult } from "../../../shared/rollout/smoke.ts";
import { artifactUriOf } from "../../../shared/rollout/wishes.ts";
import { ENDPOINT } from "./releases.ts";
import type { RunOptions, World, WorldOptions } from "./world-parts.ts";

/** No text for people may hold it. */
export const SECRET = "ya29.canary-of-a-secret";

interface Runner extends RunOptions, WorldOptions {
  readonly holder: string;
}

/** What one run reaches its world through. */
export function portsOf(world: World, runner: Runner): RolloutPorts {
  const { cloud, time } = world;
  const { holder, skewMs = 0, calling, every } = runner;
  const asked: Asked = (method, given, act) =>
    calling === undefined ? act() : calling({ run: holder, method, given }, act);
  return {
    endpoint: through(cloud.endpoint(ENDPOINT), "endpoint", asked),
    staging: (id) => through(cloud.endpoint(id), "staging", asked),
    registry: through(cloud.registry, "registry", asked),
    bucket: through(leasesOf(world), "bucket", asked),
    ledger: through(ledgerOf(world), "ledger", asked),
    clock: { elapsedMs: () => time.nowMs() + skewMs },
    log: logOf(world),
    ...through(peopleOf(world, runner), "people", asked),
    ...through(releaseOf(world, holder), "release", asked),
    sleep: (ms) => time.wait(ms),
    ...(every === undefined ? {} : { heartbeat: every }),
  };
}

type Asked = <T>(method: string, given: readonly unknown[], act: () => Promise<T>) => Promise<T>;

/** Every call of a port, as one that may be kept, delayed or survived by nobody. */
function through<Port extends object>(port: Port, name: string, asked: Asked): Port {
  const wrapped = Object.entries(port).map(([key, member]) => {
    if (typeof member !== "function") return [key, member];
    return [key, (...given: unknown[]) => asked(`${name}.${key}`, given, async () => member(...given))];
  });
  return Object.fromEntries(wrapped) as Port;
}

/** The bucket's clock is everybody's. */
function leasesOf({ buckets, time, uploaded }: World): Bucket {
  const bucket = buckets.bucket("models");
  const now = <Given extends readonly unknown[], T>(act: (...given: Given) => Promise<T>) => {
    return (...given: Given): Promise<T> => {
      buckets.nowMs = time.nowMs();
      return act(...given);
    };
  };
  const remove: Bucket["remove"] = (request) => {
    uploaded.delete(`gs://models/${request.object.replace(/\.complete\.json$/, "")}`);
    return bucket.remove(request);
  };
  return { ...bucket, read: now(bucket.read), write: now(bucket.write), list: now(bucket.list), remove: now(remove) };
}

function ledgerOf(world: World) {
  const { branch } = world;
  const ifUp = (): void => {
    if (world.ledger === "down") throw outage("the ledger");
  };
  return {
    place: branch.place,
    async fetch() {
      ifUp();
      return branch.fetch();
    },
    async push(change: Parameters<typeof branch.push>[0]) {
      ifUp();
      return branch.push(change);
    },
  };
}

export function outage(what: string): Failure {
  return new Failure("io", `${what} cannot be reached`, { fix: "Wait.", cause: new Error(SECRET) });
}

type People = Pick<RolloutPorts, "desire" | "passOf" | "propose" | "tell">;

function peopleOf(world: World, { upTo, isRetry = false }: Pick<RunOptions, "upTo" | "isRetry">): People {
  const ifUp = (what: string): void => {
    if (world.forge === "down") throw outage(what);
  };
  return {
    async desire(since) {
      ifUp("the default branch");
      return { ...world.main.desired(since, upTo), isRetry };
    },
    async passOf({ digest }) {
      ifUp("the forge");
      return world.passes.get(digest) ?? { kind: "none", reason: "nobody validated it", fix: "Validate it." };
    },
    async propose(failed) {
      ifUp("the forge");
      const isOpen = world.proposed.some(({ digest, commit }) => digest === failed.digest && commit === failed.commit);
      if (!isOpen) world.proposed.push(failed);
    },
    async tell(entry) {
      ifUp("the forge");
      world.told.push(entry);
    },
  };
}

function releaseOf(world: World, by: string): Pick<RolloutPorts, "source" | "upload" | "smoke" | "judge"> {
  return {
    source: async ({ artifact }) =>
      world.gone.has(artifact.digest)
        ? { kind: "wrong", what: `${artifact.uri} is not there`, fix: "Restore it." }
        : { kind: "well" },
    async upload(manifest) {
      if (world.uploadMs > 0) await world.time.wait(world.uploadMs);
      const uri = artifactUriOf(manifest);
      world.uploaded.add(uri);
      const place = uri.slice("gs://models/".length).replace(/\/$/, "");
      const files = [{ path: "saved_model.pb", sizeBytes: manifest.artifact.digest.length }];
      world.buckets.put("models", `${place}/saved_model.pb`, manifest.artifact.digest);
      // What stands beside an artifact once all of it is there.
      world.buckets.put("models", `${place}.complete.json`, JSON.stringify({ files }));
      return { kind: "done", value: null };
    },
    smoke: async ({ artifact }) => smokeOf(world.smokes.get(artifact.digest) ?? "passed"),
    async judge({ manifest, percent, nowMs }) {
      const { digest } = manifest.artifact;
      const judgement = judgementOf(world.judgements.get(digest) ?? "pass", nowMs);
      world.judged.push({ by, digest, percent, kind: judgement.kind });
      return judgement;
    },
  };
}

function smokeOf(kind: SmokeResult["kind"]): SmokeResult {
  return kind === "passed" ? { kind, requests: 3 } : { kind, reason: "the answers are not the golden ones" };
}

function judgementOf(kind: CanaryJudgement["kind"], nowMs: number): CanaryJudgement {
  return kind === "more"
    ? { kind, reason: `12 of 400 answers at ${nowMs}`, againMs: 60_000 }
    : { kind, reason: `it is a ${kind}` };
}

function logOf({ logged }: World): Log {
  const note = (message: string): void => void logged.push(message);
  return { info: note, detail: note, progress: () => {} };
}
