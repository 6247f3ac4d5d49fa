import { digestOf, type Release } from "../shared/rollout/releases.ts";
import { pass } from "../shared/rollout/world.ts";
import { endpointOf } from "./invariants/change.ts";
import { share } from "./people.ts";
import type { Stage } from "./stage.ts";

/** The stories that every fault is tried in, at every call. */
export interface CanonicalStory {
  readonly name: string;
  play(stage: Stage): Promise<void>;
}

const CANARY = "{steps: [10, 100], bakeSeconds: 600, minSamples: 400}";
const A = { name: "a", version: "1.0.0" };
const B = { name: "b", version: "2.0.0", rollout: CANARY, hasStaging: true };
const C = { name: "c", version: "3.0.0" };
const LETTERS = ["a", "b", "c", "d"] as const;
const HOUR_MS = 3_600_000;

async function run(stage: Stage, isPatient = true): Promise<void> {
  stage.start({ isPatient });
  await stage.rest();
}

async function released(stage: Stage): Promise<void> {
  pass(stage.world, "a", null);
  stage.world.merge(A);
  await run(stage);
}

async function replaced(stage: Stage): Promise<void> {
  await released(stage);
  pass(stage.world, "b", "a");
  stage.world.merge(B);
  await run(stage);
}

/** A run, and a newer merge when its lease would have ended, did it stand still. */
async function overtaken(stage: Stage, release: Release): Promise<void> {
  stage.start();
  stage.scheduler.spawn(async () => {
    await stage.scheduler.wait(70_000);
    stage.world.merge(release);
    stage.start();
  });
  await stage.rest();
}

export const CANONICAL: readonly CanonicalStory[] = [
  { name: "a first release", play: released },
  { name: "a canary", play: replaced },
  {
    name: "a release that fails",
    async play(stage) {
      stage.world.judgements.set(digestOf("b"), "fail");
      await replaced(stage);
    },
  },
  {
    name: "a revert to what is parked",
    async play(stage) {
      await replaced(stage);
      stage.world.merge(A);
      await run(stage);
    },
  },
  {
    name: "a revert to what is gone",
    async play(stage) {
      await replaced(stage);
      await stage.scheduler.wait(25 * HOUR_MS);
      await run(stage);
      stage.world.merge(A);
      await run(stage);
    },
  },
  {
    name: "a deletion that is taken back meanwhile",
    async play(stage) {
      await released(stage);
      stage.world.merge(null, { onDelete: "undeploy" });
      await overtaken(stage, A);
    },
  },
  {
    name: "a revert that is taken back meanwhile",
    async play(stage) {
      await replaced(stage);
      stage.world.merge(A);
      await overtaken(stage, B);
    },
  },
  {
    name: "two merges in a row",
    async play(stage) {
      await released(stage);
      pass(stage.world, "b", "a");
      pass(stage.world, "c", "a");
      stage.world.merge(B);
      await run(stage, false);
      stage.world.merge(C);
      await run(stage);
    },
  },
  {
    name: "a version that is no longer kept",
    async play(stage) {
      for (const [index, name] of LETTERS.entries()) {
        pass(stage.world, name, LETTERS[index - 1] ?? null);
        stage.world.merge({ name, version: `${index + 1}.0.0`, rollback: "{keepVersions: 1, standbyHours: 0}" });
        await run(stage);
      }
      await stage.scheduler.wait(4 * HOUR_MS);
      await run(stage);
    },
  },
  {
    name: "traffic that somebody moved, and healed",
    async play(stage) {
      await replaced(stage);
      for (const { id } of endpointOf(stage.world).deployed.slice(0, 1)) share(stage, { [id]: 100 });
      await run(stage);
      stage.command("heal");
      await stage.rest();
      await run(stage);
    },
  },
];
