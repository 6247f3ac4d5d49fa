import { describe, expect, test } from "vitest";
import { artifactUriOf } from "../../../shared/rollout/wishes.ts";
import { digestOf, manifestOf } from "./releases.ts";
import { newWorld, pass } from "./world.ts";
import type { World, WorldOptions } from "./world-parts.ts";

// The rows of the design's table of rollbacks, in its order and by its words, on the machine itself.

const CANARY = "{steps: [5, 50, 100], bakeSeconds: 600, minSamples: 400}";
const A = { name: "a", version: "1.0.0" };
const B = { name: "b", version: "2.0.0" };
const DAY_MS = 25 * 3_600_000;

async function released(names: readonly string[], options: WorldOptions = {}): Promise<World> {
  const world = newWorld(options);
  for (const [index, name] of names.entries()) {
    pass(world, name, names[index - 1] ?? null);
    world.merge({ name, version: `${index + 1}.0.0` });
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
  }
  return world;
}

/** Every call of a run since, that changes something at the endpoint. */
async function writesOf(world: World, act: () => Promise<unknown>): Promise<readonly string[]> {
  const before = world.cloud.calls.length;
  await act();
  const calls = world.cloud.calls.slice(before).map(({ method }) => method);
  return calls.filter((method) => /^endpoint\.(share|deploy|undeploy)$/.test(method));
}

const events = async (world: World) => (await world.history()).map(({ event }) => event);

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
