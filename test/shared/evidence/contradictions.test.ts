import { describe, expect, test } from "vitest";
import { evidenceText, parseEvidence } from "../../../shared/evidence/document.ts";
import { type Evidence, isMeasured, type Measured } from "../../../shared/evidence/evidence.ts";
import type { MetricEvidence, QualityEvidence, SliceQuality } from "../../../shared/evidence/quality.ts";
import { Failure } from "../../../shared/failure.ts";
import { evidence, metric, quality } from "../gate/good.ts";

const [vip] = quality.slices as [SliceQuality];
const golden = measured(evidence.golden);
const parity = measured(evidence.parity);
const sanity = measured(evidence.sanity);
const latency = measured(evidence.latency);
const soak = measured(evidence.soak);

const whole = (changes: Partial<QualityEvidence>) => ({ quality: { ...quality, ...changes } });
const ofAuc = (changes: Partial<MetricEvidence>) => whole({ metrics: { auc: metric(changes) } });
const ofSlice = (changes: Partial<SliceQuality>) => whole({ slices: [{ ...vip, ...changes }] });
const alone = { champion: null, difference: null, lower: null, upper: null, pValue: null };
const answers = (changes: object) => {
  const difference = { ...golden.outputs[0]!.difference, ...changes };
  return { golden: { ...golden, outputs: [{ ...golden.outputs[0]!, difference }] } };
};
const chosen = (agreeing: number, tied: number) => ({
  parity: { ...parity, outputs: [{ ...parity.outputs[0]!, choices: { rows: 30, agreeing, tied } }] },
});
const scores = (changes: object) => ({ sanity: { ...sanity, outputs: [{ ...sanity.outputs[0]!, ...changes }] } });
const percentiles = (p50Ms: number, p95Ms: number, p99Ms: number) => ({
  latency: { ...latency, challenger: { ...latency.challenger, p50Ms, p95Ms, p99Ms } },
});
const grown = (lower: number, upper: number) => ({ soak: { ...soak, bytesPerMinute: { value: 0, lower, upper } } });

describe("evidence is refused where it contradicts itself", () => {
  test.each<[string, Partial<Evidence>, string]>([
    ["a difference that hides a loss", ofAuc({ challenger: 0.72 }), "metrics.auc.difference"],
    ["a difference beside no champion", ofAuc({ champion: null }), "metrics.auc.difference"],
    ["bounds the wrong way round", ofAuc({ lower: 0.5, upper: -0.9 }), "metrics.auc.lower"],
    ["an area of more than 1", ofAuc({ ...alone, challenger: 1e308 }), "no auc is 1e+308"],
    ["an area below 0", ofAuc({ challenger: 0.01, champion: -0.01, difference: 0.02 }), "no auc is -0.01"],
    ["an error below 0", whole({ metrics: { logLoss: metric({ ...alone, challenger: -9 }) } }), "no logLoss is -9"],
    [
      "a gain that explains more than all",
      whole({ metrics: { r2: metric({ ...alone, challenger: 2 }) } }),
      "no r2 is 2",
    ],
    [
      "more rows than the dataset has",
      whole({ rows: 4001, classRows: [3001, 1000] }),
      "4001 rows are measured, of 4000",
    ],
    ["classes that are more than the rows", whole({ classRows: [3000, 1001] }), "4001 in their classes"],
    ["no classes where rows have them", whole({ classRows: null }), "0 in their classes"],
    ["a slice of more rows than all", ofSlice({ rows: 4001, classRows: [4000, 1] }), "slices[0].rows"],
    ["a slice too small only by its classes", ofSlice({ classRows: [5, 5] }), "slices[0].classRows"],
    [
      "a slice that hides its loss",
      ofSlice({ metrics: { auc: metric({ challenger: 0.1 }) } }),
      "slices[0].metrics.auc",
    ],
    ["a slice twice, with other figures", whole({ slices: [vip, { ...vip, lossPValue: 0.1 }] }), "slices[1]"],
    ["an answer off and none", answers({ largestShare: 20 }), "golden.outputs[0].difference"],
    ["an answer off by what is no number", answers({ largestShare: Number.NaN }), "golden.outputs[0].difference"],
    [
      "more values off than there are",
      answers({ largestShare: 2, beyondTolerance: 31 }),
      "golden.outputs[0].difference",
    ],
    ["more choices than rows", chosen(30, 1), "parity.outputs[0].choices"],
    ["a value beyond its range and none", scores({ highest: 1.1 }), "sanity.outputs[0]"],
    ["more rows scored than there are", { sanity: { ...sanity, rows: 4001 } }, "sanity.rows"],
    ["percentiles out of order", percentiles(4, 9, 8), "latency.challenger"],
    ["an answer before it is asked for", percentiles(-1, 9, 12), "latency.challenger"],
    ["a ratio of nothing", { latency: { ...latency, ratio: { value: 1, lower: 1.05, upper: 0.95 } } }, "latency.ratio"],
    ["memory that grows and does not", grown(1e9, -1e9), "soak.bytesPerMinute"],
    [
      "facts that nobody counted",
      { lint: { ...evidence.lint, completeness: { named: 7, of: 7, missing: ["preprocessing"] } } },
      "lint.completeness",
    ],
  ])("%s", (_, changes, place) => {
    const failure = refusalOf(changes);
    expect(failure).toMatchObject({ code: "document-invalid" });
    expect(failure.message).toContain("contradicts itself");
    expect(failure.message).toContain(place);
  });

  test("every contradiction is named at once, each where it stands", () => {
    const { problems } = refusalOf({ ...ofAuc({ challenger: 0.72 }), ...percentiles(4, 9, 8) });
    expect(problems.map(({ line, message }) => [line > 1, message.split(" ")[0]])).toEqual([
      [true, expect.stringMatching(/^(latency|quality)\./)],
      [true, expect.stringMatching(/^(latency|quality)\./)],
    ]);
  });

  test("a name with lines and commands in it stays on one line", () => {
    const predicate = "a\n::error::b";
    const { message } = refusalOf(
      whole({
        slices: [
          { ...vip, predicate },
          { ...vip, predicate, lossPValue: 0 },
        ],
      }),
    );
    expect(message).not.toContain("\n");
  });
});

