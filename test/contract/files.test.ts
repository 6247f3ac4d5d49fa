import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { localFiles } from "../../shared/adapters/files/files.ts";
import { Failure, type FailureCode } from "../../shared/failure.ts";
import type { Files } from "../../shared/ports/files.ts";
import { fakeFiles, LINK } from "../fakes/files.ts";

/** A place that holds the given files, path → content. */
type World = (tree: Readonly<Record<string, string | Uint8Array | typeof LINK>>) => {
  readonly files: Files;
  readonly root: string;
};

const scratch = mkdtempSync(join(tmpdir(), "files-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const onDisk: World = (tree) => {
  const root = mkdtempSync(join(scratch, "world-"));
  for (const [path, content] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (typeof content === "symbol") symlinkSync("anywhere", join(root, path));
    else writeFileSync(join(root, path), content);
  }
  return { files: localFiles(), root };
};

const inMemory: World = (tree) => {
  const placed = Object.entries(tree).map(([path, content]) => [`model/${path}`, content]);
  return { files: fakeFiles(Object.fromEntries(placed)), root: "model" };
};

describe.each([
  ["on disk", onDisk],
  ["in memory", inMemory],
])("files %s", (_, world) => {
  describe("kind", () => {
    const { files, root } = world({ "variables/index": "x", latest: LINK });
    test.each([
      ["a link", "latest", "link"],
      ["a file", "variables/index", "file"],
      ["a folder", "variables", "directory"],
      ["nothing", "assets", "missing"],
      ["what a file would have to be a folder for", "variables/index/more", "missing"],
    ])("of %s", async (_, path, kind) => expect(await files.kind(`${root}/${path}`)).toBe(kind));
  });

  describe("list", () => {
    test("names every file below the folder with its size", async () => {
      const { files, root } = world({ "saved_model.pb": "pb", "variables/v.index": "", "assets/a b/ü.txt": "ü" });
      expect(await files.list(root)).toEqual([
        { path: "assets/a b/ü.txt", sizeBytes: 2, executable: false },
        { path: "saved_model.pb", sizeBytes: 2, executable: false },
        { path: "variables/v.index", sizeBytes: 0, executable: false },
      ]);
    });

    test("sorts by the bytes of the whole path: not by folder, and not as JavaScript sorts beyond U+FFFF", async () => {
      const paths = ["B", "a", "a-b", "a.b/c", "a/b", "ab", "é", "\u{ff5e}", "\u{1f600}"];
      const withoutFolder = paths.filter((path) => path !== "a");
      const { files, root } = world(Object.fromEntries(withoutFolder.toReversed().map((path) => [path, ""])));
      expect((await files.list(root)).map(({ path }) => path)).toEqual(withoutFolder);
    });

    test("a trailing slash changes nothing", async () => {
      const { files, root } = world({ a: "1" });
      expect(await files.list(`${root}/`)).toEqual(await files.list(root));
    });

    test("a folder that is not there is missing", async () => {
      const { files, root } = world({ "models/churn/a": "1" });
      await refuses(files.list(`${root}/models/chrun`), "artifact-missing", /chrun does not exist/);
    });

    test("links are refused, all of them by name", async () => {
      const { files, root } = world({ a: "1", "assets/one": LINK, two: LINK });
      await refuses(files.list(root), "artifact-refused", /assets\/one.*two/);
    });

    test("a file is not a folder", async () => {
      const { files, root } = world({ "saved_model.pb": "1" });
      await refuses(files.list(`${root}/saved_model.pb`), "artifact-refused", /not a folder/);
    });
  });

  describe("read", () => {
    const { files, root } = world({ "a.json": "{}", "é/b": Buffer.of(0, 255), link: LINK });
    test.each([
      ["exactly as large as the limit", "a.json", 2, [0x7b, 0x7d]],
      ["smaller than the limit, in a folder", "é/b", 100, [0, 255]],
    ])("a file %s", async (_, path, maxBytes, bytes) => {
      expect([...(await files.read(`${root}/${path}`, maxBytes))]).toEqual(bytes);
    });

    test.each<[string, string, number, FailureCode]>([
      ["a file one byte above the limit", "a.json", 1, "limit-exceeded"],
      ["a missing file", "b.json", 9, "file-missing"],
      ["a folder", "é", 9, "file-refused"],
      ["a link", "link", 9, "file-refused"],
    ])("%s is refused", (_, path, maxBytes, code) => refuses(files.read(`${root}/${path}`, maxBytes), code, /./));
  });

  describe("open", () => {
    const { files, root } = world({ shard: Buffer.from("0123456789"), "folder/file": "", link: LINK });
    test.each([
      ["all of it", 0, 10, "0123456789"],
      ["a part of it", 3, 4, "3456"],
      ["nothing, at its end", 10, 0, ""],
    ])("reads %s", (_, offset, length, text) => {
      using file = files.open(`${root}/shard`);
      expect(file.sizeBytes).toBe(10);
      expect(Buffer.from(file.read(offset, length)).toString()).toBe(text);
    });

    test.each([
      ["past its end", 8, 3],
      ["before its start", -1, 2],
      ["less than nothing", 2, -1],
      ["at a fraction of a byte", 0.5, 1],
      ["more than can be allocated", 0, 2 ** 52],
      ["at no number", Number.NaN, 1],
    ])("refuses to read %s", (_, offset, length) => {
      using file = files.open(`${root}/shard`);
      expect(() => file.read(offset, length)).toThrow(Failure);
    });

    test("what was read is the reader's own", () => {
      using file = files.open(`${root}/shard`);
      file.read(0, 10).fill(0);
      expect(Buffer.from(file.read(0, 2)).toString()).toBe("01");
    });

    test("nothing can be read after it was closed, and closing twice is harmless", () => {
      const file = files.open(`${root}/shard`);
      file[Symbol.dispose]();
      file[Symbol.dispose]();
      expect(() => file.read(0, 1)).toThrow(Failure);
    });

    test.each<[string, string, FailureCode]>([
      ["a missing file", "shart", "file-missing"],
      ["a folder", "folder", "file-refused"],
      ["a link", "link", "file-refused"],
    ])("%s is refused", (_, path, code) => {
      expect(() => files.open(`${root}/${path}`)).toThrow(expect.objectContaining({ code }));
    });
  });

  describe("hash", () => {
    const large = new Uint8Array((1 << 20) + 5).map((_, index) => index * 31);
    const { files, root } = world({ digits: "123456789", empty: "", large });
    test.each([
      ["a small file", "digits", "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225", 0xe3069283, 9],
      ["an empty file", "empty", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 0, 0],
    ])("of %s", async (_, path, sha256, crc32c, sizeBytes) => {
      expect(await files.hash(`${root}/${path}`)).toEqual({ sha256, crc32c, sizeBytes });
    });

    test("of a file larger than one read, several at a time", async () => {
      const [first, second] = await Promise.all([files.hash(`${root}/large`), files.hash(`${root}/large`)]);
      expect(first).toEqual(second);
      expect(first.sha256).toBe(createHash("sha256").update(large).digest("hex"));
      expect(first.crc32c).toBe(0x62a1cfd7);
    });

    test("of a missing file is refused", () => refuses(files.hash(`${root}/none`), "file-missing", /none/));
  });

  describe("write", () => {
    test.each([
      ["a new file", {}],
      ["over an old, longer file", { "release.yaml": "something longer than the new text" }],
    ])("%s", async (_, tree) => {
      const { files, root } = world({ other: "", ...tree });
      await files.write(`${root}/release.yaml`, "é: 1\n");
      expect(Buffer.from(await files.read(`${root}/release.yaml`, 100)).toString()).toBe("é: 1\n");
      expect((await files.list(root)).map(({ path }) => path)).toEqual(["other", "release.yaml"]);
    });

    test.each<[string, string, FailureCode]>([
      ["into a folder that is not there", "folder/none/release.yaml", "file-missing"],
      ["over a folder", "folder", "file-refused"],
    ])("%s is refused, and changes nothing", async (_, path, code) => {
      const { files, root } = world({ "folder/file": "1" });
      await refuses(files.write(`${root}/${path}`, "text"), code, /./);
      expect((await files.list(root)).map((entry) => entry.path)).toEqual(["folder/file"]);
    });
  });
});

async function refuses(promise: Promise<unknown>, code: FailureCode, message: RegExp): Promise<void> {
  const failure = await promise.catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Failure);
  expect(failure).toMatchObject({
    code,
    message: expect.stringMatching(message),
    fix: expect.stringMatching(/\.$/),
  });
}
