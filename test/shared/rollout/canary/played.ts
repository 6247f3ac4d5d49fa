import { judgeCanary } from "../../../../shared/rollout/canary/judge.ts";
import type { CanaryReadings, ModelReading } from "../../../../shared/rollout/canary/readings.ts";
import { seeded } from "../../statistics/random.ts";
import { BOUNDS_MS, RULES } from "./readings.ts";
import type { Answer, Answering, Situation } from "./situations.ts";

/** One minute of a step, as judges see it that compare a point for each minute. */
export interface Minute {
  readonly challenger: Points;
  readonly champion: Points;
}

export interface Points {
  readonly answers: number;
  readonly errorRate: number;
  readonly meanMs: number;
  readonly p95Ms: number;
  readonly invalidRate: number;
  readonly meanScore: number;
}

export type Look = "pass" | "fail" | "more";

/** One look at everything since the step began. */
export type Judge = (readings: CanaryReadings, minutes: readonly Minute[]) => Look;

/** How a step ended: by a judge's word, or by nobody having found that it may go on. */
export type Ending = "passed" | "aborted" | "held";

const MINUTES = 120;
/** Nothing passes before, whoever judges. */
const BAKED = 10;

export const ours: Judge = (readings) => judgeCanary(readings, RULES).kind;

/** Judged at the end of every minute, as a rollout is: a failure ends it at once, a pass when it has baked. */
export function played(situation: Situation, seed: number, judges: readonly Judge[]): readonly Ending[] {
  const draw = seeded(seed);
  const [challenger, champion] = [newTally(), newTally()];
  const minutes: Minute[] = [];
  const endings: (Ending | null)[] = judges.map(() => null);
  for (let minute = 0; minute < MINUTES && endings.includes(null); minute++) {
    const ask = (answering: Answering, count: number) => Array.from({ length: count }, () => answering(draw, minute));
    minutes.push({
      challenger: add(challenger, ask(situation.challenger, situation.traffic[0])),
      champion: add(champion, ask(situation.champion, situation.traffic[1])),
    });
    const readings = {
      challenger: readingOf(challenger),
      champion: readingOf(champion),
      spanMs: (minute + 1) * 60_000,
      remarks: [],
    };
    for (const [index, judge] of judges.entries()) endings[index] ??= endingOf(judge(readings, minutes), minute);
  }
  return endings.map((ending) => ending ?? "held");
}

function endingOf(look: Look, minute: number): Ending | null {
  if (look === "fail") return "aborted";
  return look === "pass" && minute + 1 >= BAKED ? "passed" : null;
}

interface Tally {
  answers: number;
  errors: number;
  invalid: number;
  readonly counts: number[];
  readonly scores: number[];
}

function newTally(): Tally {
  return { answers: 0, errors: 0, invalid: 0, counts: new Array<number>(BOUNDS_MS.length + 1).fill(0), scores: [] };
}

function add(tally: Tally, answers: readonly Answer[]): Points {
  const good = answers.filter(({ isError }) => !isError);
  const scores = good.map(({ score }) => score).filter((score) => !Number.isNaN(score));
  tally.answers += answers.length;
  tally.errors += answers.length - good.length;
  tally.invalid += good.length - scores.length;
  tally.scores.push(...scores);
  for (const { latencyMs } of answers) tally.counts[bucketOf(latencyMs)]! += 1;
  const latencies = answers.map(({ latencyMs }) => latencyMs).sort((a, b) => a - b);
  return {
    answers: answers.length,
    errorRate: 1 - good.length / answers.length,
    meanMs: meanOf(latencies),
    p95Ms: latencies[Math.ceil(0.95 * latencies.length) - 1]!,
    invalidRate: good.length === 0 ? 0 : 1 - scores.length / good.length,
    meanScore: meanOf(scores),
  };
}

function readingOf({ answers, errors, invalid, counts, scores }: Tally): ModelReading {
  return {
    answers,
    errors: errors === 0 ? {} : { 503: errors },
    latency: { boundsMs: BOUNDS_MS, counts },
    content: { answers: answers - errors, invalid, example: null, scores },
  };
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Each bound is 1.1 times the one before. */
function bucketOf(latencyMs: number): number {
  return Math.max(0, Math.min(BOUNDS_MS.length, Math.floor(Math.log(latencyMs) / Math.log(1.1)) + 1));
}
