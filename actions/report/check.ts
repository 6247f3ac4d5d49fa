import type { VerdictStatus } from "../../shared/gate/verdict.ts";
import type { CheckAnnotation, CheckConclusion, CheckReport } from "../../shared/ports/forge.ts";
import type { Notice } from "../../shared/ports/notice.ts";
import { renderSummary } from "../../shared/report/comment.ts";
import { passRecordOf, passRecordText } from "../../shared/report/pass-record.ts";
import { type Report, statusOf } from "../../shared/report/report.ts";

/** What `promote` looks for, and what a ruleset requires. */
const CHECK_NAME = "model-release";

/** A neutral check would let a required one pass: only `action_required` keeps back what nobody can decide. */
const CONCLUSIONS: Readonly<Record<VerdictStatus, CheckConclusion>> = {
  pass: "success",
  fail: "failure",
  inconclusive: "action_required",
};

/** By GitHub, in UTF-16 units. */
const LONGEST_SUMMARY = 65_535;
const LONGEST_TITLE = 200;

/** One check for all releases of a head, which ends with the pass on record. */
export function checkOf(report: Report, notices: readonly Notice[]): CheckReport {
  const { run, releases } = report;
  const record = passRecordText(passRecordOf(releases));
  const most = LONGEST_SUMMARY - record.length - 2;
  return {
    name: CHECK_NAME,
    commit: run!.commit,
    conclusion: CONCLUSIONS[statusOf(report)],
    title: titleOf(report).slice(0, LONGEST_TITLE),
    summary: `${renderSummary(report, { most, sizeOf: (text) => text.length })}\n${record}`,
    detailsUrl: `${run!.serverUrl}/${run!.repository}/actions/runs/${run!.id}`,
    externalId: `${run!.id}.${run!.attempt}`,
    annotations: notices.flatMap(annotationOf),
  };
}

function titleOf(report: Report): string {
  const { releases, failures } = report;
  const total = releases.length + failures.length;
  if (total === 0) return "No release.yaml is added or changed";
  const [only] = releases;
  const status = statusOf(report);
  if (total > 1) return `${total} releases: ${status}`;
  return only === undefined ? "Not judged" : `${only.manifest.model.name} ${only.manifest.model.version}: ${status}`;
}

function annotationOf({ level, title, message, fix, file, line = 1 }: Notice): readonly CheckAnnotation[] {
  if (file === null) return [];
  const said = fix === null ? message : `${message}\nfix: ${fix}`;
  const shown = level === "error" ? ("failure" as const) : ("warning" as const);
  return [{ path: file, startLine: line, endLine: line, level: shown, title, message: said }];
}
