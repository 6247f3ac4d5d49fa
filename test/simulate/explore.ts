import type { CanonicalStory } from "./canonical.ts";
import { nothingKnown, tryOut } from "./exhaustive.ts";
import type { Strike } from "./strikes.ts";

/** One case that was tried. */
export interface Case {
  readonly problems: readonly string[];
  /** How many first faults have been tried, and of how many. */
  readonly first: number;
  readonly firsts: number;
}

/** No fault, and then every single one that is meant, at every call of a story. */
export async function* singles(
  story: CanonicalStory,
  isMeant: (strike: Strike) => boolean = () => true,
): AsyncGenerator<Case> {
  const known = nothingKnown();
  const { problems: own, next } = await tryOut(story, [], { known, depth: 1 });
  const meant = next.filter(isMeant);
  yield { problems: own, first: 0, firsts: meant.length };
  for (const [index, strike] of meant.entries()) {
    const { problems } = await tryOut(story, [strike], { known, depth: 0 });
    yield { problems, first: index + 1, firsts: meant.length };
  }
}

/** Of the first faults of a story those whose number, from 0, is in this part. */
export type Part = (first: number) => boolean;

/**
 * Every two faults, the second at any call behind the first. Where a world has become the same as one that was seen,
 * the second faults from there on are those of the one that was seen: every first fault is tried in every part, and
 * followed by second ones in its own part alone.
 */
export async function* pairs(story: CanonicalStory, isOurs: Part = () => true): AsyncGenerator<Case> {
  const known = nothingKnown();
  const { next: firsts } = await tryOut(story, [], { known, depth: 2 });
  for (const [index, first] of firsts.entries()) {
    const { problems, next: seconds } = await tryOut(story, [first], { known, depth: 1 });
    const at = { first: index + 1, firsts: firsts.length };
    yield { problems, ...at };
    if (!isOurs(index)) continue;
    for (const second of seconds) {
      const tried = await tryOut(story, [first, second], { known, depth: 0 });
      yield { problems: tried.problems, ...at };
    }
  }
}
