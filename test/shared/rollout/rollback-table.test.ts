import { describe, expect, test } from "vitest";
import { released } from "./released.ts";
import { A, B, CANARY, DAY_MS, events, writesOf } from "./rollback-world.ts";
import { pass } from "./world.ts";
import type { World } from "./world-parts.ts";

// The rows of the design's table of rollbacks, in its order and by its words, on the machine itself.

describe("revert of the newest release", () => {
  test("parked: exactly one mutating call on the endpoint, the lease before, aliases and ledger after", async () => {
    const order: string[] = [];
    const world = await released(["a", "b"], {
      calling: ({ method }, act) => {
        order.push(method);
        return act();
      },
    });
    world.merge(A);
    order.length = 0;
    expect(await writesOf(world, () => world.run())).toEqual(["endpoint.share"]);
    expect(world.served()).toEqual({ a: 100 });
    const at = (method: string): number => order.indexOf(method);
    expect(at("bucket.write")).toBeLessThan(at("endpoint.share"));
    expect(order.lastIndexOf("registry.alias")).toBeGreaterThan(at("endpoint.share"));
    expect(order.lastIndexOf("ledger.push")).toBeGreaterThan(at("endpoint.share"));
    expect(await events(world)).toEqual(expect.arrayContaining(["rolledBack"]));
  });

  test("gone: the kept version is deployed again, and then one traffic write", async () => {
    const world = await released(["a", "b"]);
    await world.time.wait(DAY_MS);
    await world.run();
    world.merge(A);
    const registered = world.cloud.calls.filter(({ method }) => method === "registry.upload").length;
    expect(await writesOf(world, () => world.run())).toEqual(["endpoint.deploy", "endpoint.share"]);
    expect(world.cloud.calls.filter(({ method }) => method === "registry.upload")).toHaveLength(registered);
    expect(world.served()).toEqual({ a: 100 });
  });

  test("asks nobody for a pass, and no judge", async () => {
    const world = await released(["a", "b"]);
    world.passes.clear();
    world.judged.length = 0;
    world.merge(A);
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(world.judged).toEqual([]);
  });

  test("goes through while the freeze file stops every promotion", async () => {
    const world = await released(["a", "b"]);
    world.merge(A, { isFrozen: true });
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(world.served()).toEqual({ a: 100 });
  });
});

describe("revert of a revert", () => {
  async function takenBack(): Promise<World> {
    const world = await released(["a", "b"]);
    world.merge(A);
    await world.run();
    world.merge({ ...B, rollout: CANARY });
    return world;
  }

  test("is a new release: without a waiver that names the earlier failure it is refused", async () => {
    const world = await takenBack();
    pass(world, "b", "a");
    expect(await writesOf(world, () => world.run())).toEqual([]);
    expect(await world.run()).toMatchObject({ outcome: "refused", reason: expect.stringContaining("taken back") });
  });

  test("with one it takes every step of the canary", async () => {
    const world = await takenBack();
    pass(world, "b", "a", true);
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect([...new Set(world.judged.map(({ percent }) => percent))]).toEqual([5, 50]);
  });

  test("after a platform's failure needs no waiver: it is simply tried again", async () => {
    let isFull = false;
    const world = await released(["a"], {
      faults: ({ method }) => (isFull && method === "endpoint.deploy" ? { kind: "refuse", reason: "capacity" } : null),
    });
    pass(world, "b", "a");
    world.merge({ ...B, rollout: CANARY });
    isFull = true;
    expect(await world.run()).toMatchObject({ outcome: "aborted" });
    isFull = false;
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
  });
});

describe("older release, several at once", () => {
  test("whatever the tip says wins", async () => {
    const world = await released(["a", "b", "c"]);
    world.merge(B);
    world.merge(A);
    await world.run();
    expect(world.served()).toEqual({ a: 100 });
  });

  test("equal to live is a no-op, said so", async () => {
    const world = await released(["a", "b"]);
    world.merge(A);
    world.merge(B);
    expect(await writesOf(world, () => world.run())).toEqual([]);
    expect(await world.run()).toMatchObject({ outcome: "noop", reason: "2.0.0 is served already" });
  });
});

describe("lands mid-canary or mid-deploy", () => {
  test("mid-canary: the recorded split at once, undeployed at 0 %, nothing new deployed", async () => {
    const world = await released(["a"]);
    pass(world, "b", "a");
    world.merge({ ...B, rollout: CANARY });
    await world.run({ isPatient: false });
    expect(world.served()).toEqual({ a: 95, b: 5 });
    world.merge(A);
    expect(await writesOf(world, () => world.run())).toEqual(["endpoint.share", "endpoint.undeploy"]);
    expect(world.served()).toEqual({ a: 100 });
    expect((await events(world)).slice(-2)).toEqual(["restored", "superseded"]);
  });

  test("mid-deploy: the operation is settled and what it deployed taken away, with no traffic moved", async () => {
    const world = await released(["a"], { operationMs: 300_000 });
    pass(world, "b", "a");
    world.merge({ ...B, rollout: CANARY });
    const begun = async () => (await events(world)).at(-1);
    while ((await begun()) !== "registered") await world.run({ isPatient: false });
    expect(await world.run({ isPatient: false })).toMatchObject({ outcome: "inProgress" });
    world.merge(A);
    expect(await writesOf(world, () => world.run())).toEqual(["endpoint.undeploy"]);
    expect(world.cloud.state.endpoints[world.cloud.endpoint("1").name]!.deployed).toHaveLength(1);
    expect(world.served()).toEqual({ a: 100 });
  });
});
