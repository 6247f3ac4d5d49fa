import { type Sizes, stridesOf } from "../values/shape.ts";
import { type Cells, copyRun, isTyped } from "./cells.ts";
import { copyStrided } from "./strided-copy.ts";

/** Cells of a tensor's elements, with the shape they are seen under. */
export interface Grid {
  readonly cells: Cells;
  readonly shape: Sizes;
}

/** Writes the axes of `from` in another order, without gaps. */
export function copyRearranged(from: Grid, order: Sizes, to: Cells, width: number): void {
  const strides = stridesOf(from.shape);
  const sizes = order.map((axis) => from.shape[axis]!);
  const view = { cells: from.cells, start: 0, strides: order.map((axis) => strides[axis]!) };
  copyStrided(sizes, view, { cells: to, start: 0, strides: stridesOf(sizes) }, width);
}

/** Writes `from` into a larger grid, so many elements from its start along each axis. */
export function copyInto(from: Grid, to: Grid, offsets: Sizes, width: number): void {
  const strides = stridesOf(to.shape);
  const view = { cells: from.cells, start: 0, strides: stridesOf(from.shape) };
  copyStrided(from.shape, view, { cells: to.cells, start: offsetOf(offsets, strides), strides }, width);
}

/** Fills `to` with the part of a larger grid that begins so many elements from its start along each axis. */
export function copyPart(from: Grid, offsets: Sizes, to: Grid, width: number): void {
  const strides = stridesOf(from.shape);
  const view = { cells: from.cells, start: offsetOf(offsets, strides), strides };
  copyStrided(to.shape, view, { cells: to.cells, start: 0, strides: stridesOf(to.shape) }, width);
}

/** Room for more cells of the same kind. */
export function blankCells(like: Cells, count: number): Cells {
  if (!isTyped(like)) return new Array<Uint8Array>(count).fill(NO_BYTES);
  return new (like.constructor as new (length: number) => Cells)(count);
}

/** Zeros, or empty strings. */
export function clearCells(cells: Cells): void {
  if (isTyped(cells)) cells.fill(0);
  else cells.fill(NO_BYTES);
}

export function copyAll(from: Cells, to: Cells): void {
  copyRun(from, 0, to, 0, from.length);
}

const NO_BYTES = new Uint8Array(0);

function offsetOf(offsets: Sizes, strides: Sizes): number {
  let offset = 0;
  for (let axis = 0; axis < strides.length; axis++) offset += offsets[axis]! * strides[axis]!;
  return offset;
}
