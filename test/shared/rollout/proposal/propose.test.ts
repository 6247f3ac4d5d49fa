import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { git } from "../../../contract/git-repository.ts";
import { share } from "../../ledger/entries.ts";
import { digestOf } from "../releases.ts";
import { BRANCH, chainOf, failedReleases, propose, told } from "./failed-release.ts";
import { commit, fileAt, MANIFEST, mergePull, publish, release, repositoryIn, write } from "./merged-repository.ts";

const scratch = mkdtempSync(join(tmpdir(), "proposal-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const failedRelease = failedReleases(scratch);

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
      ["adopted", "a", "0".repeat(40), { after: [share(digestOf("a"), 100)] }],
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
