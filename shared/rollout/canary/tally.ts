import { readServedAnswer } from "../../evidence/served-answer.ts";
import { servedScores } from "../../evidence/served-scores.ts";
import type { Manifest } from "../../release/manifest.ts";
import { type ModelReading, NO_ANSWERS } from "./readings.ts";

/** What one model answered, one answer at a time. */
export interface Tally {
  add(answer: TalliedAnswer): void;
  addError(status: string, latencyMs: number | null): void;
  reading(): ModelReading;
}

export interface TalliedAnswer {
  /** Null where nobody kept what was answered. */
  readonly predictions: readonly unknown[] | null;
  /** How many rows were asked. */
  readonly rows: number;
  /** Null where nobody measured it. */
  readonly latencyMs: number | null;
}

/** From a tenth of a millisecond to some minutes, each bucket a twentieth wider than the one before. */
const BOUNDS_MS: readonly number[] = Array.from({ length: 290 }, (_, index) => 0.1 * 1.05 ** index);

/** Beyond so many the distribution is known. */
const MOST_SCORES = 50_000;

export function tallyOf(manifest: Manifest): Tally {
  const counts = new Array<number>(BOUNDS_MS.length + 1).fill(0);
  const errors: Record<string, number> = {};
  const scores: number[] = [];
  let [answers, lookedInto, invalid] = [0, 0, 0];
  let example: string | null = null;
  const count = (latencyMs: number | null): void => {
    answers += 1;
    if (latencyMs !== null) counts[bucketOf(latencyMs)]! += 1;
  };
  const lookInto = (predictions: readonly unknown[], rows: number): void => {
    lookedInto += 1;
    const answer = readServedAnswer(predictions, rows, manifest.contract);
    if (answer.kind === "valid") {
      for (const score of servedScores(answer.outputs, manifest).slice(0, MOST_SCORES - scores.length))
        scores.push(score);
      return;
    }
    invalid += 1;
    example ??= answer.problem;
  };
  return {
    add({ predictions, rows, latencyMs }) {
      count(latencyMs);
      if (predictions !== null) lookInto(predictions, rows);
    },
    addError(status, latencyMs) {
      count(latencyMs);
      errors[status] = (errors[status] ?? 0) + 1;
    },
    reading() {
      if (answers === 0) return NO_ANSWERS;
      const content = lookedInto === 0 ? null : { answers: lookedInto, invalid, example, scores };
      return { answers, errors: { ...errors }, latency: { boundsMs: BOUNDS_MS, counts: [...counts] }, content };
    },
  };
}

function bucketOf(latencyMs: number): number {
  const bucket = BOUNDS_MS.findIndex((bound) => latencyMs < bound);
  return bucket < 0 ? BOUNDS_MS.length : bucket;
}
