import { unreadable } from "../compile/body.ts";
import { elementCount, stridedIndices, stridesOf } from "../values/shape.ts";
import { allocate, type Numbers, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";

/** The part of a tensor that one piece of a partitioned variable holds, as TensorFlow 1 writes it: `6 4 0,2:0,4`. */
export function slicedTensor(whole: HostTensor, slice: string): HostTensor {
  if (slice === "") return whole;
  const extents = extentsOf(slice, whole.shape);
  const sizes = extents.map(({ length }) => length);
  const start = stridesOf(whole.shape).reduce((sum, stride, axis) => sum + stride * extents[axis]!.start, 0);
  const indices = stridedIndices(sizes, stridesOf(whole.shape), start);
  const source = whole.data as Numbers;
  const data = allocate<Numbers>(whole.dtype, elementCount(sizes));
  for (let index = 0; index < indices.length; index++) data[index] = source[indices[index]!]!;
  return tensor(whole.dtype, sizes, data);
}

interface Extent {
  readonly start: number;
  readonly length: number;
}

function extentsOf(slice: string, shape: readonly number[]): readonly Extent[] {
  const parts = (slice.split(" ").at(-1) ?? "").split(":");
  const extents = parts.map((part, axis) => {
    if (part === "-") return { start: 0, length: shape[axis] ?? 0 };
    const [start = 0, length = 0] = part.split(",").map(Number);
    return { start, length };
  });
  const fits = extents.every(({ start, length }, axis) => start >= 0 && length >= 0 && start + length <= shape[axis]!);
  if (extents.length === shape.length && fits) return extents;
  throw unreadable(`a variable is restored from ${slice} of a tensor of shape [${shape}]`);
}
