import { setTimeout as sleep } from "node:timers/promises";

/** Writes that need not wait for one another: a report makes three. */
const FREE_WRITES = 5;

/**
 * Stands for the throttle's queues of writes, which keep a second or three between any two. GitHub asks for that where
 * there are many, so only then they go one a second.
 */
// biome-ignore lint/suspicious/noExplicitAny: the throttle names the class of its own queue, which it does not export.
export function paceOf(secondMs: number): any {
  let [writes, dueMs] = [0, 0];
  const schedule = async (_: object, act: () => unknown): Promise<unknown> => {
    writes += 1;
    if (writes > FREE_WRITES) {
      dueMs = Math.max(performance.now(), dueMs + secondMs);
      await sleep(Math.ceil(dueMs - performance.now()));
    }
    return act();
  };
  return { key: () => ({ schedule }) };
}
