import { describe, expect, test } from "vitest";
import { interner } from "../../../../shared/model/protobuf/interned.ts";
import { wireOver } from "../../../../shared/model/protobuf/wire.ts";

/** Two stretches of a length, next to each other. */
function isFound(first: string, second: string): boolean {
  const interned = interner<string>(wireOver(Buffer.from(first + second, "latin1"), "m"));
  interned.keep(0, first.length, "kept");
  return interned.find(first.length, first.length + second.length) === "kept";
}

describe("a value is kept for a stretch of bytes", () => {
  test.each([
    ["is found for equal bytes", "abcdefgh", "abcdefgh", true],
    ["is found for equal bytes of no whole words", "abcdefg", "abcdefg", true],
    ["is not found where the first byte differs", "abcdefg", "xbcdefg", false],
    ["is not found where the last byte differs", "abcdefg", "abcdefx", false],
    ["is not found for a shorter stretch", "abcd", "abc", false],
    ["is not found for a longer stretch", "abc", "abcd", false],
  ])("%s", (_, first, second, expected) => {
    expect(isFound(first, second)).toBe(expected);
  });

  test("of many stretches each is found as its own or not at all", () => {
    const wire = wireOver(Buffer.from(new Uint32Array(50_000).map((_, index) => index * 7919).buffer), "m");
    const interned = interner<number>(wire);
    const starts = Array.from({ length: 50_000 }, (_, index) => index * 4);
    for (const start of starts) interned.keep(start, start + 4, start);
    const found = starts.map((start) => interned.find(start, start + 4));
    expect(found.filter((value, index) => value !== undefined && value !== starts[index])).toEqual([]);
    expect(found.filter((value) => value !== undefined).length).toBeGreaterThan(0);
  });
});
