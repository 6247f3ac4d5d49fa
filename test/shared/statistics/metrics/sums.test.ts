import { expect, test } from "vitest";
import { BLOCK_ROWS } from "../../../../shared/statistics/block-rows.ts";
import { noSums, totalsOf, withRows } from "../../../../shared/statistics/metrics/sums.ts";
import { seeded } from "../random.ts";

const { MAX_VALUE, POSITIVE_INFINITY: INFINITY, NaN: NOT_A_NUMBER } = Number;

/** Each value is what one block comes to. */
function sumOf(blocks: readonly number[]): number {
  const sums = withRows(noSums(1), blocks.length * BLOCK_ROWS, (terms, start) => {
    terms[0]! += blocks[start / BLOCK_ROWS]!;
  });
  expect(sums.rows).toBe(blocks.length * BLOCK_ROWS);
  return totalsOf(sums)[0]!;
}

test.each([
  ["of nothing is 0", [], 0],
  ["keeps what a double would lose", [1e16, 1, -1e16], 1],
  ["keeps what is lost to a larger one that comes later", [1, 1e100, 1, -1e100], 2],
  ["rounds to even", [2 ** 53, 1], 2 ** 53],
  ["of 0.1 ten times is 1", new Array<number>(10).fill(0.1), 1],
  ["beyond the largest double is infinite", [MAX_VALUE, MAX_VALUE], INFINITY],
  ["keeps a NaN", [1, NOT_A_NUMBER, 2], NOT_A_NUMBER],
  ["keeps an infinity", [1, INFINITY, 2], INFINITY],
  ["of opposite infinities is none", [INFINITY, -INFINITY], NOT_A_NUMBER],
])("the sum of blocks %s", (_, blocks, expected) => expect(sumOf(blocks)).toBe(expected));

test("a million blocks' sum is off by no more than its last bit", () => {
  const random = seeded(31);
  const blocks = Array.from({ length: 1_000_000 }, () => Math.round(random() * 2 ** 40) / 2 ** 20);
  // Integers below 2^62, which are added exactly.
  const exact = blocks.reduce((all, value) => all + BigInt(value * 2 ** 20), 0n);
  expect(sumOf(blocks)).toBe(Number(exact) / 2 ** 20);
});
