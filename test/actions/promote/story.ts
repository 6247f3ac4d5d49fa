import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { cloudPorts } from "../../../actions/wiring/cloud-ports.ts";
import { embeddedRuntime } from "../../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import { monotonicClock } from "../../../shared/adapters/system/monotonic-clock.ts";
import { type Emulator, startEmulator } from "../../../shared/emulator/emulator.ts";
import type { FaultPlan } from "../../../shared/emulator/faults/plan.ts";
import type { RequestEntry } from "../../../shared/emulator/request-log.ts";
import { evidenceText } from "../../../shared/evidence/document.ts";
import type { Evidence, ReleaseId } from "../../../shared/evidence/evidence.ts";
import { type Manifest, parseManifest } from "../../../shared/release/manifest.ts";
import type { DeliveryDocument } from "../../../shared/rollout/delivery/document.ts";
import { git } from "../../contract/git-repository.ts";
import { recordedLog, silentLog } from "../../fakes/log.ts";
import { MOOD_FILE, type Mood, moodyRuntime } from "../../fakes/moody-runtime.ts";
import { makeBucket, makeEndpoint, REGION } from "../../laid-cloud.ts";
import { evidence } from "../../shared/gate/good.ts";
import { callWithPorts } from "../release/call.ts";
import { laidRelease, writeManifest } from "../validate/laid-release.ts";

const ENDPOINT = "123456789";
const STAGING = "234567890";
const BUCKET = "models";

/** A model repository with an origin, and a cloud that deploys what its main branch says. */
export interface Story {
  readonly folder: string;
  readonly emulator: Emulator;
  /** What the commands said meanwhile. */
  readonly infos: readonly string[];
  git(...command: readonly string[]): string;
  /** Another release, committed and pushed. Without `isMeasured` nobody has validated it. */
  merge(version: string, options?: Merged): Promise<void>;
  push(): void;
  /** `model-release`, as a person would call it. */
  run(...words: readonly string[]): Promise<{ readonly exitCode: number; readonly printed: string }>;
  promote(...options: readonly string[]): Promise<DeliveryDocument & { readonly exitCode: number }>;
  plan(): Promise<{ readonly hash: string; readonly steps: readonly { kind: string; resource: string }[] }>;
  /** What the commands reach the world through. */
  delivery(): Promise<ReturnType<typeof cloudPorts>>;
  /** As SIGINT does. */
  interrupt(): void;
  /** How many requests there had been, the last time somebody asked for writes. */
  sinceLast(): number;
  /** The writes that reached the endpoint, since the last time somebody asked. */
  writes(): readonly RequestEntry[];
  /** What answers at an endpoint: without its number at the one that manifests name by default. */
  served(id?: string): Promise<Readonly<Record<string, number>>>;
}

interface Merged {
  readonly isMeasured?: boolean;
  /** Of the manifest. */
  readonly changes?: object;
  /** How the model behaves when it is served; as it was measured without. */
  readonly mood?: Mood;
}

export async function laidStory(plan: FaultPlan = {}, nowMs: () => number = Date.now): Promise<Story> {
  const folder = await laidRelease(60);
  const origin = `${folder}-origin`;
  const emulator = await startEmulator({
    plan,
    nowMs,
    runtime: moodyRuntime(embeddedRuntime(localFiles())),
    log: silentLog,
  });
  onTestFinished(() => emulator[Symbol.asyncDispose]());
  onTestFinished(() => rmSync(origin, { recursive: true, force: true }));
  await layCloud(emulator);
  layRepository(folder, origin);
  const { log, infos } = recordedLog();
  const environment = {
    ...process.env,
    GITHUB_ACTIONS: "",
    MODEL_RELEASE_VERTEX_API: emulator.vertex,
    MODEL_RELEASE_STORAGE_API: emulator.storage,
  };
  let interrupted = new AbortController();
  const delivery = async () => {
    interrupted = new AbortController();
    const { signal } = interrupted;
    const ground = { files: localFiles(), log, clock: monotonicClock(), resolve: (path: string) => join(folder, path) };
    return cloudPorts({ ...ground, signal, environment, token: null });
  };
  let [seen, measured] = [0, 0];
  const story: Story = {
    folder,
    emulator,
    infos,
    git: (...command) => git(folder, command),
    async merge(version, { isMeasured = true, changes = {}, mood } = {}) {
      mkdirSync(join(folder, "artifact/assets"), { recursive: true });
      writeFileSync(join(folder, "artifact/assets/notes.txt"), version);
      rmSync(join(folder, "artifact", MOOD_FILE), { force: true });
      if (mood !== undefined) writeFileSync(join(folder, "artifact", MOOD_FILE), mood);
      await writeManifest(folder, "release.yaml", manifestWith(version, changes));
      measured += 1;
      if (isMeasured) writeEvidence(folder, measured);
      git(folder, ["add", "--all"]);
      git(folder, ["commit", "--quiet", "--message", `release ${version}`]);
      story.push();
    },
    push: () => void git(folder, ["push", "--quiet", "origin", "main"]),
    run: (...words) => callWithPorts({ delivery }, folder, ...words),
    async promote(...options) {
      const { exitCode, printed } = await story.run("promote", "release.yaml", "--wait", "--json", ...options);
      return { ...(JSON.parse(printed) as DeliveryDocument), exitCode };
    },
    plan: async () => JSON.parse((await story.run("plan", "release.yaml", "--json")).printed),
    delivery,
    interrupt: () => interrupted.abort(),
    sinceLast: () => seen,
    writes() {
      const entries = emulator.requests();
      const found = entries.slice(seen).filter(({ isMutation, surface }) => isMutation && surface === "vertex");
      seen = entries.length;
      return found;
    },
    async served(id = ENDPOINT) {
      const endpoint = `projects/p/locations/${REGION}/endpoints/${id}`;
      const told = (await (await fetch(`http://${emulator.vertex}/v1/${endpoint}`)).json()) as Told;
      const shares = Object.entries(told.trafficSplit ?? {}).filter(([, percent]) => percent > 0);
      return Object.fromEntries(shares.map(([deployed, percent]) => [titleOf(told, deployed), percent]));
    },
  };
  return story;
}

