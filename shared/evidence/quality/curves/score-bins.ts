import { rounded } from "./rounded.ts";

/** How probabilities are distributed over what came true. */
export interface ScoreBins {
  /** What the rows weigh in each of 50 equally wide bins from 0 to 1: those that came true, and those that did not. */
  readonly positive: readonly number[];
  readonly negative: readonly number[];
  /** Ten equally wide bins; one without rows has no means. */
  readonly calibration: readonly CalibrationBin[];
}

export interface CalibrationBin {
  readonly weight: number;
  readonly meanScore: number | null;
  /** How much of the weight came true. */
  readonly positiveShare: number | null;
}

/** Probabilities, for each 1 where it came true and else 0, and weights where rows have any. */
export interface ScoredRows {
  readonly scores: Float64Array;
  readonly positives: ArrayLike<number>;
  readonly weights: Float64Array | undefined;
}

export interface ScoreBinTally {
  /** The next rows, in their order. */
  readonly add: (rows: ScoredRows) => void;
  /** Null where there are no rows, or something that is no probability. */
  readonly bins: () => ScoreBins | null;
}

const BINS = 50;
const CALIBRATION_BINS = 10;
const WIDTH = BINS / CALIBRATION_BINS;
/** The score 1 has a bin of its own until the end, so that no row pays for a comparison. */
const SLOTS = BINS + 1;

export function scoreBinTally(): ScoreBinTally {
  /** Those that did not come true, and behind them those that did. */
  const counts = new Float64Array(2 * SLOTS);
  const sums = new Float64Array(SLOTS);
  let outside = 0;
  return {
    add({ scores, positives, weights }) {
      for (let row = 0; row < scores.length; row++) {
        const score = scores[row]!;
        const weight = weights === undefined ? 1 : weights[row]!;
        if (score >= 0 && score <= 1 && weight >= 0) {
          const bin = (BINS * score) | 0;
          counts[SLOTS * positives[row]! + bin]! += weight;
          sums[bin]! += score * weight;
        } else if (weight !== 0) outside++;
      }
    },
    bins: () => (outside > 0 ? null : binsOf(counts, sums)),
  };
}

function binsOf(counts: Float64Array, sums: Float64Array): ScoreBins | null {
  const [wrong, right, scores] = [folded(counts.subarray(0, SLOTS)), folded(counts.subarray(SLOTS)), folded(sums)];
  const weight = sum(right) + sum(wrong);
  if (!(weight > 0 && weight < Number.POSITIVE_INFINITY)) return null;
  const calibration = Array.from({ length: CALIBRATION_BINS }, (_, bin) => {
    const [positive, negative, score] = [right, wrong, scores].map((all) =>
      sum(all.subarray(bin * WIDTH, (bin + 1) * WIDTH)),
    );
    return calibrationBin(positive!, negative!, score!);
  });
  return { positive: Array.from(right, rounded), negative: Array.from(wrong, rounded), calibration };
}

function folded(slots: Float64Array): Float64Array {
  const bins = slots.slice(0, BINS);
  bins[BINS - 1]! += slots[BINS]!;
  return bins;
}

function calibrationBin(positive: number, negative: number, scores: number): CalibrationBin {
  const weight = positive + negative;
  if (weight === 0) return { weight, meanScore: null, positiveShare: null };
  return { weight: rounded(weight), meanScore: rounded(scores / weight), positiveShare: rounded(positive / weight) };
}

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0);
}
