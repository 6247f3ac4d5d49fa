import type { ServedCall } from "../served.ts";
import type { Store, Table } from "../state/store.ts";
import { httpCode } from "../status.ts";
import { bucketOf } from "./latency-buckets.ts";

/** What one deployed model answered within an interval. */
export interface Interval {
  readonly endpoint: string;
  readonly deployedModelId: string;
  readonly startMs: number;
  readonly endMs: number;
  /** By the first digit of the HTTP status. */
  readonly responses: Readonly<Record<string, number>>;
  readonly latency: Latency;
}

interface Latency {
  readonly count: number;
  readonly meanMs: number;
  readonly squaredDeviation: number;
  readonly buckets: Readonly<Record<number, number>>;
}

export interface Counts {
  add(call: ServedCall): void;
  /** Oldest first. What has been shown is not changed any more: later calls are in intervals of their own. */
  intervals(): readonly Interval[];
  /** Everything counted is where it survives the emulator. */
  flush(): void;
}

/** Finer than the service, which samples once a minute: nobody waits for a minute here. */
const INTERVAL_MS = 1_000;
/** Hours of traffic: the oldest goes. */
const MAX_INTERVALS = 50_000;

type Open = { -readonly [Name in keyof Interval]: Interval[Name] };

export function servedCounts(store: Store): Counts {
  const table: Table<Interval> = store.table("monitoring");
  const closed = Array.from(table.entries(), ([, interval]) => interval);
  const keys = Array.from(table.entries(), ([key]) => key);
  const open = new Map<string, Open>();
  const close = (name: string, interval: Open): void => {
    open.delete(name);
    closed.push(interval);
    const key = String(Number(keys.at(-1) ?? 0) + 1);
    keys.push(key);
    table.set(key, interval);
    if (closed.length <= MAX_INTERVALS) return;
    closed.shift();
    table.delete(keys.shift()!);
  };
  const flush = (): void =>
    store.together(() => {
      for (const [name, interval] of open) close(name, interval);
    });
  return {
    add(call) {
      const name = `${call.endpoint} ${call.deployedModelId}`;
      const running = open.get(name);
      if (running !== undefined && call.timeMs - running.startMs >= INTERVAL_MS) close(name, running);
      const interval = open.get(name) ?? begun(call);
      open.set(name, interval);
      count(interval, call);
    },
    intervals() {
      flush();
      return closed;
    },
    flush,
  };
}

/** An interval is never empty: it begins a moment before its first answer. */
function begun({ endpoint, deployedModelId, timeMs }: ServedCall): Open {
  const latency = { count: 0, meanMs: 0, squaredDeviation: 0, buckets: {} };
  return { endpoint, deployedModelId, startMs: timeMs - 1, endMs: timeMs, responses: {}, latency };
}

function count(interval: Open, { timeMs, latencyMs, status }: ServedCall): void {
  const kind = `${Math.floor(httpCode(status) / 100)}xx`;
  interval.endMs = Math.max(interval.endMs, timeMs);
  interval.responses = { ...interval.responses, [kind]: (interval.responses[kind] ?? 0) + 1 };
  interval.latency = withLatency(interval.latency, latencyMs);
}

/** Welford's, so that no sum of squares grows beyond what a double tells apart. */
function withLatency({ count, meanMs, squaredDeviation, buckets }: Latency, latencyMs: number): Latency {
  const difference = latencyMs - meanMs;
  const mean = meanMs + difference / (count + 1);
  const bucket = bucketOf(latencyMs);
  return {
    count: count + 1,
    meanMs: mean,
    squaredDeviation: squaredDeviation + difference * (latencyMs - mean),
    buckets: { ...buckets, [bucket]: (buckets[bucket] ?? 0) + 1 },
  };
}
