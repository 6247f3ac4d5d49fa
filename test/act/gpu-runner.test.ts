import { expect, test } from "vitest";
import { describeExample } from "./describe-example.ts";
import { serveMain } from "./serve-main.ts";
import { storyIn } from "./story.ts";
import { checkAt, commentsOn, expectJobs } from "./told.ts";
import { layWorld } from "./world.ts";

describeExample("gpu-runner", () => {
  test("a new release takes the runner with the GPU, and one that served before takes none", async () => {
    const world = await layWorld("gpu-runner");
    const story = storyIn(world);
    await serveMain(world);

    const { proposal, ran } = await story.propose("1.1.0", "alike");
    expectJobs(ran, { decide: "success", validate: "success", report: "success" });
    expect(checkAt(world, proposal)).toMatchObject({ conclusion: "success", title: "spend 1.1.0: pass" });

    await story.merge(proposal);
    await serveMain(world, "HEAD~1");
    const revert = await story.proposeRevert();
    expectJobs(revert.ran, { decide: "success", report: "success" });
    expect(checkAt(world, revert.proposal)).toMatchObject({ conclusion: "success", title: "spend 1.0.0: pass" });
    expect(commentsOn(world, revert.proposal)).toEqual([expect.stringContaining("spend 1.0.0 may come back")]);
  });
});
