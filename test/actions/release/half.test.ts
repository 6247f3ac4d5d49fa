import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { readAction } from "../../../.github/scripts/action-tables.ts";
import { INPUTS, parseHalfInputs } from "../../../actions/release/half-inputs.ts";
import { git } from "../../contract/git-repository.ts";
import { project } from "../../repo/project.ts";
import { jobOnMergeCommit, outputOf } from "../report/job.ts";
import { CHALLENGER } from "../report/world.ts";

const PROGRAM = "actions/release/half-main.ts";
const NOTHING = Object.fromEntries(Object.keys(INPUTS).map((name) => [name, ""])) as Record<
  keyof typeof INPUTS,
  string
>;

describe("which half is walked", () => {
  test.each([
    ["a job without a token measures", {}, "pull_request", "validate"],
    ["a job with a token reports", { token: "t" }, "pull_request", "report"],
    ["in a merge queue likewise", {}, "merge_group", "validate"],
    ["what is asked for counts", { half: "report", token: "t" }, "pull_request", "report"],
    ["a review measures nothing again", { token: "t" }, "pull_request_review", "report"],
    ["auto is the default by its name", { half: "auto" }, "pull_request", "validate"],
  ])("%s", (_, given, event, half) => {
    expect(parseHalfInputs({ ...NOTHING, ...given }, event).half).toBe(half);
  });

  test.each([
    ["a token where a model runs", { half: "validate", token: "t" }, "pull_request", "what runs a model gets none"],
    ["a report without a token", { half: "report" }, "pull_request", "token is empty"],
    ["a review without a token, rather than a second run", {}, "pull_request_review", "token is empty"],
    ["a half that is none", { half: "both" }, "pull_request", 'half is "both", not auto, validate or report'],
    ["a wrong input of the half that is walked", { device: "tpu" }, "pull_request", 'device is "tpu"'],
  ])("%s is refused", (_, given, event, message) => {
    expect(() => parseHalfInputs({ ...NOTHING, ...given }, event)).toThrow(message);
  });
});

describe("action.yml", () => {
  const text = readFileSync(join(project, "action.yml"), "utf8");
  const { inputs, outputs } = readAction(text);
  const halves = ["validate", "report"].map((name) =>
    readAction(readFileSync(join(project, "actions", name, "action.yml"), "utf8")),
  );

  test("has the inputs of both halves, with their defaults, and a token only where one is given", () => {
    expect(Object.keys(inputs).sort()).toEqual(Object.keys(INPUTS).sort());
    for (const half of halves) {
      for (const [name, { default: fallback }] of Object.entries(half.inputs))
        if (name !== "token") expect([name, inputs[name]?.default]).toEqual([name, fallback]);
    }
    expect(inputs.token!.default).toBeUndefined();
  });

  test("has the outputs of both, and names both verdicts alike", () => {
    const names = new Set(halves.flatMap((half) => Object.keys(half.outputs)));
    names.delete("status");
    expect(Object.keys(outputs).sort()).toEqual(["half", ...names].sort());
  });

  test("is what the Marketplace takes", () => {
    const { name, description, branding, runs } = parse(text);
    expect([name, description.length <= 125 || description.length]).toEqual(["model-release", true]);
    expect(branding).toEqual({ icon: "git-merge", color: "orange" });
    expect(runs).toEqual({ using: "node24", main: "actions/dist/release.js" });
  });
});

describe("as a runner starts it", () => {
  test("without a token it measures, here nothing", async () => {
    const folder = mkdtempSync(join(tmpdir(), "half-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    git(folder, ["init", "--quiet", "--template=", "--initial-branch=main"]);
    for (const message of ["base", "head"]) git(folder, ["commit", "--quiet", "--allow-empty", "--message", message]);
    writeFileSync(join(folder, "output"), "");
    const env = {
      PATH: process.env.PATH,
      GITHUB_ACTIONS: "true",
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_REF: "refs/pull/7/merge",
      GITHUB_OUTPUT: join(folder, "output"),
    };
    const { stderr } = await promisify(execFile)(process.execPath, [join(project, PROGRAM)], { cwd: folder, env });
    expect(stderr).toBe("No release.yaml is added or changed: nothing is validated.\n");
    const written = {
      outputs: readFileSync(join(folder, "output"), "utf8"),
      exitCode: 0,
      stdout: "",
      stderr,
      summary: "",
    };
    const names = ["half", "verdict", "evidence", "needs-validation"];
    expect(names.map((name) => outputOf(written, name))).toEqual(["validate", "", "", "false"]);
  });

  test("with one it reports: the check, the comment and the outputs are the report's own", async () => {
    const { state, step } = await jobOnMergeCommit(CHALLENGER);
    const ended = await step({ PROGRAM });
    expect([ended.exitCode, outputOf(ended, "half"), outputOf(ended, "verdict")]).toEqual([0, "report", "pass"]);
    expect(outputOf(ended, "comment-id")).toBe(String(state.comments[0]!.id));
    expect(state.checkRuns[0]).toMatchObject({ name: "model-release", conclusion: "success" });
  });
});
