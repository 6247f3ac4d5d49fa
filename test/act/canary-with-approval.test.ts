import { expect, test } from "vitest";
import { describeExample } from "./describe-example.ts";
import { serveMain } from "./serve-main.ts";
import { storyIn } from "./story.ts";
import { commentsOn, expectJobs, keptByLastRun, ledgerOf } from "./told.ts";
import { layWorld } from "./world.ts";

describeExample("canary-with-approval", () => {
  test("a risk is approved before it gets traffic, goes live in steps, and a git revert takes it back", async () => {
    const world = await layWorld("canary-with-approval");
    const { cloud } = world;
    await serveMain(world);
    const story = storyIn(world);

    const { proposal, ran } = await story.propose("1.1.0", "alike");
    expectJobs(ran, { validate: "success", report: "success" });
    expect(commentsOn(world, proposal)).toEqual([expect.stringContaining("an approver has to review this head")]);

    cloud.writes();
    expectJobs(await story.merge(proposal), { promote: "failure" });
    expect(cloud.writes()).toEqual([]);
    expectJobs(await story.approve(proposal), { report: "success" });
    expectJobs(await story.again(), { promote: "success" });
    expect(await cloud.served()).toEqual({ "spend 1.1.0": 100 });
    expect(cloud.writes()).toEqual(["DeployModel", ...new Array(4).fill("UpdateEndpoint")]);
    expect(keptByLastRun(world)).toEqual([]);
    const steps = ledgerOf(world).filter((line) => line.endsWith("1.1.0"));
    expect(steps).toEqual(expect.arrayContaining(["staged 1.1.0", "shifted 1.1.0", "healthy 1.1.0"]));

    const revert = await story.proposeRevert();
    expectJobs(revert.ran, { validate: "success", report: "success" });
    cloud.writes();
    expectJobs(await story.merge(revert.proposal), { promote: "success" });
    expect(cloud.writes()).toEqual(["UpdateEndpoint"]);
    expect(await cloud.served()).toEqual({ "spend 1.0.0": 100 });
    expect(ledgerOf(world).at(-1)).toBe("rolledBack 1.0.0");
    expect(keptByLastRun(world)).toEqual(["incident"]);
  });
});
