import { beforeAll, describe, expect, test } from "vitest";
import { tensor } from "../../../../../shared/adapters/embedded/values/tensor.ts";
import type { HeapTensor, HostTensor } from "../../../../../shared/adapters/embedded/values/value.ts";
import { startWasm } from "../../../../../shared/adapters/embedded/wasm/backend.ts";
import type { Activation } from "../../../../../shared/adapters/embedded/wasm/convolve.ts";
import { release, sweep, toHeap, viewOf } from "../../../../../shared/adapters/embedded/wasm/heap.ts";
import { newWeightMemory } from "../../../../../shared/adapters/embedded/weights/memory.ts";
import { isInPlace, productInPlace } from "../../../../../shared/adapters/embedded/weights/product.ts";

beforeAll(startWasm);

describe("a product with weights where they lie", () => {
  test.each<[title: string, rows: number, inner: number, columns: number]>([
    ["a single row", 1, 33, 48],
    ["as many rows as are streamed", 2, 8, 16],
    ["one row more", 3, 8, 16],
    ["rows that fill no tile", 13, 20, 32],
    ["columns that fill no panel", 6, 7, 17],
    ["columns that fill no panel, a single row", 1, 7, 23],
    ["a single element within", 9, 1, 16],
    ["a single column of a single row", 1, 40, 1],
    ["a single column", 40, 40, 1],
    ["more than is laid out in one go", 5, 3000, 50],
    ["no rows", 0, 5, 16],
    ["many of everything", 70, 300, 130],
  ])("%s", (_, rows, inner, columns) => {
    const [a, weights, bias] = [wave(rows * inner), inMemory(wave(inner * columns), [inner, columns]), wave(columns)];
    const given = onHeap(a, [rows, inner]);
    const added = onHeap(bias, [columns]);
    const output = productInPlace(given, weights, { bias: added, activation: "linear" });
    expect(output.shape).toEqual([rows, columns]);
    const expected = exactProduct(a, weights, bias);
    expect(expected.length).toBe(rows * columns);
    const off = [...viewOf(output)].map((value, index) => Math.abs(value - expected[index]!));
    expect(Math.max(0, ...off)).toBeLessThan(1e-6 * inner + 1e-6);
    for (const each of [given, added, output]) release(each);
    expect(sweep()).toBe(0);
  });

  test("each row's answer is the same to the last bit, however many rows there are", () => {
    const [rows, inner, columns] = [37, 95, 41] as const;
    const weights = inMemory(wave(inner * columns), [inner, columns]);
    const a = wave(rows * inner);
    const whole = answer(a, rows, weights);
    for (const block of [1, 2, 3, 4, 5, 36]) {
      for (let row = 0; row + block <= rows; row += block) {
        const part = answer(a.slice(row * inner, (row + block) * inner), block, weights);
        expect(part).toEqual(whole.slice(row * columns, (row + block) * columns));
      }
    }
  });

  test.each<[activation: Activation, expected: (x: number) => number]>([
    ["linear", (x) => x],
    ["relu", (x) => Math.max(0, x)],
    ["relu6", (x) => Math.min(6, Math.max(0, x))],
    ["sigmoid", (x) => 1 / (1 + Math.exp(-x))],
    ["elu", (x) => (x < 0 ? Math.expm1(x) : x)],
  ])("%s comes last, and NaN stays", (activation, expected) => {
    const weights = inMemory(
      Float32Array.from({ length: 16 }, (_, column) => column - 8),
      [1, 16],
    );
    for (const rows of [1, 5]) {
      const given = onHeap(new Float32Array(rows).fill(1.5), [rows, 1]);
      const output = productInPlace(given, weights, { bias: null, activation });
      const values = [...viewOf(output)];
      for (const [index, value] of values.entries()) expect(value).toBeCloseTo(expected(1.5 * ((index % 16) - 8)), 5);
      for (const each of [given, output]) release(each);
    }
    const nothing = onHeap(new Float32Array(8).fill(Number.NaN), [8, 1]);
    const output = productInPlace(nothing, weights, { bias: null, activation });
    expect(viewOf(output).every(Number.isNaN)).toBe(true);
    for (const each of [nothing, output]) release(each);
  });

  test("shapes that do not multiply are refused", () => {
    const weights = inMemory(wave(5 * 16), [5, 16]);
    expect(() => answer(wave(8), 2, weights)).toThrow("do not multiply");
    sweep();
  });

  test.each<[title: string, weights: () => HostTensor, expected: boolean]>([
    ["a matrix in the memory", () => inMemory(wave(2 * 16), [2, 16]), true],
    ["one of a single column", () => inMemory(wave(2), [2, 1]), true],
    ["a vector", () => inMemory(wave(16), [16]), false],
    ["one without rows", () => inMemory(wave(0), [0, 16]), false],
    ["a matrix elsewhere", () => tensor("float32", [2, 16], wave(2 * 16)), false],
  ])("%s: in place is %s", (_, weights, expected) => expect(isInPlace(weights())).toBe(expected));
});

function answer(a: Float32Array, rows: number, weights: HostTensor): Float32Array {
  const given = onHeap(a, [rows, a.length / rows]);
  const output = productInPlace(given, weights, { bias: null, activation: "linear" });
  const values = viewOf(output).slice();
  for (const each of [given, output]) release(each);
  return values;
}

function exactProduct(a: Float32Array, { shape, data }: HostTensor, bias: Float32Array): readonly number[] {
  const [inner, columns] = shape as readonly [number, number];
  const weights = data as Float32Array;
  return Array.from({ length: (a.length / inner) * columns }, (_, index) => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    let sum = bias[column]!;
    for (let at = 0; at < inner; at++) sum += a[row * inner + at]! * weights[at * columns + column]!;
    return sum;
  });
}

function inMemory(values: Float32Array, shape: readonly number[]): HostTensor {
  const { bytes } = newWeightMemory(values.byteLength + 64);
  const data = new Float32Array(bytes.buffer, 64, values.length);
  data.set(values);
  return tensor("float32", shape, data);
}

function onHeap(values: Float32Array, shape: readonly number[]): HeapTensor {
  return toHeap(tensor("float32", shape, values));
}

/** No two elements alike, and none of them short in binary. */
function wave(length: number): Float32Array {
  return Float32Array.from({ length }, (_, index) => Math.sin(1 + index * 0.7345));
}
