import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, onTestFinished, test } from "vitest";
import { parsePassRecord } from "../../../shared/report/pass-record.ts";
import { git, layRepository } from "../../contract/git-repository.ts";
import { type GitHubServer, gitHubServer, TOKEN } from "../../fakes/forge/http/github.ts";
import { lacking, refused } from "../../fakes/forge/http/trouble.ts";
import { type ForgeState, forgeState, keptPullRequest } from "../../fakes/forge/state.ts";
import { project } from "../../repo/project.ts";
import { CHALLENGER, CHAMPION, evidenceOf, manifestWith } from "./world.ts";

const servers: GitHubServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    await server[Symbol.asyncDispose]();
    expect(server.violations).toEqual([]);
  }
});

interface Job {
  readonly state: ForgeState;
  readonly server: GitHubServer;
  /** Runs the action's program as a runner does. */
  readonly step: (environment?: Readonly<Record<string, string>>) => Promise<Ended>;
}

interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: string;
  readonly summary: string;
}

/** A job on the merge commit of a pull request, and GitHub on loopback. */
async function job(challenger: string): Promise<Job> {
  const scratch = mkdtempSync(join(tmpdir(), "report-step-"));
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
  const { folder: origin, commits } = await layRepository(scratch, {
    head: "merge",
    commits: [
      { name: "base", files: { "churn/release.yaml": CHAMPION } },
      { name: "head", parents: ["base"], files: { "churn/release.yaml": challenger } },
      { name: "merge", parents: ["base", "head"], files: { "churn/release.yaml": challenger } },
    ],
  });
  const [base, head] = [commits.base!, commits.head!];
  const workspace = join(scratch, "workspace");
  mkdirSync(join(workspace, "model-release-evidence/churn"), { recursive: true });
  git(workspace, ["init", "--quiet", "--template="]);
  git(workspace, ["fetch", "--quiet", origin, commits.merge!]);
  git(workspace, ["checkout", "--quiet", "--detach", commits.merge!]);
  writeFileSync(join(workspace, "model-release-evidence/churn/evidence.json"), evidenceOf());
  const pull_request = { number: 7, head: { sha: head }, base: { ref: "main", sha: base } };
  writeFileSync(join(scratch, "event.json"), JSON.stringify({ pull_request }));
  const state = forgeState({
    pullRequests: [keptPullRequest(7, { head: { commit: head, branch: "release", repository: "acme/models" } })],
  });
  const server = await gitHubServer(state);
  servers.push(server);
  const step: Job["step"] = (environment = {}) => run(workspace, { scratch, apiUrl: server.apiUrl, environment });
  return { state, server, step };
}

interface Runner {
  readonly scratch: string;
  readonly apiUrl: string;
  readonly environment: Readonly<Record<string, string>>;
}

async function run(workspace: string, { scratch, apiUrl, environment }: Runner): Promise<Ended> {
  const [output, summary] = [join(scratch, "output"), join(scratch, "summary")];
  for (const file of [output, summary]) writeFileSync(file, "");
  const env = {
    PATH: process.env.PATH,
    GITHUB_ACTIONS: "true",
    GITHUB_API_URL: apiUrl,
    GITHUB_GRAPHQL_URL: `${apiUrl}/graphql`,
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_REPOSITORY: "acme/models",
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_EVENT_PATH: join(scratch, "event.json"),
    GITHUB_RUN_ID: "20",
    GITHUB_RUN_NUMBER: "5",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    INPUT_TOKEN: TOKEN,
    ...environment,
  };
  const ended = Promise.withResolvers<Omit<Ended, "outputs" | "summary">>();
  execFile(
    process.execPath,
    [join(project, "actions/report/main.ts")],
    { cwd: workspace, env },
    (error, stdout, stderr) => {
      ended.resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr });
    },
  );
  const { exitCode, stdout, stderr } = await ended.promise;
  return { exitCode, stdout, stderr, outputs: readFileSync(output, "utf8"), summary: readFileSync(summary, "utf8") };
}

function outputOf({ outputs }: Ended, name: string): string | undefined {
  return new RegExp(`^${name}<<(\\S+)\\n(.*?)\\n\\1$`, "ms").exec(outputs)?.[2];
}

test("a pass is told by a check, a comment that stays one, the job's page and the outputs", async () => {
  const { state, step } = await job(CHALLENGER);
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

test("a missing permission is named, a broken comment said, and the step ends as the verdict does", async () => {
  const { server, state, step } = await job(manifestWith({ min: 0.9 }));
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
  const { step } = await job(CHALLENGER);
  const { exitCode, stdout, stderr, summary, outputs } = await step({ INPUT_TOKEN: "ghs_wrong_token" });
  expect(exitCode).toBe(0);
  const told = stdout.replace("::add-mask::ghs_wrong_token", "") + stderr + summary + outputs;
  expect(told.includes("ghs_wrong_token")).toBe(false);
});

test("wrong inputs are one annotation, and nothing is asked", async () => {
  const { server, step } = await job(CHALLENGER);
  const { exitCode, stdout } = await step({ INPUT_COMMENT: "loud", "INPUT_PULL-REQUEST": "x" });
  expect([exitCode, server.requests]).toEqual([2, []]);
  expect(stdout).toMatch(/^::error title=usage::pull-request is "x".*comment is "loud"/m);
});
