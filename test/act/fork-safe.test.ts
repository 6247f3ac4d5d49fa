import { expect, test } from "vitest";
import { describeExample } from "./describe-example.ts";
import { storyIn } from "./story.ts";
import { checkAt, commentsOn, expectJobs } from "./told.ts";
import { layWorld } from "./world.ts";

const FORK = "stranger/models";

describeExample("fork-safe", () => {
  test("a fork's run only measures; the one that follows it judges, and checks nothing of the fork out", async () => {
    const world = await layWorld("fork-safe");
    const story = storyIn(world);

    const good = await story.propose("1.1.0", "alike", FORK);
    expectJobs(good.ran, { validate: "success" });
    expect(checkAt(world, good.proposal)).toBeUndefined();
    expect(commentsOn(world, good.proposal)).toEqual([]);
    const judged = await story.measured(good.proposal);
    expectJobs(judged, { report: "success" });
    expect(judged.log).not.toContain("actions/checkout");
    expect(checkAt(world, good.proposal)).toMatchObject({ conclusion: "success", title: "spend 1.1.0: pass" });
    expect(commentsOn(world, good.proposal)).toEqual([expect.stringContaining("spend 1.1.0 may replace 1.0.0")]);

    const bad = await story.propose("1.2.0", "worse", FORK);
    expectJobs(bad.ran, { validate: "failure" });
    expectJobs(await story.measured(bad.proposal), { report: "failure" });
    expect(checkAt(world, bad.proposal)).toMatchObject({ conclusion: "failure", title: "spend 1.2.0: fail" });
    expect(commentsOn(world, bad.proposal)).toEqual([expect.stringContaining("rmse")]);
  });
});
