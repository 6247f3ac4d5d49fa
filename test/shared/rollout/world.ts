import { Failure } from "../../../shared/failure.ts";
import { readLedger } from "../../../shared/ledger/ledger.ts";
import type { LedgerEntry, LedgerLine } from "../../../shared/ledger/line.ts";
import type { Split } from "../../../shared/ports/endpoint.ts";
import type { Manifest } from "../../../shared/release/manifest.ts";
import { parseManifest } from "../../../shared/release/manifest.ts";
import type { CanaryJudgement } from "../../../shared/rollout/canary.ts";
import type { RolloutPorts } from "../../../shared/rollout/ports.ts";
import { type Reconciled, reconcile } from "../../../shared/rollout/reconcile.ts";
import type { Desired, PassOnRecord } from "../../../shared/rollout/situation.ts";
import type { SmokeResult } from "../../../shared/rollout/smoke.ts";
import { fakeBuckets } from "../../fakes/bucket.ts";
import { type CloudFaults, Crash } from "../../fakes/cloud/faults.ts";
import { type FakeTime, virtualTime } from "../../fakes/cloud/ground.ts";
import { type FakeCloud, fakeCloud } from "../../fakes/cloud.ts";
import { type MemoryBranch, memoryBranch } from "../../fakes/ledger-branch.ts";
import { silentLog } from "../../fakes/log.ts";

export const ENDPOINT = "1";
export const STAGING = "2";

/** A release of the story, by a letter: its digest is that letter's. */
export interface Release {
  readonly name: string;
  readonly version: string;
  readonly rollout?: string;
  readonly hasStaging?: boolean;
}

interface Commit {
  readonly hash: string;
  readonly manifest: Manifest | null;
  readonly isFrozen: boolean;
}

/** Everything a rollout reaches, in memory, with a default branch that people merge to. */
export interface World {
  readonly cloud: FakeCloud;
  readonly branch: MemoryBranch;
  readonly time: FakeTime;
  readonly commits: Commit[];
  readonly proposed: LedgerEntry[];
  /** By digest; well without. */
  readonly judgements: Map<string, CanaryJudgement["kind"]>;
  readonly smokes: Map<string, SmokeResult["kind"]>;
  /** Digests that were let through, and the champion that each was compared with. */
  readonly passes: Map<string, PassOnRecord>;
  ledger: "up" | "down";
  merge(release: Release | null, options?: { readonly isFrozen?: boolean }): void;
  run(options?: { readonly isPatient?: boolean }): Promise<Reconciled>;
  split(): Split;
  /** The split by release. */
  served(): Record<string, number>;
  history(): Promise<readonly LedgerLine[]>;
}

export function digestOf(name: string): string {
  return `sha256:${Buffer.from(name.padEnd(32, name)).toString("hex").slice(0, 64)}`;
}

export function manifestOf({ name, version, rollout, hasStaging }: Release): Manifest {
  return parseManifest(
    `apiVersion: model-release/v1
model: {name: churn, version: ${version}, owner: growth}
artifact: {uri: artifacts/${name}, digest: "${digestOf(name)}"}
contract:
  inputs: [{name: x, dtype: float32, shape: [-1, 1]}]
  outputs: [{name: y, dtype: float32, shape: [-1, 1]}]
gates: {quality: {level: "off"}, slices: {level: "off"}, golden: {level: "off"}, sanity: {level: "off"}}
serving: {image: "europe-docker.pkg.dev/vertex-ai/prediction/tf2-cpu.2-15:latest", machineType: n1-standard-2, replicas: {min: 1, max: 1}}
target: {kind: vertex, project: p, region: europe-west4, endpoint: "${ENDPOINT}", bucket: models${hasStaging ? `, stagingEndpoint: "${STAGING}"` : ""}}
rollout: ${rollout ?? "{steps: [100], bakeSeconds: 0, minSamples: 0}"}
`,
    "release.yaml",
  );
}

/** Where the one who asks may die besides: at the lease and at the ledger. */
export type Deaths = (
  method: "lease.read" | "lease.write" | "ledger.fetch" | "ledger.push",
) => "before" | "after" | null;

