import { describe, expect, test } from "vitest";
import { constantTensor, tensorOfBytes } from "../../../../../shared/adapters/embedded/values/constant.ts";
import { allocate, numbersOf, scalar, tensorOf } from "../../../../../shared/adapters/embedded/values/tensor.ts";
import type { TensorConstant } from "../../../../../shared/model/graph.ts";
import type { Dtype } from "../../../../../shared/ports/tensor.ts";

const constant = (parts: Partial<TensorConstant>): TensorConstant => ({
  dtype: "int32",
  shape: [3],
  content: null,
  strings: [],
  numbers: [],
  ...parts,
});

describe("a constant of the graph", () => {
  test.each<[string, Partial<TensorConstant>, readonly unknown[]]>([
    ["all its numbers", { numbers: [1, 2, 3] }, [1, 2, 3]],
    ["the last one fills the rest", { numbers: [1, 7] }, [1, 7, 7]],
    ["none is zeros", {}, [0, 0, 0]],
    ["int64 beyond 2^53", { dtype: "int64", shape: [], numbers: [2n ** 60n + 1n] }, [2n ** 60n + 1n]],
    ["raw bytes, little-endian", { content: Uint8Array.of(1, 0, 0, 0, 0, 1, 0, 0, 255, 255, 255, 255) }, [1, 256, -1]],
    ["a bool that is not 1 is true", { dtype: "bool", content: Uint8Array.of(0, 2, 1) }, [0, 1, 1]],
    [
      "texts, of which the last fills",
      { dtype: "string", strings: [Buffer.from("a")] },
      ["a", "a", "a"].map(Buffer.from),
    ],
    ["no elements", { shape: [0], numbers: [] }, []],
  ])("%s", (_, parts, values) => {
    expect([...(constantTensor(constant(parts)).data as Iterable<unknown>)]).toEqual(values);
  });

  test.each<[string, Partial<TensorConstant>]>([
    ["an unknown shape", { shape: null }],
    ["a size below zero", { shape: [-1] }],
    ["more numbers than elements", { shape: [1], numbers: [1, 2] }],
    ["too few bytes", { content: Uint8Array.of(1, 0, 0) }],
    ["bytes of texts", { dtype: "string", content: Uint8Array.of(1) }],
  ])("refuses %s", (_, parts) => {
    expect(() => constantTensor(constant(parts))).toThrow(expect.objectContaining({ code: "model-unreadable" }));
  });
});

test("bytes are read where they lie, aligned or not", () => {
  const bytes = new Uint8Array(Float64Array.of(1.5, -2).buffer);
  const shifted = new Uint8Array(17);
  shifted.set(bytes, 1);
  expect((tensorOfBytes("float64", [2], bytes).data as Float64Array).buffer).toBe(bytes.buffer);
  expect([...(tensorOfBytes("float64", [2], shifted.subarray(1)).data as Float64Array)]).toEqual([1.5, -2]);
});

test.each<[Dtype, number]>([
  ["float32", 2 ** 28],
  ["int64", 2 ** 27],
  ["uint8", 2 ** 30],
])("of %s no more than a gigabyte", (dtype, most) => {
  for (const count of [most + 1, Number.NaN, Infinity, -1]) {
    expect(() => allocate(dtype, count)).toThrow(expect.objectContaining({ code: "limit-exceeded" }));
  }
});

test("a type without elements is missing", () => {
  expect(() => allocate("resource", 1)).toThrow(expect.objectContaining({ code: "operator-missing" }));
});

test("a few numbers of any type", () => {
  expect(tensorOf("uint8", [2], [256, -1]).data).toEqual(Uint8Array.of(0, 255));
  expect(tensorOf("int64", [1], [5]).data).toEqual(BigInt64Array.of(5n));
  expect(numbersOf(tensorOf("int64", [2], [-1, 2]))).toEqual([-1, 2]);
  expect(scalar("float32", 0.5)).toMatchObject({ shape: [], data: Float32Array.of(0.5) });
});
