import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished } from "vitest";
import { git, layRepository } from "../../contract/git-repository.ts";
import { type GitHubServer, gitHubServer, TOKEN } from "../../fakes/forge/http/github.ts";
import { BASE, commitOf, type ForgeState, forgeState, keptPullRequest } from "../../fakes/forge/state.ts";
import { project } from "../../repo/project.ts";
import { zipOf } from "../../shared/model/beside/zipping.ts";
import { CHAMPION, evidenceOf } from "./world.ts";

type Variables = Readonly<Record<string, string>>;

export interface Job {
  readonly state: ForgeState;
  readonly server: GitHubServer;
  /** Runs the action's program as a runner does. */
  readonly step: (environment?: Variables) => Promise<Ended>;
}

interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: string;
  readonly summary: string;
}

/** A job on the merge commit of a pull request, with its evidence, and GitHub on loopback. */
export async function jobOnMergeCommit(challenger: string): Promise<Job> {
  const scratch = newScratch();
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
  const pullRequest = keptPullRequest(7, { head: { commit: head, branch: "release", repository: "acme/models" } });
  return jobIn(workspace, { pull_request }, forgeState({ pullRequests: [pullRequest] }));
}

const FORK = commitOf("fork");

/** A job that follows a fork's own: nothing is checked out, and the fork's run has kept its evidence. */
export async function jobAfterFork(challenger: string): Promise<Job> {
  const archive = zipOf({ "../churn/evidence.json": Buffer.from(evidenceOf()) }, true);
  const artifact = { name: "model-release-evidence", sizeBytes: archive.length, isExpired: false, digest: null };
  const pullRequest = keptPullRequest(7, {
    head: { commit: FORK, branch: "patch", repository: "fork/models" },
    base: { commit: BASE, branch: "main" },
    isFork: true,
    changes: [{ kind: "changed", path: "churn/release.yaml" }],
  });
  const state = forgeState({
    pullRequests: [pullRequest],
    files: { main: { "churn/release.yaml": CHAMPION }, [FORK]: { "churn/release.yaml": challenger } },
    runs: [
      {
        id: 11,
        url: "https://github.com/acme/models/actions/runs/11",
        commit: FORK,
        event: "pull_request",
        workflow: ".github/workflows/validate.yml",
        headRepository: "fork/models",
        status: "completed",
      },
    ],
    artifacts: [{ ...artifact, id: 1, run: 11, archive }],
  });
  const workflow_run = { id: 11, event: "pull_request", head_sha: FORK, head_branch: "patch", pull_requests: [] };
  return jobIn(join(newScratch(), "workspace"), { workflow_run }, state);
}

function newScratch(): string {
  const scratch = mkdtempSync(join(tmpdir(), "report-step-"));
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
  mkdirSync(join(scratch, "workspace"));
  return scratch;
}

/** A job that stands in a folder, for an event of the one name that its payload has. */
export async function jobIn(workspace: string, payload: object, state: ForgeState): Promise<Job> {
  const scratch = newScratch();
  writeFileSync(join(scratch, "event.json"), JSON.stringify(payload));
  const server = await gitHubServer(state);
  onTestFinished(async () => {
    await server[Symbol.asyncDispose]();
    expect(server.violations).toEqual([]);
  });
  const environment = {
    GITHUB_EVENT_NAME: Object.keys(payload)[0]!,
    GITHUB_EVENT_PATH: join(scratch, "event.json"),
    GITHUB_API_URL: server.apiUrl,
    GITHUB_GRAPHQL_URL: `${server.apiUrl}/graphql`,
    GITHUB_OUTPUT: join(scratch, "output"),
    GITHUB_STEP_SUMMARY: join(scratch, "summary"),
  };
  return { state, server, step: (more = {}) => run(workspace, { ...environment, ...more }) };
}

async function run(workspace: string, environment: Variables): Promise<Ended> {
  const files = [environment.GITHUB_OUTPUT!, environment.GITHUB_STEP_SUMMARY!];
  for (const file of files) writeFileSync(file, "");
  const env = {
    PATH: process.env.PATH,
    GIT_CEILING_DIRECTORIES: tmpdir(),
    GITHUB_ACTIONS: "true",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_REPOSITORY: "acme/models",
    GITHUB_RUN_ID: "20",
    GITHUB_RUN_NUMBER: "5",
    GITHUB_RUN_ATTEMPT: "1",
    INPUT_TOKEN: TOKEN,
    ...environment,
  };
  const program = resolve(project, environment.PROGRAM ?? "actions/report/main.ts");
  const ended = Promise.withResolvers<Pick<Ended, "exitCode" | "stdout" | "stderr">>();
  execFile(process.execPath, [program], { cwd: workspace, env }, (error, stdout, stderr) => {
    ended.resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr });
  });
  const said = await ended.promise;
  const [outputs = "", summary = ""] = files.map((file) => readFileSync(file, "utf8"));
  return { ...said, outputs, summary };
}

export function outputOf({ outputs }: Ended, name: string): string | undefined {
  return new RegExp(`^${name}<<(\\S+)\\n(.*?)\\n\\1$`, "ms").exec(outputs)?.[2];
}
