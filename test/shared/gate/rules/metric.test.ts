import { describe, expect, test } from "vitest";
import type { MetricEvidence } from "../../../../shared/evidence/quality.ts";
import type { Metric, MetricLimits } from "../../../../shared/schema/release.types.ts";
import { findings, metric } from "../good.ts";
import { held, judged, loss } from "./limited-quality.ts";

describe("a floor", () => {
  test.each<[string, MetricLimits, number | null, string]>([
    ["at min passes", { min: 0.7 }, 0.7, "auc.min pass"],
    ["just below min fails", { min: 0.7 }, 0.6999999, "auc.min fail"],
    ["at max passes", { max: 0.7 }, 0.7, "auc.max pass"],
    ["just above max fails", { max: 0.7 }, 0.7000001, "auc.max fail"],
    ["that cannot be computed is inconclusive", { min: 0.7 }, null, "auc inconclusive"],
    ["NaN is inconclusive", { min: 0.7 }, Number.NaN, "auc inconclusive"],
    ["infinity is inconclusive", { min: 0.7 }, Number.POSITIVE_INFINITY, "auc inconclusive"],
  ])("%s", (_, limits, challenger, found) => {
    expect(judged(limits, { challenger })).toEqual([found]);
  });

  test("says which way it goes", () => {
    const { reasons } = held({ auc: { min: 0.7, max: 0.9 } });
    expect(reasons.map(({ message }) => message)).toEqual([
      "auc is 0.82, and at least 0.7 is needed",
      "auc is 0.82, and at most 0.9 is needed",
    ]);
  });
});

describe("a bounded loss", () => {
  test.each<[string, MetricLimits, Partial<MetricEvidence>, string]>([
    ["passes where the whole interval is allowed", { maxLoss: 0.03 }, loss(0.019), "auc.maxLoss pass"],
    ["passes at the limit", { maxLoss: 0.03 }, { ...loss(0.02), lower: -0.03 }, "auc.maxLoss pass"],
    ["is open just beyond it", { maxLoss: 0.03 }, { ...loss(0.02), lower: -0.0300001 }, "auc.maxLoss inconclusive"],
    [
      "is open while the interval touches it",
      { maxLoss: 0.03 },
      { ...loss(0.04), upper: -0.03 },
      "auc.maxLoss inconclusive",
    ],
    ["fails once no part is allowed", { maxLoss: 0.03 }, { ...loss(0.04), upper: -0.0300001 }, "auc.maxLoss fail"],
    ["a gain passes", { maxLoss: 0 }, loss(-0.02), "auc.maxLoss pass"],
    ["nothing lost, nothing allowed passes", { maxLoss: 0 }, loss(0, 0), "auc.maxLoss pass"],
    [
      "a share of the champion's passes at the limit",
      { maxLossRatio: 0.1 },
      loss(0.071, 0.0099),
      "auc.maxLossRatio pass",
    ],
    ["a share of the champion's fails beyond", { maxLossRatio: 0.1 }, loss(0.092), "auc.maxLossRatio fail"],
    ["without bounds is open", { maxLoss: 0.03 }, { ...loss(0.01), lower: null }, "auc.maxLoss inconclusive"],
    [
      "with NaN for a bound is open",
      { maxLoss: 0.03 },
      { ...loss(0.01), lower: Number.NaN },
      "auc.maxLoss inconclusive",
    ],
    ["without a difference is open", { maxLoss: 0.03 }, { difference: null }, "auc inconclusive"],
    ["without the champion's value is open", { maxLoss: 0.03 }, { champion: null }, "auc inconclusive"],
    ["by point passes at the limit", { maxLoss: 0.03, decide: "point" }, loss(0.03), "auc.maxLoss pass"],
    ["by point fails just beyond", { maxLoss: 0.03, decide: "point" }, loss(0.0300001), "auc.maxLoss fail"],
    [
      "by point needs no bounds",
      { maxLoss: 0.03, decide: "point" },
      { ...loss(0.01), lower: null },
      "auc.maxLoss pass",
    ],
    [
      "by point still needs the point",
      { maxLoss: 0.03, decide: "point" },
      { difference: Number.NaN },
      "auc inconclusive",
    ],
  ])("%s", (_, limits, changes, found) => {
    expect(judged(limits, changes)).toEqual([found]);
  });

  test.each<[string, Metric, number, string]>([
    ["an error that shrinks is a gain", "brier", -0.04, "brier.maxLoss pass"],
    ["an error that grows is a loss", "brier", 0.04, "brier.maxLoss fail"],
    ["a rate that grows is a gain", "f1", 0.04, "f1.maxLoss pass"],
    ["a rate that shrinks is a loss", "f1", -0.04, "f1.maxLoss fail"],
  ])("%s", (_, name, difference, found) => {
    const measured = metric({
      champion: 0.5,
      challenger: 0.5 + difference,
      difference,
      lower: difference,
      upper: difference,
    });
    const limits = { auc: { min: 0.1 }, [name]: { maxLoss: 0.03 } };
    expect(findings(held(limits, { metrics: { auc: metric(), [name]: measured } }))).toContain(found);
  });

  test("says how many rows would decide it", () => {
    const metrics = { auc: metric({ ...loss(0.03), neededRows: 12_000 }) };
    const { reasons } = held({ auc: { maxLoss: 0.03 } }, { metrics });
    expect(reasons[0]).toMatchObject({
      fix: "Evaluate on 12000 rows: so many would decide it.",
      measured: 0.03,
      limit: 0.03,
    });
  });

  test("asks for more rows than there are where the loss lies near what is allowed", () => {
    const metrics = { auc: metric({ ...loss(0.03), neededRows: 523 }) };
    const { reasons } = held({ auc: { maxLoss: 0.03 } }, { rows: 600, metrics });
    const fix = "Evaluate on several times these 600 rows: the loss is too near to what is allowed.";
    expect(reasons[0]).toMatchObject({ fix });
  });

  test("reads as a colleague would say it", () => {
    const { reasons } = held({ auc: { maxLoss: 0.03 } }, { metrics: { auc: metric(loss(0.05)) } });
    const message = "auc 0.76 is 0.05 worse than the champion's 0.81 (0.04 to 0.06 worse); a loss of 0.03 is allowed";
    expect(reasons).toEqual([
      { rule: "auc.maxLoss", status: "fail", measured: 0.05, limit: 0.03, message, fix: "Train a better model." },
    ]);
  });
});

