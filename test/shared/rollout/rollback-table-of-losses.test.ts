import { describe, expect, test } from "vitest";
import { artifactUriOf } from "../../../shared/rollout/wishes.ts";
import { released } from "./released.ts";
import { digestOf, manifestOf } from "./releases.ts";
import { A, B, CANARY, DAY_MS, events, writesOf } from "./rollback-world.ts";
import { pass } from "./world.ts";
import type { World } from "./world-parts.ts";

// The other rows of the design's table of rollbacks: what is gone, removed or rewritten, and the proposal.

describe("artifact, version or image gone", () => {
  const place = artifactUriOf(manifestOf(B)).slice("gs://models/".length);

  /** Three releases, the second neither parked nor anywhere else to be found. */
  async function lost(): Promise<World> {
    const world = await released(["a", "b", "c"]);
    await world.time.wait(DAY_MS);
    await world.run();
    const bucket = world.buckets.bucket("models");
    for (const { object, generation } of (await bucket.list({ prefix: place, maxObjects: 10 })).objects)
      await bucket.remove({ object, ifGeneration: generation });
    world.gone.add(digestOf("b"));
    world.merge(B);
    return world;
  }

  test("artifact: refused before anything moves, and the nearest restorable release is offered", async () => {
    const world = await lost();
    const lines = (await world.history()).length;
    expect(await writesOf(world, () => world.run())).toEqual([]);
    expect(await world.run()).toMatchObject({
      outcome: "refused",
      reason: expect.stringContaining("churn 2.0.0 cannot be brought back"),
      fix: expect.stringContaining("--to 1.0.0"),
    });
    expect(await world.history()).toHaveLength(lines);
    expect(world.served()).toEqual({ c: 100 });
  });

  test("what was offered really comes back", async () => {
    const world = await lost();
    await world.run();
    world.merge(A);
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(world.served()).toEqual({ a: 100 });
  });

  test("version: what the registry has lost is registered again from the artifact that is kept", async () => {
    const world = await released(["a", "b"]);
    await world.time.wait(DAY_MS);
    await world.run();
    for (const model of Object.values(world.cloud.state.models))
      model.versions = model.versions.filter(({ digest }) => digest !== digestOf("a"));
    world.merge(A);
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(world.served()).toEqual({ a: 100 });
  });

  test("image: the platform refuses to deploy it, the traffic stays, and no revert of the revert is proposed", async () => {
    let isGone = false;
    const world = await released(["a", "b"], {
      faults: ({ method }) => (isGone && method === "endpoint.deploy" ? { kind: "refuse", reason: "artifact" } : null),
    });
    await world.time.wait(DAY_MS);
    await world.run();
    isGone = true;
    world.merge(A);
    expect(await world.run()).toMatchObject({ outcome: "bad" });
    expect(world.served()).toEqual({ b: 100 });
    expect(world.proposed).toEqual([]);
  });
});

describe("first release removed", () => {
  test("holds, with everything that is deployed", async () => {
    const world = await released(["a"]);
    world.merge(null);
    expect(await writesOf(world, () => world.run())).toEqual([]);
    expect(world.served()).toEqual({ a: 100 });
  });

  test("onDelete: undeploy really stops, and nothing of ours stays deployed", async () => {
    const world = await released(["a"]);
    world.merge(null, { onDelete: "undeploy" });
    expect(await writesOf(world, () => world.run())).toEqual(["endpoint.share", "endpoint.undeploy"]);
    expect(world.served()).toEqual({});
    expect(world.cloud.state.endpoints[world.cloud.endpoint("1").name]!.deployed).toEqual([]);
  });
});

describe("history rewritten", () => {
  test("freezes, and asks", async () => {
    const world = await released(["a", "b"]);
    world.main.rewrite();
    expect(await writesOf(world, () => world.run())).toEqual([]);
    expect(await world.run()).toMatchObject({
      outcome: "refused",
      fix: expect.stringMatching(/model-release adopt.*model-release heal/),
    });
    expect((await events(world)).at(-1)).toBe("frozen");
  });

  test("freezes in the middle of a canary too, with the traffic as it is", async () => {
    const world = await released(["a"]);
    pass(world, "b", "a");
    world.merge({ ...B, rollout: CANARY });
    await world.run({ isPatient: false });
    world.main.rewrite();
    expect(await writesOf(world, () => world.run())).toEqual([]);
    expect(world.served()).toEqual({ a: 95, b: 5 });
    expect((await events(world)).at(-1)).toBe("frozen");
  });
});

describe("the revert proposal", () => {
  test("is made once for a release that failed, and never for a revert", async () => {
    const world = await released(["a"]);
    pass(world, "b", "a");
    world.judgements.set(digestOf("b"), "fail");
    world.merge({ ...B, rollout: CANARY });
    for (let runs = 0; runs < 3; runs += 1) await world.run();
    expect(world.proposed.map(({ version }) => version)).toEqual(["2.0.0"]);
    world.merge(A);
    await world.run();
    expect(world.proposed).toHaveLength(1);
  });
});
