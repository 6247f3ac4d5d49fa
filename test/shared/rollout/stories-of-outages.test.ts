import { describe, expect, test } from "vitest";
import { Crash } from "../../fakes/cloud/faults.ts";
import { digestOf, STAGING } from "./releases.ts";
import { newWorld, pass } from "./world.ts";
import type { Calling, World, WorldOptions } from "./world-parts.ts";
import { outage } from "./world-ports.ts";

const CANARY = "{steps: [5, 100], bakeSeconds: 600, minSamples: 400}";
const A = { name: "a", version: "1.0.0" };
const B = { name: "b", version: "2.0.0", rollout: CANARY };

/** In the middle of a canary. */
async function halfway(options: WorldOptions = {}): Promise<World> {
  const world = newWorld(options);
  pass(world, "a", null);
  world.merge(A);
  await world.run();
  pass(world, "b", "a");
  world.merge(B);
  expect(await world.run({ isPatient: false })).toMatchObject({ outcome: "inProgress" });
  return world;
}

const events = async (world: World) => (await world.history()).map(({ event }) => event);

test("a revert to what is parked tells the ledger only once the traffic is back", async () => {
  const asked: string[] = [];
  const calling: Calling = async ({ method }, act) => {
    asked.push(method);
    return act();
  };
  const world = newWorld({ calling });
  pass(world, "a", null);
  world.merge(A);
  await world.run();
  pass(world, "b", "a");
  world.merge({ ...B, rollout: "{steps: [100], bakeSeconds: 0, minSamples: 0}" });
  await world.run();
  world.merge(A);
  asked.length = 0;
  expect(await world.run()).toMatchObject({ outcome: "healthy" });
  expect(world.served()).toEqual({ a: 100 });
  const [back, told] = [asked.indexOf("endpoint.share"), asked.indexOf("ledger.push")];
  expect(back).toBeGreaterThan(0);
  expect(told).toBeGreaterThan(back);
});

describe("a ledger that nobody can read when a run begins", () => {
  test("lets a canary go no further, and no line is written without what came before", async () => {
    const world = await halfway();
    await world.time.wait(700_000);
    world.ledger = "down";
    expect(await world.run()).toMatchObject({ outcome: "aborted", reason: expect.stringContaining("ledger") });
    expect(world.served()).toEqual({ a: 95, b: 5 });
    world.ledger = "up";
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    const versions = (await world.history()).flatMap(({ before, after }) => [...before, ...after]);
    expect(versions.map(({ version }) => version)).not.toContain(null);
  });

  test("keeps no canary from being judged, nor its traffic from being given back", async () => {
    const world = await halfway();
    world.judgements.set(digestOf("b"), "fail");
    world.ledger = "down";
    await world.run();
    expect(world.served()).toEqual({ a: 100 });
    world.ledger = "up";
    await world.run();
    expect((await events(world)).at(-1)).toBe("bad");
  });
});

describe("a default branch that nobody can read", () => {
  test("ends a run at rest with a reason, and changes nothing", async () => {
    const world = newWorld();
    pass(world, "a", null);
    world.merge(A);
    world.forge = "down";
    expect(await world.run()).toMatchObject({ outcome: "aborted", reason: expect.stringContaining("default branch") });
    expect(world.served()).toEqual({});
  });

  test("keeps nobody from giving traffic back that a canary has forfeited", async () => {
    let isDown = false;
    const calling: Calling = async ({ method }, act) => {
      if (isDown && method === "people.desire") throw outage("the default branch");
      const answer = await act();
      if (method === "release.judge") isDown = true;
      return answer;
    };
    const world = newWorld({ calling });
    pass(world, "a", null);
    world.merge(A);
    await world.run();
    pass(world, "b", "a");
    world.judgements.set(digestOf("b"), "fail");
    world.merge(B);
    expect(await world.run()).toMatchObject({ outcome: "bad" });
    expect(world.served()).toEqual({ a: 100 });
  });

  test("keeps a later run from going on with a canary, and not from ending one", async () => {
    const world = await halfway();
    world.forge = "down";
    expect(await world.run()).toMatchObject({ outcome: "aborted" });
    expect(world.served()).toEqual({ a: 95, b: 5 });
  });
});

describe("people who cannot be told", () => {
  test.each(["people.tell", "people.propose"])("by %s change nothing for the release", async (broken) => {
    const calling: Calling = ({ method }, act) => (method === broken ? Promise.reject(new TypeError("no")) : act());
    const world = newWorld({ calling });
    pass(world, "a", null);
    world.judgements.set(digestOf("b"), "fail");
    world.merge(A);
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    pass(world, "b", "a");
    world.merge(B);
    expect(await world.run()).toMatchObject({ outcome: "bad" });
    expect(world.served()).toEqual({ a: 100 });
  });
});

describe("a judge that nobody can ask", () => {
  test("is asked again, and the canary goes on", async () => {
    let refusals = 3;
    const calling: Calling = async ({ method }, act) => {
      if (method !== "release.judge" || refusals === 0) return act();
      refusals -= 1;
      throw outage("the telemetry");
    };
    const world = await halfway({ calling });
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
  });
});

describe("a run that dies between its intent and the intent's line", () => {
  test.each([3, 4, 5, 6, 7, 8])("at call %i leaves a ledger in which every attempt was begun", async (at) => {
    let calls = 0;
    const calling: Calling = (call, act) => {
      calls += 1;
      if (call.run === "run 1" && calls >= at)
        throw new Crash({ method: "endpoint.read", resource: "", sequence: at }, "before");
      return act();
    };
    const world = newWorld({ calling });
    pass(world, "a", null);
    world.merge(A);
    await expect(world.run()).rejects.toThrow(Crash);
    await world.time.wait(60_001);
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect((await events(world)).filter((event) => event === "intent")).toHaveLength(1);
    expect((await events(world))[0]).toBe("intent");
  });
});

describe("an interrupted run", () => {
  test("ends before its next effect, and gives the lease back", async () => {
    const interrupt = new AbortController();
    const calling: Calling = ({ method }, act) => {
      if (method === "registry.upload") interrupt.abort();
      return act();
    };
    const world = newWorld({ calling });
    pass(world, "a", null);
    world.merge(A);
    expect(await world.run({ signal: interrupt.signal })).toMatchObject({ outcome: "inProgress" });
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(world.cloud.calls.filter(({ method }) => method === "registry.upload")).toHaveLength(1);
  });
});

describe("a read that shows what was before our own write", () => {
  test("blames no release for traffic that is still on the staging endpoint", async () => {
    let isStale = false;
    const world = newWorld({
      faults({ method, resource }) {
        if (!isStale || method !== "endpoint.read" || !resource.endsWith(`/${STAGING}`)) return null;
        isStale = false;
        return { kind: "staleRead" };
      },
      calling(call, act) {
        if (call.method === "release.smoke") isStale = true;
        return act();
      },
    });
    pass(world, "a", null);
    world.merge({ ...A, hasStaging: true });
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(await world.cloud.endpoint(STAGING).read()).toMatchObject({ value: { deployed: [], split: {} } });
  });
});
