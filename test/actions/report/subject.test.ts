import { describe, expect, test } from "vitest";
import { type Subject, subjectOf } from "../../../actions/report/subject.ts";
import { Failure } from "../../../shared/failure.ts";
import { fakeFiles } from "../../fakes/files.ts";
import { BASE, commitOf, HEAD, type KeptPullRequest, keptPullRequest } from "../../fakes/forge/state.ts";
import { fakeForge } from "../../fakes/forge.ts";

const FORK = commitOf("fork");
const QUEUED = commitOf("queued");

const fork = keptPullRequest(9, {
  head: { commit: FORK, branch: "patch", repository: "fork/models" },
  base: { commit: BASE, branch: "next" },
  isFork: true,
});

interface Told {
  readonly pullRequest?: number | null;
  readonly known?: KeptPullRequest[];
  /** A call that the forge does not answer. */
  readonly failing?: string;
}

async function subject(name: string, payload: unknown, told: Told = {}) {
  const { pullRequest = null, known = [keptPullRequest(7), fork], failing } = told;
  const files = fakeFiles({ "/event.json": typeof payload === "string" ? payload : JSON.stringify(payload) });
  const forge = fakeForge({ pullRequests: known });
  if (failing !== undefined)
    forge.failing.set(failing, new Failure("forge-unreachable", "no answer", { fix: "Wait." }));
  return { found: await subjectOf({ pullRequest }, { event: { name, path: "/event.json" }, files, forge }), forge };
}

const changed = { pull_request: { number: 7, head: { sha: HEAD }, base: { ref: "main", sha: BASE } } };
const ours: Subject = {
  pullRequest: 7,
  head: HEAD,
  base: "main",
  isQueued: false,
  measuredBy: null,
  isForeign: false,
};

