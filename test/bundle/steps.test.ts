import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { jobIn, jobOnMergeCommit, outputOf } from "../actions/report/job.ts";
import { CHALLENGER, manifestWith } from "../actions/report/world.ts";
import { laidRelease } from "../actions/validate/laid-release.ts";
import { git } from "../contract/git-repository.ts";
import { TOKEN } from "../fakes/forge/http/github.ts";
import { forgeState } from "../fakes/forge/state.ts";
import { describeNative } from "../native.ts";

/** As the runner starts what an action.yml names, outside of this repository and with nothing installed beside it. */
const program = (name: string) => ({ PROGRAM: join(inject("bundle"), `${name}.js`) });
const WITHOUT_TOKEN = { INPUT_TOKEN: "" };

describe("report", () => {
  test("judges, and tells by check, comment and outputs", async () => {
    const { state, step } = await jobOnMergeCommit(CHALLENGER);
    const ended = await step(program("report"));
    expect([ended.exitCode, ended.stdout]).toEqual([0, `::add-mask::${TOKEN}\n`]);
    expect(outputOf(ended, "verdict")).toBe("pass");
    expect(state.checkRuns[0]).toMatchObject({ name: "model-release", conclusion: "success" });
    expect(state.comments).toHaveLength(1);
  });

  test("fails what loses, and what it is not told how to do", async () => {
    const { state, step } = await jobOnMergeCommit(manifestWith({ min: 0.9 }));
    const ended = await step(program("report"));
    expect([ended.exitCode, outputOf(ended, "verdict")]).toEqual([1, "fail"]);
    expect(state.checkRuns[0]).toMatchObject({ conclusion: "failure" });
    const wrong = await step({ ...program("report"), INPUT_COMMENT: "loud" });
    expect([wrong.exitCode, wrong.stdout]).toEqual([
      2,
      expect.stringMatching(/^::error title=usage::comment is "loud"/m),
    ]);
  });
});

describe("validate", () => {
  test("runs the model beside it, and keeps its evidence", { timeout: 120_000 }, async () => {
    const folder = await proposedRelease();
    const { step } = await jobIn(folder, { pull_request: { number: 7 } }, forgeState());
    const asked = { GITHUB_REF: "refs/pull/7/merge", INPUT_RUNTIME: "embedded", INPUT_OUT: "out" };
    const ended = await step({ ...program("validate"), ...asked, ...WITHOUT_TOKEN });
    expect(ended.stderr).toContain('"release.yaml": pass');
    expect([ended.exitCode, outputOf(ended, "status"), outputOf(ended, "needs-validation")]).toEqual([
      0,
      "pass",
      "false",
    ]);
    const evidence = JSON.parse(readFileSync(join(folder, "out/sums/evidence.json"), "utf8"));
    expect(evidence).toMatchObject({
      runtime: { name: "embedded" },
      quality: { metrics: { rmse: expect.anything() } },
    });
  });

  test("names every mistake of a manifest where it stands", async () => {
    const folder = await proposedRelease();
    writeFileSync(join(folder, "release.yaml"), "apiVersion: model-release/v1\nmodle: {}\n");
    const { step } = await jobIn(folder, { pull_request: { number: 7 } }, forgeState());
    const ended = await step({ ...program("validate"), INPUT_MANIFEST: "release.yaml", ...WITHOUT_TOKEN });
    expect(ended.exitCode).toBe(2);
    expect(ended.stdout).toMatch(/^::error title=manifest-invalid,file=release\.yaml,line=2,col=1::/m);
  });
});

describe("release, the root action", () => {
  test("measures where no token is given; or says that another job has to", async () => {
    const folder = await proposedRelease();
    const { step } = await jobIn(folder, { pull_request: { number: 7 } }, forgeState());
    const asked = { GITHUB_REF: "refs/pull/7/merge", INPUT_ONLY: "reverts", ...WITHOUT_TOKEN };
    const ended = await step({ ...program("release"), ...asked });
    const told = ["half", "needs-validation"].map((name) => outputOf(ended, name));
    expect([ended.exitCode, ...told]).toEqual([0, "validate", "true"]);
  });

  test("reports where one is, and refuses it where a model would run", async () => {
    const { state, step } = await jobOnMergeCommit(CHALLENGER);
    const ended = await step(program("release"));
    expect([ended.exitCode, outputOf(ended, "half"), outputOf(ended, "verdict")]).toEqual([0, "report", "pass"]);
    expect(state.comments).toHaveLength(1);
    const refused = await step({ ...program("release"), INPUT_HALF: "validate" });
    expect(refused.exitCode).toBe(2);
    expect(refused.stdout).toMatch(/^::error title=usage::half is validate, and a token is given/m);
  });
});

describe("setup", () => {
  test("names the input that is wrong, and what was meant", async () => {
    const folder = await laidRelease(3);
    const { step } = await jobIn(folder, { push: {} }, forgeState());
    const ended = await step({ ...program("setup"), INPUT_VARIANT: "gpus", ...WITHOUT_TOKEN });
    expect([ended.exitCode, ended.stdout]).toEqual([2, expect.stringMatching(/^::error.*did you mean gpu/m)]);
  });
});

describeNative("setup, where TensorFlow is there already", ({ folder, tensorflow, variant }) => {
  test("tells later steps where", async () => {
    const { step } = await jobIn(await laidRelease(3), { push: {} }, forgeState());
    const asked = { "INPUT_TENSORFLOW-VERSION": tensorflow, INPUT_VARIANT: variant };
    const ended = await step({
      ...program("setup"),
      ...asked,
      MODEL_RELEASE_RUNTIME: dirname(folder),
      ...WITHOUT_TOKEN,
    });
    expect([ended.exitCode, outputOf(ended, "cache-hit"), outputOf(ended, "runtime")]).toEqual([0, "true", folder]);
  });
});

/** The commit that GitHub makes of a pull request which adds a release. */
async function proposedRelease(): Promise<string> {
  const folder = await laidRelease();
  rmSync(join(folder, ".git"), { recursive: true });
  const commit = (message: string) => git(folder, ["commit", "--quiet", "--allow-empty", "--message", message]);
  git(folder, ["init", "--quiet", "--template=", "--initial-branch=main"]);
  commit("base");
  git(folder, ["switch", "--quiet", "--create", "proposal"]);
  git(folder, ["add", "--all"]);
  commit("release");
  git(folder, ["switch", "--quiet", "main"]);
  git(folder, ["merge", "--quiet", "--no-ff", "--message", "merge", "proposal"]);
  return folder;
}