interface Told {
  readonly trafficSplit?: Readonly<Record<string, number>>;
  readonly deployedModels?: readonly { readonly id: string; readonly displayName: string }[];
}

function titleOf({ deployedModels = [] }: Told, id: string): string {
  return (deployedModels.find((each) => each.id === id)?.displayName ?? "nobody").split(" sha256", 1)[0]!;
}

/** Where manifests want their release served, unless a story says otherwise. */
export const TARGET = {
  kind: "vertex",
  project: "p",
  region: REGION,
  endpoint: ENDPOINT,
  stagingEndpoint: STAGING,
  bucket: BUCKET,
};

const OFF = { level: "off" };

function manifestWith(version: string, changes: object): object {
  return {
    model: { name: "sums", version, owner: "tests" },
    evaluation: undefined,
    gates: Object.fromEntries(["quality", "slices", "sanity", "latency", "throughput"].map((gate) => [gate, OFF])),
    serving: {
      image: "europe-docker.pkg.dev/vertex-ai/prediction/tf2-cpu.2-15:latest",
      machineType: "n1-standard-2",
      replicas: { min: 1, max: 1 },
    },
    target: TARGET,
    rollout: { steps: [50, 100], bakeSeconds: 0, minSamples: 0 },
    ...changes,
  };
}

/** As `validate --out out` writes it, compared with what main says now. No two measurements take the same time. */
function writeEvidence(folder: string, milliseconds: number): void {
  const committed = readCommitted(folder);
  const champion = committed === null ? null : idOf(parseManifest(committed, "release.yaml"));
  const release = idOf(parseManifest(readFileSync(join(folder, "release.yaml")), "release.yaml"));
  mkdirSync(join(folder, "out"), { recursive: true });
  writeFileSync(
    join(folder, "out/evidence.json"),
    evidenceText({
      ...evidence,
      release,
      champion,
      digest: { declared: release.digest, actual: release.digest },
      rehearsal: rehearsedIn(milliseconds),
    }),
  );
}

function rehearsedIn(milliseconds: number): Evidence["rehearsal"] {
  const { rehearsal } = evidence;
  return "unmeasured" in rehearsal ? rehearsal : { ...rehearsal, promotion: { ...rehearsal.promotion!, milliseconds } };
}

function readCommitted(folder: string): string | null {
  return git(folder, ["ls-tree", "HEAD", "release.yaml"]) === "" ? null : git(folder, ["show", "HEAD:release.yaml"]);
}

function idOf({ model, artifact }: Manifest): ReleaseId {
  return { model: model.name, version: model.version, digest: artifact.digest };
}

function layRepository(folder: string, origin: string): void {
  rmSync(join(folder, ".git"), { recursive: true });
  writeFileSync(join(folder, ".gitignore"), "out\n");
  git(folder, ["init", "--quiet", "--template=", "--initial-branch=main"]);
  rmSync(join(folder, "release.yaml"));
  git(folder, ["add", "--all"]);
  git(folder, ["commit", "--quiet", "--message", "data"]);
  git(folder, ["clone", "--quiet", "--bare", folder, origin]);
  git(folder, ["remote", "add", "origin", origin]);
  git(folder, ["fetch", "--quiet", "origin"]);
}

async function layCloud(emulator: Emulator): Promise<void> {
  await makeBucket(emulator, "p", BUCKET);
  for (const id of [ENDPOINT, STAGING]) await makeEndpoint(emulator, "p", id);
}
