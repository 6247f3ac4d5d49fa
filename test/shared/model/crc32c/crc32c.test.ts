import { describe, expect, test } from "vitest";
import { crc32c, maskCrc32c } from "../../../../shared/model/crc32c/crc32c.ts";
import { CHUNK_BYTES, DISTANCES, WORD_BYTES } from "../../../../shared/model/crc32c/fold.ts";
import { crc32cStream } from "../../../../shared/model/crc32c/stream.ts";
import { advance } from "../../../../shared/model/crc32c/table.ts";

const ascending = Uint8Array.from({ length: 32 }, (_, index) => index);
const iscsiRead = Buffer.from(
  "01c00000000000000000000000000000140000000000040000000014000000182800000000000000020000000000000000",
  "hex",
).subarray(0, 48);
const noise = pseudorandom(2 * CHUNK_BYTES + 4096);

describe("crc32c", () => {
  test.each([
    ["no bytes", new Uint8Array(0), 0],
    ["the check value that every catalogue gives", Buffer.from("123456789"), 0xe3069283],
    ["32 zeros (RFC 3720)", new Uint8Array(32), 0x8a9136aa],
    ["32 ones (RFC 3720)", new Uint8Array(32).fill(0xff), 0x62a8ab43],
    ["32 ascending bytes (RFC 3720)", ascending, 0x46dd794e],
    ["32 descending bytes (RFC 3720)", ascending.toReversed(), 0x113fdb5c],
    ["an iSCSI read command (RFC 3720)", iscsiRead, 0xd9963a56],
  ])("%s", (_, bytes, expected) => expect(crc32c(bytes)).toBe(expected));

  test("the tables agree with one bit at a time on every length to 512", () => {
    for (let length = 0; length <= 512; length++) {
      const bytes = noise.subarray(length, 2 * length);
      expect(crc32c(bytes), `length ${length}`).toBe(bitByBit(bytes));
    }
  });

  test.each([
    ["the last length for the tables", 2 ** 15 - 1],
    ["the first length for the stream", 2 ** 15],
    ["a chunk less a byte", CHUNK_BYTES - 1],
    ["a whole chunk", CHUNK_BYTES],
    ["a chunk and a byte", CHUNK_BYTES + 1],
    ["two chunks, a word and a byte", 2 * CHUNK_BYTES + 17],
  ])("%s, from any seed and offset", (_, length) => {
    for (const [seed, offset] of [
      [0, 0],
      [1, 1],
      [0xdeadbeef, 7],
      [0xffffffff, 16],
    ] as const) {
      const bytes = noise.subarray(offset, offset + length);
      expect(crc32c(bytes, seed)).toBe(byTable(bytes, seed));
    }
  });

  test("a checksum continues from another wherever the bytes are cut", () => {
    const whole = crc32c(noise.subarray(0, 100_000));
    for (const cut of [0, 1, 15, 16, 4095, 32_768, 50_000, 99_999, 100_000]) {
      expect(crc32c(noise.subarray(cut, 100_000), crc32c(noise.subarray(0, cut)))).toBe(whole);
    }
  });
});

describe("crc32cStream", () => {
  test("every length to 4096, at every offset within a word, is what the tables say", () => {
    const stream = crc32cStream();
    for (let length = 0; length <= 4096; length++) {
      const bytes = noise.subarray(length % WORD_BYTES, (length % WORD_BYTES) + length);
      stream.start(length * 7919);
      stream.chunk.set(bytes);
      stream.take(length);
      expect(stream.finish(), `length ${length}`).toBe(byTable(bytes, length * 7919));
    }
  });

  test.each([
    ["shorter than the state", 1600],
    ["as long as the state", 3344],
    ["longer than the state", 65_536],
  ])("chunks %s may follow each other", (_, size) => {
    const bytes = noise.subarray(0, 5 * size + 9);
    const stream = crc32cStream();
    stream.start();
    for (let at = 0; at < bytes.length; at += size) {
      const part = bytes.subarray(at, at + size);
      stream.chunk.set(part);
      stream.take(part.length);
    }
    expect(stream.finish()).toBe(byTable(bytes, 0));
  });

  test("a start forgets a message that was given up", () => {
    const stream = crc32cStream();
    stream.start();
    stream.take(CHUNK_BYTES - 3);
    stream.start();
    stream.chunk.set(Buffer.from("123456789"));
    stream.take(9);
    expect(stream.finish()).toBe(0xe3069283);
  });

  test.each([
    ["a chunk after one that was not whole words", [17, 16]],
    ["more than the chunk holds", [CHUNK_BYTES + 16]],
  ])("%s is refused", (_, lengths) => {
    const stream = crc32cStream();
    stream.start();
    expect(() => lengths.forEach(stream.take)).toThrow(/wrong length/);
  });

  test("a word and its copies at the five distances cancel out", () => {
    const bytes = new Uint8Array((DISTANCES.at(-1)! + 1) * WORD_BYTES);
    for (const distance of [0, ...DISTANCES]) bytes.set(noise.subarray(0, WORD_BYTES), distance * WORD_BYTES);
    expect(advance(0, bytes)).toBe(0);
  });
});

test.each([
  [0, 0xa282ead8],
  [0xe3069283, 0xc78ab0e5],
])("a checksum is rotated right by 15 bits and moved by TensorFlow's constant: %i", (crc, masked) => {
  expect(maskCrc32c(crc)).toBe(masked);
});

function byTable(bytes: Uint8Array, seed: number): number {
  return ~advance(~seed, bytes) >>> 0;
}

function bitByBit(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0);
  }
  return ~crc >>> 0;
}

function pseudorandom(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state >>> 24;
  });
}
