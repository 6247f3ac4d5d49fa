import { setTimeout as delay } from "node:timers/promises";

/** Time and chance, as far as waiting and trying again need them. */
export interface Pace {
  nowMs(): number;
  wait(ms: number): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

export function realPace(): Pace {
  return {
    nowMs: () => performance.now(),
    wait: async (ms) => {
      await delay(ms);
    },
    random: Math.random,
  };
}

const FIRST_MS = 200;
const MOST_MS = 20_000;

/** Full jitter: many that were turned away together do not come back together. */
export function backOffMs(tries: number, random: number, atLeastMs: number): number {
  return atLeastMs + random * Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(tries, 16));
}
