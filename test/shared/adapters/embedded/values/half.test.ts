import { describe, expect, test } from "vitest";
import {
  bfloat16Bits,
  bfloat16ToNumber,
  float16Bits,
  float16ToNumber,
  narrowed,
  roundingTo,
  widened,
} from "../../../../../shared/adapters/embedded/values/half.ts";
import { tensorOf } from "../../../../../shared/adapters/embedded/values/tensor.ts";

describe.each([
  ["float16", float16Bits, float16ToNumber],
  ["bfloat16", bfloat16Bits, bfloat16ToNumber],
] as const)("%s", (dtype, bitsOf, numberOf) => {
  test("each of its 65,536 values is itself again", () => {
    const changed: number[] = [];
    for (let bits = 0; bits < 0x10000; bits++) {
      const value = numberOf(bits);
      if (Number.isNaN(value) ? !Number.isNaN(numberOf(bitsOf(value))) : bitsOf(value) !== bits) changed.push(bits);
    }
    expect(changed).toEqual([]);
  });

  test("a number between two goes to the nearer, and halfway to the even one", () => {
    const wrong: number[] = [];
    // Up to the largest finite one.
    for (let bits = 0; Number.isFinite(numberOf(bits + 1)); bits++) {
      const [low, high] = [numberOf(bits), numberOf(bits + 1)];
      const middle = (low + high) / 2;
      // Steps of float32 around the middle, which it holds exactly.
      const step = Math.max(2 ** -149, (high - low) * 2 ** -10);
      const isEven = bits % 2 === 0;
      if (Math.fround(middle) === middle && bitsOf(middle) !== (isEven ? bits : bits + 1)) wrong.push(bits);
      if (middle - step > low && bitsOf(middle - step) !== bits) wrong.push(bits);
      if (middle + step < high && bitsOf(middle + step) !== bits + 1) wrong.push(bits);
      if (bitsOf(-middle) !== (bitsOf(middle) | 0x8000)) wrong.push(bits);
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  test("tensors are widened exactly and narrowed again", () => {
    const halves = tensorOf(dtype, [3], [bitsOf(1), bitsOf(-2.5), bitsOf(0)]);
    expect([...(widened(halves).data as Float32Array)]).toEqual([1, -2.5, 0]);
    expect(narrowed(widened(halves), dtype)).toEqual(halves);
    expect(roundingTo(dtype)(1 / 3)).toBe(numberOf(bitsOf(1 / 3)));
  });
});

test.each([
  ["the largest float16", 65504, 0x7bff],
  ["just below halfway to the next", 65519.996, 0x7bff],
  ["halfway to the next, which there is not", 65520, 0x7c00],
  ["infinity", Infinity, 0x7c00],
  ["the smallest", 2 ** -24, 1],
  ["half the smallest, to the even one", 2 ** -25, 0],
  ["just above half the smallest", 2 ** -25 * 1.001, 1],
  ["a negative zero", -0, 0x8000],
  ["what is no number", Number.NaN, 0x7e00],
])("float16 of %s", (_, value, bits) => expect(float16Bits(value)).toBe(bits));

test("other types stay as they are", () => {
  const floats = tensorOf("float32", [1], [0.1]);
  expect(widened(floats)).toBe(floats);
  expect(narrowed(floats, "float32")).toBe(floats);
  expect(roundingTo("float32")(0.1)).toBe(Math.fround(0.1));
  expect(roundingTo("float64")(0.1)).toBe(0.1);
});
