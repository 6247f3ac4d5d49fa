import { elementCount } from "../values/shape.ts";
import { allocate, type BigNumbers, isBig, type Numbers, numbersOf, tensor, tensorOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, type HostRun, hostKernel, invalid, type KernelNode } from "./kernel.ts";
import { nestedSplits, type Splits } from "./ragged-splits.ts";
import { type Elements, raggedToTensor } from "./ragged-to-tensor.ts";

/** Rows of different lengths. */
export const ragged: Family = {
  RaggedTensorToTensor: hostKernel(raggedToTensor),
  RaggedTensorToSparse: hostKernel(() => toSparse),
  RaggedRange: hostKernel(range),
  RaggedGather: hostKernel(gather),
};

/** Every value with its place in each level. */
function toSparse(inputs: readonly HostTensor[]): readonly HostTensor[] {
  const values = inputs.at(-1)!;
  const levels = nestedSplits(inputs.slice(0, -1), values.shape[0]!);
  const inner = values.shape.slice(1);
  const innerCount = elementCount(inner);
  const rank = levels.length + 1 + inner.length;
  const count = elementCount(values.shape);
  const indices = allocate<BigInt64Array>("int64", count * rank);
  const paths = pathsOf(levels);
  for (let index = 0; index < count; index++) {
    const path = paths[Math.floor(index / innerCount)]!;
    let rest = index % innerCount;
    for (let axis = rank - 1; axis > levels.length; axis--) {
      const size = inner[axis - levels.length - 1]!;
      indices[index * rank + axis] = BigInt(rest % size);
      rest = Math.floor(rest / size);
    }
    for (const [axis, place] of path.entries()) indices[index * rank + axis] = BigInt(place);
  }
  const widths = levels.map((splits) =>
    splits.reduce((most, split, row) => Math.max(most, split - (splits[row - 1] ?? 0)), 0),
  );
  const flat = allocate(values.dtype, count);
  for (let index = 0; index < count; index++) (flat as Elements)[index] = values.data[index];
  return [
    tensor("int64", [count, rank], indices),
    tensor(values.dtype, [count], flat),
    tensorOf("int64", [rank], [levels[0]!.length - 1, ...widths, ...inner]),
  ];
}

function pathsOf(levels: readonly Splits[]): readonly (readonly number[])[] {
  let paths: readonly (readonly number[])[] = levels[0]!.slice(1).map((_, row) => [row]);
  for (const splits of levels) {
    paths = paths.flatMap((path, row) =>
      Array.from({ length: splits[row + 1]! - splits[row]! }, (_, place) => [...path, place]),
    );
  }
  return paths;
}

function range(node: KernelNode): HostRun {
  const splitsDtype = node.dtype("Tsplits");
  return ([starts, limits, deltas], context) => {
    const parts = [starts!, limits!, deltas!];
    const sizes = new Set(parts.filter(({ shape }) => shape.length > 0).map(({ shape }) => shape[0]!));
    if (sizes.size > 1) throw invalid("starts, limits, and deltas must have the same shape");
    const rows = sizes.size === 0 ? 1 : [...sizes][0]!;
    const at = (part: HostTensor, row: number) => Number(part.data[part.shape.length === 0 ? 0 : row]);
    const { dtype } = starts!;
    const splits = [0];
    for (let row = 0; row < rows; row++) {
      const count = rangeLength(at(starts!, row), at(limits!, row), at(deltas!, row));
      splits.push(splits.at(-1)! + count);
    }
    const values = allocate<Numbers | BigNumbers>(dtype, splits.at(-1)!);
    for (let row = 0; row < rows; row++) {
      context.checkDeadline();
      const [start, delta] = [at(starts!, row), at(deltas!, row)];
      // As TensorFlow adds: float32 rounds at every step.
      let value = start;
      for (let index = splits[row]!; index < splits[row + 1]!; index++) {
        values[index] = (isBig(dtype) ? BigInt(value) : value) as never;
        value = Number(values[index]) + delta;
      }
    }
    return [tensorOf(splitsDtype, [splits.length], splits), tensor(dtype, [values.length], values)];
  };
}

function rangeLength(start: number, limit: number, delta: number): number {
  if (delta === 0) throw invalid("Requires delta != 0");
  return Math.max(0, Math.ceil((limit - start) / delta));
}

/** Rows by their numbers, with all that is in them. */
function gather(node: KernelNode): HostRun {
  const levelCount = node.int("PARAMS_RAGGED_RANK");
  const splitsDtype = node.dtype("Tsplits");
  return (inputs) => {
    const [values, indices] = inputs.slice(levelCount) as [HostTensor, HostTensor];
    const levels = nestedSplits(inputs.slice(0, levelCount), values.shape[0]!);
    let rows: readonly (readonly [from: number, to: number])[] = numbersOf(indices).map((row, place) => {
      if (row >= 0 && row + 1 < levels[0]!.length) return [row, row + 1];
      throw invalid(`indices[${place}] = ${row} is not in [0, ${levels[0]!.length - 1})`);
    });
    const outer = uniformSplits(indices.shape);
    const gathered = levels.map((splits) => {
      const ends = [0];
      const next: (readonly [number, number])[] = [];
      for (const [from, to] of rows) {
        for (let row = from; row < to; row++) ends.push(ends.at(-1)! + splits[row + 1]! - splits[row]!);
        next.push([splits[from]!, splits[to]!]);
      }
      rows = next;
      return ends;
    });
    const kept = indices.shape.length === 0 ? gathered.slice(1) : gathered;
    const splits = [...outer, ...kept].map((ends) => tensorOf(splitsDtype, [ends.length], ends));
    return [...splits, gatherValues(values, rows)];
  };
}

/** Indices of higher rank make levels whose rows are all as long. */
function uniformSplits(shape: readonly number[]): readonly number[][] {
  return shape.slice(1).map((size, axis) => {
    const rows = elementCount(shape.slice(0, axis + 1));
    return Array.from({ length: rows + 1 }, (_, row) => row * size);
  });
}

function gatherValues(values: HostTensor, rows: readonly (readonly [number, number])[]): HostTensor {
  const inner = elementCount(values.shape.slice(1));
  const count = rows.reduce((sum, [from, to]) => sum + to - from, 0);
  const result = allocate(values.dtype, count * inner);
  let at = 0;
  for (const [from, to] of rows) {
    for (let index = from * inner; index < to * inner; index++) (result as Elements)[at++] = values.data[index];
  }
  return tensor(values.dtype, [count, ...values.shape.slice(1)], result);
}
