import { describe, expect, test } from "vitest";
import { artifactUriOf } from "../../../../shared/rollout/wishes.ts";
import { released } from "../released.ts";
import { digestOf, manifestOf } from "../releases.ts";
import { pass } from "../world.ts";
import type { World } from "../world-parts.ts";

const DAY_MS = 25 * 3_600_000;
const WRITES = /share|deploy|upload|alias|remove/;

async function proposed(world: World, champion: string, hasStaging = false): Promise<void> {
  pass(world, "x", champion);
  world.merge({ name: "x", version: "9.0.0", hasStaging });
}

const placeOf = (name: string) => artifactUriOf(manifestOf({ name, version: "1.0.0" })).slice("gs://models/".length);

async function remove(world: World, object: string): Promise<void> {
  const bucket = world.buckets.bucket("models");
  const found = await bucket.head({ object });
  if (found.status === "found") await bucket.remove({ object, ifGeneration: found.value.generation });
}

/** Somebody tidies up the registry. */
function unregister(world: World, name: string): void {
  for (const model of Object.values(world.cloud.state.models))
    model.versions = model.versions.filter(({ digest }) => digest !== digestOf(name));
}

/** Nothing was written since, and the ledger is as it was. */
async function untouched(world: World, act: () => Promise<void>): Promise<void> {
  const [calls, lines] = [world.cloud.calls.length, (await world.history()).length];
  await act();
  expect(world.cloud.calls.slice(calls).filter(({ method }) => WRITES.test(method))).toEqual([]);
  expect(await world.history()).toHaveLength(lines);
}

describe("before a promotion writes anything, it is refused where", () => {
  test.each<[string, (world: World) => Promise<void> | void, string]>([
    ["the artifact is not there", (world) => void world.gone.add(digestOf("x")), "artifacts/x is not there"],
    ["what serves is no longer registered", (world) => unregister(world, "b"), "churn 2.0.0 is no longer registered"],
    [
      "the artifact of what serves was never whole",
      (world) => remove(world, `${placeOf("b")}.complete.json`),
      "the artifact of churn 2.0.0 is not in gs://models",
    ],
    [
      "a file of what serves is gone",
      (world) => remove(world, `${placeOf("b")}/saved_model.pb`),
      "the artifact of churn 2.0.0 lacks saved_model.pb",
    ],
  ])("%s", async (_, spoil, reason) => {
    const world = await released(["a", "b"]);
    await spoil(world);
    await proposed(world, "b");
    await untouched(world, async () => {
      expect(await world.run()).toMatchObject({
        outcome: "refused",
        reason: expect.stringContaining(reason),
        fix: expect.stringMatching(/^Restore/),
      });
    });
    expect(world.served()).toEqual({ b: 100 });
  });

  test("the staging endpoint is not there, since whoever looks has to be told which", async () => {
    const world = await released(["a"]);
    delete world.cloud.state.endpoints[world.cloud.endpoint("2").name];
    await proposed(world, "a", true);
    await untouched(world, async () => {
      expect(await world.run()).toMatchObject({ outcome: "refused", reason: expect.stringContaining("endpoint 2") });
    });
  });
});

describe("what cannot be seen", () => {
  test("is said, and keeps nothing from happening", async () => {
    let isDown = false;
    const world = await released(["a"], {
      faults: ({ method }) => (isDown && method === "registry.list" ? { kind: "refuse", reason: "permission" } : null),
    });
    isDown = true;
    await proposed(world, "a");
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(world.logged).toContainEqual(expect.stringMatching(/^Not seen before the rollout: whether churn 1\.0\.0/));
    expect(world.logged).toContainEqual(expect.stringContaining("quota"));
  });

  test("does not stop who answers for it: a retry goes on without a way back", async () => {
    const world = await released(["a"]);
    unregister(world, "a");
    await proposed(world, "a");
    expect(await world.run()).toMatchObject({ outcome: "refused", fix: expect.stringContaining("retry") });
    expect(await world.run({ isRetry: true })).toMatchObject({ outcome: "healthy" });
    expect(world.served()).toEqual({ x: 100 });
  });
});

describe("a promotion that is refused", () => {
  test("still takes away what serves nobody any more", async () => {
    const world = await released(["a", "b"]);
    await world.time.wait(DAY_MS);
    world.gone.add(digestOf("x"));
    await proposed(world, "b");
    expect(await world.run()).toMatchObject({ outcome: "refused" });
    expect((await world.history()).at(-1)).toMatchObject({ event: "collected" });
  });
});
