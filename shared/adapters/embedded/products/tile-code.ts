import { type Bytes, I32, moduleOf, V128 } from "../vector/binary-format.ts";
import {
  add,
  addLocal,
  constant,
  countDown,
  get,
  I32_EQ,
  I32_GT_U,
  LOAD,
  LOAD_SPLAT,
  load,
  memory,
  SIMD,
  STORE,
  STORE_LANE,
  set,
  when,
  whileAtLeast,
} from "../vector/instructions.ts";

/** What is done to each sum before it is written. */
export type Clamp = "none" | "relu" | "relu6";

/**
 * Six rows of eight sums are twelve registers, which leaves three of V8's fifteen for what is multiplied: 58 GFlop/s on
 * a Zen 4, where seven rows spill and reach 32. XNNPACK's convolutions, without fused multiply-add, reached 30.
 */
export const MAX_TILE_ROWS = 6;
export const PANEL_COLUMNS = 8;

/** The function's parameters, all of 32 bits, in their order. */
export interface TileArguments {
  /** For each row two addresses: where it is read, and where its sums are written. */
  readonly rows: number;
  /** How many tiles of rows. */
  readonly tiles: number;
  /** Each row is read in runs: for every run, how many bytes lie between its end and the next one's beginning. */
  readonly jumps: number;
  readonly runs: number;
  /** Elements of a run. */
  readonly run: number;
  readonly columns: number;
  /** Bytes from one row of the columns to the next, and from eight columns to the next eight. */
  readonly columnsStep: number;
  readonly panelStep: number;
  readonly panels: number;
  /** How many of the last panel's columns are written. */
  readonly tail: number;
  /** What the sums begin with, and by how many bytes that moves with each panel. */
  readonly start: number;
  readonly startStep: number;
}

export const TILE_ARGUMENTS: readonly (keyof TileArguments)[] = [
  ...(["rows", "tiles", "jumps", "runs", "run", "columns", "columnsStep", "panelStep", "panels"] as const),
  ...(["tail", "start", "startStep"] as const),
];

const FLOAT_BYTES = 4;
const VECTOR_BYTES = 16;
const ROW_BYTES = 8;
const HALVES = [0, 1] as const;
const MULTIPLY_ADD = [SIMD, 0x85, 2];
const ALL_LANES = [SIMD, 0x13];
const [AT_MOST, AT_LEAST] = [
  [SIMD, 0xea, 1],
  [SIMD, 0xeb, 1],
];
/** Elements that the inner loop takes in one go: it spares counting. */
const UNROLLED = 4;

/** Numbers of the function's locals. */
type Locals = Readonly<Record<keyof TileArguments, number>> & {
  readonly row: number;
  readonly tilesLeft: number;
  readonly jump: number;
  readonly runsLeft: number;
  readonly left: number;
  readonly column: number;
  /** Bytes between the first column's place in the output and this panel's. */
  readonly written: number;
  readonly output: number;
  readonly pointers: readonly number[];
  readonly sums: readonly (readonly [number, number])[];
  readonly pair: readonly [number, number];
  readonly factor: number;
};

/**
 * `f`: the sums of products of rows with columns. Every sum is made in the order of its row's elements, whatever the
 * number of rows: a row's answer does not depend on what else is in the batch.
 */
export function tileModule(rowCount: number, clamp: Clamp): Uint8Array<ArrayBuffer> {
  const { locals, types } = localsOf(rowCount);
  const { panels, columns, panelStep, start, startStep, written } = locals;
  const body = countDown(panels, [
    ...eachTile(locals, clamp),
    ...addLocal(columns, panelStep),
    ...addLocal(start, startStep),
    ...add(written, PANEL_COLUMNS * FLOAT_BYTES),
  ]);
  return moduleOf({ parameterCount: TILE_ARGUMENTS.length, locals: types, body });
}

function localsOf(rowCount: number): { readonly locals: Locals; readonly types: readonly number[] } {
  const types: number[] = [];
  const local = (type: number) => TILE_ARGUMENTS.length + types.push(type) - 1;
  const given = Object.fromEntries(TILE_ARGUMENTS.map((name, index) => [name, index]));
  const locals = {
    ...(given as Record<keyof TileArguments, number>),
    row: local(I32),
    tilesLeft: local(I32),
    jump: local(I32),
    runsLeft: local(I32),
    left: local(I32),
    column: local(I32),
    written: local(I32),
    output: local(I32),
    pointers: Array.from({ length: rowCount }, () => local(I32)),
    sums: Array.from({ length: rowCount }, () => [local(V128), local(V128)] as const),
    pair: [local(V128), local(V128)] as const,
    factor: local(V128),
  };
  return { locals, types };
}

