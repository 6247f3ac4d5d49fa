import { expect, test } from "vitest";
import { appended, piecesOf, rowsOf, stacked } from "../../../../../shared/adapters/embedded/values/rows.ts";
import { tensor, tensorOf } from "../../../../../shared/adapters/embedded/values/tensor.ts";

const matrix = tensorOf("int64", [3, 2], [1, 2, 3, 4, 5, 6]);
const texts = tensor("string", [2], [Buffer.from("a"), Buffer.from("b")]);
const pairs = tensor("complex64", [2], Float32Array.of(1, 2, 3, 4));

test.each([
  ["numbers", matrix],
  ["texts", texts],
  ["complex numbers, two to an element", pairs],
  ["rows without elements", tensorOf("float32", [3, 0], [])],
])("the rows of %s, stacked, are what they were", (_, value) => {
  const rows = rowsOf(value);
  expect(rows.length).toBe(value.shape[0]);
  expect(stacked(rows, { dtype: value.dtype, shape: value.shape.slice(1) })).toEqual(value);
  expect(appended(piecesOf(value, [1, value.shape[0]! - 1]), value.shape.slice(1), value.dtype)).toEqual(value);
});

test("a tensor without rows has none", () => {
  const empty = tensorOf("float32", [0, 2], []);
  expect(rowsOf(empty)).toEqual([]);
  expect(stacked([], { dtype: "float32", shape: [2] })).toEqual(empty);
});

test("pieces of no height are empty and cost nothing", () => {
  expect(piecesOf(matrix, [0, 2, 1]).map(({ shape }) => shape)).toEqual([
    [0, 2],
    [2, 2],
    [1, 2],
  ]);
});
