import { describe, expect, test } from "vitest";
import type { CloudFault } from "../../fakes/cloud/faults.ts";
import { newWorld, pass } from "./world.ts";
import type { World } from "./world-parts.ts";

const A = { name: "a", version: "1.0.0" };

/** A release is served, its manifest is deleted, and what takes all traffic off goes wrong like this. */
async function deleted(fault: CloudFault): Promise<World> {
  const strike: { now: CloudFault | null } = { now: null };
  const world = newWorld({ faults: ({ method }) => (method === "endpoint.share" ? strike.now : null) });
  pass(world, "a", null);
  world.merge(A);
  await world.run();
  world.merge(null, { onDelete: "undeploy" });
  strike.now = fault;
  await world.run().catch(() => undefined);
  strike.now = null;
  await world.time.wait(70_000);
  return world;
}

describe.each<[string, CloudFault]>([
  ["killed before all traffic was taken off", { kind: "crash", when: "before" }],
  ["killed after all traffic was taken off", { kind: "crash", when: "after" }],
])("a deletion whose run was %s", (_, fault) => {
  test("is ended by the next run", async () => {
    const world = await deleted(fault);
    expect(await world.run()).toMatchObject({ outcome: "noop", reason: expect.stringContaining("nothing is served") });
    expect(world.served()).toEqual({});
    const said = (await world.history()).filter(({ event }) => event === "restored" || event === "frozen");
    expect(said).toMatchObject([{ event: "restored", before: [{ percent: 100 }], after: [] }]);
  });

  test("is taken back by its revert, and nobody is blamed", async () => {
    const world = await deleted(fault);
    world.merge(A);
    await world.run();
    expect(world.served()).toEqual({ a: 100 });
    expect((await world.history()).map(({ event }) => event)).not.toContain("frozen");
  });

  test("says that somebody moved traffic where somebody did so afterwards", async () => {
    const world = await deleted(fault);
    world.merge(A);
    await world.run();
    const { name } = world.cloud.endpoint("1");
    world.cloud.state.endpoints[name]!.split = {};
    expect(await world.run()).toMatchObject({ outcome: "refused", reason: expect.stringContaining("serves nothing") });
  });
});
