import type { Cells } from "../arrays/cells.ts";
import { clearCells } from "../arrays/rearranged.ts";
import { copyStrided } from "../arrays/strided-copy.ts";
import { type Sizes, stridesOf } from "../values/shape.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, invalid, type KernelNode } from "./kernel.ts";
import { type Move, movingKernel } from "./moving.ts";

/** Every window of an image or a volume, laid out as channels. */
export const patches: Family = {
  ExtractImagePatches: movingKernel((node) => {
    const windows = windowsOf(node, node.ints("rates"));
    return ([x]) => extracted(x!, windows, 4);
  }),
  ExtractVolumePatches: movingKernel((node) => {
    const windows = windowsOf(node, [1, 1, 1, 1, 1]);
    return ([x]) => extracted(x!, windows, 5);
  }),
};

interface Windows {
  readonly sizes: Sizes;
  readonly strides: Sizes;
  readonly rates: Sizes;
  readonly isPadded: boolean;
}

/** Along the axes of space, between batch and channels. */
function windowsOf(node: KernelNode, rates: Sizes): Windows {
  const inner = (sizes: Sizes) => sizes.slice(1, -1);
  const [sizes, strides] = [node.ints("ksizes"), node.ints("strides")];
  const isPadded = node.string("padding") === "SAME";
  const isPlain = [sizes, strides, rates].every((list) => {
    return list.length === sizes.length && list[0] === 1 && list.at(-1) === 1 && list.every((size) => size >= 1);
  });
  if (!isPlain) throw invalid(`windows of [${sizes}] every [${strides}] with rates [${rates}]`);
  return { sizes: inner(sizes), strides: inner(strides), rates: inner(rates), isPadded };
}

/** How the windows lie along one axis of the image. */
interface Line {
  readonly size: number;
  readonly count: number;
  readonly stride: number;
  /** How far the first window begins before the image. */
  readonly before: number;
}

function extracted({ dtype, shape }: HostTensor, windows: Windows, rank: number): Move {
  if (shape.length !== rank || windows.sizes.length !== rank - 2) throw invalid(`[${shape}] is no batch of images`);
  const lines = windows.sizes.map((_, axis) => lineOf(shape[axis + 1]!, windows, axis));
  const depth = shape.at(-1)!;
  const taps = windows.sizes.reduce((product, size) => product * size, 1);
  const counts = lines.map(({ count }) => count);
  const result = [shape[0]!, ...counts, taps * depth];
  const fill: Move["fill"] = (target, [cells], width) => {
    clearCells(target);
    if (target.length === 0) return;
    for (let tap = 0; tap < taps; tap++)
      copyTap({ cells: cells!, shape }, { cells: target, shape: result }, width, {
        lines,
        offsets: offsetsOf(tap, windows),
        channel: tap * depth,
      });
  };
  return { dtype, shape: result, fill };
}

function lineOf(size: number, { sizes, strides, rates, isPadded }: Windows, axis: number): Line {
  const [reach, stride] = [(sizes[axis]! - 1) * rates[axis]! + 1, strides[axis]!];
  const count = isPadded ? Math.ceil(size / stride) : Math.max(0, Math.ceil((size - reach + 1) / stride));
  const needed = Math.max(0, (count - 1) * stride + reach - size);
  return { size, count, stride, before: isPadded ? Math.floor(needed / 2) : 0 };
}

/** Where in its window an element lies. */
function offsetsOf(tap: number, { sizes, rates }: Windows): Sizes {
  const offsets = new Array<number>(sizes.length);
  for (let axis = sizes.length - 1, rest = tap; axis >= 0; axis--) {
    offsets[axis] = (rest % sizes[axis]!) * rates[axis]!;
    rest = Math.floor(rest / sizes[axis]!);
  }
  return offsets;
}

interface Image {
  readonly cells: Cells;
  readonly shape: Sizes;
}

interface Tap {
  readonly lines: readonly Line[];
  readonly offsets: Sizes;
  readonly channel: number;
}

/** One element of all windows at once, where it is inside of the image. */
function copyTap(from: Image, to: Image, width: number, { lines, offsets, channel }: Tap): void {
  const [source, target] = [stridesOf(from.shape), stridesOf(to.shape)];
  const first = lines.map(({ before, stride }, axis) => Math.max(0, Math.ceil((before - offsets[axis]!) / stride)));
  const end = lines.map(({ size, count, stride, before }, axis) => {
    return Math.min(count, Math.ceil((size + before - offsets[axis]!) / stride));
  });
  const sizes = [from.shape[0]!, ...end.map((last, axis) => Math.max(0, last - first[axis]!)), from.shape.at(-1)!];
  const start = { from: 0, to: channel };
  lines.forEach(({ stride, before }, axis) => {
    start.from += (first[axis]! * stride + offsets[axis]! - before) * source[axis + 1]!;
    start.to += first[axis]! * target[axis + 1]!;
  });
  const strides = source.map((step, axis) =>
    axis === 0 || axis > lines.length ? step : step * lines[axis - 1]!.stride,
  );
  const read = { cells: from.cells, start: start.from, strides };
  copyStrided(sizes, read, { cells: to.cells, start: start.to, strides: target }, width);
}
