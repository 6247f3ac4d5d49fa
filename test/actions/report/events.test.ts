import { describe, expect, test } from "vitest";
import type { ForgeState } from "../../fakes/forge/state.ts";
import { CHALLENGER, CHAMPION, type Commits, GONE, manifestWith, reportIn, type World } from "./world.ts";

const proposed: World = { head: { "churn/release.yaml": CHALLENGER } };

/** The forge's own view of the same repository. */
const told =
  (
    head: Readonly<Record<string, string>>,
    main: Readonly<Record<string, string>> = { "churn/release.yaml": CHAMPION },
  ) =>
  (commits: Commits): Partial<ForgeState> => ({ files: { main, [commits.base]: main, [commits.head]: head } });
const changed = (path: string) => () => ({ changes: [{ kind: "changed", path } as const] });

const pullRequest = ({ head, base }: Commits) => ({ number: 7, head: { sha: head }, base: { ref: "main", sha: base } });
const EVENTS: readonly (readonly [string, (commits: Commits) => { name: string; payload: unknown }, boolean])[] = [
  ["pull_request", (commits) => ({ name: "pull_request", payload: { pull_request: pullRequest(commits) } }), true],
  [
    "pull_request_target",
    (commits) => ({ name: "pull_request_target", payload: { pull_request: pullRequest(commits) } }),
    true,
  ],
  [
    "pull_request_review",
    (commits) => ({ name: "pull_request_review", payload: { review: {}, pull_request: pullRequest(commits) } }),
    true,
  ],
  [
    "workflow_run",
    ({ head }) => ({
      name: "workflow_run",
      payload: { workflow_run: { id: 11, head_sha: head, event: "pull_request" } },
    }),
    true,
  ],
  [
    "merge_group",
    ({ head, base }) => ({
      name: "merge_group",
      payload: {
        merge_group: { head_sha: head, base_sha: base, head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${base}` },
      },
    }),
    false,
  ],
];

describe.each(EVENTS)("on %s", (_, event, isCommented) => {
  test.each<[string, World["checkout"]]>([
    ["the merge commit", "merge"],
    ["the head", "head"],
    ["the base branch alone", "base"],
    ["nothing", null],
  ])("the verdict on a checkout of %s is the same", async (_, checkout) => {
    const forge = told({ "churn/release.yaml": CHALLENGER });
    const world = { ...proposed, event, checkout, forge, pullRequest: changed("churn/release.yaml") };
    const { step, check, commits, forge: wrote } = await reportIn(world);
    expect(step).toMatchObject({ verdict: "pass", exitCode: 0 });
    expect(check).toMatchObject({ commit: commits.head, conclusion: "success" });
    expect(wrote.state.comments).toHaveLength(isCommented ? 1 : 0);
  });
});

test("a number that is given is reported on, whatever the event", async () => {
  const event = () => ({ name: "workflow_dispatch", payload: { inputs: { number: "7" } } });
  const { step, forge } = await reportIn({ ...proposed, event, inputs: { "pull-request": "7" } });
  expect([step.verdict, forge.state.comments.length]).toEqual(["pass", 1]);
});

test("in a merge queue the approval of the pull request's head counts", async () => {
  const [, event] = EVENTS.find(([name]) => name === "merge_group")!;
  const reviewed = "f".repeat(40);
  const { step } = await reportIn({
    head: { "churn/release.yaml": manifestWith({ min: 0.1 }) },
    event,
    pullRequest: () => ({
      head: { commit: reviewed, branch: "release", repository: "acme/models" },
      reviews: [{ by: { login: "octocat", id: 1 }, state: "approved", commit: reviewed }],
    }),
  });
  expect(step.verdict).toBe("pass");
});

describe("what the forge tells where Git cannot", () => {
  test("is as it was when the head moved to another path", async () => {
    const { step } = await reportIn({
      ...proposed,
      checkout: null,
      forge: told({ "models/release.yaml": CHALLENGER }),
      pullRequest: () => ({
        changes: [{ kind: "renamed", path: "models/release.yaml", from: "churn/release.yaml" }],
      }),
    });
    expect(step.verdict).toBe("pass");
  });

  test("is the base branch as it is now", async () => {
    const main = { "churn/release.yaml": manifestWith({ version: "1.5.0", digest: "5" }) };
    const { step, check } = await reportIn({
      ...proposed,
      checkout: "base",
      forge: told({ "churn/release.yaml": CHALLENGER }, main),
      pullRequest: changed("churn/release.yaml"),
    });
    expect(step.verdict).toBe("inconclusive");
    expect(check!.annotations[0]!.message).toMatch(/the champion is churn 1\.5\.0/);
  });

  test("is refused where a manifest is larger than any is", async () => {
    const { step, check } = await reportIn({
      ...proposed,
      checkout: null,
      forge: told({ "churn/release.yaml": `${CHALLENGER}# ${"x".repeat(2 ** 20)}` }),
      pullRequest: changed("churn/release.yaml"),
    });
    expect(step).toMatchObject({ verdict: "inconclusive", exitCode: 2 });
    expect(check!.annotations[0]).toMatchObject({ title: "limit-exceeded", startLine: 1 });
  });

  test("is bounded: more releases than a check can put on record are refused together", async () => {
    const paths = Array.from({ length: 65 }, (_, index) => `m${index}/release.yaml`);
    const { step } = await reportIn({
      ...proposed,
      checkout: null,
      pullRequest: () => ({ changes: paths.map((path) => ({ kind: "added", path })) }),
    });
    expect(step).toMatchObject({ verdict: "inconclusive", exitCode: 2 });
    expect(step.result).toMatch(/65 releases are proposed, and at most 64 at once/);
  });
});

describe("in a real repository", () => {
  test.each<[string, World, string]>([
    ["a release that is changed", proposed, "pass"],
    ["one that moved", { head: { "churn/release.yaml": GONE, "new/release.yaml": CHALLENGER } }, "pass"],
    ["a link in place of a manifest", { head: { "churn/release.yaml": { link: "../README.md" } } }, ""],
    ["none", { head: { "notes.md": "new" } }, ""],
  ])("on the merge commit, %s", async (_, world, verdict) => {
    const { step, forge } = await reportIn({ ...world, isGit: true });
    expect(step.verdict).toBe(verdict);
    expect(forge.calls.filter((call) => call.startsWith("forge.") || call === "pullRequests.changes")).toEqual([]);
  });

  test("on the base branch alone, what a fork proposes", async () => {
    const forge = told({ "churn/release.yaml": CHALLENGER });
    const [, event] = EVENTS.find(([name]) => name === "workflow_run")!;
    const world = { ...proposed, isGit: true, checkout: "base", event, forge } as const;
    const { step } = await reportIn({ ...world, pullRequest: changed("churn/release.yaml") });
    expect(step.verdict).toBe("pass");
  });
});
