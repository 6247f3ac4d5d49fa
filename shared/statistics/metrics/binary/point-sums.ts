import { noSums, type Sums, withRows } from "../sums.ts";
import type { BinaryRows } from "./rows.ts";

/** Where each sum lies. */
export const TERM = {
  /** 0 while scores and weights are finite and no weight is negative, else NaN. */
  poison: 0,
  /** Rows whose score is no probability. */
  outside: 1,
  logLoss: 2,
  brier: 3,
  trueNegative: 4,
  falseNegative: 5,
  falsePositive: 6,
  truePositive: 7,
  /** For each of ten equally wide bins, Σ (score − label); an eleventh for the score 1, which belongs to the tenth. */
  gaps: 8,
} as const;
export const BINS = 10;

const TERMS = TERM.gaps + BINS + 1;
/** scikit-learn's: a probability of 0 counts as the spacing of doubles at 1. */
const LEAST = Number.EPSILON;
const MOST = 1 - Number.EPSILON;
/** Sixteen probabilities of at least LEAST multiply to 3e-251, which is a double still. */
const FACTORS = 16;

export const NO_POINT_SUMS: Sums = noSums(TERMS);

export function withBinaryRows(sums: Sums, rows: BinaryRows, threshold: number): Sums {
  const { weights } = rows;
  return withRows(sums, rows.scores.length, (terms, start, end) => {
    if (weights === undefined) addPlain(terms, rows, { start, end, threshold });
    else addWeighted(terms, { ...rows, weights }, { start, end, threshold });
  });
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly threshold: number;
}

/** One logarithm for sixteen rows: that of the product of what the model gave to what came true. */
function addPlain(terms: Float64Array, { labels, scores }: BinaryRows, { start, end, threshold }: Span): void {
  let [poison, outside, logLoss, brier] = [0, 0, 0, 0];
  let [positive, predicted, hits] = [0, 0, 0];
  for (let first = start; first < end; first += FACTORS) {
    const last = Math.min(first + FACTORS, end);
    let product = 1;
    for (let i = first; i < last; i++) {
      const label = labels[i]!;
      const score = scores[i]!;
      const gap = score - label;
      const given = 1 - label + (2 * label - 1) * score;
      product *= Math.min(Math.max(given, LEAST), MOST);
      brier += gap * gap;
      poison += score - score;
      const isPredicted = score >= threshold ? 1 : 0;
      positive += label;
      predicted += isPredicted;
      hits += isPredicted & label;
      if (score >= 0 && score <= 1) terms[TERM.gaps + ((BINS * score) | 0)]! += gap;
      else outside++;
    }
    logLoss -= Math.log(product);
  }
  terms.set([poison, outside, logLoss, brier]);
  terms.set([end - start - positive - predicted + hits, positive - hits, predicted - hits, hits], TERM.trueNegative);
}

type WeightedRows = BinaryRows & { readonly weights: Float64Array };

function addWeighted(terms: Float64Array, { labels, scores, weights }: WeightedRows, span: Span): void {
  for (let i = span.start; i < span.end; i++) {
    const label = labels[i]!;
    const score = scores[i]!;
    const weight = weights[i]!;
    const gap = score - label;
    const given = 1 - label + (2 * label - 1) * score;
    terms[TERM.poison]! += weight < 0 ? Number.NaN : score - score + (weight - weight);
    if (weight === 0) continue;
    terms[TERM.logLoss]! -= weight * Math.log(Math.min(Math.max(given, LEAST), MOST));
    terms[TERM.brier]! += weight * gap * gap;
    terms[TERM.trueNegative + label + (score >= span.threshold ? 2 : 0)]! += weight;
    if (score >= 0 && score <= 1) terms[TERM.gaps + ((BINS * score) | 0)]! += weight * gap;
    else terms[TERM.outside]!++;
  }
}
