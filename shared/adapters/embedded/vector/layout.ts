import { broadcastStrides, elementCount, type Sizes, stridedIndices } from "../values/shape.ts";
import type { Spread } from "./code.ts";

/** How a pass goes over its output: rectangles of rows and columns, one after the other. */
export interface Layout {
  readonly rows: number;
  readonly columns: number;
  readonly spreads: readonly Spread[];
  /** For each rectangle, where its elements begin in the output and in each operand. */
  readonly starts: readonly Int32Array[];
  readonly count: number;
}

/**
 * The largest rectangles over whose rows and columns every operand goes in one of the simple ways; what is left of the
 * shape in front of them counts rectangles.
 */
export function layoutOf(shape: Sizes, operands: readonly Sizes[]): Layout {
  const padded = operands.map((sizes) => [...new Array<number>(shape.length - sizes.length).fill(1), ...sizes]);
  for (let first = 0; ; first++) {
    for (let split = first; split <= shape.length; split++) {
      const spreads = padded.map((sizes) => spreadOf(sizes, shape, first, split));
      if (spreads.every((spread) => spread !== null)) return laidOut(shape, padded, { first, split, spreads });
    }
  }
}

/** Axes up to `split` are rows, the others columns; null where an operand has some of them only. */
function spreadOf(sizes: Sizes, shape: Sizes, first: number, split: number): Spread | null {
  const rows = covers(sizes, shape, first, split);
  const columns = covers(sizes, shape, split, shape.length);
  if (rows === null || columns === null) return null;
  if (rows === "all") return columns === "all" ? "full" : "row";
  return columns === "all" ? "column" : "scalar";
}

function covers(sizes: Sizes, shape: Sizes, from: number, to: number): "all" | "one" | null {
  let [all, one] = [true, true];
  for (let axis = from; axis < to; axis++) {
    if (sizes[axis] !== shape[axis]) all = false;
    if (sizes[axis] !== 1) one = false;
  }
  return all ? "all" : one ? "one" : null;
}

interface Found {
  readonly first: number;
  readonly split: number;
  readonly spreads: readonly Spread[];
}

function laidOut(shape: Sizes, operands: readonly Sizes[], { first, split, spreads }: Found): Layout {
  const outer = shape.slice(0, first);
  const strides = (sizes: Sizes) => broadcastStrides(sizes, shape).slice(0, first);
  return {
    rows: elementCount(shape.slice(first, split)),
    columns: elementCount(shape.slice(split)),
    spreads,
    starts: [shape, ...operands].map((sizes) => stridedIndices(outer, strides(sizes), 0)),
    count: elementCount(outer),
  };
}
