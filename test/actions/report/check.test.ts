import { describe, expect, test } from "vitest";
import { checkOf } from "../../../actions/report/check.ts";
import type { Evidence } from "../../../shared/evidence/evidence.ts";
import { judge } from "../../../shared/gate/judge.ts";
import type { VerdictStatus } from "../../../shared/gate/verdict.ts";
import type { Notice } from "../../../shared/ports/notice.ts";
import { parsePassRecord } from "../../../shared/report/pass-record.ts";
import { type FailedRelease, type ReleaseReport, reportOf } from "../../../shared/report/report.ts";
import { baseManifest, evidence, manifest, policy, quality } from "../../shared/gate/good.ts";

const run = {
  serverUrl: "https://github.com",
  repository: "acme/models",
  commit: "a".repeat(40),
  base: null,
  id: 20,
  number: 5,
  attempt: 2,
};

const failed: FailedRelease = {
  path: "fraud/release.yaml",
  failure: { code: "evidence-missing", message: "nothing", fix: "Run it.", problems: [] },
};

function releaseWith(status: VerdictStatus, measured: Evidence = evidence, path = "churn/release.yaml"): ReleaseReport {
  const verdict = { ...judge(measured, policy), status };
  return { path, manifest, champion: baseManifest, evidence: measured, verdict, plan: null, approvals: [] };
}

function checkWith(releases: readonly ReleaseReport[], failures: readonly FailedRelease[] = []) {
  return checkOf(reportOf({ releases, failures, run }), []);
}

describe("the check", () => {
  test.each<[string, ReleaseReport[], FailedRelease[], string, string]>([
    ["one that passes", [releaseWith("pass")], [], "success", "churn 2.0.0: pass"],
    ["one that fails", [releaseWith("fail")], [], "failure", "churn 2.0.0: fail"],
    ["one that nobody can decide", [releaseWith("inconclusive")], [], "action_required", "churn 2.0.0: inconclusive"],
    ["one that nobody could judge", [], [failed], "action_required", "Not judged"],
    ["none", [], [], "success", "No release.yaml is added or changed"],
    ["two that pass", [releaseWith("pass"), releaseWith("pass")], [], "success", "2 releases: pass"],
    ["two, one failing", [releaseWith("pass"), releaseWith("fail")], [], "failure", "2 releases: fail"],
    ["two, one not judged", [releaseWith("pass")], [failed], "action_required", "2 releases: inconclusive"],
    ["two, one failing, one not judged", [releaseWith("fail")], [failed], "failure", "2 releases: fail"],
  ])("of %s", (_, releases, failures, conclusion, title) => {
    expect(checkWith(releases, failures)).toMatchObject({ name: "model-release", conclusion, title });
  });

  test("is of the head that was judged, and says by which run", () => {
    expect(checkWith([])).toMatchObject({
      commit: run.commit,
      externalId: "20.2",
      detailsUrl: "https://github.com/acme/models/actions/runs/20",
    });
  });
});

test("what is about no file stands in the summary alone", () => {
  const notice: Notice = { level: "warning", title: "t", message: "m", fix: null, file: "a/release.yaml", line: 3 };
  const report = reportOf({ releases: [], failures: [], run });
  expect(checkOf(report, [notice, { ...notice, file: null }]).annotations).toEqual([
    { path: "a/release.yaml", startLine: 3, endLine: 3, level: "warning", title: "t", message: "m" },
  ]);
});

test("the summary of as many releases as there may be, with slices beyond reading, is not too long for GitHub", () => {
  const [slice] = quality.slices;
  const slices = Array.from({ length: 50 }, (_, index) => ({ ...slice!, predicate: `region = '${index}' @octocat` }));
  const measured: Evidence = { ...evidence, quality: { ...quality, slices } };
  const releases = Array.from({ length: 64 }, (_, index) => releaseWith("pass", measured, `m${index}/release.yaml`));
  const { summary } = checkWith(releases);
  expect(summary.length).toBeLessThanOrEqual(65_535);
  expect(summary).toMatch(/^## /);
  expect(parsePassRecord(summary)?.releases).toHaveLength(64);
});
