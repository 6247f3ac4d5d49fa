import { gzipSync, zstdCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { createRandomBytes } from "./random-bytes.ts";
import { scanBytes } from "./scanning.ts";

const LARGE_BYTES = 33 << 20;
const pickle = Buffer.from("cos\nsystem\n(S'true'\ntR.");
const tarHead = tarHeader();

test.each<[title: string, beginning: Buffer, phrase: string | null]>([
  ["a table", Buffer.from("a,b\n1,2\n"), null],
  ["a long run of zeros, then data", Buffer.alloc(2 << 20), null],
  ["a pickle", pickle, "calls os.system"],
  ["a script", Buffer.from("#!/bin/sh\n"), "interpreter"],
  ["an archive", tarHead, "cannot be judged: it is an archive that unpacks to more than we judge"],
])("of a file that unpacks to more than 32 MiB the beginning is judged: %s", async (_, beginning, phrase) => {
  const findings = await scanBytes("assets/x.gz", gzipSync(largeFile(beginning), { level: 1 }));
  const reasons = findings.map(({ reason }) => reason);
  expect(reasons).toEqual(phrase === null ? [] : [expect.stringContaining(phrase)]);
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

/** Compresses about fifty times: large, and no bomb. */
function largeFile(beginning: Buffer): Buffer {
  const bytes = Buffer.alloc(LARGE_BYTES, "x");
  const random = createRandomBytes(5)(1 << 16);
  for (let at = beginning.length; at < LARGE_BYTES; at += 2048) random.copy(bytes, at, at % 60_000, (at % 60_000) + 40);
  beginning.copy(bytes);
  return bytes;
}

function tarHeader(): Buffer {
  const block = Buffer.alloc(512);
  block.write("a.txt");
  block.write("00000000005", 124);
  block.fill(" ", 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}