export function newWorld(faults: CloudFaults = () => null, deaths: Deaths = () => null): World {
  const time = virtualTime();
  const cloud = fakeCloud({ endpoints: [ENDPOINT, STAGING], time, faults, operationMs: 30_000 });
  const branch = memoryBranch();
  const buckets = fakeBuckets();
  let runs = 0;
  const world: World = {
    cloud,
    branch,
    time,
    commits: [],
    proposed: [],
    judgements: new Map(),
    smokes: new Map(),
    passes: new Map(),
    ledger: "up",
    merge(release, { isFrozen = false } = {}) {
      const manifest = release === null ? null : manifestOf(release);
      world.commits.push({ hash: String(world.commits.length + 1).padStart(40, "0"), manifest, isFrozen });
    },
    async run({ isPatient = true } = {}) {
      runs += 1;
      const rollout = {
        endpointId: ENDPOINT,
        leaseObject: ".model-release/lease.json",
        holder: `run ${runs}`,
        isPatient,
        signal: new AbortController().signal,
      };
      return reconcile(rollout, portsOf(world, buckets, deaths));
    },
    split: () => cloud.state.endpoints[`projects/p/locations/europe-west4/endpoints/${ENDPOINT}`]!.split,
    served() {
      const { split, deployed } = cloud.state.endpoints[`projects/p/locations/europe-west4/endpoints/${ENDPOINT}`]!;
      return Object.fromEntries(
        Object.entries(split).map(([id, percent]) => [
          nameOf(deployed.find((each) => each.id === id)?.digest),
          percent,
        ]),
      );
    },
    history: () => readLedger(ENDPOINT, { branch, log: silentLog }),
  };
  return world;
}

function nameOf(digest: string | null | undefined): string {
  return digest === null || digest === undefined ? "foreign" : Buffer.from(digest.slice(7, 9), "hex").toString();
}

function portsOf(world: World, buckets: ReturnType<typeof fakeBuckets>, deaths: Deaths): RolloutPorts {
  const { cloud, branch, time } = world;
  const bucket = buckets.bucket("models");
  const asked = async <T>(method: Parameters<Deaths>[0], act: () => Promise<T>): Promise<T> => {
    buckets.nowMs = time.nowMs();
    const death = deaths(method);
    if (death === "before") throw new Crash({ method: "endpoint.read", resource: method, sequence: 0 }, "before");
    const answer = await act();
    if (death === "after") throw new Crash({ method: "endpoint.read", resource: method, sequence: 0 }, "after");
    return answer;
  };
  return {
    endpoint: cloud.endpoint(ENDPOINT),
    staging: (id) => cloud.endpoint(id),
    registry: cloud.registry,
    bucket: {
      ...bucket,
      read: (request) => asked("lease.read", () => bucket.read(request)),
      write: (request) => asked("lease.write", () => bucket.write(request)),
    },
    ledger: {
      place: "local",
      fetch: () =>
        asked("ledger.fetch", async () => {
          if (world.ledger === "down") throw new Failure("io", "the ledger is down", { fix: "Wait." });
          return branch.fetch();
        }),
      push: (change) => asked("ledger.push", () => branch.push(change)),
    },
    clock: { elapsedMs: () => time.nowMs() },
    log: silentLog,
    desire: async (since) => desiredOf(world, since),
    passOf: async ({ digest }) =>
      world.passes.get(digest) ?? { kind: "none", reason: "nobody validated it", fix: "Validate it." },
    upload: async () => ({ kind: "done", value: null }),
    smoke: async ({ artifact }) => smokeOf(world.smokes.get(artifact.digest) ?? "passed"),
    judge: async ({ manifest, nowMs }) => judgementOf(world.judgements.get(manifest.artifact.digest) ?? "pass", nowMs),
    propose: async (failed) => {
      if (!world.proposed.some(({ digest, commit }) => digest === failed.digest && commit === failed.commit))
        world.proposed.push(failed);
    },
    tell: async () => {},
    sleep: (ms) => time.wait(ms),
  };
}

function desiredOf({ commits }: World, since: string | null): Desired {
  const tip = commits.at(-1)!;
  const at = commits.findIndex(({ hash }) => hash === since);
  const order = since === null || at < commits.length - 1 ? "newer" : "same";
  return {
    cause: { commit: tip.hash, pullRequest: commits.length, actor: "octocat" },
    manifest: tip.manifest,
    onDelete: "hold",
    planHash: null,
    isRetry: false,
    isFrozen: tip.isFrozen,
    order: since !== null && at < 0 ? "diverged" : order,
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

/** Lets a release through, compared with another. */
export function pass(world: World, name: string, champion: string | null, isFailureWaived = false): void {
  world.passes.set(digestOf(name), {
    kind: "passed",
    champion: champion === null ? null : digestOf(champion),
    evidenceDigest: digestOf("e"),
    planHash: null,
    isApproved: true,
    isFailureWaived,
  });
}
