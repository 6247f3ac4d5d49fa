import type { FailureCode, Problem } from "../failure.ts";
import type { Reason, Verdict, VerdictStatus } from "../gate/verdict.ts";
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

/**
 * On one line. Where it would be too long for an output, without the reasons that nobody has to act on, then without any,
 * then without gates: the status of every release stays as long as there is room for one.
 */
export function reportText(document: ReportDocument, most = MOST_CHARACTERS): string {
  const forms = FORMS.values().map((gatesOf) => canonicalJson(withGates(document, gatesOf)));
  return forms.find((text) => text.length <= most) ?? canonicalJson({ ...document, releases: [], failures: [] });
}

type Gates = Verdict["gates"];

const FORMS: readonly ((gates: Gates) => Gates)[] = [
  (gates) => gates,
  (gates) => withReasons(gates, ({ status }) => status !== "pass"),
  (gates) => withReasons(gates, () => false),
  () => [],
];

function withReasons(gates: Gates, keep: (reason: Reason) => boolean): Gates {
  return gates.map((gate) => ({ ...gate, reasons: gate.reasons.filter(keep) }));
}

function withGates(document: ReportDocument, gatesOf: (gates: Gates) => Gates): ReportDocument {
  const releases = document.releases.map(({ path, verdict }) => ({
    path,
    verdict: { ...verdict, gates: gatesOf(verdict.gates) },
  }));
  return { ...document, releases };
}
