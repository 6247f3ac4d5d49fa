import type { FailureCode, Problem } from "../failure.ts";
import type { JudgedGate, Reason, Verdict, VerdictStatus } from "../gate/verdict.ts";
import { canonicalJson } from "../schema/canonical-json.ts";
import { type Report, statusOf } from "./report.ts";

/** What a workflow is told: every verdict, and what could not be judged. */
export interface ReportDocument {
  readonly schema: "model-release/report/v1";
  readonly status: VerdictStatus;
  readonly releases: readonly JudgedRelease[];
  readonly failures: readonly FailedManifest[];
}

export interface JudgedRelease {
  /** The manifest's, from the repository's top. */
  readonly path: string;
  readonly verdict: Verdict;
}

export interface FailedManifest {
  readonly path: string | null;
  readonly code: FailureCode;
  readonly message: string;
  readonly fix: string;
  readonly problems: readonly Omit<Problem, "source">[];
}

/** An output of a step is at most 1 MiB; a third of it leaves room for the others. */
const MOST_CHARACTERS = 349_000;

export function reportDocument(report: Report): ReportDocument {
  return {
    schema: "model-release/report/v1",
    status: statusOf(report),
    releases: report.releases.map(({ path, verdict }) => ({ path, verdict })),
    failures: report.failures.map(({ path, failure: { code, message, fix, problems } }) => ({
      path,
      code,
      message,
      fix,
      problems: problems.map(({ source: _, ...problem }) => problem),
    })),
  };
}

/** On one line; where it would be too long for an output, without the reasons that nobody has to act on, then without any. */
export function reportText(document: ReportDocument, most = MOST_CHARACTERS): string {
  const kept: readonly ((reason: Reason) => boolean)[] = [() => true, ({ status }) => status !== "pass", () => false];
  const texts = kept.values().map((keep) => canonicalJson(withReasons(document, keep)));
  return texts.find((text) => text.length <= most) ?? canonicalJson({ ...document, releases: [], failures: [] });
}

function withReasons(document: ReportDocument, keep: (reason: Reason) => boolean): ReportDocument {
  const only = (gate: JudgedGate): JudgedGate => ({ ...gate, reasons: gate.reasons.filter(keep) });
  const releases = document.releases.map(({ path, verdict }) => ({
    path,
    verdict: { ...verdict, gates: verdict.gates.map(only) },
  }));
  return { ...document, releases };
}
