import { Failure } from "../../../failure.ts";

export type Sizes = readonly number[];

export function elementCount(shape: Sizes): number {
  let count = 1;
  for (let axis = 0; axis < shape.length; axis++) count *= shape[axis]!;
  return count;
}

export function sameShape(a: Sizes, b: Sizes): boolean {
  if (a.length !== b.length) return false;
  for (let axis = 0; axis < a.length; axis++) if (a[axis] !== b[axis]) return false;
  return true;
}

/** How far apart neighbours along each axis lie, row-major. */
export function stridesOf(shape: Sizes): number[] {
  const strides = new Array<number>(shape.length);
  for (let axis = shape.length - 1, stride = 1; axis >= 0; axis--) {
    strides[axis] = stride;
    stride *= shape[axis]!;
  }
  return strides;
}

/** The shape that both broadcast to, as NumPy does it. */
export function broadcastShape(a: Sizes, b: Sizes): Sizes {
  if (sameShape(a, b)) return a;
  const rank = Math.max(a.length, b.length);
  const shape = new Array<number>(rank);
  for (let back = 1; back <= rank; back++) {
    const x = a[a.length - back] ?? 1;
    const y = b[b.length - back] ?? 1;
    if (x !== y && x !== 1 && y !== 1) throw incompatible(a, b);
    shape[rank - back] = x === 1 ? y : x;
  }
  return shape;
}

/** Strides of a tensor seen under the shape it broadcasts to: 0 where one element stands for all. */
export function broadcastStrides(shape: Sizes, to: Sizes): number[] {
  const own = stridesOf(shape);
  const missing = to.length - shape.length;
  return to.map((_, axis) => (axis < missing || shape[axis - missing] === 1 ? 0 : own[axis - missing]!));
}

/** For each element under `to`, row-major, where it lies in a tensor of that shape. */
export function broadcastIndices(shape: Sizes, to: Sizes): Int32Array {
  return stridedIndices(to, broadcastStrides(shape, to), 0);
}

/** Offsets of all elements of a strided view, row-major. */
export function stridedIndices(sizes: Sizes, strides: Sizes, start: number): Int32Array {
  const indices = new Int32Array(elementCount(sizes));
  const rank = sizes.length;
  const last = rank === 0 ? 1 : sizes[rank - 1]!;
  const step = rank === 0 ? 0 : strides[rank - 1]!;
  const at = new Array<number>(rank).fill(0);
  for (let index = 0, offset = start; index < indices.length; ) {
    for (let i = 0; i < last; i++) indices[index++] = offset + i * step;
    for (let axis = rank - 2; axis >= 0; axis--) {
      offset += strides[axis]!;
      if (++at[axis]! < sizes[axis]!) break;
      offset -= at[axis]! * strides[axis]!;
      at[axis] = 0;
    }
  }
  return indices;
}

/** An axis from 0 on; −1 is the last one. */
export function axisOf(axis: number, rank: number): number {
  const index = axis < 0 ? axis + rank : axis;
  if (Number.isInteger(axis) && index >= 0 && index < rank) return index;
  throw new Failure("prediction-failed", `axis ${axis} is not one of a tensor of rank ${rank}`, { fix: FIX });
}

const FIX = "Send inputs of the shapes that the model was made for.";

function incompatible(a: Sizes, b: Sizes): Failure {
  return new Failure("prediction-failed", `shapes [${a}] and [${b}] do not broadcast together`, { fix: FIX });
}
