import { describe, expect, test } from "vitest";
import { createInterner } from "../../../../shared/adapters/dataset/text/interner.ts";

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text));
}

describe("the texts of a column", () => {
  test("are one and the same where they repeat", () => {
    const intern = createInterner();
    const categories = ["AT", "NL", "", "Île-de-France"].map(bytesOf);
    const first = categories.map((bytes) => intern(bytes, 0, bytes.length));
    expect(first).toEqual(categories);
    for (let round = 0; round < 10_000; round++) {
      for (const [index, bytes] of categories.entries()) expect(intern(bytes, 0, bytes.length)).toBe(first[index]);
    }
  });

  test("are what they say where they hardly repeat, however many there are", () => {
    const intern = createInterner();
    for (let row = 0; row < 40_000; row++) {
      const bytes = bytesOf(`<s${row}>`);
      expect(Buffer.from(intern(bytes, 1, bytes.length - 1)!).toString()).toBe(`s${row}`);
    }
    // Nothing is remembered by now: each is bytes of its own.
    const bytes = bytesOf("s1");
    expect(intern(bytes, 0, 2)).toEqual(bytes);
    expect(intern(bytes, 0, 2)).not.toBe(intern(bytes, 0, 2));
  });

  test("that are not UTF-8 are none, remembered or not", () => {
    const intern = createInterner();
    const broken = Uint8Array.of(0x61, 0xc3);
    expect(intern(broken, 0, 2)).toBeNull();
    for (let row = 0; row < 20_000; row++) intern(bytesOf(String(row)), 0, String(row).length);
    expect(intern(broken, 0, 2)).toBeNull();
  });
});
