import { expect, test } from "vitest";
import { describeExample } from "./describe-example.ts";
import { serveMain } from "./serve-main.ts";
import { storyIn } from "./story.ts";
import { checkAt, expectJobs, keptByLastRun, ledgerOf } from "./told.ts";
import { layWorld } from "./world.ts";

describeExample("manual-rollback", () => {
  test("a button gives the traffic back in one write and proposes the revert, whose merge has nothing to do", async () => {
    const world = await layWorld("scheduled-reconcile", "manual-rollback");
    const { cloud } = world;
    const story = storyIn(world);
    await serveMain(world);
    await story.pushToMain("1.1.0");
    await serveMain(world, "HEAD~1");
    expect(await cloud.served()).toEqual({ "spend 1.1.0": 100 });

    cloud.writes();
    const wish = { manifest: "spend/release.yaml", to: "", reason: "customers complain" };
    expectJobs(await story.dispatch("rollback.yml", wish), { rollback: "success" });
    expect(keptByLastRun(world)).toEqual(["incident"]);
    expect(cloud.writes()).toEqual(["UpdateEndpoint"]);
    expect(await cloud.served()).toEqual({ "spend 1.0.0": 100 });
    expect(ledgerOf(world)).toContain("rolledBack 1.0.0");

    const revert = await story.seeProposal();
    expectJobs(revert.ran, { validate: "success", report: "success" });
    expect(checkAt(world, revert.proposal)).toMatchObject({ conclusion: "success" });
    expectJobs(await story.merge(revert.proposal), { reconcile: "success" });
    expect(cloud.writes()).toEqual([]);
    expect(keptByLastRun(world)).toEqual([]);
  });
});
