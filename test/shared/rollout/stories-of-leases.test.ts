import { describe, expect, test } from "vitest";
import { drawer } from "../../simulate/draw.ts";
import { newScheduler } from "../../simulate/scheduler.ts";
import { released } from "./released.ts";
import { newWorld, pass } from "./world.ts";
import type { Calling, World } from "./world-parts.ts";

const A = { name: "a", version: "1.0.0" };
const B = { name: "b", version: "2.0.0" };

const shares = ({ cloud }: World) => cloud.calls.filter(({ method }) => method === "endpoint.share").length;

describe("a run that stands still while its lease runs out", () => {
  test("writes nothing when it wakes up, and the newer run's traffic stays", async () => {
    const scheduler = newScheduler(drawer(1));
    const calling: Calling = async ({ run, method }, act) => {
      // On its way to the endpoint, where no check of the lease can reach it any more.
      if (run === "slow" && method === "endpoint.share") await scheduler.wait(120_000);
      return act();
    };
    const world = await released(["a", "b"], { time: scheduler, calling });
    world.merge(A);
    const outcomes: string[] = [];
    const run = async (holder: string): Promise<void> => {
      outcomes.push(`${holder}: ${(await world.run({ holder })).outcome}`);
    };
    scheduler.spawn(() => run("slow"));
    scheduler.spawn(async () => {
      await scheduler.wait(70_000);
      world.merge(B);
      await run("newer");
    });
    await scheduler.finish();
    expect(outcomes).toEqual(["newer: noop", "slow: inProgress"]);
    expect(world.served()).toEqual({ b: 100 });
  });

  test("costs one write of the split as it is, and only where a lease was taken over", async () => {
    const world = await released(["a"]);
    const before = shares(world);
    await world.run();
    expect(shares(world) - before).toBe(0);
    const lease = world.buckets.contents.get("models/.model-release/lease.json")!;
    const held = Buffer.from(lease).toString().replace('"holder": null', '"holder": "somebody"');
    world.buckets.put("models", ".model-release/lease.json", held);
    expect(await world.run()).toMatchObject({ outcome: "noop" });
    expect(shares(world) - before).toBe(1);
  });
});

describe("an upload that takes longer than a lease lives", () => {
  test("keeps its lease by a heartbeat: a second run finds it busy", async () => {
    const scheduler = newScheduler(drawer(1));
    const world = newWorld({ time: scheduler, every: scheduler.every });
    world.uploadMs = 300_000;
    pass(world, "a", null);
    world.merge(A);
    const outcomes: string[] = [];
    scheduler.spawn(async () => void outcomes.push((await world.run()).outcome));
    scheduler.spawn(async () => {
      await scheduler.wait(200_000);
      outcomes.push((await world.run()).reason);
    });
    await scheduler.finish();
    expect(outcomes).toEqual([expect.stringContaining("run 1 is at work"), "healthy"]);
  });
});

describe("a write that arrives late", () => {
  test("after a newer merge was acted on changes nothing", async () => {
    let isLate = false;
    const interrupt = new AbortController();
    const world = await released(["a", "b"], {
      faults: ({ method }) => {
        if (!isLate || method !== "endpoint.share") return null;
        isLate = false;
        interrupt.abort();
        return { kind: "arriveLate", ms: 40_000 };
      },
    });
    world.merge(A);
    isLate = true;
    expect(await world.run({ signal: interrupt.signal })).toMatchObject({ outcome: "inProgress" });
    expect(isLate).toBe(false);
    world.merge(B);
    await world.run();
    await world.time.wait(120_000);
    expect(await world.run()).toMatchObject({ outcome: "noop", reason: expect.stringContaining("2.0.0") });
    expect(world.served()).toEqual({ b: 100 });
  });
});
