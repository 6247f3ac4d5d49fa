import { allocate, type BigNumbers, type Numbers, numbersOf, tensor, tensorOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Counted, rowsOfMatrix, rowsOfSparse, rowsOfSplits, type Weighing, weigher } from "./bincount.ts";
import { type Family, type HostRun, hostKernel, invalid, type KernelNode } from "./kernel.ts";

/** How often each number occurs, without those that do not. */
export const sparseCounts: Family = {
  DenseCountSparseOutput: hostKernel((node) => {
    const count = counter(node);
    return ([values, weights]) => {
      const isMatrix = values!.shape.length === 2;
      const rows = isMatrix ? rowsOfMatrix(values!.shape) : null;
      return count({ values: values!, rows, rowCount: values!.shape[0]! }, weights!);
    };
  }),
  RaggedCountSparseOutput: hostKernel((node) => {
    const count = counter(node);
    return ([splits, values, weights]) => count({ values: values!, ...rowsOfSplits(splits!, values!) }, weights!);
  }),
  SparseCountSparseOutput: hostKernel((node) => {
    const count = counter(node);
    return ([indices, values, denseShape, weights]) => {
      const shape = numbersOf(denseShape!);
      const { rows, rowCount } = rowsOfSparse(indices!, shape);
      return count({ values: values!, rows: shape.length === 1 ? null : rows, rowCount }, weights!);
    };
  }),
};

type Count = (counted: Counted, weights: HostTensor) => ReturnType<HostRun>;

function counter(node: KernelNode): Count {
  const [least, most] = [node.int("minlength"), node.int("maxlength")];
  const isBinary = node.bool("binary_output");
  return (counted, weights) => {
    const rows = countRows(counted, { weights, isBinary }, most < 0 ? Infinity : most);
    const largest = rows.reduce((max, row) => [...row.keys()].reduce((a, b) => Math.max(a, b), max), -1);
    const width = Math.max(largest + 1, least, most, 0);
    return sparseRows(rows, { width, isVector: counted.rows === null, weights });
  };
}

type Row = Map<number, number | bigint>;

function countRows({ values, rows, rowCount }: Counted, weighing: Weighing, most: number): readonly Row[] {
  const weightOf = weigher(values, weighing);
  const isFloat32 = weighing.weights.dtype === "float32";
  const counts = Array.from({ length: rows === null ? 1 : rowCount }, (): Row => new Map());
  for (let index = 0; index < values.data.length; index++) {
    const value = Number(values.data[index]);
    if (value < 0) throw invalid("Input values must all be non-negative");
    if (value >= most) continue;
    const row = counts[rows?.[index] ?? 0]!;
    const before = row.get(value);
    const weight = weightOf(index);
    const sum = before === undefined || weighing.isBinary ? weight : (before as number) + (weight as number);
    row.set(value, isFloat32 ? Math.fround(sum as number) : sum);
  }
  return counts;
}

interface Layout {
  readonly width: number;
  readonly isVector: boolean;
  readonly weights: HostTensor;
}

function sparseRows(rows: readonly Row[], { width, isVector, weights }: Layout): readonly HostTensor[] {
  const count = rows.reduce((sum, row) => sum + row.size, 0);
  const rank = isVector ? 1 : 2;
  const indices = allocate<BigInt64Array>("int64", count * rank);
  const values = allocate<Numbers | BigNumbers>(weights.dtype, count);
  let at = 0;
  for (const [number, row] of rows.entries()) {
    for (const [value, sum] of [...row].sort(([a], [b]) => a - b)) {
      if (!isVector) indices[at * rank] = BigInt(number);
      indices[at * rank + rank - 1] = BigInt(value);
      values[at++] = sum as never;
    }
  }
  const shape = isVector ? [width] : [rows.length, width];
  return [
    tensor("int64", [count, rank], indices),
    tensor(weights.dtype, [count], values),
    tensorOf("int64", [rank], shape),
  ];
}
