import { describe, expect, test } from "vitest";
import type { Evidence } from "../../../../shared/evidence/evidence.ts";
import type { QualityEvidence } from "../../../../shared/evidence/quality.ts";
import type { MetricLimits } from "../../../../shared/schema/release.types.ts";
import { findings, gate, metric, policy, quality } from "../good.ts";
import { held, judged, type Limits, loss } from "./limited-quality.ts";

describe("the gate quality", () => {
  test.each<[string, Limits]>([
    ["no limit at all", {}],
    ["limits of other metrics alone", { brier: { max: 0.5 } }],
    ["a way to decide and nothing to decide", { auc: { decide: "point" } }],
  ])("fails with %s: silence is not consent", (_, limits) => {
    const found = held(limits, { metrics: { auc: metric(), brier: metric({ challenger: 0.1 }) } });
    expect(findings(found)).toContain("auc.limit fail");
  });

  test.each<[string, Partial<QualityEvidence>, string]>([
    ["99 rows", { rows: 99 }, "minRows inconclusive"],
    ["19 rows of a class", { classRows: [3000, 19] }, "minPerClass inconclusive"],
    ["NaN rows", { rows: Number.NaN }, "minRows inconclusive"],
  ])("of %s says nothing more, neither good nor bad", (_, changes, found) => {
    expect(findings(held({ auc: { min: 0.7 } }, changes))).toEqual([found]);
    expect(findings(held({ auc: { min: 0.99 } }, changes))).toEqual([found]);
  });

  test("of 100 rows and 20 of each class is judged", () => {
    expect(held({ auc: { min: 0.7 } }, { rows: 100, classRows: [80, 20] }).status).toBe("pass");
  });

  test("says the same in whatever order the manifest has its metrics", () => {
    const metrics = { auc: metric(), brier: metric({ challenger: 0.1 }) };
    const one = held({ auc: { min: 0.7 }, brier: { max: 0.5 } }, { metrics });
    expect(held({ brier: { max: 0.5 }, auc: { min: 0.7 } }, { metrics })).toEqual(one);
  });

  test("is inconclusive where a limited metric was not measured", () => {
    expect(findings(held({ auc: { min: 0.7 }, f1: { min: 0.1 } }))).toContain("f1 inconclusive");
  });

  test.each<[string, number, readonly string[]]>([
    ["5 points is progress", 0.05, ["auc.maxLoss pass"]],
    ["just over 5 points may be the label in disguise", 0.0501, ["auc.leakage warn", "auc.maxLoss pass"]],
  ])("a gain of %s", (_, gain, found) => {
    expect(judged({ maxLoss: 0.03 }, { champion: 0.8, ...loss(-gain) })).toEqual(found);
  });

  test("of an error without bounds is no leak, however large", () => {
    const rmse = metric({ champion: 80, challenger: 40, difference: -40, lower: -45, upper: -35 });
    const evaluation = { ...policy.evaluation!, primaryMetric: "rmse" } as const;
    const measured: QualityEvidence = { ...quality, primaryMetric: "rmse", metrics: { rmse } };
    const gates = { ...policy.gates, quality: { metrics: { rmse: { maxLossRatio: 0.1 } } } };
    expect(findings(gate("quality", { quality: measured }, { evaluation, gates }))).toEqual(["rmse.maxLossRatio pass"]);
  });

  test.each<[string, MetricLimits, readonly string[]]>([
    ["with a floor is judged by it", { min: 0.7, maxLoss: 0.03 }, ["auc.min pass", "champion pass"]],
    ["fails its floor", { min: 0.9, maxLoss: 0.03 }, ["auc.min fail", "champion pass"]],
    ["without a floor is held to nothing, and told so", { maxLoss: 0.03 }, ["champion warn"]],
  ])("a first release %s", (_, limits, found) => {
    const alone = metric({ champion: null, difference: null, lower: null, upper: null, pValue: null, test: null });
    expect(findings(held({ auc: limits }, { metrics: { auc: alone } }, { champion: null }))).toEqual(found);
  });

  test.each<[string, Partial<QualityEvidence>, Partial<Evidence>, string]>([
    ["another task", { task: "multiclass" }, {}, "task inconclusive"],
    ["another primary metric", { primaryMetric: "f1" }, {}, "primaryMetric inconclusive"],
    ["other data", {}, { dataset: { digest: "f".repeat(64), rows: 4000 } }, "dataset inconclusive"],
  ])("measured with %s than the policy's is inconclusive", (_, changes, others, found) => {
    const dataset = { uri: "eval.csv", digest: `sha256:${"d".repeat(64)}` };
    const evaluation = { ...policy.evaluation!, dataset };
    const changed = { ...others, quality: { ...quality, ...changes } };
    expect(gate("quality", {}, { evaluation }).status).toBe("pass");
    expect(findings(gate("quality", changed, { evaluation }))).toEqual([found]);
  });
});
