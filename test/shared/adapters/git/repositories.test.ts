import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { gitRepositories } from "../../../../shared/adapters/git/repositories.ts";
import type { Repository } from "../../../../shared/ports/repository.ts";
import { git, layRepository } from "../../../contract/git-repository.ts";
import { PULL_REQUEST } from "../../../contract/history.ts";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "repositories-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const newFolder = (name: string): string => mkdtempSync(join(scratch, `${name}-`));
const find = (folder: string): Promise<Repository | undefined> => gitRepositories(process.env).find(folder);
const found = async (folder: string): Promise<Repository> => (await find(folder))!;

describe("a repository is found", () => {
  test("from a folder in it, by way of a link too", async () => {
    const { folder } = await layRepository(scratch, PULL_REQUEST);
    const deep = join(folder, "deep/er");
    mkdirSync(deep, { recursive: true });
    symlinkSync(deep, join(scratch, "link"));
    expect(await find(deep)).toMatchObject({ top: folder, folder: "deep/er", isShallow: false });
    expect(await find(join(scratch, "link"))).toMatchObject({ top: folder, folder: "deep/er" });
    expect(await find(folder)).toMatchObject({ top: folder, folder: "" });
  });

  test("from a folder of any name", async () => {
    const folder = join(newFolder("odd"), "two\nlines 'and' \"marks\"");
    mkdirSync(folder);
    git(folder, ["init", "--quiet"]);
    expect(await find(folder)).toMatchObject({ top: folder, folder: "" });
  });

  test("of which this folder is a work tree of many", async () => {
    const { folder, commits } = await layRepository(scratch, PULL_REQUEST);
    const tree = join(newFolder("tree"), "work");
    git(folder, ["worktree", "add", "--quiet", "--detach", tree, commits.work!]);
    const repository = await found(tree);
    expect(repository.top).toBe(tree);
    expect(await repository.resolve("HEAD")).toBe(commits.work);
    expect(await repository.resolve("main")).toBe(commits.main);
  });

  test("with no branch at HEAD, and with none yet", async () => {
    const { folder, commits } = await layRepository(scratch, PULL_REQUEST);
    expect(git(folder, ["branch", "--show-current"])).toBe("");
    expect(await (await found(folder)).resolve("HEAD")).toBe(commits.merge);
    const empty = newFolder("empty");
    git(empty, ["init", "--quiet"]);
    expect(await (await found(empty)).resolve("HEAD")).toBeUndefined();
  });

  test("as the submodule that holds the folder", async () => {
    const [outer, inner] = [await layRepository(scratch, PULL_REQUEST), await layRepository(scratch, PULL_REQUEST)];
    git(outer.folder, ["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.folder, "inner"]);
    expect(await find(join(outer.folder, "inner"))).toMatchObject({ top: join(outer.folder, "inner"), folder: "" });
  });

  test("nowhere, and none is made", async () => {
    const folder = newFolder("none");
    expect(await find(folder)).toBeUndefined();
    expect(existsSync(join(folder, ".git"))).toBe(false);
  });
});

describe("what is no work tree is a Failure", () => {
  test("a folder that is not there", async () => {
    await expect(find(join(scratch, "missing"))).rejects.toMatchObject({ code: "file-missing" });
  });

  test("a bare repository", async () => {
    const bare = newFolder("bare");
    git(bare, ["init", "--quiet", "--bare"]);
    await expect(find(bare)).rejects.toMatchObject({
      code: "usage",
      message: expect.stringMatching(/without a working tree/),
    });
  });

  test("a folder that somebody committed as a bare repository, with programs of their own", async () => {
    const { folder } = await layRepository(scratch, PULL_REQUEST);
    const planted = join(folder, "models");
    mkdirSync(planted);
    git(planted, ["init", "--quiet", "--bare", "."]);
    const mark = join(newFolder("mark"), "ran");
    writeFileSync(join(planted, "config"), `[core]\nbare = false\nworktree = ${folder}\nfsmonitor = touch ${mark}\n`);
    await expect(find(planted)).rejects.toMatchObject({ code: "usage" });
    expect(existsSync(mark)).toBe(false);
  });

  test("a machine without git", async () => {
    const folder = newFolder("no-git");
    const without = gitRepositories({ PATH: folder });
    await expect(without.find(folder)).rejects.toMatchObject({
      code: "tool-missing",
      fix: expect.stringMatching(/^Install git/),
    });
  });

  test("a broken repository", async () => {
    const { folder, repository, commits } = await layRepository(scratch, PULL_REQUEST);
    rmSync(join(folder, ".git/objects"), { recursive: true });
    mkdirSync(join(folder, ".git/objects"));
    expect(await repository.resolve("HEAD")).toBeUndefined();
    await expect(repository.read({ commit: commits.main!, path: "a" }, 9)).rejects.toMatchObject({
      code: "tool-failed",
    });
  });
});

describe("a shallow clone", () => {
  const shallow = async (
    depth: number,
  ): Promise<{ repository: Repository; commits: Readonly<Record<string, string>> }> => {
    const { folder, commits } = await layRepository(scratch, PULL_REQUEST);
    const clone = join(newFolder("clone"), "clone");
    git(scratch, ["init", "--quiet", clone]);
    git(clone, ["fetch", "--quiet", `--depth=${depth}`, `file://${folder}`, "HEAD"]);
    git(clone, ["update-ref", "--no-deref", "HEAD", "FETCH_HEAD"]);
    return { repository: await found(clone), commits };
  };

  test("of one commit has no parents, and says that it is shallow", async () => {
    const { repository, commits } = await shallow(1);
    expect(repository.isShallow).toBe(true);
    expect(await repository.resolve("HEAD")).toBe(commits.merge);
    expect(await repository.resolve("HEAD^1")).toBeUndefined();
    expect(await repository.resolve(commits.main!)).toBeUndefined();
  });

  test("of two has the base that was merged into", async () => {
    const { repository, commits } = await shallow(2);
    expect(await repository.resolve("HEAD^1")).toBe(commits.main);
    expect(await repository.mergeBase(commits.main!, commits.merge!)).toBe(commits.main);
    expect(await repository.mergeBase(commits.main!, commits.work!)).toBeUndefined();
  });
});
