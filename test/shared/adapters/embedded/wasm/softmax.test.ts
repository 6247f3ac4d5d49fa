import { beforeAll, expect, test } from "vitest";
import type { Context, KernelNode } from "../../../../../shared/adapters/embedded/kernels/kernel.ts";
import { tensor } from "../../../../../shared/adapters/embedded/values/tensor.ts";
import type { HeapTensor } from "../../../../../shared/adapters/embedded/values/value.ts";
import { startWasm } from "../../../../../shared/adapters/embedded/wasm/backend.ts";
import { sweep, toHeap, viewOf } from "../../../../../shared/adapters/embedded/wasm/heap.ts";
import { softmaxOnHeap } from "../../../../../shared/adapters/embedded/wasm/softmax.ts";

beforeAll(startWasm);

const run = softmaxOnHeap({ dtype: () => "float32" } as unknown as KernelNode);

function softmaxOf(shape: readonly number[], numbers: readonly number[]): readonly number[] {
  const x = toHeap(tensor("float32", shape, Float32Array.from(numbers)));
  const shares = [...viewOf(run([x], {} as Context) as HeapTensor)];
  sweep();
  return shares;
}

test.each([
  ["one element", 1, 1],
  ["rows that are no whole number of registers", 5, 7],
  ["more rows than are computed in one go", 70, 64],
  ["a row longer than that", 2, 5000],
])("shares of %s", (_, rows, columns) => {
  const numbers = Array.from({ length: rows * columns }, (_, index) => Math.fround(Math.sin(index * index) * 10));
  const expected = Array.from({ length: rows }, (_, row) => {
    const exponentials = numbers.slice(row * columns, (row + 1) * columns).map(Math.exp);
    const sum = exponentials.reduce((total, each) => total + each);
    return exponentials.map((each) => each / sum);
  }).flat();
  const worst = softmaxOf([rows, columns], numbers).map((share, index) => Math.abs(share / expected[index]! - 1));
  expect(Math.max(...worst)).toBeLessThan(2e-6);
});

test.each([
  ["what is masked gets nothing", [0, Number.NEGATIVE_INFINITY, 0, 0, 0], [0.25, 0, 0.25, 0.25, 0.25]],
  ["the largest floats do not overflow", [3e38, 3e38, -3e38, -3e38, -3e38], [0.5, 0.5, 0, 0, 0]],
  ["what is not a number spoils its row", [1, 2, 3, 4, Number.NaN], new Array(5).fill(Number.NaN)],
  ["nor does a row all masked have shares", new Array(5).fill(Number.NEGATIVE_INFINITY), new Array(5).fill(Number.NaN)],
])("%s", (_, numbers, shares) => {
  expect(softmaxOf([1, 5], numbers)).toEqual(shares);
});

test("of no rows, and of rows of nothing, there is nothing", () => {
  expect([softmaxOf([0, 3], []), softmaxOf([2, 0], [])]).toEqual([[], []]);
});
