import { describe, expect, test } from "vitest";
import { CANONICAL } from "./canonical.ts";
import { singles } from "./explore.ts";
import { FOUND_SEEDS } from "./found-seeds.ts";
import { type Played, play } from "./history.ts";

const SCHEDULES = 5_000;
const BLOCK = 1_000;
/** Of the single faults, one in so many: `npm run simulate -- --singles` tries them all. */
const ONE_IN = 12;
const LONGEST_MS = 240_000;

async function found(seeds: Iterable<number>): Promise<readonly string[]> {
  const all: string[] = [];
  for (const seed of seeds) all.push(...told(await play(seed)));
  return all;
}

function told({ seed, story, problems }: Played): readonly string[] {
  if (problems.length === 0) return [];
  return [`npm run simulate -- --seed ${seed}`, ...story, ...problems];
}

describe("random schedules", () => {
  test("that once found something find nothing any more", async () => {
    expect(await found(FOUND_SEEDS)).toEqual([]);
  });

  test("are the same for the same seed", async () => {
    expect(await play(7)).toEqual(await play(7));
  });

  for (let first = 0; first < SCHEDULES; first += BLOCK) {
    const seeds = Array.from({ length: BLOCK }, (_, index) => first + index);
    test(`from ${first} to ${first + BLOCK - 1} break nothing`, { timeout: LONGEST_MS }, async () => {
      expect(await found(seeds)).toEqual([]);
    });
  }
});

describe("a single fault", () => {
  test.each(CANONICAL)("in $name breaks nothing, wherever it strikes", { timeout: LONGEST_MS }, async (story) => {
    const problems: string[] = [];
    for await (const each of singles(story, ({ at }) => at % ONE_IN === 0)) problems.push(...each.problems);
    expect(problems).toEqual([]);
  });
});
