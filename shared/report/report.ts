import type { Evidence } from "../evidence/evidence.ts";
import type { Failure } from "../failure.ts";
import { type Verdict, type VerdictStatus, worst } from "../gate/verdict.ts";
import type { Manifest } from "../release/manifest.ts";

/** All that a person is told of one run: every rendering starts from this, and none knows more. */
export interface Report {
  readonly releases: readonly ReleaseReport[];
  /** What should have been judged and could not be. */
  readonly failures: readonly FailedRelease[];
  /** Null on a person's own machine. */
  readonly run: Run | null;
}

export interface ReleaseReport {
  /** The manifest's, from the repository's top. */
  readonly path: string;
  readonly manifest: Manifest;
  /** The base branch's manifest of it; null for a first release. */
  readonly champion: Manifest | null;
  readonly evidence: Evidence;
  readonly verdict: Verdict;
  /** Null where nobody has planned, as on a person's own machine. */
  readonly plan: Plan | null;
  /** Logins whose approving review stands at the head. */
  readonly approvals: readonly string[];
}

/** What the merge would do, step by step. */
export interface Plan {
  readonly hash: string;
  readonly steps: readonly PlanStep[];
}

export interface PlanStep {
  readonly kind: string;
  readonly resource: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface FailedRelease {
  /** Null where it is not known which manifest it was. */
  readonly path: string | null;
  readonly failure: Pick<Failure, "code" | "message" | "fix" | "problems">;
}

/** The run of a workflow that the report comes from. */
export interface Run {
  /** `https://github.com`, without a slash at its end. */
  readonly serverUrl: string;
  /** `owner/name` */
  readonly repository: string;
  /** What was validated, and what it was compared with, by their hashes. */
  readonly commit: string;
  readonly base: string | null;
  readonly id: number;
  readonly number: number;
  readonly attempt: number;
}

/** Of all releases together: what could not be judged lets nothing pass. */
export function statusOf({ releases, failures }: Pick<Report, "releases" | "failures">): VerdictStatus {
  return worst([...releases.map(({ verdict }) => verdict.status), ...failures.map(() => "inconclusive" as const)]);
}

/** A release whose artifact is the champion's own, byte for byte. */
export function isResubmission({ manifest, champion }: Pick<ReleaseReport, "manifest" | "champion">): boolean {
  return champion?.artifact.digest === manifest.artifact.digest;
}
