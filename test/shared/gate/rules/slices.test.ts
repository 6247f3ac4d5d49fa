import { describe, expect, test } from "vitest";
import type { SliceQuality } from "../../../../shared/evidence/quality.ts";
import type { Policy } from "../../../../shared/gate/policy.ts";
import type { Metric, Slice, SlicesGate } from "../../../../shared/schema/release.types.ts";
import { findings, gate, metric, policy, quality } from "../good.ts";

const difference = (value: number, champion = 0.8) =>
  metric({ champion, challenger: champion + value, difference: value, neededRows: 5000 });

function slice(changes: Partial<SliceQuality> & { readonly gain?: number } = {}): SliceQuality {
  const { gain = 0, ...others } = changes;
  const metrics = { auc: difference(gain) };
  return { predicate: "vip", isRequired: false, rows: 900, classRows: [700, 200], metrics, lossPValue: 0.5, ...others };
}

interface Held {
  readonly limits?: Partial<SlicesGate>;
  readonly asked?: readonly Slice[];
  readonly primaryMetric?: Metric;
}

function judged(slices: readonly SliceQuality[], { limits = {}, asked = [], primaryMetric = "auc" }: Held = {}) {
  const evaluation = { ...policy.evaluation!, primaryMetric, slices: asked.length > 0 ? asked : [{ by: "x" }] };
  const gates: Policy["gates"] = { ...policy.gates, slices: { ...policy.gates.slices, ...limits } };
  return gate("slices", { quality: { ...quality, primaryMetric, slices } }, { evaluation, gates });
}

describe("a slice", () => {
  test.each<[string, SliceQuality, string]>([
    ["that loses what is allowed passes, however certain", slice({ gain: -0.02, lossPValue: 1e-9 }), "vip pass"],
    ["that loses more, and not by chance, fails", slice({ gain: -0.0201, lossPValue: 0.049 }), "vip fail"],
    ["that loses more, perhaps by chance, is a warning", slice({ gain: -0.2, lossPValue: 0.05 }), "vip warn"],
    ["that gains passes", slice({ gain: 0.2, lossPValue: 1 }), "vip pass"],
    ["that could not be tested and loses is a warning", slice({ gain: -0.2, lossPValue: null }), "vip warn"],
    ["with NaN for a p-value is a warning", slice({ gain: -0.2, lossPValue: Number.NaN }), "vip warn"],
    [
      "that cannot be compared is inconclusive",
      slice({ metrics: { auc: metric({ difference: null }) } }),
      "vip inconclusive",
    ],
    ["without its metric is inconclusive", slice({ metrics: {} }), "vip inconclusive"],
    ["of 199 rows is listed", slice({ rows: 199, gain: -0.5, lossPValue: 1e-9 }), "minRows pass"],
    ["of 200 rows is tested", slice({ rows: 200, gain: -0.5, lossPValue: 1e-9 }), "vip fail"],
    ["with 9 rows of a class is listed", slice({ classRows: [891, 9], gain: -0.5, lossPValue: 1e-9 }), "minRows pass"],
    ["with 10 rows of a class is tested", slice({ classRows: [890, 10], gain: -0.5, lossPValue: 1e-9 }), "vip fail"],
    ["of NaN rows is listed", slice({ rows: Number.NaN, gain: -0.5 }), "minRows pass"],
  ])("%s", (_, one, found) => expect(findings(judged([one]))).toEqual([found]));

  test.each<[string, SliceQuality, string]>([
    [
      "that loses more, perhaps by chance, is inconclusive",
      slice({ gain: -0.2, lossPValue: 0.05 }),
      "vip inconclusive",
    ],
    ["that loses what is allowed passes", slice({ gain: -0.02, lossPValue: 0.3 }), "vip pass"],
    ["that is too small is inconclusive", slice({ rows: 199, gain: 0.1 }), "vip inconclusive"],
    [
      "without rows is inconclusive",
      slice({ rows: 0, classRows: [0, 0], metrics: {}, lossPValue: null }),
      "vip inconclusive",
    ],
  ])("that is required and %s", (_, one, found) => {
    expect(findings(judged([{ ...one, isRequired: true }]))).toEqual([found]);
  });

  test("says how many rows would decide it", () => {
    const [reason] = judged([slice({ gain: -0.2, lossPValue: 0.05 })]).reasons;
    expect(reason).toMatchObject({ fix: "Evaluate on 5000 rows: so many would decide it.", limit: 0.02 });
  });
});

