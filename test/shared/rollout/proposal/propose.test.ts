import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { RevertProposal } from "../../../../shared/rollout/proposal/propose.ts";
import { git } from "../../../contract/git-repository.ts";
import { digestOf } from "../releases.ts";
import {
  chainOf,
  commit,
  copies,
  fileAt,
  MANIFEST,
  type Merge,
  mergePull,
  propose,
  publish,
  type Repository,
  release,
  repositoryIn,
  write,
} from "./merged-repository.ts";

const scratch = mkdtempSync(join(tmpdir(), "proposal-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const BRANCH = `model-release/revert-churn-${digestOf("b").slice(7, 19)}`;
const MODEL = "models/churn/model/saved_model.pb";

const laidOnce = copies(scratch);

/** Release `a` was healthy, and `b` failed. */
function failedRelease(how: Merge, options: { hasOrigin?: boolean } = {}) {
  const { commits, ...repository } = laidOnce(`${how} ${options.hasOrigin ?? true}`, () => {
    const made = repositoryIn(scratch, options);
    const merged = { a: mergePull(made, how, release("a")), b: mergePull(made, how, release("b")) };
    publish(made);
    return { ...made, commits: merged };
  });
  const { a, b } = commits;
  const chain = chainOf([
    ["intent", "a", a],
    ["healthy", "a", a],
    ["intent", "b", b],
    ["bad", "b", b],
  ]);
  return { repository, a, b, chain };
}

function told(repository: Repository, revision: string): readonly (string | null)[] {
  const manifest = fileAt(repository, revision, MANIFEST);
  return [/version: ([\d.]+)/.exec(manifest ?? "")?.[1] ?? null, fileAt(repository, revision, MODEL)];
}

describe("a release that failed", () => {
  test.each([
    ["a merge is taken back by git revert -m 1", "merge", "revert"],
    ["a squash is taken back by git revert", "squash", "revert"],
    ["a rebase left the artifact in another commit, so the release's files are restored", "rebase", "restore"],
  ] as const)("%s", async (_, how, expected) => {
    const { repository, b, chain } = failedRelease(how);
    const before = git(repository.folder, ["status", "--porcelain=v2", "--branch"]);
    const proposal = await propose(repository, { chain });
    expect(proposal).toMatchObject({ kind: "proposed", branch: BRANCH, how: expected, isKnown: false });
    expect(told(repository, BRANCH)).toEqual(["1.0.0", "model a\n"]);
    expect(git(repository.origin!, ["log", "-1", "--format=%an|%s|%P", BRANCH]).trim()).toBe(
      `model-release|Revert churn 2.0.0|${b}`,
    );
    expect(git(repository.folder, ["status", "--porcelain=v2", "--branch"])).toBe(before);
    expect(git(repository.folder, ["worktree", "list"]).trim().split("\n")).toHaveLength(1);
  });

  test("the message acts on nothing that others wrote", async () => {
    const { repository, b, chain } = failedRelease("squash");
    await propose(repository, { chain });
    expect(git(repository.origin!, ["log", "-1", "--format=%B", BRANCH]).trim()).toBe(
      `Revert churn 2.0.0\n\nIt failed in production. churn 1.0.0 is served again.\n\nThis takes back commit ${b}.`,
    );
  });

  test("later commits beside it stay", async () => {
    const { repository, chain } = failedRelease("merge");
    write(repository.folder, { "README.md": "models\nmore\n" });
    commit(repository.folder, "docs");
    publish(repository);
    expect(await propose(repository, { chain })).toMatchObject({ how: "revert" });
    expect(told(repository, BRANCH)).toEqual(["1.0.0", "model a\n"]);
    expect(fileAt(repository, BRANCH, "README.md")).toBe("models\nmore\n");
  });

  test("what a revert conflicts with is restored", async () => {
    const { repository, chain } = failedRelease("squash");
    const text = release("b")[MANIFEST]!.replace("version: 2.0.0", "version: 2.0.0, description: new");
    write(repository.folder, { [MANIFEST]: text });
    commit(repository.folder, "describe");
    publish(repository);
    expect(await propose(repository, { chain })).toMatchObject({ how: "restore" });
    expect(told(repository, BRANCH)).toEqual(["1.0.0", "model a\n"]);
    expect(fileAt(repository, BRANCH, MANIFEST)).toBe(release("a")[MANIFEST]);
  });

  test("another model's release in the same merge is not taken back with it", async () => {
    const repository = repositoryIn(scratch);
    const other = "models/fraud/release.yaml";
    const a = mergePull(repository, "squash", { ...release("a"), ...release("a", other) });
    const b = mergePull(repository, "squash", { ...release("b"), ...release("b", other) });
    publish(repository);
    const chain = chainOf([
      ["healthy", "a", a],
      ["bad", "b", b],
    ]);
    expect(await propose(repository, { chain })).toMatchObject({ how: "restore" });
    expect(told(repository, BRANCH)).toEqual(["1.0.0", "model a\n"]);
    expect(fileAt(repository, BRANCH, other)).toBe(release("b", other)[other]);
  });

  test("the healthy tree is found though the ledger's commit is gone", async () => {
    const { repository, b } = failedRelease("rebase");
    const chain = chainOf([
      ["healthy", "a", "0".repeat(40)],
      ["bad", "b", b],
    ]);
    expect(await propose(repository, { chain })).toMatchObject({ how: "restore" });
    expect(told(repository, BRANCH)).toEqual(["1.0.0", "model a\n"]);
  });

  test("a first release is taken out", async () => {
    const repository = repositoryIn(scratch);
    const b = mergePull(repository, "rebase", release("b"));
    publish(repository);
    expect(await propose(repository, { chain: chainOf([["bad", "b", b]]) })).toMatchObject({ how: "revert" });
    expect(fileAt(repository, BRANCH, MANIFEST)).toBeNull();
  });

  test("a bad release between is not what comes back", async () => {
    const repository = repositoryIn(scratch);
    const a = mergePull(repository, "squash", release("a"));
    const c = mergePull(repository, "squash", release("c"));
    const b = mergePull(repository, "squash", release("b"));
    publish(repository);
    const chain = chainOf([
      ["healthy", "a", a],
      ["bad", "c", c],
      ["bad", "b", b],
    ]);
    expect(await propose(repository, { chain })).toMatchObject({ how: "restore" });
    expect(told(repository, BRANCH)).toEqual(["1.0.0", "model a\n"]);
  });

  test("what served before is nowhere any more", async () => {
    const repository = repositoryIn(scratch);
    const b = mergePull(repository, "squash", release("b"));
    publish(repository);
    const chain = chainOf([
      ["adopted", "a", "0".repeat(40)],
      ["bad", "b", b],
    ]);
    expect(await propose(repository, { chain })).toMatchObject({
      kind: "none",
      reason: "what served before is no longer in the repository",
    });
  });

  test("the default branch has gone on already", async () => {
    const { repository, chain } = failedRelease("merge");
    mergePull(repository, "squash", release("c"));
    publish(repository);
    expect(await propose(repository, { chain })).toMatchObject({
      kind: "none",
      reason: 'main no longer wants churn "2.0.0"',
    });
  });
});

describe("where it is made", () => {
  test("a shallow clone fetches what it lacks", async () => {
    const { repository, chain } = failedRelease("merge");
    const folder = mkdtempSync(join(scratch, "shallow-"));
    git(folder, ["clone", "--quiet", "--depth=1", `file://${repository.origin}`, "."]);
    expect(await propose(repository, { chain, folder })).toMatchObject({ how: "revert" });
    expect(told(repository, BRANCH)).toEqual(["1.0.0", "model a\n"]);
  });

  test("a detached head stays where it is", async () => {
    const { repository, a, chain } = failedRelease("merge");
    git(repository.folder, ["checkout", "--quiet", "--detach", a]);
    expect(await propose(repository, { chain })).toMatchObject({ how: "revert" });
    expect(git(repository.folder, ["rev-parse", "HEAD"]).trim()).toBe(a);
  });

  test("somebody's unfinished work is not touched", async () => {
    const { repository, chain } = failedRelease("merge");
    write(repository.folder, { "mine.txt": "mine", [MODEL]: "half done" });
    git(repository.folder, ["add", "mine.txt"]);
    const before = git(repository.folder, ["status", "--porcelain=v2"]);
    await propose(repository, { chain });
    expect(git(repository.folder, ["status", "--porcelain=v2"])).toBe(before);
  });

  test("without origin the branch stays here, with the commands that merge it", async () => {
    const { repository, chain } = failedRelease("merge", { hasOrigin: false });
    const proposal = await propose(repository, { chain });
    expect(proposal).toMatchObject({ commands: ["git switch main", `git merge --no-ff ${BRANCH}`] });
    expect(proposal.infos).toEqual(commandsIn(proposal).map((each) => `To merge the revert: ${each}`));
    for (const command of commandsIn(proposal)) git(repository.folder, command.split(" ").slice(1));
    expect(told(repository, "main")).toEqual(["1.0.0", "model a\n"]);
  });

  test("the commands merge what was pushed to origin", async () => {
    const { repository, chain } = failedRelease("rebase");
    const proposal = await propose(repository, { chain });
    for (const command of commandsIn(proposal)) git(repository.folder, command.split(" ").slice(1));
    expect(told(repository, "main")).toEqual(["1.0.0", "model a\n"]);
  });
});

describe("one proposal for each release", () => {
  test("a second run finds the first one's branch", async () => {
    const { repository, chain } = failedRelease("merge");
    const first = await propose(repository, { chain });
    expect(await propose(repository, { chain })).toMatchObject({ ...first, isKnown: true });
    expect(branches(repository)).toEqual([BRANCH]);
  });

  test("two runs at once make one", async () => {
    const { repository, chain } = failedRelease("squash");
    const folder = mkdtempSync(join(scratch, "clone-"));
    git(folder, ["clone", "--quiet", repository.origin!, "."]);
    const both = await Promise.all([propose(repository, { chain }), propose(repository, { chain, folder })]);
    expect(both).toMatchObject([{ kind: "proposed" }, { kind: "proposed" }]);
    expect(branches(repository)).toEqual([BRANCH]);
  });

  test("a branch of that name with something else in it is never overwritten", async () => {
    const { repository, b, chain } = failedRelease("merge");
    git(repository.origin!, ["update-ref", `refs/heads/${BRANCH}`, b]);
    expect(await propose(repository, { chain })).toMatchObject({
      kind: "none",
      reason: `the branch ${BRANCH} is there, and does not take the release back`,
    });
    expect(git(repository.origin!, ["rev-parse", BRANCH]).trim()).toBe(b);
  });

  test("a revert of a revert is never proposed", async () => {
    const repository = repositoryIn(scratch);
    const b = mergePull(repository, "squash", release("b"));
    const a = mergePull(repository, "squash", release("a"));
    const again = mergePull(repository, "squash", release("b"));
    publish(repository);
    const chain = chainOf([
      ["healthy", "b", b],
      ["healthy", "a", a],
      ["intent", "b", again],
      ["bad", "b", again],
    ]);
    expect(await propose(repository, { chain })).toMatchObject({
      kind: "none",
      reason: "it came back by a revert, and a revert of a revert is never proposed",
    });
    expect(branches(repository)).toEqual([]);
  });

  test.each([
    ["the third failure within a day is proposed", "2026-03-01T09:00:00.000Z", "proposed"],
    ["the fourth is not", "2026-03-01T09:00:00.001Z", "none"],
  ] as const)("%s", async (_, time, kind) => {
    const { repository, a, b } = failedRelease("squash");
    const chain = chainOf([
      ["healthy", "a", a, { time: "2026-03-01T08:00:00.000Z" }],
      ["bad", "c", "c".repeat(40), { time }],
      ["bad", "d", "d".repeat(40), { time: "2026-03-01T10:00:00.000Z" }],
      ["bad", "e", "e".repeat(40), { time: "2026-03-01T10:00:00.000Z" }],
      ["bad", "b", b, { time: "2026-03-02T09:00:00.000Z" }],
    ]);
    expect((await propose(repository, { chain })).kind).toBe(kind);
  });
});

function branches({ origin }: Repository): readonly string[] {
  const said = git(origin!, ["for-each-ref", "--format=%(refname:short)", "refs/heads/model-release/"]);
  return said.split("\n").filter((line) => line !== "");
}

function commandsIn(proposal: RevertProposal): readonly string[] {
  return proposal.kind === "proposed" ? proposal.commands : [];
}
