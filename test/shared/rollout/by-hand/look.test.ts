import { describe, expect, test } from "vitest";
import { look } from "../../../../shared/rollout/by-hand/look.ts";
import { acquireLease } from "../../../../shared/rollout/lease.ts";
import { released } from "../released.ts";
import { digestOf } from "../releases.ts";
import { newWorld, pass } from "../world.ts";
import type { World } from "../world-parts.ts";
import { deployForeign, handAt, moveAll } from "./hand.ts";

const CANARY = "{steps: [5, 100], bakeSeconds: 600, minSamples: 1}";
const seen = (world: World) => look("release.yaml", handAt(world));

async function inCanary(): Promise<World> {
  const world = await released(["a"]);
  pass(world, "b", "a");
  world.judgements.set(digestOf("b"), "more");
  world.merge({ name: "b", version: "2.0.0", rollout: CANARY });
  await world.run({ isPatient: false });
  return world;
}

describe("a look at an endpoint", () => {
  test("before the first release finds nothing served, and nobody at work", async () => {
    const world = newWorld();
    world.merge({ name: "a", version: "1.0.0" });
    expect(await seen(world)).toMatchObject({ live: [], inSync: false, state: "idle", freeze: null });
  });

  test("in a canary says what share it has, since when, and that nobody is at it", async () => {
    const state = (await seen(await inCanary())).state;
    expect(state).toMatch(/^promoting 2\.0\.0, 5 % since 20\S+Z, and nobody is at it: the next run goes on$/);
  });

  test("names whoever holds the lease, until it has run out", async () => {
    const world = await inCanary();
    const other = handAt(world, "run 7");
    await acquireLease(other.leaseObject, other.holder, other);
    expect((await seen(world)).state).toMatch(/^promoting 2\.0\.0, 5 % since \S+, held by run 7$/);
    await world.time.wait(60_000);
    expect((await seen(world)).state).toMatch(/nobody is at it/);
  });

  test("is not in sync while somebody else has a share", async () => {
    expect(await seen(await inCanary())).toMatchObject({
      inSync: false,
      live: [
        { version: "1.0.0", percent: 95 },
        { version: "2.0.0", percent: 5 },
      ],
    });
  });

  test("says what others did, and then why nobody may promote", async () => {
    const world = await released(["a", "b"]);
    moveAll(world, "a");
    expect(await seen(world)).toMatchObject({ state: "drifted: the ledger says 2.0.0 at 100 %", freeze: null });
    await world.run();
    const { state, freeze } = await seen(world);
    expect(state).toMatch(/^frozen since 20\S+Z$/);
    expect(freeze).toBe("the endpoint serves 1.0.0 at 100 %, and the ledger says 2.0.0 at 100 %");
  });

  test("names a model of others by its own id", async () => {
    const world = await released(["a"]);
    deployForeign(world);
    expect((await seen(world)).live).toEqual([{ deployedModelId: "77", version: null, digest: null, percent: 100 }]);
  });

  test("finds the endpoint held as it is in sync, where its manifest was deleted", async () => {
    const world = await released(["a"]);
    world.merge(null);
    expect(await seen(world)).toMatchObject({ desired: null, inSync: true });
  });

  test("knows what the ledger could not be told yet", async () => {
    const world = await released(["a"]);
    pass(world, "b", "a");
    world.merge({ name: "b", version: "2.0.0" });
    const { push } = world.branch;
    Object.assign(world.branch, { push: async () => "rejected" });
    await world.run();
    Object.assign(world.branch, { push });
    expect(await seen(world)).toMatchObject({ inSync: true, live: [{ version: "2.0.0" }] });
  });
});
