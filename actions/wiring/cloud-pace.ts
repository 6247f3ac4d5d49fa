import { setTimeout as delay } from "node:timers/promises";
import type { Pace } from "../../shared/adapters/vertex/pace.ts";

/** More than any deadline. */
const LEAP_MS = 7 * 24 * 3_600_000;

export function interruptibleSleep(signal: AbortSignal): (ms: number) => Promise<void> {
  return async (ms) => {
    await delay(ms, undefined, { signal }).catch(() => {});
  };
}

/**
 * Whoever waits when the user asks for an end sees its deadline pass at once. What is asked afterwards, such as to give
 * traffic back, has all its time again.
 */
export function interruptiblePace(signal: AbortSignal): Pace {
  const sleep = interruptibleSleep(signal);
  return {
    nowMs: () => performance.now() + (signal.aborted ? LEAP_MS : 0),
    wait: (ms) => (signal.aborted ? delay(ms) : sleep(ms)),
    random: Math.random,
  };
}

export interface Heartbeat {
  stop(): Promise<void>;
}

/** One beat after another, whatever one takes. */
export function heartbeat(everyMs: number, act: () => Promise<void>): Heartbeat {
  let last = Promise.resolve();
  const timer = setInterval(() => {
    last = last.then(act);
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await last;
    },
  };
}
