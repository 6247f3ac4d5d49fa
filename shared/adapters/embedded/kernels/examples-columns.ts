import type { Dtype } from "../../../ports/tensor.ts";
import type { FeatureValues } from "../strings/example.ts";
import { elementCount } from "../values/shape.ts";
import { allocate, tensor, tensorOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Batch, type Column, type DenseFeature, nameOf } from "./examples-batch.ts";
import { invalid } from "./kernel.ts";

/** Any tensor's elements, while they are being filled. */
type Elements = { [index: number]: unknown };

interface SparseParts {
  readonly indices: HostTensor;
  readonly values: HostTensor;
  readonly shape: HostTensor;
}

/** A row for each example; of a single example, its values alone. */
export function sparseColumn(column: Column, dtype: Dtype, isSingle: boolean): SparseParts {
  const values = joined(column, dtype);
  const count = values.shape[0]!;
  const rank = isSingle ? 1 : 2;
  const indices = allocate<BigInt64Array>("int64", count * rank);
  let at = 0;
  for (const [row, cells] of column.entries()) {
    for (let index = 0; index < (cells?.length ?? 0); index++) {
      if (!isSingle) indices[at++] = BigInt(row);
      indices[at++] = BigInt(index);
    }
  }
  const widest = column.reduce((most, cells) => Math.max(most, cells?.length ?? 0), 0);
  const shape = isSingle ? [widest] : [column.length, widest];
  return { indices: tensor("int64", [count, rank], indices), values, shape: tensorOf("int64", [rank], shape) };
}

interface RaggedOptions {
  readonly dtype: Dtype;
  readonly splitsDtype: Dtype;
  readonly single: boolean;
}

export function raggedColumn(column: Column, { dtype, splitsDtype, single }: RaggedOptions) {
  const ends = [0];
  for (const cells of column) ends.push(ends.at(-1)! + (cells?.length ?? 0));
  const splits = single ? [] : ends;
  return { values: joined(column, dtype), splits: tensorOf(splitsDtype, [splits.length], splits) };
}

export function denseColumn(column: Column, feature: DenseFeature, batch: Batch): HostTensor {
  const isVariable = feature.shape[0]! < 0;
  const inner = elementCount(feature.shape.slice(1));
  for (const [index, cells] of column.entries())
    checkCells(cells, { feature, inner, place: () => nameOf(batch, index), index });
  const longest = column.reduce((most, cells) => Math.max(most, cells?.length ?? 0), 0);
  const shape = isVariable ? [longest / Math.max(1, inner), ...feature.shape.slice(1)] : feature.shape;
  const size = elementCount(shape);
  const elements = allocate(feature.dtype, size * column.length);
  const defaults = feature.byDefault.data as ArrayLike<unknown>;
  for (const [row, cells] of column.entries()) {
    for (let at = 0; at < size; at++) {
      const byDefault = isVariable ? defaults[0] : defaults[at];
      (elements as Elements)[row * size + at] = cells === null || at >= cells.length ? byDefault : cells[at];
    }
  }
  return tensor(feature.dtype, batch.isSingle ? shape : [column.length, ...shape], elements);
}

interface Cell {
  readonly feature: DenseFeature;
  readonly inner: number;
  readonly place: () => string;
  readonly index: number;
}

function checkCells(cells: FeatureValues | null, { feature, inner, place, index }: Cell): void {
  const { key, dtype, shape, byDefault } = feature;
  const isVariable = shape[0]! < 0;
  if (cells === null) {
    if (isVariable || byDefault.data.length > 0 || elementCount(shape) === 0) return;
    throw invalid(`Name: ${place()}, Feature: ${key} (data type: ${dtype}) is required but could not be found.`);
  }
  if (isVariable ? cells.length % Math.max(1, inner) === 0 : cells.length === elementCount(shape)) return;
  throw invalid(
    `Name: ${place()}, Key: ${key}, Index: ${index}.  Number of ${dtype} values != expected.  Values size: ${cells.length} but output shape: [${shape}]`,
  );
}

function joined(column: Column, dtype: Dtype): HostTensor {
  const count = column.reduce((sum, cells) => sum + (cells?.length ?? 0), 0);
  const elements = allocate(dtype, count);
  let at = 0;
  for (const cells of column) for (const value of cells ?? []) (elements as Elements)[at++] = value;
  return tensor(dtype, [count], elements);
}
