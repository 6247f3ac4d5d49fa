import { describe, expect, test } from "vitest";
import { heal } from "../../../../shared/rollout/by-hand/heal.ts";
import { underLease } from "../../../../shared/rollout/by-hand/under-lease.ts";
import { acquireLease } from "../../../../shared/rollout/lease.ts";
import { released } from "../released.ts";
import { digestOf } from "../releases.ts";
import { newWorld, pass } from "../world.ts";
import type { World } from "../world-parts.ts";
import { deployForeign, endpointOf, handAt, moveAll } from "./hand.ts";

const healed = (world: World) => underLease(handAt(world), heal);
const shares = ({ cloud }: World) => cloud.calls.filter(({ method }) => method === "endpoint.share").length;

describe("heal", () => {
  test("gives back what the ledger says in one write, and tells the ledger", async () => {
    const world = await released(["a", "b"]);
    moveAll(world, "a");
    expect(await world.run()).toMatchObject({ outcome: "refused" });
    const before = shares(world);
    expect(await healed(world)).toMatchObject({ outcome: "healthy", fix: null });
    expect(shares(world) - before).toBe(1);
    expect(world.served()).toEqual({ b: 100 });
    expect((await world.history()).at(-1)).toMatchObject({
      event: "healed",
      version: "2.0.0",
      before: [{ version: "1.0.0", percent: 100 }],
      after: [{ version: "2.0.0", percent: 100 }],
      reason: "somebody else had made it serve 1.0.0 at 100 %",
    });
    expect(await world.run()).toMatchObject({ outcome: "noop" });
  });

  test("writes nothing where the endpoint serves what the ledger says", async () => {
    const world = await released(["a"]);
    const before = world.cloud.calls.length;
    expect(await healed(world)).toMatchObject({ outcome: "noop", entries: [] });
    expect(world.cloud.calls.length - before).toBe(1);
  });

  test("takes traffic away from what no release deployed", async () => {
    const world = await released(["a"]);
    deployForeign(world);
    expect(await healed(world)).toMatchObject({ outcome: "healthy" });
    expect(world.served()).toEqual({ a: 100 });
  });

  test("refuses where the champion is no longer deployed, and says what to do", async () => {
    const world = await released(["a", "b"]);
    const [id] = Object.keys(world.split());
    moveAll(world, "a");
    world.cloud.console.undeploy(endpointOf(world), id!);
    expect(await healed(world)).toMatchObject({
      outcome: "refused",
      reason: "2.0.0 at 100 % is no longer deployed",
      fix: expect.stringContaining("adopt"),
    });
  });

  test("refuses before anything was ever released", async () => {
    const world = newWorld();
    world.merge({ name: "a", version: "1.0.0" });
    deployForeign(world);
    expect(await healed(world)).toMatchObject({ outcome: "refused", fix: expect.stringContaining("adopt") });
  });

  test("refuses while another run is at work, naming it", async () => {
    const world = await released(["a"]);
    moveAll(world, "a");
    const other = handAt(world, "run 7");
    await acquireLease(other.leaseObject, other.holder, other);
    expect(await healed(world)).toMatchObject({ outcome: "refused", reason: "run 7 is at work on this endpoint" });
  });

  test("refuses in the middle of a promotion, which another run goes on with", async () => {
    const world = await released(["a"]);
    pass(world, "b", "a");
    world.judgements.set(digestOf("b"), "more");
    world.merge({ name: "b", version: "2.0.0", rollout: "{steps: [5, 100], bakeSeconds: 600, minSamples: 1}" });
    await world.run({ isPatient: false });
    expect(await healed(world)).toMatchObject({ outcome: "refused", reason: "a promotion of churn 2.0.0 is underway" });
    expect(world.served()).toEqual({ a: 95, b: 5 });
  });

  test("writes under an etag: what changes meanwhile is never overwritten", async () => {
    const world = await released(["a", "b"]);
    moveAll(world, "a");
    const ports = handAt(world);
    const { endpoint } = ports;
    const share = async (...[split, etag]: Parameters<typeof endpoint.share>) => {
      world.cloud.console.touch(endpointOf(world));
      return endpoint.share(split, etag);
    };
    const done = await underLease({ ...ports, endpoint: { ...endpoint, share } }, heal);
    expect(done).toMatchObject({ outcome: "aborted", entries: [] });
    expect(world.served()).toEqual({ a: 100 });
  });

  test("is told to the ledger by the next run, where it cannot be told now", async () => {
    const world = await released(["a", "b"]);
    moveAll(world, "a");
    const ports = handAt(world);
    const ledger = { ...ports.ledger, push: async () => "rejected" as const };
    expect(await underLease({ ...ports, ledger }, heal)).toMatchObject({ outcome: "healthy" });
    expect((await world.history()).at(-1)!.event).not.toBe("healed");
    expect(await world.run()).toMatchObject({ outcome: "noop" });
    expect((await world.history()).at(-1)!.event).toBe("healed");
  });
});
