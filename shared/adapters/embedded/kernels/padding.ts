import { type Cells, fillCells } from "../arrays/cells.ts";
import { clearCells, copyInto } from "../arrays/rearranged.ts";
import { copyStrided } from "../arrays/strided-copy.ts";
import { broadcastShape, broadcastStrides, type Sizes, sameShape, stridesOf } from "../values/shape.ts";
import { numbersOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, invalid } from "./kernel.ts";
import { type Move, movingKernel } from "./moving.ts";

/** Tensors made larger: repeated, or with something around them. */
export const padding: Family = {
  Tile: movingKernel(
    () =>
      ([x, multiples]) =>
        tiled(x!, numbersOf(multiples!)),
  ),
  BroadcastTo: movingKernel(
    () =>
      ([x, shape]) =>
        broadcast(x!, numbersOf(shape!)),
  ),
  Pad: movingKernel(
    () =>
      ([x, ends]) =>
        padded(x!, numbersOf(ends!), (target) => clearCells(target)),
  ),
  PadV2: movingKernel(() => ([x, ends, value]) => {
    if (value!.shape.length > 0) throw invalid(`the value to pad with is a tensor of shape [${value!.shape}]`);
    return padded(x!, numbersOf(ends!), (target, sources, width) => fillCells(target, sources[2]!, 0, width));
  }),
  MirrorPad: movingKernel((node) => {
    const skipped = node.string("mode") === "REFLECT" ? 1 : 0;
    return ([x, ends]) => mirrored(x!, numbersOf(ends!), skipped);
  }),
};

function tiled({ dtype, shape }: HostTensor, multiples: Sizes): Move {
  if (multiples.length !== shape.length || multiples.some((count) => count < 0)) {
    throw invalid(`[${shape}] cannot be repeated [${multiples}] times`);
  }
  const own = stridesOf(shape);
  // Each axis is two: which repetition, and where in it.
  const sizes = shape.flatMap((size, axis) => [multiples[axis]!, size]);
  const strides = own.flatMap((stride) => [0, stride]);
  return {
    dtype,
    shape: shape.map((size, axis) => size * multiples[axis]!),
    fill: (target, [cells], width) => copyWhole(sizes, cells!, strides, target, width),
  };
}

function broadcast({ dtype, shape }: HostTensor, to: Sizes): Move {
  if (to.some((size) => size < 0) || !sameShape(broadcastShape(shape, to), to)) {
    throw invalid(`[${shape}] does not broadcast to [${to}]`);
  }
  const strides = broadcastStrides(shape, to);
  return { dtype, shape: to, fill: (target, [cells], width) => copyWhole(to, cells!, strides, target, width) };
}

function copyWhole(sizes: Sizes, cells: Cells, strides: Sizes, target: Cells, width: number): void {
  const to = { cells: target, start: 0, strides: stridesOf(sizes) };
  copyStrided(sizes, { cells, start: 0, strides }, to, width);
}

function padded({ dtype, shape }: HostTensor, ends: Sizes, fillWhole: Move["fill"]): Move {
  const larger = enlarged(shape, ends);
  const before = shape.map((_, axis) => ends[2 * axis]!);
  return {
    dtype,
    shape: larger,
    fill: (target, sources, width) => {
      fillWhole(target, sources, width);
      copyInto({ cells: sources[0]!, shape }, { cells: target, shape: larger }, before, width);
    },
  };
}

/** `ends` has for each axis how many elements come before and after. */
function enlarged(shape: Sizes, ends: Sizes): Sizes {
  if (ends.length !== 2 * shape.length || ends.some((count) => count < 0)) {
    throw invalid(`[${shape}] cannot be padded by [${ends}]`);
  }
  return shape.map((size, axis) => size + ends[2 * axis]! + ends[2 * axis + 1]!);
}

/** `skipped` is 1 where the border itself is not repeated. */
function mirrored({ dtype, shape }: HostTensor, ends: Sizes, skipped: number): Move {
  const larger = enlarged(shape, ends);
  if (shape.some((size, axis) => Math.max(ends[2 * axis]!, ends[2 * axis + 1]!) > Math.max(0, size - skipped))) {
    throw invalid(`[${shape}] is too small to be mirrored by [${ends}]`);
  }
  const before = shape.map((_, axis) => ends[2 * axis]!);
  return {
    dtype,
    shape: larger,
    fill: (target, [cells], width) => {
      copyInto({ cells: cells!, shape }, { cells: target, shape: larger }, before, width);
      for (let axis = shape.length - 1; axis >= 0; axis--)
        mirrorAxis({ target, shape, larger, before, width }, axis, skipped);
    },
  };
}

interface Mirror {
  readonly target: Cells;
  readonly shape: Sizes;
  readonly larger: Sizes;
  readonly before: Sizes;
  readonly width: number;
}

/** Fills both ends along an axis from what is there already, which is whole along the later axes. */
function mirrorAxis({ target, shape, larger, before, width }: Mirror, axis: number, skipped: number): void {
  const strides = stridesOf(larger);
  const stride = strides[axis]!;
  const backwards = strides.with(axis, -stride);
  const base = strides.reduce((start, step, index) => (index < axis ? start + step * before[index]! : start), 0);
  const first = before[axis]!;
  const last = first + shape[axis]! - 1;
  const sizes = (count: number) =>
    larger.map((size, index) => (index < axis ? shape[index]! : index > axis ? size : count));
  const copy = (count: number, from: number, to: number) => {
    const source = { cells: target, start: base + from * stride, strides: backwards };
    copyStrided(sizes(count), source, { cells: target, start: base + to * stride, strides }, width);
  };
  copy(first, first + skipped + first - 1, 0);
  copy(larger[axis]! - last - 1, last - skipped, last + 1);
}
