import type { Effect, End } from "./effect.ts";
import { next } from "./next.ts";
import type { RolloutPorts } from "./ports.ts";
import type { Situation } from "./situation.ts";

export interface Decided {
  /** What it was decided from. */
  readonly situation: Situation;
  readonly effect: Effect;
}

/** What is done next; that somebody else moved traffic only after looking again. */
export async function confirmed(
  situation: Situation,
  look: () => Promise<Situation | End>,
  { sleep }: Sleeper,
): Promise<Decided> {
  const decided = (seen: Situation): Decided => ({ situation: seen, effect: next(seen) });
  return await believed(decided(situation), {
    isDoubtful: ({ effect }) => blamesOthers(effect),
    async again(before) {
      const seen = await look();
      return "outcome" in seen ? { ...before, effect: seen } : decided(seen);
    },
    sleep,
  });
}

function blamesOthers(effect: Effect): boolean {
  if (effect.kind === "note") return effect.event === "frozen";
  if (effect.kind === "close") return effect.event === "frozen";
  return effect.kind === "latch" && (effect.latch.event === "frozen" || effect.latch.event === "bad");
}

type Sleeper = Pick<RolloutPorts, "sleep">;

interface Doubt<Seen> extends Sleeper {
  readonly isDoubtful: (seen: Seen) => boolean;
  readonly again: (before: Seen) => Promise<Seen>;
}

const LOOKS = 3;
const BETWEEN_MS = 3_000;

/** A read may show what was before our own last write: what would blame others is believed when it is seen again. */
export async function believed<Seen>(first: Seen, { isDoubtful, again, sleep }: Doubt<Seen>): Promise<Seen> {
  let seen = first;
  for (let looks = 1; looks < LOOKS && isDoubtful(seen); looks += 1) {
    await sleep(BETWEEN_MS);
    seen = await again(seen);
  }
  return seen;
}
