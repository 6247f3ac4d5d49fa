import type { ReleaseId } from "../evidence/evidence.ts";
import type { LedgerEntry } from "../ledger/line.ts";
import type { EndpointOperation, Split, VersionReference } from "../ports/endpoint.ts";
import type { UploadOperation } from "../ports/registry.ts";

/**
 * What is being done at an endpoint, and how far it is: written before each effect, so that whoever comes next can end
 * it. What can be seen at the endpoint or in the registry is looked up there again and never taken from here.
 */
export interface Intent {
  readonly kind: "promote" | "rollback";
  readonly release: ReleaseId;
  readonly cause: Cause;
  /** Tells this attempt from every other at the endpoint. */
  readonly generation: number;
  readonly deployedModelId: string;
  /** Whether it was deployed before: what a rollback found parked is not undeployed when it ends badly. */
  readonly wasParked: boolean;
  /** Who has the traffic until this has succeeded. */
  readonly restore: Split;
  readonly begunMs: number;
  readonly isUploaded: boolean;
  readonly upload: Started<UploadOperation> | null;
  readonly version: VersionReference | null;
  /** `rising`: something of ours may be on the staging endpoint. */
  readonly stagingEndpoint: string | null;
  readonly staging: "none" | "rising" | "up" | "down";
  readonly hasSmoked: boolean;
  /** What the endpoint is at for us: a deployment, or the end of one. */
  readonly operation: Started<EndpointOperation> | null;
  /** Percents of traffic, rising to 100: as they were when this was begun. */
  readonly steps: readonly number[];
  /** The step whose split was written, or is about to be; −1 before the first. */
  readonly step: number;
  /** Since when the step has had its traffic; null until that was seen. */
  readonly stepSinceMs: number | null;
  /** The last step that was judged well. */
  readonly passedStep: number;
  /** Why this ends without success. It is never taken back. */
  readonly latch: Latch | null;
}

export interface Started<Operation> {
  readonly operation: Operation;
  readonly sinceMs: number;
}

/** By which merge it is wanted. */
export interface Cause {
  readonly commit: string;
  readonly pullRequest: number | null;
  readonly actor: string | null;
  readonly evidenceDigest: string | null;
}

/** `bad`: the release's own doing; `aborted`: the platform's; `superseded`: something newer is wanted. */
export interface Latch {
  readonly event: "bad" | "aborted" | "superseded" | "frozen";
  readonly reason: string;
}

/** What the lease keeps for whoever comes next. */
export interface Memory {
  readonly intent: Intent | null;
  /** Lines that the ledger could not be told yet. */
  readonly pending: readonly LedgerEntry[];
  /** All traffic was about to be taken off a release whose manifest is gone: whether it was, the endpoint tells. */
  readonly isStopping?: boolean;
}

/** How a run ends. */
export type RolloutOutcome = "healthy" | "inProgress" | "stale" | "aborted" | "bad" | "refused" | "noop";
