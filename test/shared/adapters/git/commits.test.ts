import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { git, layRepository } from "../../../contract/git-repository.ts";
import { MODEL, PULL_REQUEST } from "../../../contract/history.ts";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "repositories-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const newFolder = (name: string): string => mkdtempSync(join(scratch, `${name}-`));
const LIMITS = { maxFiles: 100, maxBytes: 10_000 };

describe("what a commit holds is bounded and what it is", () => {
  test("a few objects that are more paths than any memory holds", async () => {
    const { folder, repository } = await layRepository(scratch, PULL_REQUEST);
    const blob = git(folder, ["hash-object", "-w", "--stdin"], Buffer.from("x")).trim();
    let tree = git(folder, ["mktree"], Buffer.from(`100644 blob ${blob}\trelease.yaml\n`)).trim();
    for (let depth = 0; depth < 30; depth++) {
      const lines = Array.from({ length: 10 }, (_, index) => `040000 tree ${tree}\td${index}\n`);
      tree = git(folder, ["mktree"], Buffer.from(lines.join(""))).trim();
    }
    const commit = git(folder, ["commit-tree", "-m", "bomb", tree]).trim();
    const copied = repository.copy({ commit, path: "" }, join(newFolder("bomb"), "into"), LIMITS);
    await expect(copied).rejects.toMatchObject({ code: "limit-exceeded" });
    expect(await repository.read({ commit, path: "d1/d2/release.yaml" }, 9)).toBeUndefined();
  });

  test.each(["..", ".", ".git", ".GIT"])("a file by the name of %s, committed by hand", async (name) => {
    const { folder, repository } = await layRepository(scratch, PULL_REQUEST);
    const blob = git(folder, ["hash-object", "-w", "--stdin"], Buffer.from("x")).trim();
    const entry = Buffer.concat([Buffer.from(`100644 ${name}\0`), Buffer.from(blob, "hex")]);
    const tree = git(folder, ["hash-object", "-w", "--literally", "-t", "tree", "--stdin"], entry).trim();
    const commit = git(folder, ["commit-tree", "-m", "bad", tree]).trim();
    const copied = repository.copy({ commit, path: "" }, join(newFolder("bad"), "into"), LIMITS);
    await expect(copied).rejects.toMatchObject({
      code: "artifact-refused",
      message: expect.stringMatching(/is no name of a file/),
    });
  });

  test("a name that is no UTF-8", async () => {
    const { folder, repository } = await layRepository(scratch, PULL_REQUEST);
    const blob = git(folder, ["hash-object", "-w", "--stdin"], Buffer.from("x")).trim();
    const line = Buffer.concat([Buffer.from(`100644 blob ${blob}\tcaf`), Buffer.of(0xe9), Buffer.from("\0")]);
    const tree = git(folder, ["mktree", "-z"], line).trim();
    const commit = git(folder, ["commit-tree", "-m", "latin", tree]).trim();
    const copied = repository.copy({ commit, path: "" }, join(newFolder("latin"), "into"), LIMITS);
    await expect(copied).rejects.toMatchObject({
      code: "artifact-refused",
      message: expect.stringMatching(/no UTF-8/),
    });
  });

  test("an object that another was put in place of", async () => {
    const { folder, repository, commits } = await layRepository(scratch, PULL_REQUEST);
    git(folder, ["replace", commits.main!, commits.work!]);
    const read = await repository.read({ commit: commits.main!, path: "a/release.yaml" }, 9);
    expect(read && Buffer.from(read).toString()).toBe("a 2\n");
  });

  test("what Git LFS has fetched", async () => {
    const content = "weights of many bytes";
    const oid = createHash("sha256").update(content).digest("hex");
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${content.length}\n`;
    const files = { ...MODEL, "variables/data": pointer, readme: "version https://git-lfs.github.com/spec/v1\n" };
    const { folder, repository, commits } = await layRepository(scratch, {
      commits: [{ name: "one", files }],
      head: "one",
    });
    const stored = join(folder, ".git/lfs/objects", oid.slice(0, 2), oid.slice(2, 4), oid);
    mkdirSync(dirname(stored), { recursive: true });
    writeFileSync(stored, content);
    const into = join(newFolder("lfs"), "into");
    await repository.copy({ commit: commits.one!, path: "" }, into, LIMITS);
    expect(readFileSync(join(into, "variables/data"), "utf8")).toBe(content);
    expect(readFileSync(join(into, "readme"), "utf8")).toBe(files.readme);
  });

  test("a manifest that much of is as it was under another name", async () => {
    const text = (version: string): string => `version: ${version}\n${"a line of the manifest\n".repeat(20)}`;
    const { repository, commits } = await layRepository(scratch, {
      commits: [
        { name: "one", files: { "a/release.yaml": text("1"), "b/notes.md": "x" } },
        { name: "two", parents: ["one"], files: { "b/release.yaml": text("2"), "b/notes.md": "x" } },
      ],
      head: "two",
    });
    const changes = await repository.changes({ from: commits.one!, to: commits.two! }, ["release.yaml"]);
    expect(changes).toEqual([{ kind: "renamed", from: "a/release.yaml", path: "b/release.yaml" }]);
  });

  test("a manifest that became a link is deleted", async () => {
    const { repository, commits } = await layRepository(scratch, {
      commits: [
        { name: "one", files: { "release.yaml": "x\n" } },
        { name: "two", parents: ["one"], files: { "release.yaml": { link: "/etc/passwd" } } },
      ],
      head: "two",
    });
    const changes = await repository.changes({ from: commits.one!, to: commits.two! }, ["release.yaml"]);
    expect(changes).toEqual([{ kind: "deleted", path: "release.yaml" }]);
  });
});
