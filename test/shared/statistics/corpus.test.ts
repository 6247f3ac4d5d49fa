import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { holm } from "../../../shared/statistics/holm.ts";
import { exactInterval, wilsonInterval } from "../../../shared/statistics/intervals/proportion.ts";
import { binaryMetrics } from "../../../shared/statistics/metrics/binary/measure.ts";
import { delong } from "../../../shared/statistics/paired/delong.ts";
import { mcnemar } from "../../../shared/statistics/paired/mcnemar.ts";
import { NO_MEAN, withDifferences } from "../../../shared/statistics/paired/mean-estimate.ts";
import { pairedT } from "../../../shared/statistics/paired/paired-t.ts";
import { describeCorpus } from "../../corpus.ts";
import { expectClose } from "./vectors.ts";

type Numbers = Readonly<Record<string, number | null>>;

interface Vector {
  readonly name: string;
  readonly y: readonly number[];
  readonly champion: readonly number[];
  readonly challenger: readonly number[];
  readonly expected: {
    readonly champion: Numbers;
    readonly challenger: Numbers;
    readonly comparison: Readonly<Record<string, Numbers & { readonly ci95_delta: readonly [number, number] }>> | null;
  };
}

const NAMES: Readonly<Record<string, string>> = {
  auc: "auc_roc",
  averagePrecision: "average_precision",
  logLoss: "log_loss",
  brier: "brier",
  accuracy: "accuracy_at_0.5",
  precision: "precision_at_0.5",
  recall: "recall_at_0.5",
  f1: "f1_at_0.5",
  mcc: "mcc_at_0.5",
  balancedAccuracy: "balanced_accuracy_at_0.5",
  ks: "ks_positive_vs_negative",
  ece: "ece_10_equal_width",
  eceEqualMass: "ece_10_equal_mass",
};
const options = { confidence: 0.95 };
const LEAST = 2.220446049250313e-16;

describeCorpus("statistics of the corpus", (folder) => {
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, "stats_vectors", `${name}.json`), "utf8"));
  const { vectors } = read<{ vectors: readonly Vector[] }>("binary");

  test.each(vectors)("metrics: $name", ({ y, champion, challenger, expected }) => {
    for (const [scores, values] of [
      [champion, expected.champion],
      [challenger, expected.challenger],
    ] as const) {
      const measured = binaryMetrics({ labels: Uint8Array.from(y), scores: Float64Array.from(scores) }, 0.5);
      expectClose(measured, Object.fromEntries(Object.entries(NAMES).map(([ours, theirs]) => [ours, values[theirs]!])));
    }
  });

  const compared = vectors.filter(({ expected }) => expected.comparison !== null);
  test.each(compared)("comparisons: $name", ({ y, champion, challenger, expected }) => {
    const theirs = expected.comparison!;
    const pair = {
      labels: Uint8Array.from(y),
      champion: Float64Array.from(champion),
      challenger: Float64Array.from(challenger),
    };
    const { delta, p_two_sided, ci95_delta } = theirs.delong!;
    expectClose(delong(pair, options), {
      difference: delta!,
      pValue: p_two_sided!,
      lower: ci95_delta[0],
      upper: ci95_delta[1],
    });
    const { both_right, both_wrong, champion_only_right, challenger_only_right, p_exact } = theirs["mcnemar_at_0.5"]!;
    const agreement = {
      rows: both_right! + both_wrong! + champion_only_right! + challenger_only_right!,
      championOnly: champion_only_right!,
      challengerOnly: challenger_only_right!,
    };
    expectClose(mcnemar(agreement, options), { pValue: p_exact! });
    for (const [loss, name] of [
      [logLoss, "paired_log_loss"],
      [squared, "paired_brier"],
    ] as const) {
      const values = Float64Array.from(y, (label, row) => loss(label, challenger[row]!) - loss(label, champion[row]!));
      const { mean, p_t } = theirs[name]!;
      expectClose(pairedT(withDifferences(NO_MEAN, { values }), options), { difference: mean!, pValue: p_t! });
    }
  });

  interface Table extends Numbers {
    readonly champion_only_right: number;
    readonly challenger_only_right: number;
    readonly p_exact: number;
  }
  test.each(read<{ vectors: readonly Table[] }>("mcnemar").vectors)("McNemar: %j", (table) => {
    const { champion_only_right: championOnly, challenger_only_right: challengerOnly, p_exact } = table;
    expectClose(mcnemar({ rows: 1e6, championOnly, challengerOnly }, options), { pValue: p_exact });
  });

  interface Family {
    readonly p: readonly number[];
    readonly holm: readonly number[];
  }
  test.each(read<{ vectors: readonly Family[] }>("multiple_testing").vectors)("Holm: $p", ({ p, holm: expected }) => {
    expectClose(holm(p), Object.fromEntries(Object.entries(expected)));
  });

  interface Share {
    readonly successes: number;
    readonly n: number;
    readonly wilson: readonly [number, number];
    readonly beta: readonly [number, number];
  }
  test.each(read<{ vectors: readonly Share[] }>("proportion_ci").vectors)(
    "$successes of $n",
    ({ n, successes, wilson, beta }) => {
      const share = { successes, trials: n };
      expectClose(wilsonInterval(share, 0.95), { lower: wilson[0], upper: wilson[1] });
      expectClose(exactInterval(share, 0.95), { lower: beta[0], upper: beta[1] });
    },
  );
});

test("a loss is what the corpus says it is", () => expect(logLoss(1, 1)).toBe(-Math.log(1 - LEAST)));

function logLoss(label: number, score: number): number {
  const given = label === 1 ? score : 1 - score;
  return -Math.log(Math.min(Math.max(given, LEAST), 1 - LEAST));
}

function squared(label: number, score: number): number {
  return (score - label) ** 2;
}
