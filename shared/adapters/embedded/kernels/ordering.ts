import type { Dtype } from "../../../ports/tensor.ts";
import { type Work, workOf } from "../arrays/work.ts";
import { allocate, type BigNumbers, type Numbers, numberOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, invalid } from "./kernel.ts";

/** The largest elements of each row, in order. */
export const ordering: Family = {
  TopK: hostKernel((node) => {
    const k = node.int("k");
    return ([x]) => largest(x!, k, "int32");
  }),
  TopKV2: hostKernel((node) => {
    const indexType = node.dtype("index_type");
    return ([x, k]) => largest(x!, numberOf(k!), indexType);
  }),
  NthElement: hostKernel((node) => {
    const isReverse = node.bool("reverse");
    return ([x, n]) => nth(x!, numberOf(n!), isReverse);
  }),
};

/** Up to this many the best are kept in order on the way; more are found by sorting all. */
const FEW = 64;

/** Values and places, of equals the first ones first. */
function largest({ dtype, shape, data }: HostTensor, k: number, indexType: Dtype): readonly HostTensor[] {
  const columns = checkedColumns(shape, k, k);
  const work = workOf({ kind: "host", dtype, shape, data }, true);
  const sizes = shape.with(-1, k);
  const rows = columns === 0 ? 0 : work.length / columns;
  const values = allocate<Numbers>(dtype, rows * k);
  const places = allocate<Numbers | BigNumbers>(indexType, rows * k);
  const find = k <= FEW ? bestFew : bestOfSorted;
  for (let row = 0; row < rows; row++) {
    const found = find(work.subarray(row * columns, (row + 1) * columns), k);
    for (let i = 0; i < k; i++) {
      values[row * k + i] = (data as Numbers)[row * columns + found[i]!]!;
      places[row * k + i] = (places instanceof BigInt64Array ? BigInt(found[i]!) : found[i]!) as never;
    }
  }
  return [tensor(dtype, sizes, values), tensor(indexType, sizes, places)];
}

function checkedColumns(shape: readonly number[], k: number, needed: number): number {
  const columns = shape.at(-1);
  if (columns === undefined || k < 0 || needed > columns) throw invalid(`${k} of rows of [${shape}] are asked for`);
  return columns;
}

/** Keeps a short list in order, into which few elements of a long row come. */
function bestFew(row: Work, k: number): ArrayLike<number> {
  const places = new Int32Array(k);
  if (k === 0) return places;
  for (let i = 0; i < row.length; i++) {
    const value = row[i]!;
    const kept = Math.min(i, k);
    if (i >= k && !(value > row[places[k - 1]!]!)) continue;
    let at = Math.min(kept, k - 1);
    for (; at > 0 && value > row[places[at - 1]!]!; at--) places[at] = places[at - 1]!;
    places[at] = i;
  }
  return places;
}

function bestOfSorted(row: Work): ArrayLike<number> {
  const places = new Int32Array(row.length).map((_, place) => place);
  return places.sort((a, b) => (row[a]! > row[b]! ? -1 : row[a]! < row[b]! ? 1 : a - b));
}

/** What would be at place `n` if each row were sorted. */
function nth(x: HostTensor, n: number, isReverse: boolean): HostTensor {
  const columns = checkedColumns(x.shape, n, n + 1);
  const { dtype, data } = x;
  const ranked = workOf(x, true);
  const shape = x.shape.slice(0, -1);
  const values = allocate<Numbers>(dtype, ranked.length / columns);
  for (let row = 0; row < values.length; row++) {
    const order = bestOfSorted(ranked.subarray(row * columns, (row + 1) * columns));
    const place = order[isReverse ? n : columns - 1 - n]!;
    values[row] = (data as Numbers)[row * columns + place]!;
  }
  return tensor(dtype, shape, values);
}
