import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LaidGround, layGround } from "./ground.ts";
import { type Calm, calmly, type Played, play } from "./history.ts";
import { interrupted } from "./interrupted.ts";
import { inLanes } from "./lanes.ts";

/** `npm run chaos -- --instants 500` tries more of them. */
const INSTANTS = 25;
const CLOUD_INSTANTS = 3;
const LONGEST_MS = 900_000;
const ATTEMPTS = 3;

let ground: LaidGround;
let calm: readonly Calm[];

beforeAll(async () => {
  ground = await layGround();
  calm = await calmly(ground);
}, LONGEST_MS);
afterAll(() => ground[Symbol.asyncDispose]());

function told({ story, problems }: Played, again: string): readonly string[] {
  return problems.length === 0 ? [] : [`npm run chaos -- ${again}`, ...story, ...problems];
}

describe("a real process", () => {
  test(
    `that is killed at ${INSTANTS} instants leaves what the next run ends as if nothing had been`,
    async () => {
      const found: string[] = [];
      let kills = 0;
      await inLanes(2, function* () {
        for (let seed = 1; kills < INSTANTS; seed += 1)
          yield async () => {
            const played = await play({ seed, victim: "program" }, ground, calm);
            kills += played.kills;
            found.push(...told(played, `--seed ${seed} --instants 1`));
          };
      });
      expect(found).toEqual([]);
    },
    LONGEST_MS,
  );

  test(
    "that is interrupted gives its lease back with its intent within a second",
    async () => {
      const runs = await interrupted(ground, ATTEMPTS);
      expect(runs.map(({ left }) => left)).toEqual(Array(ATTEMPTS).fill({ holder: null, underway: "1.1.0" }));
      // On a machine that is shared with others, the fastest of them tells how long it takes.
      expect(Math.min(...runs.map(({ elapsedMs }) => elapsedMs))).toBeLessThan(1_000);
    },
    LONGEST_MS,
  );
});

test(
  "a cloud that is killed and comes back has lost nothing that the next run would need",
  async () => {
    const found: string[] = [];
    for (let [seed, kills] = [1, 0]; kills < CLOUD_INSTANTS; seed += 1) {
      const played = await play({ seed, victim: "cloud" }, ground, calm);
      kills += played.kills;
      found.push(...told(played, `--seed ${seed} --instants 1 --victim cloud`));
    }
    expect(found).toEqual([]);
  },
  LONGEST_MS,
);
