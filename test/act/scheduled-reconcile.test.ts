import { expect, test } from "vitest";
import { describeExample } from "./describe-example.ts";
import { serveMain } from "./serve-main.ts";
import { storyIn } from "./story.ts";
import { expectJobs, keptByLastRun, ledgerOf } from "./told.ts";
import { layWorld } from "./world.ts";

describeExample("scheduled-reconcile", () => {
  test("a merge is brought to its endpoint tick by tick, and a tick changes nothing where all is well", async () => {
    const world = await layWorld("scheduled-reconcile");
    const { cloud, forge } = world;
    const story = storyIn(world);

    // What no check has let pass is refused, tick by tick.
    expectJobs(await story.tick(), { reconcile: "failure" });
    expect(await cloud.served()).toEqual({});

    await serveMain(world);
    const second = await story.propose("1.1.0", "alike");
    expectJobs(second.ran, { validate: "success", report: "success" });
    expectJobs(await story.merge(second.proposal), { reconcile: "success" });
    for (let ticks = 0; ticks < 5 && !ledgerOf(world).includes("healthy 1.1.0"); ticks += 1) await story.tick();
    expect(await cloud.served()).toEqual({ "spend 1.1.0": 100 });
    expect(ledgerOf(world)).toContain("healthy 1.1.0");

    cloud.writes();
    expectJobs(await story.tick(), { reconcile: "success" });
    expect(cloud.writes()).toEqual([]);

    // A person in the console: the next tick freezes the endpoint, and asks.
    await cloud.shiftByHand("spend 1.0.0");
    cloud.writes();
    expectJobs(await story.tick(), { reconcile: "failure" });
    expect(cloud.writes()).toEqual([]);
    expect(ledgerOf(world).at(-1)).toBe("frozen 1.1.0");
    expect(forge.issues).toMatchObject([{ isOpen: true, author: { login: "model-releases[bot]" } }]);

    // What came back to what Git says is taken back by a revert, within one run.
    await cloud.shiftByHand("spend 1.1.0");
    expectJobs(await story.tick(), { reconcile: "success" });
    const revert = await story.proposeRevert();
    expectJobs(await story.merge(revert.proposal), { reconcile: "success" });
    expect(await cloud.served()).toEqual({ "spend 1.0.0": 100 });
    expect(keptByLastRun(world)).toEqual(["incident"]);
  });
});
