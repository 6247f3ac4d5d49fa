import type { ReleaseId } from "../evidence/evidence.ts";
import type { LedgerEvent } from "../ledger/line.ts";
import type { Split } from "../ports/endpoint.ts";
import type { Intent, Latch, RolloutOutcome } from "./intent.ts";
import type { Obstacle } from "./situation.ts";

/** What is done next. Each is looked up before it is done, and read back after. */
export type Effect =
  /** The endpoint is written as it is, so that what was read before no longer counts. */
  | { readonly kind: "fence" }
  | { readonly kind: "begin"; readonly intent: Intent }
  | { readonly kind: "upload" }
  | { readonly kind: "register" }
  | { readonly kind: "stage" }
  | { readonly kind: "smoke" }
  | { readonly kind: "unstage" }
  | { readonly kind: "deploy" }
  | { readonly kind: "shift"; readonly step: number; readonly split: Split }
  /** The step's split is seen at the endpoint: its time begins. */
  | { readonly kind: "bake"; readonly step: number }
  | { readonly kind: "judge"; readonly step: number }
  | { readonly kind: "crown" }
  | { readonly kind: "latch"; readonly latch: Latch }
  | { readonly kind: "restore"; readonly split: Split }
  /** What was begun in the registry ends before anything else is registered. */
  | { readonly kind: "settle" }
  | { readonly kind: "undeploy"; readonly deployedModelId: string }
  | { readonly kind: "close"; readonly event: LedgerEvent; readonly reason: string | null }
  | Note
  | { readonly kind: "collect"; readonly deployedModelId: string; readonly from: "production" | "staging" }
  /** A version, and its artifact, that nobody comes back to. */
  | { readonly kind: "prune"; readonly release: ReleaseId }
  | End;

/** What is seen at rest, and only written down. */
export interface Note {
  readonly kind: "note";
  readonly event: "frozen" | "thawed" | "restored";
  readonly reason: string;
}

export interface End {
  readonly kind: "end";
  readonly outcome: RolloutOutcome;
  readonly reason: string;
  readonly fix: string | null;
}

export function hindered({ message, fix, isOutage = false }: Obstacle): End {
  return ended(isOutage ? "aborted" : "refused", message, fix);
}

export function ended(outcome: End["outcome"], reason: string, fix: string | null = null): End {
  return { kind: "end", outcome, reason, fix };
}
