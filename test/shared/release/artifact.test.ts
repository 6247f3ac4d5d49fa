import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import type { Files } from "../../../shared/ports/files.ts";
import { type ArtifactEntry, compareArtifacts, digestArtifact } from "../../../shared/release/artifact.ts";
import { fakeFiles } from "../../fakes/files.ts";

type Tree = Readonly<Record<string, string | Uint8Array>>;

const scratch = mkdtempSync(join(tmpdir(), "artifact-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const documentation = join(import.meta.dirname, "../../../.github/docs/digest.md");

describe("the digest is what the documented shell lines print", () => {
  const lines = /```sh\n(.*?)```/s.exec(readFileSync(documentation, "utf8"))?.[1] ?? "";

  test.each<[string, Tree]>([
    ["a SavedModel", { "saved_model.pb": "graph", "variables/variables.index": "i", "assets/vocab.txt": "a\nb\n" }],
    ["one empty file", { empty: "" }],
    ["equal files, told apart by their paths", { a: "same", b: "same", "c/a": "same" }],
    ["sizes of a different number of digits", { nine: "x".repeat(9), ten: "x".repeat(10), hundred: "x".repeat(100) }],
    ["spaces, leading, trailing and inside", { " a": "1", "b ": "2", "c d/e  f": "3", "  ": "4" }],
    ["what a shell would expand", { "*": "1", $HOME: "2", "`id`": "3", "'\"": "4", "!": "5", "~": "6", "%s": "7" }],
    ["dashes and dots", { "-n": "1", "--": "2", "...": "3", ".hidden/.x": "4", "-/-": "5" }],
    ["names whose bytes sort unlike their UTF-16", { "\u{ff5e}": "=", "\u{1f600}": "=", "é/ü": "=", z: "=" }],
    ["bytes of every value, longer than one read", { large: noise((1 << 20) + 4097), all: noise(256) }],
    ["deep folders", { [`${"d/".repeat(40)}f`]: "deep" }],
  ])("%s", async (_, tree) => {
    const root = place(tree);
    const printed = execFileSync("sh", ["-c", lines], { cwd: root, encoding: "utf8" });
    expect((await digestArtifact(root, localFiles())).digest).toBe(`sha256:${printed.slice(0, 64)}`);
  });
});

describe("digestArtifact", () => {
  test("names every file with its size and both checksums", async () => {
    const files = fakeFiles({ "model/b": "123456789", "model/a/empty": "" });
    expect(await digestArtifact("model", files)).toEqual({
      digest: "sha256:5f0e03a87925497d8f400f1243dadf28cda508a6d702004d3fe3c7f1f3d6adf4",
      sizeBytes: 9,
      entries: [
        {
          path: "a/empty",
          sizeBytes: 0,
          sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          crc32c: 0,
        },
        {
          path: "b",
          sizeBytes: 9,
          sha256: "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225",
          crc32c: 0xe3069283,
        },
      ],
    });
  });

  test.each<[string, Tree, Tree]>([
    ["a byte", { a: "1" }, { a: "2" }],
    ["a name", { a: "1" }, { b: "1" }],
    ["a folder", { "a/b": "1" }, { "a-b": "1" }],
    ["one more empty file", { a: "1" }, { a: "1", b: "" }],
    ["the border between two files", { a: "12", b: "3" }, { a: "1", b: "23" }],
  ])("differs by %s", async (_, one, other) => {
    expect(await digestOf(one)).not.toBe(await digestOf(other));
  });

  test("is the same for the same files wherever they lie", async () => {
    const here = await digestArtifact("here", fakeFiles({ "here/x": "1", "here/y/z": "2" }));
    const there = await digestArtifact("a/b", fakeFiles({ "a/b/y/z": "2", "a/b/x": "1", "a/other": "3" }));
    expect(here.digest).toBe(there.digest);
  });

  test("hashes more files than it reads at a time, and counts them to the end", async () => {
    const tree = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`m/${index}`, "x".repeat(index)]));
    const progress: number[] = [];
    const onProgress = (done: number, total: number): void => void progress.push(done / total);
    const { entries } = await digestArtifact("m", fakeFiles(tree), { onProgress });
    expect(entries.map(({ sizeBytes }) => sizeBytes).toSorted((a, b) => a - b)).toEqual([...Array(25).keys()]);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
  });
});

describe("what cannot be digested", () => {
  test.each<[string, Tree, string, string]>([
    ["a folder without files", { "other/a": "1" }, "artifact-missing", "model does not exist"],
    ["a file", { model: "1" }, "artifact-refused", "model is not a folder"],
  ])("%s", async (_, tree, code, message) => {
    await expect(digestArtifact("model", fakeFiles(tree))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  test("an empty folder", async () => {
    const root = mkdtempSync(join(scratch, "empty-"));
    await expect(digestArtifact(root, localFiles())).rejects.toThrow(`${root} holds no files`);
  });

  test("more than maxBytes is refused before a byte is read, exactly as many are not", async () => {
    const files = fakeFiles({ "m/a": "12345", "m/b": "12345" });
    expect((await digestArtifact("m", files, { maxBytes: 10 })).sizeBytes).toBe(10);
    const unreadable = { ...files, hash: () => Promise.reject(new Error("read")) };
    const failure = { code: "limit-exceeded", message: "m holds 10 bytes, more than maxBytes 9" };
    await expect(digestArtifact("m", unreadable, { maxBytes: 9 })).rejects.toMatchObject(failure);
  });

  test.each<[string, (files: ReturnType<typeof fakeFiles>) => void]>([
    ["came", ({ contents }) => contents.set("m/z", "new")],
    ["went", ({ contents }) => contents.delete("m/a")],
    ["grew", ({ contents }) => contents.set("m/a", "longer")],
  ])("a file that %s while others were read", async (_, change) => {
    const files = fakeFiles({ "m/a": "1", "m/b": "2" });
    const changing: Files = {
      ...files,
      hash: async (path) => {
        const hash = await files.hash(path);
        if (path === "m/b") change(files);
        return hash;
      },
    };
    await expect(digestArtifact("m", changing)).rejects.toMatchObject({ code: "artifact-changed" });
  });

  test("the first refusal ends the reading", async () => {
    const tree = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`m/${index}`, "x"]));
    let reads = 0;
    const failing: Files = {
      ...fakeFiles(tree),
      hash: async () => {
        reads += 1;
        throw new Error("broken");
      },
    };
    await expect(digestArtifact("m", failing)).rejects.toThrow("broken");
    expect(reads).toBeLessThanOrEqual(4);
  });
});

test("two artifacts are compared file by file", () => {
  const expected = [entry("changed", "1"), entry("gone", "2"), entry("same", "3")];
  const actual = [entry("added", "2"), entry("changed", "4"), entry("same", "3")];
  expect(compareArtifacts(expected, actual)).toEqual({ missing: ["gone"], extra: ["added"], changed: ["changed"] });
  expect(compareArtifacts(actual, actual)).toEqual({ missing: [], extra: [], changed: [] });
});

async function digestOf(tree: Tree): Promise<string> {
  const placed = Object.entries(tree).map(([path, content]) => [`m/${path}`, content]);
  return (await digestArtifact("m", fakeFiles(Object.fromEntries(placed)))).digest;
}

function entry(path: string, sha256: string): ArtifactEntry {
  return { path, sha256, sizeBytes: 1, crc32c: 0 };
}

function place(tree: Tree): string {
  const root = mkdtempSync(join(scratch, "tree-"));
  for (const [path, content] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

function noise(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => Math.imul(index, 2654435761) >>> 24);
}
