import type { RehearsalEvidence, RehearsedWalk, RehearsedWrite } from "../evidence/rehearsal.ts";
import type { LedgerBranch } from "../ports/ledger-branch.ts";
import type { Manifest } from "../release/manifest.ts";
import type { RolloutPorts } from "./ports.ts";
import { type Reconciled, reconcile } from "./reconcile.ts";
import type { PassOnRecord } from "./situation.ts";

export interface Rehearsed {
  readonly challenger: Manifest;
  /** Null for a first release. */
  readonly champion: Manifest | null;
}

/** A cloud where nobody is served, and everything that a rehearsal does not make up. */
export interface RehearsalPorts
  extends Pick<
    RolloutPorts,
    "endpoint" | "staging" | "registry" | "bucket" | "clock" | "log" | "upload" | "smoke" | "sleep"
  > {
  readonly ledger: LedgerBranch;
  readonly signal: AbortSignal;
}

/** Promote, then revert: the walk that a merge takes, with nobody waiting between its steps. */
export async function rehearse({ challenger, champion }: Rehearsed, ports: RehearsalPorts): Promise<RehearsalEvidence> {
  const stage = openStage(ports);
  if (champion !== null) {
    const served = await stage.merge(champion, null);
    if (!served.isDone) return { promotion: { ...served, reason: `the champion: ${served.reason}` }, return: null };
  }
  const promotion = await stage.merge(challenger, champion);
  const isOther = champion?.artifact.digest !== challenger.artifact.digest;
  const wayBack = champion === null || !isOther || !promotion.isDone ? null : await stage.merge(champion, challenger);
  return { promotion, return: wayBack };
}

interface Stage {
  merge(manifest: Manifest, before: Manifest | null): Promise<RehearsedWalk>;
}

function openStage(ports: RehearsalPorts): Stage {
  const writes: RehearsedWrite[] = [];
  const watched = watching(ports, writes);
  let merges = 0;
  return {
    async merge(manifest, before) {
      merges += 1;
      writes.length = 0;
      const began = ports.clock.elapsedMs();
      const commit = String(merges).padStart(40, "0");
      const { outcome, reason } = await reconcile(rolloutOf(manifest, ports), {
        ...watched,
        ...answersOf({ manifest: unhurried(manifest), before, commit }),
      });
      return walkOf({ outcome, reason }, [...writes], Math.round(ports.clock.elapsedMs() - began));
    },
  };
}

function rolloutOf({ target }: Manifest, { signal }: RehearsalPorts) {
  return { endpointId: target!.endpoint, leaseObject: "rehearsal.json", holder: "rehearsal", isPatient: true, signal };
}

/** Nobody is served, so nobody has to be waited for. */
function unhurried(manifest: Manifest): Manifest {
  return { ...manifest, rollout: { ...manifest.rollout, bakeSeconds: 0, minSamples: 0 } };
}

interface Merge {
  readonly manifest: Manifest;
  readonly before: Manifest | null;
  readonly commit: string;
}

function answersOf({ manifest, before, commit }: Merge) {
  const record: PassOnRecord = {
    kind: "passed",
    champion: before?.artifact.digest ?? null,
    evidenceDigest: manifest.artifact.digest,
    planHash: null,
    isApproved: true,
    isFailureWaived: false,
  };
  const cause = { commit, pullRequest: null, actor: null };
  const order = before === null ? "same" : "newer";
  return {
    desire: async () =>
      ({ cause, manifest, onDelete: "hold", planHash: null, isRetry: false, isFrozen: false, order }) as const,
    passOf: async () => record,
    judge: async () => ({ kind: "pass", reason: "a rehearsal" }) as const,
    propose: async () => {},
    tell: async () => {},
  };
}

function walkOf(
  { outcome, reason }: Pick<Reconciled, "outcome" | "reason">,
  writes: RehearsedWrite[],
  milliseconds: number,
): RehearsedWalk {
  // What is served already has nothing to be promoted.
  return { isDone: outcome === "healthy" || outcome === "noop", reason, writes, milliseconds };
}

/** Notes every write on its way. */
function watching(ports: RehearsalPorts, writes: RehearsedWrite[]): RehearsalPorts {
  const { endpoint, registry } = ports;
  const noted =
    <Arguments extends readonly unknown[], T>(
      kind: RehearsedWrite["kind"],
      resource: string,
      act: (...given: Arguments) => Promise<T>,
    ) =>
    (...given: Arguments): Promise<T> => {
      writes.push({ kind, resource });
      return act(...given);
    };
  return {
    ...ports,
    endpoint: {
      ...endpoint,
      deploy: noted("deploy", endpoint.name, endpoint.deploy),
      share: noted("share", endpoint.name, endpoint.share),
      undeploy: noted("undeploy", endpoint.name, endpoint.undeploy),
    },
    registry: {
      ...registry,
      upload: noted("register", "registry", registry.upload),
      alias: noted("alias", "registry", registry.alias),
    },
    upload: noted("upload", ports.bucket.name, ports.upload),
  };
}
