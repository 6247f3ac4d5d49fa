import { type Family, invalid, type KernelNode } from "../kernels/kernel.ts";
import { elementCount } from "../values/shape.ts";
import type { HeapTensor } from "../values/value.ts";
import { runKernel } from "./backend.ts";
import { convolved } from "./convolution.ts";
import { convolve2d, PLAIN } from "./convolve.ts";
import { adopt, allocateHeap, infoOf, release, viewOf } from "./heap.ts";
import { type HeapRun, heapKernel } from "./heap-kernel.ts";
import { zerosOnHeap } from "./rearrange.ts";
import { type Window, windowAttributes } from "./window.ts";

/** Convolutions over three spatial axes. */
export const convolution3d: Family = { Conv3D: heapKernel(convolution3dRun) };

function convolution3dRun(node: KernelNode): HeapRun {
  const attributes = windowAttributes(node, 3, { strides: node.ints("strides"), dilations: node.ints("dilations") });
  return ([x, filter]) => convolved(x!, filter!, attributes, (input, windows) => convolve3d(input, filter!, windows));
}

/** The sum over the filter's depth of plane convolutions, which the backend is fast at. */
function convolve3d(x: HeapTensor, filter: HeapTensor, windows: readonly Window[]): HeapTensor {
  const [depth, ...plane] = windows as [Window, ...Window[]];
  const [batch = 0, , height = 0, width = 0, channels = 0] = x.shape;
  const perGroup = filter.shape[3] ?? 0;
  if (perGroup === 0 || channels % perGroup !== 0) {
    throw invalid(`a filter of shape [${filter.shape}] does not fit an input of shape [${x.shape}]`);
  }
  const shape = [batch, ...windows.map(({ places }) => places), filter.shape[4]!];
  if (elementCount(shape) === 0) return zerosOnHeap(shape);
  let sum: HeapTensor | null = null;
  for (let position = 0; position < depth.size; position++) {
    const layer = layers(x, depth, position, [batch * depth.places, height, width, channels]);
    const weights = filterLayer(filter, position);
    const part = convolve2d(layer, weights, plane, PLAIN);
    release(layer);
    release(weights);
    sum = sum === null ? part : added(sum, part);
  }
  return { ...sum!, shape };
}

/** The planes that one position of the filter's depth meets, zeros where it reaches outside. */
function layers(
  x: HeapTensor,
  { stride, dilation, before, places }: Window,
  position: number,
  shape: readonly number[],
) {
  const out = allocateHeap(shape);
  const [source, target] = [viewOf(x), viewOf(out)];
  const plane = elementCount(shape.slice(1));
  const depth = x.shape[1]!;
  for (let index = 0; index < shape[0]!; index++) {
    const layer = (index % places) * stride + position * dilation - before;
    const start = (Math.floor(index / places) * depth + layer) * plane;
    if (layer < 0 || layer >= depth) target.fill(0, index * plane, (index + 1) * plane);
    else target.set(source.subarray(start, start + plane), index * plane);
  }
  return out;
}

function filterLayer(filter: HeapTensor, position: number): HeapTensor {
  const shape = filter.shape.slice(1);
  const out = allocateHeap(shape);
  const size = elementCount(shape);
  viewOf(out).set(viewOf(filter).subarray(position * size, (position + 1) * size));
  return out;
}

function added(a: HeapTensor, b: HeapTensor): HeapTensor {
  const sum = adopt(runKernel("Add", { a: infoOf(a), b: infoOf(b) }));
  release(a);
  release(b);
  return sum;
}
