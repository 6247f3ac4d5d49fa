import type { Clock } from "../../ports/clock.ts";

export function monotonicClock(): Clock {
  return { elapsedMs: () => performance.now() };
}
