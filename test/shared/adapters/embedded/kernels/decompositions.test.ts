import { describe, expect, test } from "vitest";
import type { HostTensor } from "../../../../../shared/adapters/embedded/values/value.ts";
import { runCase } from "./kernel-case.ts";

/** Vectors may have either sign, so what is held is what they are for. */
const MATRICES: readonly (readonly [name: string, rows: number, columns: number, values: readonly number[]])[] = [
  ["a symmetric one", 3, 3, [4, 1, 2, 1, 3, 0, 2, 0, 5]],
  ["a tall one", 3, 2, [4, 1, 1, 3, 2, 0]],
  ["a wide one", 2, 3, [4, 1, 2, 1, 3, 0]],
  ["one of rank 1", 3, 3, [1, 2, 3, 2, 4, 6, 3, 6, 9]],
  ["zeros", 2, 2, [0, 0, 0, 0]],
  ["equal values", 2, 2, [3, 0, 0, 3]],
  ["a small value beside large ones", 2, 2, [1e6, 1, 1, 1e-6]],
];

describe("a decomposition multiplies back to its matrix", () => {
  test.each(MATRICES)("singular values: %s", (_, rows, columns, values) => {
    for (const full_matrices of [false, true]) {
      const [s, u, v] = decomposed("Svd", rows, columns, values, { compute_uv: true, full_matrices });
      expectOrthogonal(u!);
      expectOrthogonal(v!);
      expect([...s!]).toEqual([...s!].sort((a, b) => b - a));
      const back = product(u!, s!, v!, Math.min(rows, columns));
      expectClose(back, values, 1e-9);
    }
  });

  test.each(MATRICES.filter(([, rows, columns]) => rows === columns))("eigenvalues: %s", (_, size, __, values) => {
    const [e, v] = decomposed("SelfAdjointEigV2", size, size, values, { compute_v: true });
    expectOrthogonal(v!);
    expect([...e!]).toEqual([...e!].sort((a, b) => a - b));
    const back = product(v!, e!, v!, size);
    expectClose(back, values, 1e-9);
  });

  test("the values are those that TensorFlow computes", () => {
    const [e] = decomposed("SelfAdjointEigV2", 3, 3, MATRICES[0]![3], { compute_v: false });
    expectClose(e!, [1.8548973087995781, 3.476023602918134, 6.669079088282286], 1e-12);
    const [s] = decomposed("Svd", 3, 2, MATRICES[1]![3], { compute_uv: false, full_matrices: false });
    expectClose(s!, [4.939863045407477, 2.568609174751498], 1e-12);
  });
});

type Numbers = number[] & { columns?: number };

function decomposed(
  op: string,
  rows: number,
  columns: number,
  values: readonly number[],
  flags: Readonly<Record<string, boolean>>,
): Numbers[] {
  const written = Object.entries(flags).map(([name, bool]) => [name, { bool }] as const);
  const attributes = { T: { type: "float64" }, ...Object.fromEntries(written) };
  const inputs = [["float64", [rows, columns], values]] as const;
  return runCase({ op, name: op, attributes, inputs }, false).map((value) => {
    const { data, shape } = value as HostTensor;
    return Object.assign([...(data as Float64Array)], { columns: shape.at(-1) ?? 0 });
  });
}

function expectClose(actual: readonly number[], expected: readonly number[], distance: number): void {
  expect(actual.length).toBe(expected.length);
  expect(Math.max(...actual.map((value, at) => Math.abs(value - expected[at]!)))).toBeLessThan(distance);
}

function expectOrthogonal(matrix: Numbers): void {
  const columns = matrix.columns!;
  for (let a = 0; a < columns; a++) {
    for (let b = 0; b < columns; b++) {
      let dot = 0;
      for (let at = 0; at < matrix.length; at += columns) dot += matrix[at + a]! * matrix[at + b]!;
      expect(Math.abs(dot - (a === b ? 1 : 0))).toBeLessThan(1e-9);
    }
  }
}

/** U diag(s) Vᵀ. */
function product(u: Numbers, s: Numbers, v: Numbers, count: number): number[] {
  const result: number[] = [];
  for (let row = 0; row < u.length; row += u.columns!) {
    for (let column = 0; column < v.length; column += v.columns!) {
      let sum = 0;
      for (let k = 0; k < count; k++) sum += u[row + k]! * s[k]! * v[column + k]!;
      result.push(sum);
    }
  }
  return result;
}
