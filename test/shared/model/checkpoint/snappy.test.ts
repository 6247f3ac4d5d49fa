import { describe, expect, test } from "vitest";
import { unsnap } from "../../../../shared/model/checkpoint/snappy.ts";

const text = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString());
const a = 0x61;

describe("snappy's elements", () => {
  test.each<[string, number[], string | null]>([
    ["nothing", [0], ""],
    ["a literal", [3, 2 << 2, a, 0x62, 0x63], "abc"],
    ["a literal whose length takes a byte", [61, 60 << 2, 60, ...Array<number>(61).fill(a)], "a".repeat(61)],
    ["a copy with a short offset", [6, 1 << 2, a, 0x62, 0x01, 2], "ababab"],
    ["a copy with two bytes of offset", [5, 1 << 2, a, 0x62, (2 << 2) | 2, 2, 0], "ababa"],
    ["a copy with four bytes of offset", [5, 1 << 2, a, 0x62, (2 << 2) | 3, 2, 0, 0, 0], "ababa"],
    ["fewer bytes than promised", [4, 2 << 2, a, a, a], null],
    ["more bytes than promised", [2, 2 << 2, a, a, a], null],
    ["a literal past the end", [3, 2 << 2, a], null],
    ["a copy from before the beginning", [6, 1 << 2, a, a, 0x01, 3], null],
    ["a copy from where it stands", [6, 1 << 2, a, a, 0x01, 0], null],
    ["a copy that is cut off", [5, 1 << 2, a, a, (2 << 2) | 2, 2], null],
    ["no length", [], null],
    ["a length without end", [0xff, 0xff, 0xff, 0xff, 0xff, 0xff], null],
    ["a length above the limit", [0xe9, 0x07], null],
  ])("%s", (_, bytes, expected) => expect(text(unsnap(Uint8Array.from(bytes), 1000))).toBe(expected));
});
