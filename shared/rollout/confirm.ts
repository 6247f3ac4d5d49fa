import type { Effect, End } from "./effect.ts";
import { next } from "./next.ts";
import type { RolloutPorts } from "./ports.ts";
import type { Situation } from "./situation.ts";

export interface Decided {
  /** What it was decided from. */
  readonly situation: Situation;
  readonly effect: Effect;
}

/** A read may show what was before our own last write: what would blame others is believed when it is seen again. */
const LOOKS = 3;
const BETWEEN_MS = 3_000;

/** What is done next; that somebody else moved traffic only after looking again. */
export async function confirmed(
  situation: Situation,
  look: () => Promise<Situation | End>,
  { sleep }: Pick<RolloutPorts, "sleep">,
): Promise<Decided> {
  let seen = situation;
  let effect = next(seen);
  for (let looks = 1; looks < LOOKS && blamesOthers(effect); looks += 1) {
    await sleep(BETWEEN_MS);
    const again = await look();
    if ("outcome" in again) return { situation: seen, effect: again };
    seen = again;
    effect = next(seen);
  }
  return { situation: seen, effect };
}

function blamesOthers(effect: Effect): boolean {
  if (effect.kind === "note") return effect.event === "frozen";
  if (effect.kind === "close") return effect.event === "frozen";
  return effect.kind === "latch" && (effect.latch.event === "frozen" || effect.latch.event === "bad");
}