describe("many slices", () => {
  const losing = (predicate: string, lossPValue: number) => slice({ predicate, gain: -0.1, lossPValue });

  test("share one level, by Holm: 0.02 of three is not below 0.05", () => {
    const three = [losing("a", 0.02), losing("b", 0.5), losing("c", 0.6)];
    expect(findings(judged(three))).toEqual(["a warn", "b warn", "c warn"]);
    expect(findings(judged([losing("a", 0.016), ...three.slice(1)]))).toEqual(["a fail", "b warn", "c warn"]);
  });

  test("those too small to be tested do not count among them", () => {
    const small = [1, 2, 3].map((index) => slice({ predicate: `s${index}`, rows: 20, lossPValue: null }));
    expect(findings(judged([losing("a", 0.02), ...small]))).toEqual(["a fail", "minRows pass"]);
  });
});

describe("what is allowed", () => {
  const rmse = (value: number) =>
    slice({ metrics: { rmse: difference(value, 200) }, classRows: null, lossPValue: 1e-9 });

  test.each<[string, number, Partial<SlicesGate>, string]>([
    ["of an error is its share of the champion's", 20, { maxLossRatio: 0.1 }, "vip pass"],
    ["of an error is no more", 20.01, { maxLossRatio: 0.1 }, "vip fail"],
    ["of an error without a share is in its own unit", 0.03, {}, "vip fail"],
    ["of an error that shrinks is anything", -50, { maxLossRatio: 0.1 }, "vip pass"],
  ])("%s", (_, value, limits, found) => {
    expect(findings(judged([rmse(value)], { limits, primaryMetric: "rmse" }))).toEqual([found]);
  });

  test("of a rate is in its own unit, whatever share is given", () => {
    const found = findings(judged([slice({ gain: -0.03, lossPValue: 1e-9 })], { limits: { maxLossRatio: 0.5 } }));
    expect(found).toEqual(["vip fail"]);
  });
});

describe("a slice that the policy asks for", () => {
  test.each<[string, Slice, Partial<SliceQuality>, readonly string[]]>([
    ["and the evidence has", "vip", {}, ["vip pass"]],
    ["and the evidence lacks is inconclusive", "old", {}, ["old inconclusive", "vip pass"]],
    [
      "as required has to be measured as required",
      { where: "vip", required: true },
      {},
      ["vip inconclusive", "vip pass"],
    ],
    ["as required, and was", { where: "vip", required: true }, { isRequired: true }, ["vip pass"]],
    ["by a column without values", { by: "region" }, {}, ["vip pass"]],
    [
      "by a column whose values are required",
      { by: "region", required: true },
      {},
      ["by region inconclusive", "vip pass"],
    ],
    [
      "by a column, and has it",
      { by: "my region", required: true },
      { predicate: "\"my region\" = 'DE'", isRequired: true },
      ["\"my region\" = 'DE' pass"],
    ],
  ])("%s", (_, asked, changes, found) => {
    expect(findings(judged([slice(changes)], { asked: [asked] }))).toEqual(found);
  });

  test("is looked for among all that were measured", () => {
    const asked: readonly Slice[] = ["vip", { where: "old", required: true }, { by: "region", required: true }];
    const measured = ["old", "vip", "region = 'DE'"].map((predicate) => slice({ predicate, isRequired: true }));
    expect(findings(judged(measured, { asked }))).toEqual(["old pass", "vip pass", "region = 'DE' pass"]);
  });
});
