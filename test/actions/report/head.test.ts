import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openHead } from "../../../actions/report/head.ts";
import { gitRepositories } from "../../../shared/adapters/git/repositories.ts";
import { Failure, type FailureCode } from "../../../shared/failure.ts";
import type { FileChange, Repositories } from "../../../shared/ports/repository.ts";
import { git, layRepository } from "../../contract/git-repository.ts";
import { keptPullRequest } from "../../fakes/forge/state.ts";
import { fakeForge } from "../../fakes/forge.ts";
import { recordedLog } from "../../fakes/log.ts";

const scratch = mkdtempSync(join(tmpdir(), "head-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const NAMES = ["release.yaml", "release.yml"];

/** Main moved on after the branch left it, and the forge has merged both to be tried. */
const { folder, commits } = await layRepository(scratch, {
  head: "merged",
  commits: [
    { name: "first", files: { "release.yaml": "first", "gone/release.yaml": "gone" } },
    {
      name: "base",
      parents: ["first"],
      files: { "release.yaml": "base", "gone/release.yaml": "gone", "other/release.yaml": "theirs" },
    },
    { name: "head", parents: ["first"], files: { "release.yaml": "head", "new/release.yml": "new", "notes.md": "" } },
    { name: "merged", parents: ["base", "head"], files: { "release.yaml": "merged" } },
  ],
  branches: { main: "base", work: "head" },
});
const [base, head] = [commits.base!, commits.head!];

const OF_THE_FORGE: readonly FileChange[] = [
  { kind: "changed", path: "release.yaml" },
  { kind: "changed", path: "notes.md" },
  { kind: "renamed", path: "away.yaml", from: "old/release.yaml" },
  { kind: "renamed", path: "here/release.yaml", from: "draft.yaml" },
  { kind: "renamed", path: "to/release.yaml", from: "from/release.yaml" },
];

async function open(
  checkout: string | null,
  { asked = null, repositories }: { asked?: string | null; repositories?: Repositories } = {},
) {
  const forge = fakeForge({
    pullRequests: [keptPullRequest(7, { changes: OF_THE_FORGE })],
    files: { main: { "release.yaml": "the forge's base" }, [head]: { "release.yaml": "the forge's head" } },
  });
  const subject = { pullRequest: 7, head, base: "main", isQueued: false, measuredBy: null, isForeign: false };
  const { log, infos } = recordedLog();
  const ports = {
    forge,
    log,
    resolve: () => checkout ?? scratch,
    repositories: repositories ?? gitRepositories({ ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() }),
  };
  const opened = await openHead(subject, { base: asked }, ports);
  const read = async (commit: string): Promise<string> =>
    Buffer.from((await opened.commits.read({ commit, path: "release.yaml" }, 100)) ?? []).toString();
  return { ...opened, forge, infos, read };
}

function checkout(revision: string, ...options: readonly string[]): string {
  const into = mkdtempSync(join(scratch, "checkout-"));
  git(into, ["clone", "--quiet", ...options, `file://${folder}`, "."]);
  git(into, ["checkout", "--quiet", "--detach", revision]);
  return into;
}

describe("on the merge commit", () => {
  test("all is read from Git, and the base is the commit that was merged with", async () => {
    git(folder, ["update-ref", "refs/heads/merged", commits.merged!]);
    const opened = await open(checkout(commits.merged!));
    expect(opened.base).toBe(base);
    expect([await opened.read(head), await opened.read(opened.base)]).toEqual(["head", "base"]);
    const from = (await opened.commits.mergeBase(base, head))!;
    expect(from).toBe(commits.first);
    expect(await opened.commits.changes({ from, to: head }, NAMES)).toEqual([
      { kind: "deleted", path: "gone/release.yaml" },
      { kind: "added", path: "new/release.yml" },
      { kind: "changed", path: "release.yaml" },
    ]);
    expect(opened.forge.calls).toEqual([]);
  });

  test("of another head, the forge's word counts", async () => {
    const other = checkout(commits.merged!);
    writeFileSync(join(other, "x"), "");
    git(other, ["commit", "--quiet", "--allow-empty", "--message", "a plain commit"]);
    expect((await open(other)).base).toBe("main");
  });

  test("that lacks its parents, the forge tells", async () => {
    const shallow = checkout(commits.merged!, "--depth=1", "--branch=merged");
    const opened = await open(shallow);
    expect([opened.base, await opened.read(head)]).toEqual(["main", "the forge's head"]);
  });
});

describe("on the head", () => {
  test("it is read from Git, the base branch from the forge, where it may have moved on", async () => {
    const opened = await open(checkout(head));
    expect([opened.base, await opened.read(head), await opened.read(opened.base)]).toEqual([
      "main",
      "head",
      "the forge's base",
    ]);
  });
});

describe("where the head was never fetched", () => {
  test.each<[string, () => string | null]>([
    ["on the base branch alone", () => checkout(base, "--single-branch", "--branch=main")],
    ["without a checkout", () => null],
  ])("%s, the forge tells", async (_, place) => {
    const opened = await open(place());
    expect([await opened.read(head), await opened.read(opened.base)]).toEqual(["the forge's head", "the forge's base"]);
    const from = (await opened.commits.mergeBase(opened.base, head))!;
    expect(await opened.commits.changes({ from, to: head }, NAMES)).toEqual([
      { kind: "added", path: "here/release.yaml" },
      { kind: "deleted", path: "old/release.yaml" },
      { kind: "changed", path: "release.yaml" },
      { kind: "renamed", path: "to/release.yaml", from: "from/release.yaml" },
    ]);
  });

  test.each(["tool-missing", "tool-failed"] as const)(
    "where Git is %s, the forge tells, and why is said",
    async (code) => {
      const find = async () => {
        throw new Failure(code, "no Git here", { fix: "Mend it." });
      };
      const opened = await open(null, { repositories: { find } });
      expect(await opened.read(head)).toBe("the forge's head");
      expect(opened.infos).toEqual(["Git cannot be asked, so the forge is: no Git here"]);
    },
  );
});

describe("a commit that Git knows", () => {
  const reading = async (code: FailureCode) => {
    const repository = await gitRepositories(process.env).find(checkout(commits.merged!));
    const read = async () => {
      throw new Failure(code, "not here", { fix: "Fetch it." });
    };
    return open(null, { repositories: { find: async () => ({ ...repository!, read }) } });
  };

  test("and whose files a partial clone leaves out is read from the forge", async () => {
    expect(await (await reading("tool-failed")).read(head)).toBe("the forge's head");
  });

  test("and whose file is none is refused, whatever the forge says", async () => {
    await expect((await reading("file-refused")).read(head)).rejects.toMatchObject({ code: "file-refused" });
  });
});

describe("the base that is asked for", () => {
  test("is Git's where Git knows it", async () => {
    const opened = await open(checkout(commits.merged!), { asked: commits.first! });
    expect([opened.base, await opened.read(opened.base)]).toEqual([commits.first, "first"]);
  });

  test("is the forge's elsewhere", async () => {
    const opened = await open(null, { asked: "main" });
    expect([opened.base, await opened.read(opened.base)]).toEqual(["main", "the forge's base"]);
  });
});
