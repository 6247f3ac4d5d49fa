import { axisOf } from "../values/shape.ts";
import { numberOf, numbersOf, tensorOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, type HostRun, hostKernel, invalid, type KernelNode } from "./kernel.ts";
import {
  indicesTensor,
  outputsOf,
  pickedValues,
  placeAt,
  type Sparse,
  sorted,
  sparseOf,
  valuesTensor,
} from "./sparse-tensor.ts";

/** Sparse tensors joined, and parts of them. */
export const sparseParts: Family = {
  SparseConcat: hostKernel(concat),
  SparseSlice: hostKernel(() => ([indices, values, shape, start, size]) => {
    const input = sparseOf(indices!, values!, shape!);
    return outputsOf(cut(input, numbersOf(start!), numbersOf(size!)));
  }),
  SparseSplit: hostKernel(split),
};

function concat(node: KernelNode): HostRun {
  const axisAttribute = node.int("concat_dim");
  const count = node.int("N");
  return (inputs) => {
    const parts = Array.from({ length: count }, (_, part) =>
      sparseOf(inputs[part]!, inputs[count + part]!, inputs[2 * count + part]!),
    );
    const axis = axisOf(axisAttribute, parts[0]!.shape.length);
    checkShapes(parts, axis);
    const places: number[] = [];
    let moved = 0;
    for (const { places: own, shape } of parts) {
      for (const [at, place] of own.entries()) places.push(at % shape.length === axis ? place + moved : place);
      moved += shape[axis]!;
    }
    const values = valuesTensor(
      parts[0]!.values.dtype,
      parts.flatMap(({ values: { data } }) => Array.from(data as Uint8Array)),
    );
    return outputsOf(sorted({ places, values, shape: parts[0]!.shape.with(axis, moved) }));
  };
}

function checkShapes(parts: readonly Sparse[], axis: number): void {
  const { shape } = parts[0]!;
  for (const [index, part] of parts.entries()) {
    const isSame =
      part.shape.length === shape.length && part.shape.every((size, at) => at === axis || size === shape[at]);
    if (!isSame) throw invalid(`Input shapes must match: got [${part.shape}] at position ${index} beside [${shape}]`);
  }
}

/** What reaches beyond the end is left out. */
function cut(input: Sparse, start: readonly number[], size: readonly number[]): Sparse {
  const { shape, values } = input;
  if (start.length !== shape.length || size.length !== shape.length) {
    throw invalid(`a slice of rank ${start.length} and ${size.length} of a tensor of rank ${shape.length}`);
  }
  if ([...start, ...size].some((number) => number < 0)) throw invalid(`a slice from [${start}], [${size}] long`);
  const kept: number[] = [];
  const places: number[] = [];
  for (let index = 0; index < values.data.length; index++) {
    const place = placeAt(input, index);
    if (!place.every((at, axis) => at >= start[axis]! && at < start[axis]! + size[axis]!)) continue;
    kept.push(index);
    places.push(...place.map((at, axis) => at - start[axis]!));
  }
  const sizes = shape.map((whole, axis) => Math.max(0, Math.min(size[axis]!, whole - start[axis]!)));
  return { places, values: pickedValues(values, kept), shape: sizes };
}

/** As even as can be: the first parts are larger by one. */
function split(node: KernelNode): HostRun {
  const count = node.int("num_split");
  return ([splitDim, indices, values, shapeTensor]) => {
    const input = sparseOf(indices!, values!, shapeTensor!);
    const { shape } = input;
    const axis = axisOf(numberOf(splitDim!), shape.length);
    if (count > shape[axis]!) throw invalid(`num_split ${count} should be within 1 and ${shape[axis]}`);
    const parts: Sparse[] = [];
    let from = 0;
    for (let part = 0; part < count; part++) {
      const size = Math.floor(shape[axis]! / count) + (part < shape[axis]! % count ? 1 : 0);
      parts.push(cut(input, new Array<number>(shape.length).fill(0).with(axis, from), shape.with(axis, size)));
      from += size;
    }
    return [...parts.map(onlyIndices), ...parts.map((part) => part.values), ...parts.map(onlyShape)];
  };
}

function onlyIndices({ places, shape }: Sparse): HostTensor {
  return indicesTensor(places, shape.length);
}

function onlyShape({ shape }: Sparse): HostTensor {
  return tensorOf("int64", [shape.length], shape);
}
