import { describe, expect, test } from "vitest";
import { Crash } from "../../fakes/cloud/faults.ts";
import { released } from "./released.ts";
import { pass } from "./world.ts";
import type { Calling } from "./world-parts.ts";

const A = { name: "a", version: "1.0.0" };
const B = { name: "b", version: "2.0.0" };
const C = { name: "c", version: "3.0.0" };

describe("a run that a queue has dropped", () => {
  test("is not missed: the run of the next merge brings the endpoint to what the tip says", async () => {
    const world = await released(["a"]);
    pass(world, "b", "a");
    world.merge(B);
    // No run for this merge.
    pass(world, "c", "a");
    world.merge(C);
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(world.served()).toEqual({ c: 100 });
    expect((await world.history()).map(({ version }) => version)).not.toContain("2.0.0");
  });

  test("is made up for by the schedule where no other merge comes", async () => {
    const world = await released(["a"]);
    pass(world, "b", "a");
    world.merge(B);
    await world.time.wait(600_000);
    expect(await world.run()).toMatchObject({ outcome: "healthy" });
    expect(world.served()).toEqual({ b: 100 });
  });

  test("whose revert was merged meanwhile leaves nothing to be done", async () => {
    const world = await released(["a"]);
    pass(world, "b", "a");
    world.merge(B);
    world.merge(A);
    const before = world.cloud.calls.length;
    expect(await world.run()).toMatchObject({ outcome: "noop", reason: "1.0.0 is served already" });
    expect(world.cloud.calls.slice(before).map(({ method }) => method)).toEqual(["endpoint.read"]);
  });
});

describe("a run that was killed before a revert", () => {
  test("is ended by the revert's run, whatever it had begun", async () => {
    let isFatal = false;
    const calling: Calling = (call, act) => {
      if (isFatal && call.method === "endpoint.settle") {
        throw new Crash({ method: "endpoint.settle", resource: "", sequence: 0 }, "before");
      }
      return act();
    };
    const world = await released(["a"], { calling });
    pass(world, "b", "a");
    world.merge(B);
    isFatal = true;
    await expect(world.run()).rejects.toThrow(Crash);
    isFatal = false;
    world.merge(A);
    await world.time.wait(60_001);
    expect(await world.run()).toMatchObject({ outcome: "noop" });
    expect(world.served()).toEqual({ a: 100 });
    const { deployed } = world.cloud.state.endpoints[world.cloud.endpoint("1").name]!;
    expect(deployed).toHaveLength(1);
    expect((await world.history()).map(({ event }) => event)).toContain("superseded");
  });
});
