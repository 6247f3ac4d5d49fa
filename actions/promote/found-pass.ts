import type { ReleaseId } from "../../shared/evidence/evidence.ts";
import type { Policy } from "../../shared/gate/policy.ts";
import type { Known } from "../../shared/rollout/delivery/deliver.ts";
import type { PassOnRecord } from "../../shared/rollout/situation.ts";

/** What somebody has found of a release, and the policy under which. */
export interface FoundPass {
  readonly pass: Omit<Extract<PassOnRecord, { kind: "passed" }>, "kind" | "isApproved" | "isFailureWaived">;
  readonly policy: Policy;
}

export type NoPass = Extract<PassOnRecord, { kind: "none" }>;

export interface PassQuestion {
  readonly release: ReleaseId;
  readonly known: Known;
  readonly wish: PassWish;
}

export interface PassWish {
  /** From the repository's top. */
  readonly path: string;
  /** The folder of a verdict; null for what is on record. */
  readonly evidence: string | null;
  /** A person answers for what an approver would. */
  readonly isApproved: boolean;
}
