import { describe, expect, test } from "vitest";
import {
  axisOf,
  broadcastIndices,
  broadcastShape,
  elementCount,
  type Sizes,
  stridedIndices,
  stridesOf,
} from "../../../../../shared/adapters/embedded/values/shape.ts";

describe("two shapes broadcast", () => {
  test.each<[string, Sizes, Sizes, Sizes]>([
    ["scalars", [], [], []],
    ["a scalar with anything", [], [2, 0], [2, 0]],
    ["equal shapes", [2, 3], [2, 3], [2, 3]],
    ["ones on either side", [2, 1, 4], [3, 1], [2, 3, 4]],
    ["one with none", [1, 3], [0, 1], [0, 3]],
  ])("%s", (_, a, b, shape) => {
    expect(broadcastShape(a, b)).toEqual(shape);
    expect(broadcastShape(b, a)).toEqual(shape);
  });

  test.each<[string, Sizes, Sizes]>([
    ["two with three", [2], [3]],
    ["two with none", [2], [0]],
    ["an inner axis that differs", [2, 3], [3, 2]],
  ])("but not %s", (_, a, b) => {
    expect(() => broadcastShape(a, b)).toThrow(expect.objectContaining({ code: "prediction-failed" }));
  });
});

test.each<[string, Sizes, Sizes, readonly number[]]>([
  ["itself", [2, 2], [2, 2], [0, 1, 2, 3]],
  ["more rows", [2], [2, 2], [0, 1, 0, 1]],
  ["more columns", [2, 1], [2, 2], [0, 0, 1, 1]],
  ["more of both", [2, 1, 2], [2, 2, 2], [0, 1, 0, 1, 2, 3, 2, 3]],
  ["a scalar", [], [3], [0, 0, 0]],
  ["a scalar as a scalar", [], [], [0]],
  ["nothing", [1], [0], []],
])("where the elements lie of a tensor seen as %s", (_, shape, to, indices) => {
  expect([...broadcastIndices(shape, to)]).toEqual(indices);
});

test("a strided view may begin anywhere and go backwards", () => {
  expect([...stridedIndices([2, 3], [-10, 2], 15)]).toEqual([15, 17, 19, 5, 7, 9]);
  expect(stridesOf([2, 3, 4])).toEqual([12, 4, 1]);
  expect(elementCount([2, 0, 4])).toBe(0);
});

test.each([
  [0, 3, 0],
  [2, 3, 2],
  [-1, 3, 2],
  [-3, 3, 0],
])("axis %d of rank %d is axis %d", (axis, rank, expected) => expect(axisOf(axis, rank)).toBe(expected));

test.each([
  [3, 3],
  [-4, 3],
  [0, 0],
  [0.5, 3],
])("axis %d of rank %d is none", (axis, rank) => {
  expect(() => axisOf(axis, rank)).toThrow(expect.objectContaining({ code: "prediction-failed" }));
});
