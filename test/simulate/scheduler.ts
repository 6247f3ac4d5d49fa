import type { FakeTime } from "../fakes/cloud/ground.ts";
import type { Draw } from "./draw.ts";

/** Runs that take turns: at every call one of them goes on, drawn from the seed; time passes when all of them wait. */
export interface Scheduler extends FakeTime {
  /** Begins when its turn comes. */
  spawn(task: () => Promise<void>): void;
  /** Whoever else is ready may go first. */
  turn(): Promise<void>;
  /** Calls again and again, until it is stopped. */
  every(ms: number, act: () => Promise<void>): { stop(): Promise<void> };
  /** How many tasks have begun, or are to begin, and have not ended. */
  tasks(): number;
  /** Until every task has ended. */
  finish(): Promise<void>;
}

interface Waiting {
  readonly atMs: number;
  readonly wake: () => void;
}

/** So long a call takes at most, when nothing is wrong with it. */
const MOST_MS = 200;

export function newScheduler(draw: Draw, startMs: number = Date.UTC(2026, 0, 1)): Scheduler {
  const waiting = new Set<Waiting>();
  let nowMs = startMs;
  let rest = (): void => {};
  let isDriven = false;
  let tasks = 0;

  const until = (atMs: number): Promise<void> => {
    // Outside of any task nobody else is there to wait for.
    if (!isDriven) {
      nowMs = Math.max(nowMs, atMs);
      return Promise.resolve();
    }
    return new Promise((wake) => {
      waiting.add({ atMs, wake });
      rest();
    });
  };
  const goOn = (): Promise<void> => {
    const firstMs = Math.min(...Array.from(waiting, ({ atMs }) => atMs));
    nowMs = Math.max(nowMs, firstMs);
    const ready = [...waiting].filter(({ atMs }) => atMs <= nowMs);
    const chosen = ready[ready.length === 1 ? 0 : draw(ready.length)]!;
    waiting.delete(chosen);
    return new Promise((resolve) => {
      rest = resolve;
      chosen.wake();
    });
  };
  const scheduler: Scheduler = {
    nowMs: () => nowMs,
    wait: (ms) => until(nowMs + ms),
    turn: () => until(nowMs + 1 + draw(MOST_MS)),
    tasks: () => tasks,
    spawn(task) {
      tasks += 1;
      const ended = (): void => {
        tasks -= 1;
        rest();
      };
      waiting.add({ atMs: nowMs, wake: () => void task().finally(ended) });
    },
    every: (ms, act) => beating(ms, act, { waiting, scheduler, ended: () => rest() }),
    async finish() {
      isDriven = true;
      while (waiting.size > 0) await goOn();
      isDriven = false;
    },
  };
  return scheduler;
}

interface Parts {
  readonly waiting: Set<Waiting>;
  readonly scheduler: Scheduler;
  readonly ended: () => void;
}

function beating(ms: number, act: () => Promise<void>, { waiting, scheduler, ended }: Parts) {
  let isAtWork = false;
  let next: Waiting | null = null;
  const plan = (): void => {
    next = { atMs: scheduler.nowMs() + ms, wake };
    waiting.add(next);
  };
  const wake = (): void => {
    next = null;
    isAtWork = true;
    const again = (): void => {
      isAtWork = false;
      if (!isStopped) plan();
      ended();
    };
    const never = (): void => {
      isAtWork = false;
      ended();
    };
    void act().then(again, never);
  };
  let isStopped = false;
  plan();
  return {
    async stop() {
      isStopped = true;
      if (next !== null) waiting.delete(next);
      while (isAtWork) await scheduler.wait(1);
    },
  };
}
