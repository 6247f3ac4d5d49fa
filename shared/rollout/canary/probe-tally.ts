import { readServedAnswer } from "../../evidence/served-answer.ts";
import type { ServedCase } from "../../evidence/served-case.ts";
import { servedScores } from "../../evidence/served-scores.ts";
import type { PredictAnswer } from "../../ports/endpoint.ts";
import type { Manifest } from "../../release/manifest.ts";
import { type ModelReading, NO_ANSWERS } from "./readings.ts";

/** What one model answered to the probes that it was asked. */
export interface ProbeTally {
  add(answer: PredictAnswer, asked: ServedCase): void;
  reading(): ModelReading;
}

/** From a tenth of a millisecond to some minutes, each bucket a twentieth wider than the one before. */
const BOUNDS_MS: readonly number[] = Array.from({ length: 290 }, (_, index) => 0.1 * 1.05 ** index);

/** Beyond so many the distribution is known. */
const MOST_SCORES = 50_000;

export function probeTally(manifest: Manifest): ProbeTally {
  const counts = new Array<number>(BOUNDS_MS.length + 1).fill(0);
  const scores: number[] = [];
  let [answers, invalid] = [0, 0];
  let example: string | null = null;
  return {
    add({ predictions, latencyMs }, { instances }) {
      answers += 1;
      counts[bucketOf(latencyMs)]! += 1;
      const answer = readServedAnswer(predictions, instances.length, manifest.contract);
      if (answer.kind === "valid") {
        for (const score of servedScores(answer.outputs, manifest).slice(0, MOST_SCORES - scores.length))
          scores.push(score);
      } else {
        invalid += 1;
        example ??= answer.problem;
      }
    },
    reading: () =>
      answers === 0
        ? NO_ANSWERS
        : {
            answers,
            errors: {},
            latency: { boundsMs: BOUNDS_MS, counts: [...counts] },
            content: { answers, invalid, example, scores },
          },
  };
}

function bucketOf(latencyMs: number): number {
  const bucket = BOUNDS_MS.findIndex((bound) => latencyMs < bound);
  return bucket < 0 ? BOUNDS_MS.length : bucket;
}
