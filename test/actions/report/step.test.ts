import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parsePassRecord } from "../../../shared/report/pass-record.ts";
import { TOKEN } from "../../fakes/forge/http/github.ts";
import { lacking, refused } from "../../fakes/forge/http/trouble.ts";
import { jobAfterFork, jobOnMergeCommit, outputOf } from "./job.ts";
import { CHALLENGER, manifestWith } from "./world.ts";

test("a pass is told by a check, a comment that stays one, the job's page and the outputs", async () => {
  const { state, step } = await jobOnMergeCommit(CHALLENGER);
  const ended = await step();
  expect([ended.exitCode, ended.stdout]).toEqual([0, `::add-mask::${TOKEN}\n`]);
  expect([outputOf(ended, "verdict"), outputOf(ended, "comment-id")]).toEqual(["pass", String(state.comments[0]!.id)]);
  expect(JSON.parse(outputOf(ended, "result")!)).toMatchObject({ status: "pass" });
  expect(outputOf(ended, "report-path")).toBe("model-release-evidence/report.html");
  expect(ended.summary).toMatch(/churn/);
  expect(ended.stderr).toMatch(/^"churn\/release\.yaml": pass$/m);
  const [check] = state.checkRuns;
  expect(check).toMatchObject({ name: "model-release", conclusion: "success", externalId: "20.1" });
  expect(parsePassRecord(check!.summary!)!.releases).toHaveLength(1);

  await step({ GITHUB_RUN_ATTEMPT: "2" });
  expect(state.comments.map(({ body }) => body.split("\n", 1)[0])).toEqual([
    "<!-- model-release:report run=20 attempt=2 -->",
  ]);
});

test("what a fork proposes is told after its run, from its artifact, with nothing of it checked out", async () => {
  const { state, step } = await jobAfterFork(CHALLENGER);
  const ended = await step();
  expect([ended.exitCode, outputOf(ended, "verdict")]).toEqual([0, "pass"]);
  expect(ended.stderr).toMatch(/^The evidence is that of run 11/m);
  expect(state.checkRuns[0]).toMatchObject({ commit: state.pullRequests[0]!.head.commit, conclusion: "success" });
  expect(state.comments).toHaveLength(1);
});

test("a missing permission is named, a broken comment said, and the step ends as the verdict does", async () => {
  const { server, state, step } = await jobOnMergeCommit(manifestWith({ min: 0.9 }));
  server.troubles.push({ on: "POST /repos/{owner}/{repo}/check-runs", before: lacking("checks=write") });
  const comment = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
  server.troubles.push({ on: comment, before: refused(422, "Validation Failed") });
  const ended = await step();
  expect([ended.exitCode, state.checkRuns, state.comments, outputOf(ended, "comment-id")]).toEqual([1, [], [], ""]);
  expect(ended.stdout).toMatch(/^::error title=churn 2\.0\.0%3A quality,file=churn\/release\.yaml,line=14/m);
  expect(ended.stdout).toMatch(/^::warning title=the check could not be written::.*checks: write/m);
  expect(ended.summary).toMatch(/the comment could not be written/);
});

test("a token that is none is shown nowhere, and the step ends as the verdict does", async () => {
  const { step } = await jobOnMergeCommit(CHALLENGER);
  const { exitCode, stdout, stderr, summary, outputs } = await step({ INPUT_TOKEN: "ghs_wrong_token" });
  expect(exitCode).toBe(0);
  const told = stdout.replace("::add-mask::ghs_wrong_token", "") + stderr + summary + outputs;
  expect(told.includes("ghs_wrong_token")).toBe(false);
});

test("wrong inputs are one annotation, and nothing is asked", async () => {
  const { server, step } = await jobOnMergeCommit(CHALLENGER);
  const { exitCode, stdout } = await step({ INPUT_COMMENT: "loud", "INPUT_PULL-REQUEST": "x" });
  expect([exitCode, server.requests]).toEqual([2, []]);
  expect(stdout).toMatch(/^::error title=usage::pull-request is "x".*comment is "loud"/m);
});

test.each([
  ["is a folder", () => tmpdir(), "file-refused"],
  ["is no JSON, but a terminal's escapes and a command", () => file("\u001b[2J\n::error::owned"), "document-invalid"],
  ["is empty", () => file(""), "document-invalid"],
  ["is not there", () => join(tmpdir(), "no-such-event.json"), "file-missing"],
  ["is a list", () => file("[]"), "usage"],
])("an event's file that %s is said to be that", async (_, path, code) => {
  const { server, step } = await jobOnMergeCommit(CHALLENGER);
  const { exitCode, stdout, stderr } = await step({ GITHUB_EVENT_PATH: path() });
  expect([exitCode, server.requests]).toEqual([2, []]);
  expect(stdout).toMatch(new RegExp(`^::error title=${code}`, "m"));
  expect(stdout + stderr).not.toMatch(/[^\P{Cc}\n]|^::error::|^\s+at |undefined/mu);
});

test("addresses that are set to nothing are the usual ones, and an address's user is shown nowhere", async () => {
  const { step } = await jobOnMergeCommit(CHALLENGER);
  const { exitCode, stdout, stderr, summary } = await step({
    GITHUB_SERVER_URL: "https://ann:swordfish@forge.test/git/",
    GITHUB_GRAPHQL_URL: "",
  });
  expect(exitCode).toBe(0);
  expect(summary).toMatch(/https:\/\/forge\.test\/git\/acme\/models\//);
  expect(stdout + stderr + summary).not.toMatch(/swordfish/);
});

test("what is no address is named, without what it says", async () => {
  const { step } = await jobOnMergeCommit(CHALLENGER);
  const { exitCode, stdout } = await step({ GITHUB_SERVER_URL: "javascript:alert(1)" });
  expect([exitCode, stdout.split("\n")[1]]).toEqual([
    2,
    "::error title=usage::GITHUB_SERVER_URL is no address of a forge%0Afix: Set GITHUB_SERVER_URL to an address such as https://github.com.",
  ]);
});

function file(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "report-event-")), "event.json");
  onTestFinished(() => rmSync(dirname(path), { recursive: true, force: true }));
  writeFileSync(path, text);
  return path;
}
