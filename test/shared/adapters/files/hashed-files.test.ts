import { createHash, randomBytes } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { localHashedFiles } from "../../../../shared/adapters/files/hashed-files.ts";
import { crc32c } from "../../../../shared/model/crc32c/crc32c.ts";
import type { HashedSource } from "../../../../shared/ports/hashed-file.ts";

const scratch = mkdtempSync(join(tmpdir(), "hashed-"));
afterAll(() => rmSync(scratch, { recursive: true }));
const files = localHashedFiles();
const CHUNK = 1 << 18;

function hashOf(bytes: Uint8Array) {
  return { sha256: createHash("sha256").update(bytes).digest("hex"), crc32c: crc32c(bytes), sizeBytes: bytes.length };
}

function laid(bytes: Uint8Array): string {
  const path = join(scratch, randomBytes(6).toString("hex"));
  writeFileSync(path, bytes);
  return path;
}

async function drained(source: HashedSource): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for (let chunk = await source.next(); chunk.length > 0; chunk = await source.next()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

describe("a source", () => {
  test.each([0, 1, 15, 16, 17, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 7])(
    "of %i bytes is read once and hashed",
    async (size) => {
      const bytes = randomBytes(size);
      using source = files.source(laid(bytes));
      expect((await drained(source)).equals(bytes)).toBe(true);
      expect([source.readBytes, source.hash(), source.hash()]).toEqual([size, hashOf(bytes), hashOf(bytes)]);
    },
  );

  test("leaves a chunk as it is until the call after the next", async () => {
    const bytes = randomBytes(4 * CHUNK);
    using source = files.source(laid(bytes));
    let before = await source.next();
    for (let at = 0; before.length > 0; at += CHUNK) {
      const next = await source.next();
      expect(Buffer.compare(before, bytes.subarray(at, at + before.length))).toBe(0);
      before = next;
    }
  });

  test("gives bytes again without hashing them again", async () => {
    const bytes = randomBytes(2 * CHUNK);
    using source = files.source(laid(bytes));
    await source.next();
    expect(Buffer.from(await source.again(5, CHUNK)).equals(bytes.subarray(5, CHUNK + 5))).toBe(true);
    await drained(source);
    expect(source.hash()).toEqual(hashOf(bytes));
  });

  test("several at once do not disturb each other's sums", async () => {
    const all = Array.from({ length: 4 }, (_, index) => randomBytes(2 * CHUNK + index));
    const hashes = all.map(async (bytes) => {
      using source = files.source(laid(bytes));
      await drained(source);
      return source.hash();
    });
    expect(await Promise.all(hashes)).toEqual(all.map(hashOf));
  });

  test.each<[string, (path: string) => void]>([
    ["shrinks", (path) => truncateSync(path, CHUNK + 1)],
    ["grows", (path) => writeFileSync(path, "more", { flag: "a" })],
    ["is replaced", (path) => renameSync(laid(randomBytes(3 * CHUNK)), path)],
  ])("that %s while it is read has changed", async (_, change) => {
    const path = laid(randomBytes(3 * CHUNK));
    using source = files.source(path);
    await source.next();
    change(path);
    const read = async () => {
      await drained(source);
      return source.hash();
    };
    await expect(read()).rejects.toMatchObject({ code: "artifact-changed" });
  });

  test("is no link", () => {
    const link = join(scratch, "link");
    symlinkSync(laid(randomBytes(1)), link);
    expect(() => files.source(link)).toThrow(expect.objectContaining({ code: "file-refused" }));
  });

  test("has no hash before all of it was read", () => {
    using source = files.source(laid(randomBytes(1)));
    expect(() => source.hash()).toThrow(/before all of it was read/);
  });
});

describe("a target", () => {
  test.each([[[]], [[1]], [[CHUNK]], [[5, CHUNK, 3 * CHUNK + 1, 16]], [Array.from({ length: 100 }, () => 9_973)]])(
    "of chunks %j is hashed while it is written",
    (sizes) => {
      const path = join(scratch, randomBytes(6).toString("hex"));
      const chunks = sizes.map((size) => randomBytes(size));
      using target = files.target(path);
      for (const chunk of chunks) target.append(chunk);
      expect(existsSync(path)).toBe(false);
      expect(target.complete()).toEqual(hashOf(Buffer.concat(chunks)));
      expect(readFileSync(path).equals(Buffer.concat(chunks))).toBe(true);
    },
  );

  test("that is given up leaves nothing behind", () => {
    const folder = mkdtempSync(join(scratch, "given-up-"));
    files.target(join(folder, "file"))[Symbol.dispose]();
    expect(readdirSync(folder)).toEqual([]);
  });
});
