import { Failure } from "../failure.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { LoadedModel, ProcessMemory } from "../ports/runtime.ts";
import type { NamedTensors } from "../ports/tensor.ts";
import type { Traffic } from "../ports/traffic.ts";
import { type TimeSeries, trendOf } from "../statistics/trend.ts";
import { generateLoad } from "./load-generation/generate.ts";
import { openModel } from "./load-generation/model-channel.ts";

/** Whether memory grows while requests go on. */
export interface SoakEvidence {
  readonly durationSeconds: number;
  readonly requests: number;
  readonly errors: number;
  /** The slope of resident memory, with two-sided 90 % bounds. */
  readonly bytesPerMinute: { readonly value: number; readonly lower: number; readonly upper: number };
  /** Resident memory after so many seconds, for a chart. Absent from evidence that was taken before there was any. */
  readonly memory?: readonly (readonly [atSeconds: number, bytes: number])[];
}

export interface SoakQuestion {
  /** Asked in turn, at least one. */
  readonly requests: readonly NamedTensors[];
  readonly ratePerSecond: number;
  readonly durationSeconds: number;
  readonly seed: number;
  readonly signal?: AbortSignal;
}

export interface SoakPorts {
  readonly traffic: Traffic;
  readonly challenger: LoadedModel;
  readonly clock: Clock;
  readonly log: Log;
}

/** Before it memory grows for good reasons: caches fill, code is compiled. */
const WARM_UP_SHARE = 0.2;
const TIMEOUT_SECONDS = 60;
const SAMPLES = 240;
const MOST_DRAWN = 2 * SAMPLES;
/** Memory a moment ago says most of memory now: only means over a while are measurements of their own. */
const SPANS = 24;
const CONFIDENCE = 0.9;
/** What resident memory is counted in. */
const PAGE_BYTES = 4096;

/** Requests go on at one rate, and beside them the model's process is asked how much memory it holds. */
export async function measureSoak(question: SoakQuestion, ports: SoakPorts): Promise<SoakEvidence> {
  const { durationSeconds, signal } = question;
  const memory = memorySamples(ports, (durationSeconds * 1000) / SAMPLES);
  if ((await memory.take()) === null) throw untold();
  await using channel = await openModel(ports.challenger, question.requests, ports.traffic);
  const plan = {
    arrivals: "poisson",
    warmUpSeconds: WARM_UP_SHARE * durationSeconds,
    timeoutSeconds: TIMEOUT_SECONDS,
  } as const;
  const expected = Math.ceil(question.ratePerSecond * durationSeconds);
  let ended = 0;
  const watch = (): void => {
    // What was taken before is forgotten.
    if (ended === 0) memory.forget();
    ended += 1;
    memory.takeIfDue();
    ports.log.progress("requests of the soak", Math.min(ended, expected), expected);
  };
  const result = await generateLoad({ ...question, ...plan, watch }, channel);
  signal?.throwIfAborted();
  const series = await memory.series();
  const trend = trendOf(spanMeans(series), { confidence: CONFIDENCE, step: PAGE_BYTES });
  if (trend === null) {
    throw new Failure(
      "prediction-failed",
      `A soak of ${durationSeconds} s gave too few samples of memory for a slope.`,
      {
        fix: "Give gates.soak.durationSeconds a longer time.",
      },
    );
  }
  const { slope: value, lower, upper } = trend;
  return {
    durationSeconds,
    requests: result.samples,
    errors: result.errors,
    bytesPerMinute: { value, lower, upper },
    memory: drawnOf(series),
  };
}

/** From the first one on; requests that end long after the last one was due add no more than a few. */
function drawnOf({ times, values }: TimeSeries): NonNullable<SoakEvidence["memory"]> {
  const first = times[0] ?? 0;
  const seconds = (minute: number): number => Number(((minute - first) * 60).toFixed(3));
  return Array.from(values.subarray(0, MOST_DRAWN), (bytes, index) => [seconds(times[index]!), bytes] as const);
}

interface MemorySamples {
  take(): Promise<ProcessMemory | null>;
  takeIfDue(): void;
  forget(): void;
  /** Times in minutes. */
  series(): Promise<TimeSeries>;
}

function memorySamples({ challenger, clock }: SoakPorts, intervalMs: number): MemorySamples {
  const taken: { readonly minute: number; readonly bytes: number }[] = [];
  let underWay: Promise<unknown> = Promise.resolve();
  let nextMs = Number.NEGATIVE_INFINITY;
  const take = async (): Promise<ProcessMemory | null> => {
    const memory = (await challenger.memory?.()) ?? null;
    if (memory !== null) taken.push({ minute: clock.elapsedMs() / 60_000, bytes: memory.residentBytes });
    return memory;
  };
  return {
    take,
    takeIfDue: () => {
      const nowMs = clock.elapsedMs();
      if (nowMs < nextMs) return;
      nextMs = nowMs + intervalMs;
      underWay = Promise.all([underWay, take()]);
    },
    forget: () => {
      taken.length = 0;
    },
    series: async () => {
      await underWay;
      return {
        times: Float64Array.from(taken, ({ minute }) => minute),
        values: Float64Array.from(taken, ({ bytes }) => bytes),
      };
    },
  };
}

function spanMeans({ times, values }: TimeSeries): TimeSeries {
  const size = Math.max(1, Math.ceil(times.length / SPANS));
  const starts = Array.from({ length: Math.floor(times.length / size) }, (_, span) => span * size);
  const means = (all: Float64Array): Float64Array =>
    Float64Array.from(starts, (start) => all.subarray(start, start + size).reduce((sum, one) => sum + one, 0) / size);
  return { times: means(times), values: means(values) };
}

function untold(): Failure {
  return new Failure("platform-unsupported", "This system does not tell how much memory the model's process holds.", {
    fix: "Run it on Linux, or set gates.soak.level to off.",
  });
}
