import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { git } from "../../../contract/git-repository.ts";
import { BRANCH, chainOf, failedReleases, propose } from "./failed-release.ts";
import { mergePull, publish, type Repository, release, repositoryIn } from "./merged-repository.ts";

const scratch = mkdtempSync(join(tmpdir(), "proposal-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const failedRelease = failedReleases(scratch);

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

  test("one that was merged before, and whose release came and failed again, has another branch", async () => {
    const { repository, chain } = failedRelease("merge");
    await propose(repository, { chain });
    const { folder, origin } = repository;
    git(folder, ["pull", "--quiet", "--no-ff", "--no-edit", "--no-rebase", origin!, BRANCH]);
    const again = mergePull(repository, "merge", release("b"));
    publish(repository);
    const next = [...chain, ...chainOf([["bad", "b", again]])];
    expect(await propose(repository, { chain: next })).toMatchObject({
      kind: "proposed",
      branch: `${BRANCH}-2`,
      isKnown: false,
    });
    expect(branches(repository)).toEqual([BRANCH, `${BRANCH}-2`]);
  });

  test("one that was merged before, and whose release is wanted again, is not proposed again", async () => {
    const { repository, chain } = failedRelease("merge");
    await propose(repository, { chain });
    const { folder, origin } = repository;
    git(folder, ["pull", "--quiet", "--no-ff", "--no-edit", "--no-rebase", origin!, BRANCH]);
    mergePull(repository, "merge", release("b"));
    publish(repository);
    expect(await propose(repository, { chain })).toMatchObject({
      kind: "none",
      reason: "its revert was merged, and it has not failed since",
    });
    expect(branches(repository)).toEqual([BRANCH]);
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
