import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Content, type Laid, MODEL, PULL_REQUEST, type RepositoryWorld } from "./history.ts";

const LIMITS = { maxFiles: 100, maxBytes: 1000 };
const NAMES = ["release.yaml", "release.yml"];

/** What every repository must answer, whatever keeps it. */
export function repositoryContract(title: string, world: RepositoryWorld): void {
  const scratch = mkdtempSync(join(tmpdir(), "repository-"));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  const emptyFolder = (): string => join(mkdtempSync(join(scratch, "copy-")), "into");
  const pullRequest = world(PULL_REQUEST);

  describe(title, () => {
    test.each([
      ["HEAD", "merge"],
      ["HEAD^1", "main"],
      ["HEAD^2", "work"],
      ["HEAD~2", "base"],
      ["main", "main"],
      ["refs/heads/main", "main"],
      ["feature/ü'\"", "work"],
    ])("%s names a commit", async (revision, name) => {
      const { repository, commits } = await pullRequest;
      expect(await repository.resolve(revision)).toBe(commits[name]);
      expect(await repository.resolve(commits[name]!)).toBe(commits[name]);
    });

    test.each([
      ["a branch that is not there", "develop"],
      ["a parent that is not there", "HEAD^3"],
      ["nothing", ""],
      ["an option", "--all"],
      ["an option that would write", "--output=x"],
      ["a path", "HEAD:notes.md"],
      ["a search through history", ":/base"],
      ["a search from a commit", "HEAD^{/base}"],
      ["two lines", "HEAD\nmain"],
      ["a range", "main..HEAD"],
      ["a hash of nothing", "0".repeat(40)],
      ["very much", "x".repeat(10_000)],
    ])("%s names none", async (_, revision) => {
      expect(await (await pullRequest).repository.resolve(revision)).toBeUndefined();
    });

    test.each([
      ["main", "work", "base"],
      ["main", "merge", "main"],
      ["base", "base", "base"],
    ])("of %s and %s the common ancestor is %s", async (one, other, base) => {
      const { repository, commits } = await pullRequest;
      expect(await repository.mergeBase(commits[one]!, commits[other]!)).toBe(commits[base]);
    });

    test("of two histories there is none", async () => {
      const { repository, commits } = await world({
        commits: [
          { name: "one", files: { a: "1" } },
          { name: "other", files: { a: "2" } },
        ],
        head: "one",
        branches: { other: "other" },
      });
      expect(await repository.mergeBase(commits.one!, commits.other!)).toBeUndefined();
    });

    test("a file is read as it was", async () => {
      const { repository, commits } = await pullRequest;
      const read = async (commit: string, path: string): Promise<string | undefined> => {
        const bytes = await repository.read({ commit: commits[commit]!, path }, 100);
        return bytes && Buffer.from(bytes).toString();
      };
      expect(await read("main", "a/release.yaml")).toBe("a 2\n");
      expect(await read("merge", "a/release.yaml")).toBe("a 3\n");
      expect(await read("merge", "b/release.yaml")).toBeUndefined();
      expect(await read("main", "a/release.yaml/below")).toBeUndefined();
      expect(await read("main", "nowhere/release.yaml")).toBeUndefined();
    });

    test("every manifest that changed is told, with what it was called", async () => {
      const { repository, commits } = await pullRequest;
      expect(await repository.changes({ from: commits.base!, to: commits.work! }, NAMES)).toEqual([
        { kind: "changed", path: "a/release.yaml" },
        { kind: "renamed", path: "c/release.yaml", from: "b/release.yaml" },
        { kind: "added", path: "d/release.yml" },
      ]);
      expect(await repository.changes({ from: commits.main!, to: commits.merge! }, NAMES)).toEqual([
        { kind: "changed", path: "a/release.yaml" },
        { kind: "deleted", path: "b/release.yaml" },
      ]);
      expect(await repository.changes({ from: commits.base!, to: commits.base! }, NAMES)).toEqual([]);
      expect(await repository.changes({ from: null, to: commits.base! }, NAMES)).toEqual([
        { kind: "added", path: "a/release.yaml" },
        { kind: "added", path: "b/release.yaml" },
      ]);
    });

    describe("of odd names and bytes", () => {
      const names = [`a "b'c`, "two\nlines", "-rf", "$(touch x)", "üñ𝄞", "tab\t", ":(top)x", "*", "back\\slash", " "];
      const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      const odd = world({
        commits: [{ name: "odd", files: Object.fromEntries(names.map((name) => [`${name}/release.yaml`, bytes])) }],
        head: "odd",
      });

      test.each(names)("%j is read", async (name) => {
        const { repository, commits } = await odd;
        const read = await repository.read({ commit: commits.odd!, path: `${name}/release.yaml` }, 256);
        expect(read && [...read]).toEqual([...bytes]);
      });

      test("a folder of each is copied", async () => {
        const { repository, commits } = await odd;
        const copied = names.filter((name) => !name.includes("\\"));
        for (const path of copied) {
          const into = emptyFolder();
          await repository.copy({ commit: commits.odd!, path }, into, LIMITS);
          expect([...readFileSync(join(into, "release.yaml"))]).toEqual([...bytes]);
        }
      });
    });

    describe("a file that cannot be read is a Failure", () => {
      const odd = world({
        commits: [{ name: "odd", files: { link: { link: "/etc/passwd" }, sub: "submodule", "a/b": "0123456789" } }],
        head: "odd",
      });
      test.each([
        ["a link", "link", "file-refused", /link at [0-9a-f]{12} is a link/],
        ["a submodule", "sub", "file-refused", /is a submodule/],
        ["a folder", "a", "file-refused", /is a folder/],
        ["one too large", "a/b", "limit-exceeded", /has 10 bytes, more than 9/],
      ])("%s", async (_, path, code, message) => {
        const { repository, commits } = await odd;
        await expect(repository.read({ commit: commits.odd!, path }, 9)).rejects.toMatchObject({
          code,
          message: expect.stringMatching(message),
        });
      });

      test("and what is no hash never reaches Git", async () => {
        const { repository } = await odd;
        await expect(repository.read({ commit: "--help", path: "a/b" }, 9)).rejects.toMatchObject({ code: "internal" });
      });
    });

    describe("a folder is copied", () => {
      const under = (files: Readonly<Record<string, Content>>): Promise<Laid> => {
        const placed = Object.entries(files).map(([path, content]) => [`models/m/${path}`, content]);
        return world({ commits: [{ name: "one", files: Object.fromEntries(placed) }], head: "one" });
      };
      const copy = async (laid: Promise<Laid>, limits = LIMITS, path = "models/m"): Promise<string> => {
        const { repository, commits } = await laid;
        const into = emptyFolder();
        await repository.copy({ commit: commits.one!, path }, into, limits);
        return into;
      };

      test("with all that lies below it, and which of it can be run", async () => {
        const into = await copy(under({ ...MODEL, "run.sh": { program: "#!" }, empty: "" }));
        const found = readdirSync(into, { recursive: true }).map(String).sort();
        expect(found).toEqual(["empty", "run.sh", "saved_model.pb", "variables", "variables/variables.index"]);
        expect(readFileSync(join(into, "variables/variables.index"), "utf8")).toBe("index");
        expect(statSync(join(into, "run.sh")).mode & 0o111).not.toBe(0);
        expect(statSync(join(into, "empty")).mode & 0o111).toBe(0);
      });

      test.each<[string, Readonly<Record<string, Content>>, string, RegExp]>([
        ["links in it", { link: { link: "/etc" } }, "artifact-refused", /cannot be released: link is a symbolic link/],
        ["links below it", { "a/b": { link: "../.." } }, "artifact-refused", /a\/b is a symbolic link/],
        ["submodules", { sub: "submodule" }, "artifact-refused", /sub is a submodule/],
        ["names that other systems take apart", { "a\\..\\b": "x" }, "artifact-refused", /is no name of a file/],
        ["more bytes than allowed", { a: "x".repeat(1001) }, "limit-exceeded", /more than 100 files or 1000 bytes/],
      ])("but not with %s", async (_, files, code, message) => {
        const { repository, commits } = await under({ ...MODEL, ...files });
        const into = emptyFolder();
        const copied = repository.copy({ commit: commits.one!, path: "models/m" }, into, LIMITS);
        await expect(copied).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
        expect(existsSync(into)).toBe(false);
      });

      test("but not with more files than allowed", async () => {
        const laid = under({ a: "", b: "", c: "" });
        await expect(copy(laid, { ...LIMITS, maxFiles: 2 })).rejects.toMatchObject({ code: "limit-exceeded" });
        await copy(laid, { ...LIMITS, maxFiles: 3 });
      });

      test.each([
        ["what is not there", "models/n", /models\/n at [0-9a-f]{12} does not exist/],
        ["what is a file", "models/m/saved_model.pb", /is not a folder/],
      ])("but not %s", async (_, path, message) => {
        await expect(copy(under(MODEL), LIMITS, path)).rejects.toMatchObject({
          code: "artifact-missing",
          message: expect.stringMatching(message),
        });
      });

      test("but not where Git LFS keeps it elsewhere", async () => {
        const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"a".repeat(64)}\nsize 12\n`;
        await expect(copy(under({ ...MODEL, "variables/data": pointer }))).rejects.toMatchObject({
          code: "lfs-pointer",
          message: expect.stringMatching(/variables\/data/),
          fix: expect.stringMatching(/^Run git lfs fetch origin [0-9a-f]{40}\.$/),
        });
      });
    });
  });
}
