import { describe, expect, test } from "vitest";
import { released } from "./released.ts";
import { digestOf } from "./releases.ts";
import { pass } from "./world.ts";
import type { World } from "./world-parts.ts";

const A = { name: "a", version: "1.0.0" };
const B = { name: "b", version: "2.0.0" };

const writes = ({ cloud }: World) => cloud.calls.filter(({ method }) => /share|deploy/.test(method)).length;

describe("several reverts at once", () => {
  test("serve what the tip says, however many lie between", async () => {
    const world = await released(["a", "b", "c"]);
    world.merge(B);
    world.merge(A);
    expect(await world.run()).toMatchObject({ outcome: "healthy", reason: expect.stringContaining("1.0.0") });
    expect(world.served()).toEqual({ a: 100 });
  });

  test("that come out where it was change nothing, and say so", async () => {
    const world = await released(["a", "b"]);
    world.merge(A);
    world.merge(B);
    const before = writes(world);
    expect(await world.run()).toMatchObject({ outcome: "noop", reason: "2.0.0 is served already" });
    expect(writes(world)).toBe(before);
  });
});

describe("an old run that is started again", () => {
  test("changes nothing, since a newer commit has been acted on", async () => {
    const world = await released(["a", "b"]);
    const before = writes(world);
    expect(await world.run({ upTo: 1 })).toMatchObject({ outcome: "noop", reason: expect.stringContaining("newer") });
    expect(writes(world)).toBe(before);
    expect(world.served()).toEqual({ b: 100 });
  });
});

describe("a manifest that is deleted", () => {
  test("leaves the endpoint as it is, unless it says otherwise", async () => {
    const world = await released(["a"]);
    world.merge(null);
    expect(await world.run()).toMatchObject({ outcome: "noop", reason: expect.stringContaining("held") });
    expect(world.served()).toEqual({ a: 100 });
  });

  test("stops serving where it says so, and serves again when the deletion is reverted", async () => {
    const world = await released(["a"]);
    world.merge(null, { onDelete: "undeploy" });
    expect(await world.run()).toMatchObject({ outcome: "noop", reason: expect.stringContaining("nothing is served") });
    expect(world.served()).toEqual({});
    world.merge(A);
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(world.served()).toEqual({ a: 100 });
  });

  test("lets another release begin anew where nobody is served any more", async () => {
    const world = await released(["a"]);
    world.merge(null, { onDelete: "undeploy" });
    await world.run();
    pass(world, "b", null);
    world.merge(B);
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(world.served()).toEqual({ b: 100 });
  });
});

describe("a history that was rewritten", () => {
  test("freezes the endpoint as it is, and asks", async () => {
    const world = await released(["a", "b"]);
    world.main.rewrite();
    const before = writes(world);
    expect(await world.run()).toMatchObject({ outcome: "refused", fix: expect.stringContaining("adopt") });
    expect(writes(world)).toBe(before);
    expect((await world.history()).at(-1)).toMatchObject({ event: "frozen" });
  });
});

describe("a parked release that somebody takes away between the intent and the traffic", () => {
  test("is deployed again, and is not called bad", async () => {
    let takeAway = (): void => {};
    let isTaken = false;
    const world = await released(["a", "b"], {
      calling: ({ method }, act) => {
        if (method === "endpoint.read") takeAway();
        return act();
      },
    });
    takeAway = () => {
      const { name } = world.cloud.endpoint("1");
      const parked = world.cloud.state.endpoints[name]!.deployed.find(({ digest }) => digest === digestOf("a"))!;
      if (isTaken || world.told.filter(({ event }) => event === "intent").length < 3) return;
      isTaken = true;
      world.cloud.console.undeploy(name, parked.id);
    };
    world.merge(A);
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(isTaken).toBe(true);
    expect(world.served()).toEqual({ a: 100 });
  });
});

describe("a revert that fails", () => {
  test("is not proposed to be reverted", async () => {
    let isBroken = false;
    const world = await released(["a", "b"], {
      faults: ({ method }) =>
        isBroken && method === "endpoint.deploy" ? { kind: "refuse", reason: "artifact" } : null,
    });
    await world.time.wait(25 * 3_600_000);
    await world.run();
    world.merge(A);
    isBroken = true;
    expect(await world.run()).toMatchObject({ outcome: "bad" });
    expect(world.served()).toEqual({ b: 100 });
    expect(world.proposed).toEqual([]);
  });
});

describe("a revert that the platform keeps back", () => {
  test("is tried again, and asks nobody for a pass", async () => {
    let isFull = false;
    const world = await released(["a", "b"], {
      faults: ({ method }) => (isFull && method === "endpoint.deploy" ? { kind: "refuse", reason: "capacity" } : null),
    });
    await world.time.wait(25 * 3_600_000);
    await world.run();
    world.merge(A);
    isFull = true;
    expect(await world.run()).toMatchObject({ outcome: "aborted" });
    isFull = false;
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(world.served()).toEqual({ a: 100 });
  });
});

describe("a waiver", () => {
  test("lets a failed release in once, and not again after it has failed with it", async () => {
    const world = await released(["a"]);
    pass(world, "b", "a");
    world.judgements.set(digestOf("b"), "fail");
    world.merge({ ...B, rollout: "{steps: [5, 100], bakeSeconds: 600, minSamples: 400}" });
    await world.run();
    pass(world, "b", "a", true);
    expect(await world.run()).toMatchObject({ outcome: "refused" });
  });
});
