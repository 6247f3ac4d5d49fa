import { expect, test } from "vitest";
import type { JudgedGate } from "../../../shared/gate/verdict.ts";
import { sentence } from "../../../shared/report/sentence.ts";
import type { GateId } from "../../../shared/schema/release.types.ts";
import { MADE_REPORTS } from "./made-reports.ts";
import { releaseOf } from "./told.ts";

test.each([
  ["all is well", "churn 2.0.0 may replace 1.0.0: all 15 gates that apply pass."],
  ["a first release", "churn 2.0.0 may be released, with no champion to compare with: all 14 gates that apply pass."],
  ["a waiver counts", "churn 2.0.0 may replace 1.0.0: 14 of 15 gates pass, quality is waived."],
  ["a loosened policy", "churn 2.0.0 must not replace 1.0.0: lint fails."],
  [
    "an identical resubmission",
    "churn 2.0.0 may replace 1.0.0, whose artifact it is, byte for byte: all 15 gates that apply pass.",
  ],
])("%s", (name, said) => {
  expect(sentence(MADE_REPORTS[name]!.releases[0]!)).toBe(said);
});

function gate(gate: string, status: JudgedGate["status"], level: JudgedGate["level"] = "block"): JudgedGate {
  return { gate: gate as GateId, level, status, reasons: [] };
}

test.each<[string, "pass" | "fail" | "inconclusive", readonly JudgedGate[], string]>([
  ["one fails", "fail", [gate("quality", "fail")], "must not replace 1.0.0: quality fails."],
  [
    "two fail and one is open",
    "fail",
    [gate("load", "inconclusive"), gate("quality", "fail"), gate("slices", "fail")],
    "must not replace 1.0.0: quality and slices fail, load is inconclusive.",
  ],
  ["one is open", "inconclusive", [gate("load", "inconclusive")], "cannot replace 1.0.0 yet: load is inconclusive."],
  [
    "what only warns is told apart",
    "pass",
    [gate("load", "pass"), gate("soak", "fail", "warn"), gate("parity", "skipped")],
    "may replace 1.0.0: 1 of 2 gates pass, soak only warns.",
  ],
  [
    "of very many some are named",
    "fail",
    Array.from({ length: 11 }, (_, index) => gate(`g${index}`, "fail")),
    "must not replace 1.0.0: g0, g1, g2, g3, g4, g5, g6, g7 and 3 more fail.",
  ],
])("%s", (_, status, gates, said) => {
  const release = releaseOf();
  expect(sentence({ ...release, verdict: { ...release.verdict, status, gates } })).toBe(`churn 2.0.0 ${said}`);
});
