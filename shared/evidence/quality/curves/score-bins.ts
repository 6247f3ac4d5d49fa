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

/** Counts one probability after the other, in the order of the rows. */
export interface ScoreBinTally {
  readonly add: (score: number, isPositive: number, weight: number) => void;
  /** Null where there are no rows, or something that is no probability. */
  readonly bins: () => ScoreBins | null;
}

const BINS = 50;
const CALIBRATION_BINS = 10;
/** The score 1 has a bin of its own until the end, so that no row pays for a comparison. */
const SLOTS = BINS + 1;

export function scoreBinTally(): ScoreBinTally {
  const positive = new Float64Array(SLOTS);
  const negative = new Float64Array(SLOTS);
  const scores = new Float64Array(SLOTS);
  let outside = 0;
  return {
    add(score, isPositive, weight) {
      if (!(score >= 0 && score <= 1 && weight >= 0)) {
        outside += weight === 0 ? 0 : 1;
        return;
      }
      const bin = (BINS * score) | 0;
      positive[bin]! += isPositive * weight;
      negative[bin]! += (1 - isPositive) * weight;
      scores[bin]! += score * weight;
    },
    bins() {
      const [right, wrong, sums] = [positive, negative, scores].map(folded) as [
        Float64Array,
        Float64Array,
        Float64Array,
      ];
      const weight = sum(right) + sum(wrong);
      if (outside > 0 || !(weight > 0 && weight < Number.POSITIVE_INFINITY)) return null;
      const calibration = Array.from({ length: CALIBRATION_BINS }, (_, bin) => {
        const part = (all: Float64Array) =>
          sum(all.subarray(bin * (BINS / CALIBRATION_BINS)).subarray(0, BINS / CALIBRATION_BINS));
        return calibrationBin(part(right), part(wrong), part(sums));
      });
      return { positive: Array.from(right, rounded), negative: Array.from(wrong, rounded), calibration };
    },
  };
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
