import { setTimeout as delay } from "node:timers/promises";

/** Time and chance, as far as waiting and trying again need them. */
export interface Pace {
  nowMs(): number;
  wait(ms: number): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

export const REAL_PACE: Pace = {
  nowMs: () => performance.now(),
  wait: async (ms) => {
    await delay(ms);
  },
  random: Math.random,
};

const FIRST_MS = 250;
const MOST_MS = 16_000;
const MAX_TRIES = 8;
/** Where nobody listens, nobody will in a moment: told soon, but not at the first packet that was lost. */
const MAX_UNHEARD_TRIES = 3;
const DEADLINE_MS = 180_000;

/** One call's tries, counted from the latest that brought something forward. */
export interface Tries {
  /** False once it is enough; else returns when the next try may begin. */
  again(after: Setback): Promise<boolean>;
  /** Something was brought forward: patience begins anew. */
  advanced(): void;
}

/** Why a try has to be repeated. */
export interface Setback {
  readonly reason: string;
  /** What the service asked to be waited for. */
  readonly retryAfterMs: number;
  /** The request never reached anybody. */
  readonly isUnheard: boolean;
  readonly cause?: unknown;
}

/** Full jitter: many that were turned away together do not come back together. */
export function countTries(pace: Pace): Tries {
  let tries = 0;
  let beganMs = pace.nowMs();
  return {
    async again({ retryAfterMs, isUnheard }) {
      tries += 1;
      const waitMs = Math.max(retryAfterMs, pace.random() * Math.min(MOST_MS, FIRST_MS * 2 ** tries));
      if (tries >= (isUnheard ? MAX_UNHEARD_TRIES : MAX_TRIES)) return false;
      if (pace.nowMs() - beganMs + waitMs > DEADLINE_MS) return false;
      await pace.wait(waitMs);
      return true;
    },
    advanced() {
      tries = 0;
      beganMs = pace.nowMs();
    },
  };
}
