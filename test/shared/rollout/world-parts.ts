import type { LedgerEntry, LedgerLine } from "../../../shared/ledger/line.ts";
import type { Split } from "../../../shared/ports/endpoint.ts";
import type { CanaryJudgement } from "../../../shared/rollout/canary.ts";
import type { Reconciled } from "../../../shared/rollout/reconcile.ts";
import type { PassOnRecord } from "../../../shared/rollout/situation.ts";
import type { SmokeResult } from "../../../shared/rollout/smoke.ts";
import type { FakeBuckets } from "../../fakes/bucket.ts";
import type { CloudFaults } from "../../fakes/cloud/faults.ts";
import type { FakeTime } from "../../fakes/cloud/ground.ts";
import type { FakeCloud } from "../../fakes/cloud.ts";
import type { MemoryBranch } from "../../fakes/ledger-branch.ts";
import type { MainBranch, Merged } from "./main-branch.ts";
import type { Release } from "./releases.ts";

export const LEASE = ".model-release/lease.json";

/** Everything a rollout reaches, in memory, with a default branch that people merge to. */
export interface World {
  readonly cloud: FakeCloud;
  readonly branch: MemoryBranch;
  readonly buckets: FakeBuckets;
  readonly time: FakeTime;
  readonly main: MainBranch;
  readonly proposed: LedgerEntry[];
  /** What people were told as it went, and what was logged. */
  readonly told: LedgerEntry[];
  readonly logged: string[];
  /** By digest; well without. */
  readonly judgements: Map<string, CanaryJudgement["kind"]>;
  readonly smokes: Map<string, SmokeResult["kind"]>;
  /** Digests that were let through, and the champion that each was compared with. */
  readonly passes: Map<string, PassOnRecord>;
  readonly judged: Judged[];
  readonly uploaded: Set<string>;
  /** Digests that no repository has any more. */
  readonly gone: Set<string>;
  /** How long an artifact takes. */
  uploadMs: number;
  ledger: "up" | "down";
  forge: "up" | "down";
  merge(release: Release | null, merged?: Merged): void;
  run(options?: RunOptions): Promise<Reconciled>;
  split(): Split;
  /** The split by release. */
  served(): Record<string, number>;
  history(): Promise<readonly LedgerLine[]>;
}

/** What the canary judge told which run, of whom, at which share. */
export interface Judged {
  readonly by: string;
  readonly digest: string;
  readonly percent: number;
  readonly kind: CanaryJudgement["kind"];
}

export interface RunOptions {
  /** Its name; counted without. */
  readonly holder?: string;
  readonly isPatient?: boolean;
  readonly signal?: AbortSignal;
  /** A person asks to try again what the platform failed for too long. */
  readonly isRetry?: boolean;
  /** An old run that was started again: it sees the default branch as it was after so many commits. */
  readonly upTo?: number;
  /** What its own clock shows, beside everybody else's. */
  readonly skewMs?: number;
}

/** One call of a run at a port. */
export interface PortCall {
  readonly run: string;
  /** As in `endpoint.share`. */
  readonly method: string;
  readonly given: readonly unknown[];
}

export interface WorldOptions {
  readonly faults?: CloudFaults;
  readonly time?: FakeTime;
  /** How long an operation takes; half a minute without. */
  readonly operationMs?: number;
  /** Everything that a run asks of anybody goes through here. */
  readonly calling?: Calling;
  /** Whether runs have a heartbeat, and what beats. */
  readonly every?: (ms: number, act: () => Promise<void>) => { stop(): Promise<void> };
}

export type Calling = <T>(call: PortCall, act: () => Promise<T>) => Promise<T>;
