import { type Bytes, I32, V128 } from "../vector/binary-format.ts";
import {
  ADD,
  BLOCK,
  BRANCH,
  BRANCH_IF,
  constant,
  END,
  FLOAT_BYTES,
  GREATER,
  get,
  I32_ADD,
  I32_EQZ,
  I32_MUL,
  I32_SUB,
  increase,
  LANE_BYTES,
  LANES,
  LARGER,
  LESS,
  LOOP,
  load,
  loadSplat,
  MULTIPLY,
  NO_RESULT,
  SELECT,
  SMALLER,
  SPLAT,
  set,
  store,
  ZERO,
} from "./assembly.ts";
import { F32, type NativeFunction } from "./two-memories.ts";

/** Rows and columns of a tile of sums; with their factors they fill the registers. */
const ROWS = 4;
export const TILE_COLUMNS = 8;
const VECTORS = TILE_COLUMNS / LANES;
/** Elements of the inner axis for each turn of the loop. */
const UNROLLED = 4;
const PACKED_STRIDE = TILE_COLUMNS * FLOAT_BYTES;

const PARAMETERS = ["a", "aStride", "rows", "b", "inner", "out", "outStride", "bias"] as const;
const [LOW, HIGH] = [PARAMETERS.length, PARAMETERS.length + 1];

interface Locals {
  /** Where each row of the tile is read and written. */
  readonly a: readonly number[];
  readonly out: readonly number[];
  readonly b: number;
  readonly left: number;
  readonly sums: readonly (readonly number[])[];
  readonly factors: readonly number[];
  readonly splat: number;
}

/**
 * f(a, aStride, rows, b, inner, out, outStride, bias, low, high): a few columns that were packed, of any number of
 * rows. Adds the bias, unless it is at 0, and holds the sums within the bounds.
 */
export function tiledProduct(): NativeFunction {
  const types: number[] = [];
  const local = (type: number) => PARAMETERS.length + 2 + types.push(type) - 1;
  const many = (count: number, type: number) => Array.from({ length: count }, () => local(type));
  const locals: Locals = {
    a: many(ROWS, I32),
    out: many(ROWS, I32),
    b: local(I32),
    left: local(I32),
    sums: Array.from({ length: ROWS }, () => many(VECTORS, V128)),
    factors: many(VECTORS, V128),
    splat: local(V128),
  };
  return { parameters: [...PARAMETERS.map(() => I32), F32, F32], locals: types, body: rowLoop(locals) };
}

function rowLoop(locals: Locals): Bytes {
  const next = (name: "a" | "out", stride: "aStride" | "outStride") =>
    increase(parameter(name), [...constant(ROWS), ...get(parameter(stride)), I32_MUL]);
  return [
    ...[LOOP, NO_RESULT],
    ...places(locals.a, "a", "aStride"),
    ...places(locals.out, "out", "outStride"),
    ...locals.sums.flat().flatMap((sum) => [...ZERO, ...set(sum)]),
    ...[...get(parameter("b")), ...set(locals.b), ...get(parameter("inner")), ...set(locals.left)],
    ...along(locals, UNROLLED),
    ...along(locals, 1),
    ...finished(locals),
    ...next("a", "aStride"),
    ...next("out", "outStride"),
    ...[...get(parameter("rows")), ...constant(ROWS), GREATER],
    ...[...get(parameter("rows")), ...constant(ROWS), I32_SUB, ...set(parameter("rows"))],
    ...[BRANCH_IF, 0, END],
  ];
}

/** Where fewer rows are left than a tile has, the last one is computed again in place of those that are missing. */
function places(rows: readonly number[], name: "a" | "out", stride: "aStride" | "outStride"): Bytes {
  return rows.flatMap((place, row) => {
    if (row === 0) return [...get(parameter(name)), ...set(place)];
    const before = get(rows[row - 1]!);
    const isThere = [...get(parameter("rows")), ...constant(row), GREATER];
    return [...before, ...get(parameter(stride)), I32_ADD, ...before, ...isThere, SELECT, ...set(place)];
  });
}

