import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeExample } from "./describe-example.ts";
import { storyIn } from "./story.ts";
import { checkAt, commentsOn, expectJobs, ledgerOf } from "./told.ts";
import { layWorld } from "./world.ts";

describeExample("minimal", () => {
  test("what keeps its promises is green, what breaks them is red and says why, and nothing is delivered", async () => {
    const world = await layWorld("minimal");
    const story = storyIn(world);

    const good = await story.propose("1.1.0", "alike");
    expectJobs(good.ran, { validate: "success", report: "success" });
    expect(checkAt(world, good.proposal)).toMatchObject({
      conclusion: "success",
      title: "spend 1.1.0: pass",
      app: { slug: "github-actions" },
    });
    expect(commentsOn(world, good.proposal)).toEqual([expect.stringContaining("spend 1.1.0 may replace 1.0.0")]);

    const bad = await story.propose("1.2.0", "worse");
    expectJobs(bad.ran, { validate: "failure", report: "failure" });
    const check = checkAt(world, bad.proposal)!;
    expect(check).toMatchObject({ conclusion: "failure", title: "spend 1.2.0: fail" });
    expect(check.annotations.map(({ path }) => path)).toContain("spend/release.yaml");
    expect(check.annotations.map(({ title }) => title)).toEqual(
      expect.arrayContaining(["spend 1.2.0: golden", "spend 1.2.0: quality"]),
    );
    expect(commentsOn(world, bad.proposal)).toEqual([expect.stringContaining("rmse")]);

    expect(ledgerOf(world)).toEqual([]);
    expect(await world.cloud.served()).toEqual({});
  });

  test("one action for both jobs is the half that its token makes it", async () => {
    const world = await layWorld("minimal");
    const { folder, commit, git } = world.repository;
    const path = join(folder, ".github/workflows/model-release.yml");
    const [validate, report] = ["validate", "report"].map(
      (half) => `OWNER/model-release/actions/${half}@COMMIT # its release`,
    );
    // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub puts the token there
    const told = "OWNER/model-release@COMMIT\n        with: { token: '${{ github.token }}' }";
    const text = readFileSync(path, "utf8").replace(validate!, "OWNER/model-release@COMMIT").replace(report!, told);
    writeFileSync(path, text);
    commit("one action for both jobs");
    git("push", "--quiet", "origin", "main");

    const { proposal, ran } = await storyIn(world).propose("1.1.0", "alike");
    expectJobs(ran, { validate: "success", report: "success" });
    expect(ran.log).not.toContain("actions/validate");
    expect(checkAt(world, proposal)).toMatchObject({ conclusion: "success", title: "spend 1.1.0: pass" });
  });
});