describe("the event tells what is reported on", () => {
  test.each(["pull_request", "pull_request_target", "pull_request_review"])("%s, as it was then", async (name) => {
    const moved = keptPullRequest(7, {
      head: { commit: commitOf("newer"), branch: "release", repository: "acme/models" },
    });
    const { found } = await subject(name, changed, { known: [moved] });
    expect(found).toEqual(ours);
  });

  test("pull_request, though the forge does not answer", async () => {
    const { found } = await subject("pull_request", changed, { failing: "pullRequests.find" });
    expect(found).toEqual(ours);
  });

  test.each([
    ["pull_request", "fork/models", true],
    ["pull_request_review", "fork/models", true],
    ["pull_request", "acme/models", false],
    ["pull_request_target", "fork/models", false],
  ])("%s from %s has a token that may only read: %s", async (name, full_name, isForeign) => {
    const head = { sha: HEAD, repo: { full_name } };
    const base = { ref: "main", sha: BASE, repo: { full_name: "acme/models" } };
    const { found } = await subject(name, { pull_request: { number: 7, head, base } });
    expect(found).toEqual({ ...ours, isForeign });
  });

  test("pull_request of a fork that is gone has a token that may only read", async () => {
    const base = { ref: "main", sha: BASE, repo: { full_name: "acme/models" } };
    const { found } = await subject("pull_request", {
      pull_request: { number: 7, head: { sha: HEAD, repo: null }, base },
    });
    expect(found).toMatchObject({ isForeign: true });
  });

  test("merge_group: the commit of the queue, and the pull request that it tries", async () => {
    const head_ref = `refs/heads/gh-readonly-queue/main/pr-7-${BASE}`;
    const { found } = await subject("merge_group", { merge_group: { head_sha: QUEUED, base_sha: BASE, head_ref } });
    expect(found).toEqual({ ...ours, head: QUEUED, base: BASE, isQueued: true });
  });

  test("workflow_run of a fork: whose head the commit is, by the forge's word", async () => {
    const run = { id: 55, event: "pull_request", head_sha: FORK, head_branch: "patch", pull_requests: [] };
    const { found } = await subject("workflow_run", { workflow_run: run });
    expect(found).toEqual({ ...ours, pullRequest: 9, head: FORK, base: "next", measuredBy: 55 });
  });

  test("workflow_run of a branch that is called like a queue's, from a fork: no queue's", async () => {
    const run = { id: 55, event: "pull_request", head_sha: FORK, head_branch: `gh-readonly-queue/main/pr-7-${BASE}` };
    const { found } = await subject("workflow_run", { workflow_run: run });
    expect(found).toMatchObject({ pullRequest: 9, isQueued: false });
  });

  test("workflow_run of a merge queue: its pull request and its branch", async () => {
    const run = { id: 55, event: "merge_group", head_sha: QUEUED, head_branch: `gh-readonly-queue/rel/1/pr-7-${BASE}` };
    const { found } = await subject("workflow_run", { workflow_run: run });
    expect(found).toEqual({ ...ours, head: QUEUED, base: "rel/1", isQueued: true, measuredBy: 55 });
  });

  test("workflow_run of a head that has moved on: nothing any more", async () => {
    const { found } = await subject("workflow_run", { workflow_run: { id: 55, head_sha: commitOf("older") } });
    expect(found).toEqual({ over: expect.stringMatching(/no pull request's head any more/) });
  });

  test("workflow_run of two pull requests with one head: the open one", async () => {
    const closed = keptPullRequest(3, { head: fork.head, state: "closed" });
    const { found } = await subject(
      "workflow_run",
      { workflow_run: { id: 55, head_sha: FORK } },
      { known: [closed, fork] },
    );
    expect(found).toMatchObject({ pullRequest: 9 });
  });
});

describe("a pull request that is merged is left as it was merged", () => {
  const merged = keptPullRequest(7, { state: "merged" });

  test.each<[string, string, object, Parameters<typeof subject>[2]]>([
    ["by a change", "pull_request", { pull_request: { ...changed.pull_request, merged: true } }, {}],
    [
      "by a review",
      "pull_request_review",
      { pull_request: { ...changed.pull_request, merged_at: "2026-07-01T00:00:00Z" } },
      {},
    ],
    ["by a change that is told again", "pull_request", changed, { known: [merged] }],
    ["by its number", "workflow_dispatch", {}, { pullRequest: 7, known: [merged] }],
    ["by a run of its head", "workflow_run", { workflow_run: { id: 55, head_sha: HEAD } }, { known: [merged] }],
  ])("%s", async (_, name, payload, given) => {
    const { found } = await subject(name, payload, given);
    expect(found).toEqual({ over: "The pull request is merged: what it was merged with stands." });
  });

  test.each([{ merged: false }, { merged_at: null }, { state: "closed", merged: false, merged_at: null }])(
    "and not one that says %j",
    async (told) => {
      const { found } = await subject("pull_request", { pull_request: { ...changed.pull_request, ...told } });
      expect(found).toEqual(ours);
    },
  );
});

describe("the input pull-request", () => {
  test.each(["workflow_dispatch", "schedule", "pull_request"])("counts on %s", async (name) => {
    const { found } = await subject(name, changed, { pullRequest: 9 });
    expect(found).toEqual({ ...ours, pullRequest: 9, head: FORK, base: "next" });
  });

  test("of nobody is refused", async () => {
    await expect(subject("push", {}, { pullRequest: 4 })).rejects.toMatchObject({
      code: "usage",
      message: "acme/models has no pull request #4",
    });
  });
});

test.each([
  ["push", { ref: "refs/heads/main" }],
  ["workflow_dispatch", { inputs: {} }],
  ["schedule", {}],
])("%s belongs to no pull request, and says what would", async (name, payload) => {
  await expect(subject(name, payload)).rejects.toMatchObject({
    code: "usage",
    message: `the event "${name}" belongs to no pull request`,
    fix: expect.stringMatching(/give the input pull-request/),
  });
});

describe("a payload that others have written is refused", () => {
  test.each<[string, string, unknown]>([
    ["a commit that is an option", "pull_request", pullRequestWith({ head: { sha: "--upload-pack=x" } })],
    ["a commit that is a branch", "pull_request", pullRequestWith({ head: { sha: "main" } })],
    ["a number that is text", "pull_request", pullRequestWith({ number: "7" })],
    ["a number that is none", "pull_request", pullRequestWith({ number: -1 })],
    ["no base", "pull_request", pullRequestWith({ base: null })],
    ["a head of its prototype", "pull_request", pullRequestWith({ head: { __proto__: { sha: HEAD } } })],
    ["a queue of no pull request", "merge_group", { merge_group: { head_sha: HEAD, base_sha: BASE, head_ref: "x" } }],
    ["a run of no commit", "workflow_run", { workflow_run: { id: 1, head_sha: null } }],
    ["text", "pull_request", "not json"],
    ["a text that is too deep", "pull_request", `${'{"a":'.repeat(99)}1${"}".repeat(99)}`],
  ])("with %s", async (_, name, payload) => {
    await expect(subject(name, payload)).rejects.toBeInstanceOf(Failure);
  });
});

function pullRequestWith(changes: object): unknown {
  return { pull_request: { ...changed.pull_request, ...changes } };
}
