import { blocksAround } from "../arrays/axes.ts";
import { type Cells, copyRun } from "../arrays/cells.ts";
import { blankCells, copyAll } from "../arrays/rearranged.ts";
import { copyStrided } from "../arrays/strided-copy.ts";
import { axisOf, type Sizes, stridesOf } from "../values/shape.ts";
import { numbersOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, invalid } from "./kernel.ts";
import { type Move, movingKernel } from "./moving.ts";

/** Axes read backwards or turned around. */
export const reversal: Family = {
  Reverse: movingKernel(() => ([x, chosen]) => {
    const flags = chosen!.data as Uint8Array;
    if (flags.length !== x!.shape.length) throw invalid(`[${x!.shape}] is reversed along ${flags.length} axes`);
    return reversed(x!, new Set([...flags.keys()].filter((axis) => flags[axis] !== 0)));
  }),
  ReverseV2: movingKernel(() => ([x, chosen]) => {
    const axes = numbersOf(chosen!).map((axis) => axisOf(axis, x!.shape.length));
    if (new Set(axes).size !== axes.length) throw invalid(`[${axes}] names an axis twice`);
    return reversed(x!, new Set(axes));
  }),
  ReverseSequence: movingKernel((node) => {
    const along = node.int("seq_dim");
    const batch = node.int("batch_dim");
    return ([x, lengths]) => {
      return reversedSequences(x!, { along, batch }, numbersOf(lengths!));
    };
  }),
  Roll: movingKernel(
    () =>
      ([x, shift, axis]) =>
        rolled(x!, numbersOf(shift!), numbersOf(axis!)),
  ),
};

function reversed({ dtype, shape }: HostTensor, axes: ReadonlySet<number>): Move {
  const plain = stridesOf(shape);
  const strides = plain.map((stride, axis) => (axes.has(axis) ? -stride : stride));
  const start = plain.reduce((sum, stride, axis) => (axes.has(axis) ? sum + stride * (shape[axis]! - 1) : sum), 0);
  return {
    dtype,
    shape,
    fill: (target, [cells], width) =>
      copyStrided(shape, { cells: cells!, start, strides }, { cells: target, start: 0, strides: plain }, width),
  };
}

interface SequenceAxes {
  readonly along: number;
  readonly batch: number;
}

function reversedSequences({ dtype, shape }: HostTensor, { along, batch }: SequenceAxes, lengths: Sizes): Move {
  const size = shape[along];
  if (
    size === undefined ||
    along === batch ||
    lengths.length !== shape[batch] ||
    lengths.some((length) => length < 0 || length > size)
  ) {
    throw invalid(`[${shape}] has no sequences of lengths [${lengths}] along axis ${along}`);
  }
  const strides = stridesOf(shape);
  const step = strides[along]!;
  const backwards = strides.with(along, -step);
  const fill: Move["fill"] = (target, [cells], width) => {
    copyAll(cells!, target);
    for (let entry = 0; entry < lengths.length; entry++) {
      const start = entry * strides[batch]!;
      const from = { cells: cells!, start: start + (lengths[entry]! - 1) * step, strides: backwards };
      const sizes = shape.with(batch, 1).with(along, lengths[entry]!);
      copyStrided(sizes, from, { cells: target, start, strides }, width);
    }
  };
  return { dtype, shape, fill };
}

function rolled({ dtype, shape }: HostTensor, shifts: Sizes, axes: Sizes): Move {
  if (shape.length === 0 || shifts.length !== axes.length) {
    throw invalid(`[${shape}] cannot be rolled by [${shifts}] along [${axes}]`);
  }
  const total = new Array<number>(shape.length).fill(0);
  axes.forEach((axis, index) => {
    const at = axisOf(axis, shape.length);
    const size = Math.max(1, shape[at]!);
    total[at] = (((total[at]! + shifts[index]!) % size) + size) % size;
  });
  const turned = [...total.keys()].filter((axis) => total[axis] !== 0);
  const fill: Move["fill"] = (target, [cells], width) => {
    if (turned.length === 0) copyAll(cells!, target);
    if (target.length === 0) return;
    let from = cells!;
    turned.forEach((axis, index) => {
      const to = index === turned.length - 1 ? target : blankCells(target, target.length);
      rollAxis(from, to, { ...blocksAround(shape, axis), width }, total[axis]!);
      from = to;
    });
  };
  return { dtype, shape, fill };
}

interface Rows {
  readonly outer: number;
  readonly size: number;
  readonly inner: number;
  readonly width: number;
}

function rollAxis(from: Cells, to: Cells, { outer, size, inner, width }: Rows, shift: number): void {
  const run = inner * width;
  for (let i = 0; i < outer; i++) {
    const start = i * size * run;
    copyRun(from, start, to, start + shift * run, (size - shift) * run);
    copyRun(from, start + (size - shift) * run, to, start, shift * run);
  }
}
