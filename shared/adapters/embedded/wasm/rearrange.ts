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

/** The channels from `start` on, of a tensor whose last axis they are. */
export function channelRange(x: HeapTensor, start: number, count: number): HeapTensor {
  const channels = x.shape.at(-1)!;
  const out = allocateHeap([...x.shape.slice(0, -1), count]);
  const [source, target] = [viewOf(x), viewOf(out)];
  for (let from = start, to = 0; to < target.length; from += channels, to += count) {
    for (let i = 0; i < count; i++) target[to + i] = source[from + i]!;
  }
  return out;
}

/** Puts tensors that differ in their channels side by side. */
export function joinChannels(parts: readonly HeapTensor[]): HeapTensor {
  const counts = parts.map(({ shape }) => shape.at(-1)!);
  const channels = counts.reduce((sum, count) => sum + count, 0);
  const out = allocateHeap([...parts[0]!.shape.slice(0, -1), channels]);
  const target = viewOf(out);
  let start = 0;
  for (const [index, part] of parts.entries()) {
    const source = viewOf(part);
    const count = counts[index]!;
    for (let from = 0, to = start; from < source.length; from += count, to += channels) {
      for (let i = 0; i < count; i++) target[to + i] = source[from + i]!;
    }
    start += count;
  }
  return out;
}

export function zerosOnHeap(shape: readonly number[]): HeapTensor {
  const out = allocateHeap(shape);
  viewOf(out).fill(0);
  return out;
}
