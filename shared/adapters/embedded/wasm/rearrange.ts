import { elementCount } from "../values/shape.ts";
import type { HeapTensor } from "../values/value.ts";
import { runKernel } from "./backend.ts";
import { adopt, allocateHeap, infoOf, share, viewOf } from "./heap.ts";

/** The same elements under another shape of as many; shares the memory. */
export function reshape(x: HeapTensor, shape: readonly number[]): HeapTensor {
  return { ...share(x), shape };
}

export function transpose(x: HeapTensor, order: readonly number[]): HeapTensor {
  const shape = order.map((axis) => x.shape[axis]!);
  if (isIdentity(order, x.shape)) return reshape(x, shape);
  if (elementCount(shape) === 0) return allocateHeap(shape);
  return adopt(runKernel("Transpose", { x: infoOf(x) }, { perm: order }));
}

/** Axes of size 1 may go anywhere. */
function isIdentity(order: readonly number[], shape: readonly number[]): boolean {
  const long = order.filter((axis) => shape[axis] !== 1);
  return long.every((axis, place) => place === 0 || axis > long[place - 1]!);
}

export function channelsLast(x: HeapTensor): HeapTensor {
  return transpose(x, [0, ...spatialAxes(x).map((axis) => axis + 1), 1]);
}

export function channelsFirst(x: HeapTensor): HeapTensor {
  return transpose(x, [0, x.shape.length - 1, ...spatialAxes(x)]);
}

function spatialAxes({ shape }: HeapTensor): readonly number[] {
  return Array.from({ length: shape.length - 2 }, (_, axis) => axis + 1);
}

export function zerosOnHeap(shape: readonly number[]): HeapTensor {
  const out = allocateHeap(shape);
  viewOf(out).fill(0);
  return out;
}
