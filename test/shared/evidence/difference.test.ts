import { describe, expect, test } from "vitest";
import { choices } from "../../../shared/evidence/choice.ts";
import { difference } from "../../../shared/evidence/difference.ts";
import { spread } from "../../../shared/evidence/spread.ts";
import type { Tensor } from "../../../shared/ports/tensor.ts";

const tolerance = { rtol: 0.5, atol: 0.25 };
const f32 = (...values: readonly number[]) => floats([values.length], values);
const floats = (shape: readonly number[], values: readonly number[]): Tensor => ({
  dtype: "float32",
  shape,
  data: Float32Array.from(values),
});
const ints = (...values: readonly number[]): Tensor => ({
  dtype: "int32",
  shape: [values.length],
  data: Int32Array.from(values),
});
const halves = (...bits: readonly number[]): Tensor => ({
  dtype: "float16",
  shape: [bits.length],
  data: Uint16Array.from(bits),
});
const texts = (...values: readonly string[]): Tensor => ({
  dtype: "string",
  shape: [values.length],
  data: values.map((value) => new TextEncoder().encode(value)),
});

describe("how far one answer is from another", () => {
  const same = { largest: 0, largestShare: 0, beyondTolerance: 0, notFinite: 0, mismatch: null };

  test.each<[string, Tensor, Tensor, object]>([
    ["equal numbers", f32(1, -2), f32(1, -2), { ...same, elements: 2 }],
    [
      "at the tolerance is within it",
      f32(1),
      f32(1.75),
      { ...same, elements: 1, largest: 0.75, largestShare: 1, beyondTolerance: 0 },
    ],
    [
      "just over it is beyond",
      f32(1),
      f32(1.875),
      { ...same, elements: 1, largest: 0.875, largestShare: 0.875 / 0.75, beyondTolerance: 1 },
    ],
    [
      "the tolerance is of what was expected, not of what came",
      f32(0),
      f32(0.5),
      { ...same, elements: 1, largest: 0.5, largestShare: 2, beyondTolerance: 1 },
    ],
    ["NaN where NaN was expected", f32(Number.NaN), f32(Number.NaN), { ...same, elements: 1, notFinite: 1 }],
    ["the same infinity", f32(-Infinity), f32(-Infinity), { ...same, elements: 1, notFinite: 1 }],
    ...(
      [
        ["NaN for a number", 1, Number.NaN],
        ["a number for NaN", Number.NaN, 1],
        ["an infinity for a number", 1, Infinity],
        ["a number for an infinity", Infinity, 1],
        ["the other infinity", Infinity, -Infinity],
      ] as const
    ).map(([title, wanted, given]): [string, Tensor, Tensor, object] => [
      `${title} is never near`,
      f32(wanted, 1),
      f32(given, 1),
      { elements: 2, largest: Infinity, largestShare: Infinity, beyondTolerance: 1, notFinite: 1, mismatch: null },
    ]),
    [
      "halves as numbers",
      halves(0x3c00),
      halves(0x3e00),
      { ...same, elements: 1, largest: 0.5, largestShare: 0.5 / 0.75 },
    ],
    [
      "a class is the same or another, whatever the tolerance",
      ints(1000, 7),
      ints(1001, 7),
      { ...same, elements: 2, largest: Infinity, largestShare: Infinity, beyondTolerance: 1 },
    ],
    ["equal texts", texts("a", "ü"), texts("a", "ü"), { ...same, elements: 2 }],
    [
      "another text",
      texts("a", "ü"),
      texts("a", "u"),
      { ...same, elements: 2, largest: Infinity, largestShare: Infinity, beyondTolerance: 1 },
    ],
    [
      "another shape",
      floats([2, 1], [1, 2]),
      floats([1, 2], [1, 2]),
      { ...same, elements: 0, largest: Infinity, largestShare: Infinity, mismatch: "has the shape [1,2], not [2,1]" },
    ],
    [
      "another type",
      f32(1),
      ints(1),
      { ...same, elements: 0, largest: Infinity, largestShare: Infinity, mismatch: "is of type int32, not float32" },
    ],
    ["nothing at all", floats([0, 2], []), floats([0, 2], []), { ...same, elements: 0 }],
  ])("%s", (_, expected, actual, found) => expect(difference(expected, actual, tolerance)).toEqual(found));

  test("without a tolerance only equal numbers are near", () => {
    const none = { rtol: 0, atol: 0 };
    expect(difference(f32(0), f32(1e-45), none).largestShare).toBe(Infinity);
    expect(difference(f32(0), f32(-0), none).largestShare).toBe(0);
  });
});

describe("what is chosen", () => {
  test.each<[string, Tensor, Tensor, object | null]>([
    ["the same classes", floats([2, 2], [1, 0, 0, 9]), floats([2, 2], [3, 2, 1, 2]), { rows: 2, agreeing: 2, tied: 0 }],
    ["another class, clearly", floats([1, 2], [9, 0]), floats([1, 2], [0, 9]), { rows: 1, agreeing: 0, tied: 0 }],
    [
      "another class, within the tolerance",
      floats([1, 2], [1, 0.5]),
      floats([1, 2], [0, 1]),
      { rows: 1, agreeing: 0, tied: 1 },
    ],
    [
      "NaN is chosen, never passed over",
      floats([1, 2], [9, 0]),
      floats([1, 2], [9, Number.NaN]),
      { rows: 1, agreeing: 0, tied: 0 },
    ],
    ["one score is no choice", floats([2, 1], [1, 2]), floats([2, 1], [1, 2]), null],
    ["a vector is no choice", f32(1, 2), f32(1, 2), null],
    ["classes are no scores", ints(1, 2), ints(1, 2), null],
  ])("%s", (_, expected, actual, found) => expect(choices(expected, actual, tolerance)).toEqual(found));
});

describe("whether answers depend on what is asked", () => {
  test.each<[string, readonly Tensor[], boolean | null]>([
    ["rows that differ", [floats([2, 1], [1, 3])], true],
    ["rows that differ by no more than the tolerance", [floats([2, 1], [1, 1.75])], false],
    ["calls that differ", [f32(1), f32(3)], true],
    ["calls that are alike", [f32(1), f32(1)], false],
    ["one row tells nothing", [f32(1)], null],
    ["no row tells nothing", [floats([0, 1], [])], null],
    ["scalars that differ", [floats([], [1]), floats([], [5])], true],
    ["NaN everywhere", [f32(Number.NaN, Number.NaN)], false],
    ["texts that differ", [texts("a", "b")], true],
    ["texts that are alike", [texts("a", "a")], false],
    ["as many values as were asked for", [floats([1, 2], [1, 1]), floats([1, 3], [1, 1, 1])], true],
  ])("%s", (_, outputs, answer) => {
    const seen = spread(tolerance);
    for (const output of outputs) seen.add(output);
    expect(seen.isDiscriminating()).toBe(answer);
  });
});