describe("evidence is taken where figures are only odd", () => {
  test.each<[string, Partial<Evidence>]>([
    ["a difference rounded otherwise", ofAuc({ difference: 0.01 + 1e-9 })],
    ["bounds beside the difference, as a bootstrap's may lie", ofAuc({ lower: 0.02, upper: 0.03 })],
    ["bounds that are one", ofAuc({ lower: 0.01, upper: 0.01 })],
    ["a metric that nobody could compute", ofAuc({ ...alone, challenger: null })],
    ["agreement below chance", whole({ metrics: { mcc: metric({ ...alone, challenger: -1 }) } })],
    ["errors as large as they come", whole({ metrics: { logLoss: metric({ ...alone, challenger: 1e6 }) } })],
    ["fewer rows than the dataset has", whole({ rows: 3999, classRows: [2999, 1000] })],
    ["a regression, which has no classes", whole({ task: "regression", classRows: null, slices: [] })],
    ["a slice twice, asked for by name and by column", whole({ slices: [vip, { ...vip, isRequired: true }] })],
    ["answers at the very tolerance", answers({ largest: 1, largestShare: 1 })],
    ["a limit that float32 rounds", scores({ range: [0, 0.1], lowest: 0, highest: Math.fround(0.1) })],
    ["values beyond their range, and counted", scores({ outOfRange: 1, highest: 7 })],
    ["equal percentiles", percentiles(9, 9, 9)],
    ["percentiles that are no numbers", percentiles(Number.NaN, Number.NaN, Number.NaN)],
    ["bounds without end", grown(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)],
  ])("%s", (_, changes) => {
    const written = { ...evidence, ...changes };
    expect(parseEvidence(evidenceText(written), "evidence.json")).toEqual(written);
  });
});

function refusalOf(changes: Partial<Evidence>): Failure {
  try {
    parseEvidence(evidenceText({ ...evidence, ...changes }), "evidence.json");
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown;
    throw thrown;
  }
  throw new Error("nothing was refused");
}

function measured<T extends object>(part: Measured<T>): T {
  if (!isMeasured(part)) throw new Error("it is not measured");
  return part;
}