function eachTile(locals: Locals, clamp: Clamp): Bytes {
  const { rows, row, tiles, tilesLeft, pointers, sums, start } = locals;
  return [
    ...[...get(rows), ...set(row), ...get(tiles), ...set(tilesLeft)],
    ...countDown(tilesLeft, [
      ...pointers.flatMap((pointer, index) => [...load(row, ROW_BYTES * index), ...set(pointer)]),
      ...sums.flatMap((halves) =>
        HALVES.flatMap((half) => [...get(start), ...memory(LOAD, half * VECTOR_BYTES), ...set(halves[half])]),
      ),
      ...eachRun(locals),
      ...clamped(locals, clamp),
      ...stored(locals),
      ...add(row, ROW_BYTES * pointers.length),
    ]),
  ];
}

function eachRun(locals: Locals): Bytes {
  const { columns, column, jumps, jump, runs, runsLeft, run, left, pointers } = locals;
  return [
    ...[...get(columns), ...set(column), ...get(jumps), ...set(jump), ...get(runs), ...set(runsLeft)],
    ...countDown(runsLeft, [
      ...[...get(run), ...set(left)],
      ...whileAtLeast(left, UNROLLED, elements(locals, UNROLLED)),
      ...whileAtLeast(left, 1, elements(locals, 1)),
      ...pointers.flatMap((pointer) => [...load(jump, 0), ...get(pointer), 0x6a, ...set(pointer)]),
      ...add(jump, FLOAT_BYTES),
    ]),
  ];
}

/** So many elements of every row, each times a row of the columns. */
function elements({ pointers, sums, pair, factor, column, columnsStep }: Locals, count: number): Bytes {
  const one = (element: number) => [
    ...HALVES.flatMap((half) => [...get(column), ...memory(LOAD, half * VECTOR_BYTES), ...set(pair[half])]),
    ...addLocal(column, columnsStep),
    ...pointers.flatMap((pointer, row) => [
      ...[...get(pointer), ...memory(LOAD_SPLAT, element * FLOAT_BYTES), ...set(factor)],
      ...HALVES.flatMap((half) => [
        ...[...get(factor), ...get(pair[half])],
        ...[...get(sums[row]![half]), ...MULTIPLY_ADD, ...set(sums[row]![half])],
      ]),
    ]),
  ];
  return [
    ...Array.from({ length: count }, (_, element) => one(element)).flat(),
    ...pointers.flatMap((pointer) => add(pointer, count * FLOAT_BYTES)),
  ];
}

/** Not a number stays so. */
function clamped({ sums }: Locals, clamp: Clamp): Bytes {
  const number = (value: number) => [0x43, ...new Uint8Array(Float32Array.of(value).buffer), ...ALL_LANES];
  const bounds = { none: [], relu: [number(0), AT_LEAST], relu6: [number(6), AT_MOST, number(0), AT_LEAST] }[clamp];
  return bounds.length === 0 ? [] : sums.flat().flatMap((sum) => [...get(sum), ...bounds.flat(), ...set(sum)]);
}

function stored({ sums, row, output, written, panels, tail }: Locals): Bytes {
  const each = (store: (halves: readonly [number, number]) => Bytes) =>
    sums.flatMap((halves, index) => [
      ...[...load(row, ROW_BYTES * index + FLOAT_BYTES), ...get(written), 0x6a, ...set(output)],
      ...store(halves),
    ]);
  const whole = each((halves) =>
    HALVES.flatMap((half) => [...get(output), ...get(halves[half]), ...memory(STORE, half * VECTOR_BYTES)]),
  );
  const lane = (halves: readonly [number, number], column: number) => [
    ...[...get(output), ...get(halves[column < 4 ? 0 : 1])],
    ...[...memory(STORE_LANE, column * FLOAT_BYTES), column % 4],
  ];
  const some = each((halves) =>
    Array.from({ length: PANEL_COLUMNS - 1 }, (_, column) =>
      when([...get(tail), ...constant(column), I32_GT_U], lane(halves, column)),
    ).flat(),
  );
  const isTail = [...get(panels), ...constant(1), I32_EQ, ...get(tail), ...constant(PANEL_COLUMNS), 0x47, 0x71];
  return when(isTail, some, whole);
}
