import { judge } from "../../../shared/gate/judge.ts";
import { type ReleaseReport, type Report, type Run, reportOf, type Told } from "../../../shared/report/report.ts";
import { baseManifest, evidence, manifest, policy } from "../gate/good.ts";

export const RUN: Run = {
  serverUrl: "https://github.example",
  repository: "growth/models",
  commit: "a".repeat(40),
  base: "b".repeat(40),
  id: 1234,
  number: 12,
  attempt: 1,
};

/** A release that keeps everything, as it is told. */
export function releaseOf(changes: Partial<ReleaseReport> = {}): ReleaseReport {
  const told = { path: "churn/release.yaml", manifest, champion: baseManifest, evidence, plan: null, approvals: [] };
  return { ...told, verdict: judge(changes.evidence ?? evidence, policy), ...changes };
}

export function told(changes: Partial<Told> = {}): Report {
  return reportOf({ releases: [releaseOf()], failures: [], run: RUN, ...changes });
}
