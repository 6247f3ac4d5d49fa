import { expect, test } from "vitest";
import type { Sizes } from "../../../../../shared/adapters/embedded/values/shape.ts";
import { layoutOf } from "../../../../../shared/adapters/embedded/vector/layout.ts";

test.each<[string, Sizes, readonly Sizes[], object]>([
  [
    "operands of the output's shape are one row",
    [3, 4],
    [
      [3, 4],
      [3, 4],
    ],
    { rows: 1, columns: 12, spreads: ["full", "full"], count: 1 },
  ],
  [
    "a scalar is one for the only row",
    [3, 4],
    [[3, 4], []],
    { rows: 1, columns: 12, spreads: ["full", "row"], count: 1 },
  ],
  [
    "a bias is the same for every row",
    [3, 4],
    [[3, 4], [4]],
    { rows: 3, columns: 4, spreads: ["full", "column"], count: 1 },
  ],
  [
    "a column has one for each row",
    [3, 4],
    [
      [3, 4],
      [3, 1],
    ],
    { rows: 3, columns: 4, spreads: ["full", "row"], count: 1 },
  ],
  [
    "two that broadcast each other",
    [3, 4],
    [
      [3, 1],
      [1, 4],
    ],
    { rows: 3, columns: 4, spreads: ["row", "column"], count: 1 },
  ],
  [
    "several axes are one where they go together",
    [2, 3, 4, 5],
    [
      [2, 3, 4, 5],
      [4, 5],
    ],
    { rows: 6, columns: 20, count: 1 },
  ],
  [
    "what is left in front counts rectangles",
    [2, 3, 4],
    [
      [2, 1, 4],
      [1, 3, 4],
    ],
    { rows: 3, columns: 4, spreads: ["column", "full"], count: 2 },
  ],
  ["a single element", [], [[], []], { rows: 1, columns: 1, spreads: ["full", "full"], count: 1 }],
  [
    "no elements",
    [0, 3],
    [
      [0, 3],
      [1, 3],
    ],
    { columns: 3, rows: 0, count: 1 },
  ],
])("%s", (_, shape, operands, expected) => {
  expect(layoutOf(shape, operands)).toMatchObject(expected);
});

test("rectangles begin where their elements are", () => {
  const { starts, count } = layoutOf(
    [2, 2, 3],
    [
      [2, 1, 3],
      [1, 2, 3],
    ],
  );
  expect(count).toBe(2);
  expect(starts.map((each) => [...each])).toEqual([
    [0, 6],
    [0, 3],
    [0, 0],
  ]);
});
