import { expect, test } from "vitest";
import { describeExample } from "./describe-example.ts";
import { storyIn } from "./story.ts";
import { checkAt, commentsOn, expectJobs } from "./told.ts";
import { layWorld } from "./world.ts";

describeExample("sharded-evaluation", () => {
  test("four jobs measure a part each, one joins them, and the verdict is that of a single run", async () => {
    const world = await layWorld("sharded-evaluation");
    const story = storyIn(world);

    const good = await story.propose("1.1.0", "alike");
    expectJobs(good.ran, { shard: "success", merge: "success", report: "success" });
    expect(world.forge.artifacts.map(({ name }) => name).sort()).toEqual([
      "model-release-evidence",
      ...[1, 2, 3, 4].map((part) => `part-${part}-of-4`),
    ]);
    expect(checkAt(world, good.proposal)).toMatchObject({ conclusion: "success", title: "spend 1.1.0: pass" });

    const bad = await story.propose("1.2.0", "worse");
    expectJobs(bad.ran, { shard: "success", merge: "failure", report: "failure" });
    expect(checkAt(world, bad.proposal)).toMatchObject({ conclusion: "failure", title: "spend 1.2.0: fail" });
    expect(commentsOn(world, bad.proposal)).toEqual([expect.stringContaining("240 rows")]);
  });
});
