import type { Evidence } from "../evidence/evidence.ts";
import type { Failure } from "../failure.ts";
import { type Verdict, type VerdictStatus, worst } from "../gate/verdict.ts";
import type { Manifest } from "../release/manifest.ts";
import type { Plan } from "../rollout/plan.ts";
import { redacted } from "./redaction.ts";

declare const REDACTED: unique symbol;

/** All that a person is told of one run: every rendering starts from this, and none knows more. */
export interface Report extends Told {
  /** Only `reportOf` makes one: no secret gets into a rendering because somebody forgot to look for it. */
  readonly [REDACTED]: true;
}

export interface Told {
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
  /** Why the merge would change nothing as things stand; null, as without, where nothing is known against it. */
  readonly stale?: string | null;
  /** Logins whose approving review stands at the head. */
  readonly approvals: readonly string[];
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

/** Secrets are taken out by their look, and those that the caller knows by their text. */
export function reportOf({ releases, failures, run }: Told, secrets: readonly string[] = []): Report {
  const plain = failures.map(({ path, failure: { code, message, fix, problems } }) => ({
    path,
    failure: { code, message, fix, problems },
  }));
  return redacted({ releases, failures: plain, run } as Told as Report, secrets);
}

/** Of all releases together: what could not be judged lets nothing pass. */
export function statusOf({ releases, failures }: Pick<Told, "releases" | "failures">): VerdictStatus {
  return worst([...releases.map(({ verdict }) => verdict.status), ...failures.map(() => "inconclusive" as const)]);
}

/** A release whose artifact is the champion's own, byte for byte. */
export function isResubmission({ manifest, champion }: Pick<ReleaseReport, "manifest" | "champion">): boolean {
  return champion?.artifact.digest === manifest.artifact.digest;
}
