import { deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { createRandomBytes } from "./random-bytes.ts";
import { scanBytes } from "./scanning.ts";

const MEBIBYTE = 1 << 20;
const pickle = Buffer.from("cos\nsystem\n(S'true'\ntR.");

test.each<[title: string, bytes: () => Buffer, phrase: string | null]>([
  ["48 MiB that hardly compress", () => gzipSync(large(48 * MEBIBYTE), { level: 1 }), null],
  [
    "one byte more",
    () => gzipSync(large(48 * MEBIBYTE + 1), { level: 1 }),
    "cannot be judged: it unpacks to more than we judge",
  ],
  ["a bomb that declares 100 bytes", () => lying(gzipSync(Buffer.alloc(60 * MEBIBYTE), { level: 1 }), 100), "explodes"],
  ["a bomb hidden behind another", () => gzipSync(gzipSync(Buffer.alloc(4 * MEBIBYTE))), "explodes"],
  [
    "random bytes behind the sign of zlib",
    () => Buffer.concat([Buffer.from([0x78, 0x9c]), createRandomBytes(9)(9000)]),
    null,
  ],
])("gzip: %s", async (_, bytes, phrase) => {
  const findings = await scanBytes("assets/x.bin", bytes());
  expect(findings.map(({ reason }) => reason)).toEqual(phrase === null ? [] : [expect.stringContaining(phrase)]);
});

test.each<[title: string, bytes: Buffer, phrase: string | null]>([
  ["harmless text", zstdCompressSync(Buffer.from("a vocabulary")), null],
  ["a pickle", zstdCompressSync(pickle), "calls os.system"],
  ["a bomb", zstdCompressSync(Buffer.alloc(20 << 20)), "explodes"],
  ["damage", zstdCompressSync(Buffer.from("a vocabulary")).subarray(0, 12), "cannot be judged"],
])("Zstandard: %s", async (_, bytes, phrase) => {
  const findings = await scanBytes("assets/x.zst", bytes);
  expect(findings.map(({ reason }) => reason)).toEqual(phrase === null ? [] : [expect.stringContaining(phrase)]);
});

/** Compresses about forty times: large, and no bomb. */
function large(length: number): Buffer {
  const bytes = Buffer.alloc(length, "x");
  const random = createRandomBytes(5)(1 << 16);
  for (let at = 0; at < length; at += 4096) random.copy(bytes, at, at % 60_000, (at % 60_000) + 80);
  return bytes;
}

/** A gzip file ends in the length that it says to have unpacked. */
function lying(bytes: Buffer, declared: number): Buffer {
  bytes.writeUInt32LE(declared, bytes.length - 4);
  return bytes;
}

test.each<[title: string, bytes: Buffer | string, phrase: string | null]>([
  ["zlib with the largest window", deflateSync(pickle), "calls os.system"],
  ["zlib with the smallest window", deflateSync(pickle, { windowBits: 9 }), "calls os.system"],
  ["what an old joblib packed", `ZF0x17             ${deflateSync(pickle).toString("latin1")}`, "an old joblib"],
  ["a cpio archive", "0707010000A1B2000081A4", "a cpio archive"],
  ["dates that begin like a cpio archive", "070701\n070702\n070703\n070704\n", null],
  ["formulas that begin like zlib", "x^2 + y\n", null],
])("by its first bytes: %s", async (_, bytes, phrase) => {
  const findings = await scanBytes("assets/x", typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes);
  expect(findings.map(({ reason }) => reason)).toEqual(phrase === null ? [] : [expect.stringContaining(phrase)]);
});
