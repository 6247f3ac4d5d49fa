import type { Sizes } from "../values/shape.ts";
import { type Cells, copyRun } from "./cells.ts";

/** Elements in some order: one may stand for many (stride 0), or be read backwards. */
export interface StridedView {
  readonly cells: Cells;
  /** Counted in elements, like the strides. */
  readonly start: number;
  readonly strides: Sizes;
}

interface Axis {
  size: number;
  readonly from: number;
  readonly to: number;
}

/** A square of cells that stays in the fastest cache while it is turned. */
const TILE = 32;

/** Copies every element of a grid of these sizes from one view of it to another. */
export function copyStrided(sizes: Sizes, from: StridedView, to: StridedView, width: number): void {
  for (let axis = 0; axis < sizes.length; axis++) if (sizes[axis] === 0) return;
  const axes = merged(sizes, from.strides, to.strides, width);
  walk({ axes, source: from.cells, target: to.cells }, 0, from.start * width, to.start * width);
}

interface Copy {
  /** At least two; the innermost two are copied at once. */
  readonly axes: readonly Axis[];
  readonly source: Cells;
  readonly target: Cells;
}

/** Axes of cells: none of size 1, and neighbours that are one run on both sides are one axis. */
function merged(sizes: Sizes, from: Sizes, to: Sizes, width: number): readonly Axis[] {
  const axes: Axis[] = [];
  for (let axis = 0; axis <= sizes.length; axis++) {
    const isCell = axis === sizes.length;
    const next = isCell
      ? { size: width, from: 1, to: 1 }
      : { size: sizes[axis]!, from: from[axis]! * width, to: to[axis]! * width };
    if (next.size === 1) continue;
    const last = axes.at(-1);
    const isRun = last !== undefined && last.from === next.from * next.size && last.to === next.to * next.size;
    if (isRun) axes[axes.length - 1] = { ...next, size: next.size * last.size };
    else axes.push(next);
  }
  while (axes.length < 2) axes.unshift({ size: 1, from: 0, to: 0 });
  return turnedInside(axes);
}

/** Where neighbours of the source are not neighbours of the target, both axes belong inside. */
function turnedInside(axes: Axis[]): readonly Axis[] {
  const inner = axes.at(-1)!;
  if (inner.from === 1 || inner.to !== 1) return axes;
  const near = axes.findIndex(({ from }) => from === 1);
  if (near < 0 || near === axes.length - 2) return axes;
  const [moved] = axes.splice(near, 1);
  axes.splice(axes.length - 1, 0, moved!);
  return axes;
}

function walk(copy: Copy, depth: number, from: number, to: number): void {
  const { axes } = copy;
  if (depth === axes.length - 2) {
    copyPlane(copy, from, to);
    return;
  }
  const { size, from: fromStep, to: toStep } = axes[depth]!;
  for (let i = 0; i < size; i++) walk(copy, depth + 1, from + i * fromStep, to + i * toStep);
}

function copyPlane({ axes, source, target }: Copy, from: number, to: number): void {
  const rows = axes[axes.length - 2]!;
  const columns = axes[axes.length - 1]!;
  if (columns.from === 1 && columns.to === 1) {
    for (let row = 0; row < rows.size; row++) {
      copyRun(source, from + row * rows.from, target, to + row * rows.to, columns.size);
    }
    return;
  }
  const isTurned = rows.from === 1 && columns.to === 1;
  const step = isTurned ? TILE : Math.max(rows.size, columns.size);
  for (let row = 0; row < rows.size; row += step) {
    for (let column = 0; column < columns.size; column += step) {
      const height = Math.min(step, rows.size - row);
      const breadth = Math.min(step, columns.size - column);
      const start = from + row * rows.from + column * columns.from;
      copyTile(source, target, start, to + row * rows.to + column * columns.to, { rows, columns, height, breadth });
    }
  }
}

interface Tile {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly height: number;
  readonly breadth: number;
}

function copyTile(source: Cells, target: Cells, from: number, to: number, tile: Tile): void {
  const { height, breadth } = tile;
  const fromStep = tile.columns.from;
  const toStep = tile.columns.to;
  for (let row = 0; row < height; row++) {
    let read = from + row * tile.rows.from;
    let write = to + row * tile.rows.to;
    for (let column = 0; column < breadth; column++, read += fromStep, write += toStep) target[write] = source[read]!;
  }
}