/** Along the inner axis, so many elements a turn, for as long as so many are left. */
function along(locals: Locals, unrolled: number): Bytes {
  const { a, b, left } = locals;
  return [
    ...[BLOCK, NO_RESULT, LOOP, NO_RESULT, ...get(left), ...constant(unrolled), LESS, BRANCH_IF, 1],
    ...Array.from({ length: unrolled }, (_, index) => inner(locals, index)).flat(),
    ...a.flatMap((row) => increase(row, constant(FLOAT_BYTES * unrolled))),
    ...increase(b, constant(PACKED_STRIDE * unrolled)),
    ...[...get(left), ...constant(unrolled), I32_SUB, ...set(left), BRANCH, 0, END, END],
  ];
}

/** One element of the inner axis: what it adds to each sum. */
function inner({ a, b, sums, factors, splat }: Locals, index: number): Bytes {
  const offset = (vector: number) => index * PACKED_STRIDE + vector * LANE_BYTES;
  return [
    ...factors.flatMap((factor, vector) => [...get(b), ...load("heap", offset(vector)), ...set(factor)]),
    ...a.flatMap((row, r) => [
      ...[...get(row), ...loadSplat(index * FLOAT_BYTES), ...set(splat)],
      ...sums[r]!.flatMap((sum, vector) => [
        ...[...get(sum), ...get(splat), ...get(factors[vector]!), ...MULTIPLY, ...ADD, ...set(sum)],
      ]),
    ]),
  ];
}

function finished({ out, sums }: Locals): Bytes {
  const bias = sums.flatMap((row) =>
    row.flatMap((sum, vector) => [
      ...[...get(sum), ...get(parameter("bias")), ...load("heap", vector * LANE_BYTES), ...ADD, ...set(sum)],
    ]),
  );
  const stores = out.flatMap((place, row) =>
    sums[row]!.flatMap((sum, vector) => [...get(place), ...get(sum), ...bounded(), ...store(vector * LANE_BYTES)]),
  );
  return [...[BLOCK, NO_RESULT, ...get(parameter("bias")), I32_EQZ, BRANCH_IF, 0], ...bias, END, ...stores];
}

function bounded(): Bytes {
  return [...get(LOW), ...SPLAT, ...LARGER, ...get(HIGH), ...SPLAT, ...SMALLER];
}

function parameter(name: (typeof PARAMETERS)[number]): number {
  return PARAMETERS.indexOf(name);
}

/** Columns that are packed in one go: a line of the processor's cache. */
export const PACKED_COLUMNS = 2 * TILE_COLUMNS;

/** f(b, bStride, inner, to): columns of the weights, so that what is summed side by side lies side by side. */
export function packing(): NativeFunction {
  const [b, stride, left, first, second] = [0, 1, 2, 3, 4] as const;
  const vectors = Array.from({ length: PACKED_COLUMNS / LANES }, (_, vector) => vector);
  const copies = vectors.flatMap((vector) => [
    ...get(vector < VECTORS ? first : second),
    ...[...get(b), ...load("weights", vector * LANE_BYTES), ...store((vector % VECTORS) * LANE_BYTES)],
  ]);
  return {
    parameters: [I32, I32, I32, I32],
    locals: [I32],
    body: [
      ...[...get(first), ...get(left), ...constant(PACKED_STRIDE), I32_MUL, I32_ADD, ...set(second)],
      ...[LOOP, NO_RESULT, ...copies],
      ...[...increase(first, constant(PACKED_STRIDE)), ...increase(second, constant(PACKED_STRIDE))],
      ...increase(b, get(stride)),
      ...[...get(left), ...constant(1), I32_SUB, ...set(left), ...get(left), BRANCH_IF, 0, END],
    ],
  };
}
