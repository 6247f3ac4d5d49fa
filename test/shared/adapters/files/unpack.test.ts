import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { unpackZip } from "../../../../shared/adapters/files/unpack.ts";
import type { UnpackedFile } from "../../../../shared/ports/unpack.ts";
import { zipOf } from "../../model/beside/zipping.ts";

const BIG = Buffer.alloc(3_000_000, "tensor");
const MEMBERS = { "a/big.so": BIG, "a/empty.h": Buffer.alloc(0), "b/other.txt": Buffer.from("other") };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "model-release-unpack-"));
  mkdirSync(join(folder, "out"));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Asked {
  readonly target?: (member: string) => string | null;
  readonly maxBytes?: number;
  readonly seen?: number[];
}

function unpack(zip: Buffer, { target = (name) => name, maxBytes = 1e9, seen = [] }: Asked = {}) {
  const archive = join(folder, "some.whl");
  writeFileSync(archive, zip);
  const progress = (done: number, total: number): void => void seen.push(done / total);
  return unpackZip({ archive, into: join(folder, "out"), target, maxBytes, progress });
}

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

test.each([
  ["deflated", true],
  ["stored", false],
])("wanted members that are %s are written with their sums, the others stay packed", async (_, isDeflated) => {
  const target = (name: string): string | null => (name.startsWith("a/") ? name.replace("a/", "deep/er/") : null);
  const unpacked = await unpack(zipOf(MEMBERS, isDeflated), { target });
  expect(unpacked).toEqual([
    { path: "deep/er/big.so", sha256: sha256(BIG), sizeBytes: BIG.length },
    { path: "deep/er/empty.h", sha256: sha256(Buffer.alloc(0)), sizeBytes: 0 },
  ] satisfies UnpackedFile[]);
  expect(readFileSync(join(folder, "out/deep/er/big.so")).equals(BIG)).toBe(true);
  expect(() => statSync(join(folder, "out/b"))).toThrow("ENOENT");
});

test("progress grows to the whole", async () => {
  const seen: number[] = [];
  await unpack(zipOf(MEMBERS, true), { seen });
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBe(1);
});

function patched(zip: Buffer, edit: (bytes: Buffer, directory: number) => void): Buffer {
  edit(zip, zip.indexOf("PK\x01\x02", "latin1"));
  return zip;
}

const ONE = { "lib.so": BIG };

test.each<[string, () => Buffer, RegExp]>([
  ["no zip", () => Buffer.from("<html>not found</html>"), /is no zip archive/],
  ["a zip that is cut off", () => zipOf(ONE, true).subarray(0, 2000), /is no zip archive/],
  ["a name that climbs out", () => zipOf({ "../evil.so": BIG }), /outside its own folder: \.\.\/evil\.so/],
  ["an absolute name", () => zipOf({ "/etc/evil.so": BIG }), /outside its own folder/],
  [
    "more bytes than the directory says",
    () => patched(zipOf(ONE, true), (bytes, at) => bytes.writeUInt32LE(BIG.length - 1, at + 24)),
    /does not tell the truth about the size of lib\.so/,
  ],
  [
    "fewer bytes than the directory says",
    () => patched(zipOf(ONE, true), (bytes, at) => bytes.writeUInt32LE(BIG.length + 1, at + 24)),
    /does not tell the truth about the size of lib\.so/,
  ],
  [
    "a member behind the end",
    () => patched(zipOf(ONE), (bytes, at) => bytes.writeUInt32LE(1e9, at + 42)),
    /is damaged at lib\.so/,
  ],
  [
    "a member longer than the file",
    () => patched(zipOf(ONE), (bytes, at) => bytes.writeUInt32LE(4e9, at + 20)),
    /is damaged at/,
  ],
  [
    "deflated bytes that are none",
    () => patched(zipOf(ONE, true), (bytes) => bytes.fill(0xff, 40, 60)),
    /is damaged inside lib\.so/,
  ],
  [
    "an encrypted member",
    () => patched(zipOf(ONE), (bytes, at) => bytes.writeUInt16LE(1, at + 8)),
    /in a way that is not read/,
  ],
  [
    "another compression",
    () => patched(zipOf(ONE), (bytes, at) => bytes.writeUInt16LE(12, at + 10)),
    /in a way that is not read/,
  ],
  [
    "a directory that lists fewer than promised",
    () => patched(zipOf(ONE), (bytes) => bytes.writeUInt16LE(9, bytes.length - 12)),
    /not whole/,
  ],
])("%s is refused", async (_, zip, message) => {
  await expect(unpack(zip())).rejects.toMatchObject({
    code: "download-refused",
    message: expect.stringMatching(message),
  });
});

test("two members at one place are refused", async () => {
  await expect(unpack(zipOf(MEMBERS), { target: () => "same" })).rejects.toMatchObject({ code: "download-refused" });
});

test.each([
  ["exactly as many bytes as allowed come out", BIG.length, true],
  ["one more than allowed does not", BIG.length - 1, false],
])("%s", async (_, maxBytes, isAllowed) => {
  const outcome = await unpack(zipOf(ONE, true), { maxBytes }).then(
    () => true,
    () => false,
  );
  expect(outcome).toBe(isAllowed);
});