describe("how a loss is told", () => {
  test.each<[string, Partial<MetricEvidence>, MetricLimits, string]>([
    ["worse", loss(0.05), {}, "auc 0.76 is 0.05 worse than the champion's 0.81 (0.04 to 0.06 worse)"],
    ["better", loss(-0.05), {}, "auc 0.86 is 0.05 better than the champion's 0.81 (0.04 to 0.06 better)"],
    ["either", loss(0.005), {}, "auc 0.805 is 0.005 worse than the champion's 0.81 (0.005 better to 0.015 worse)"],
    ["the same", loss(0, 0), {}, "auc 0.81 equals the champion's 0.81"],
    ["without bounds", { ...loss(0.05), lower: null }, {}, "auc 0.76 is 0.05 worse than the champion's 0.81"],
  ])("%s", (_, changes, limits, told) => {
    const { reasons } = held({ auc: { maxLoss: 0.01, ...limits } }, { metrics: { auc: metric(changes) } });
    expect(reasons[0]?.message).toContain(`${told}; a loss of 0.01 is allowed`);
  });

  test("a share of the champion's is told as both", () => {
    const { reasons } = held({ auc: { maxLossRatio: 0.1 } }, { metrics: { auc: metric(loss(0.05)) } });
    expect(reasons[0]?.message).toContain("; a loss of 0.081 (10 %) is allowed");
  });
});

describe("a required gain", () => {
  test.each<[string, MetricLimits, Partial<MetricEvidence>, string]>([
    ["passes where the whole interval makes it", { minGain: 0.01 }, loss(-0.02), "auc.minGain pass"],
    [
      "is open where a part of it does not",
      { minGain: 0.01 },
      { ...loss(-0.02), lower: 0.0099 },
      "auc.minGain inconclusive",
    ],
    ["fails where no part makes it", { minGain: 0.01 }, { ...loss(0), upper: 0.0099 }, "auc.minGain fail"],
    ["by point passes at the limit", { minGain: 0.01, decide: "point" }, loss(-0.01), "auc.minGain pass"],
    ["by point fails just below", { minGain: 0.01, decide: "point" }, loss(-0.00999), "auc.minGain fail"],
  ])("%s", (_, limits, changes, found) => expect(judged(limits, changes)).toEqual([found]));
});

describe("a loss that is never allowed where it is significant", () => {
  const limits: MetricLimits = { neverWorse: 0.05 };
  test.each<[string, Partial<MetricEvidence>, string]>([
    ["fails just below the level", { ...loss(0.001), pValue: 0.0499 }, "auc.neverWorse fail"],
    ["passes at the level", { ...loss(0.001), pValue: 0.05 }, "auc.neverWorse pass"],
    ["passes a significant gain", { ...loss(-0.001), pValue: 1e-9 }, "auc.neverWorse pass"],
    ["passes what is equal", { ...loss(0, 0), pValue: 1 }, "auc.neverWorse pass"],
    ["passes what is equal, with or without a p-value", { ...loss(0, 0), pValue: null }, "auc.neverWorse pass"],
    ["is open without a p-value", { ...loss(0.001), pValue: null }, "auc.neverWorse inconclusive"],
    ["is open with NaN for one", { ...loss(0.001), pValue: Number.NaN }, "auc.neverWorse inconclusive"],
  ])("%s", (_, changes, found) => expect(judged(limits, changes)).toEqual([found]));

  test("adds to the margin, and does not replace it", () => {
    const both: MetricLimits = { maxLoss: 0.03, decide: "point", neverWorse: 0.05 };
    expect(judged(both, { ...loss(0.01), pValue: 0.01 })).toEqual(["auc.neverWorse fail", "auc.maxLoss pass"]);
    expect(judged(both, { ...loss(0.04), pValue: 0.2 })).toEqual(["auc.maxLoss fail", "auc.neverWorse pass"]);
  });
});
