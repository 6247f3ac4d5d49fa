import { type Bytes, I32, moduleOf, V128 } from "./binary-format.ts";
import {
  add,
  countDown,
  get,
  LOAD,
  LOAD_ONE,
  LOAD_SPLAT,
  memory,
  SIMD,
  STORE_LANE,
  set,
  whileAtLeast,
} from "./instructions.ts";

/** What a row becomes. Sums are made in double precision, and rounded once. */
export type Fold = "sum" | "largest";

const [ROWS, COLUMNS, OUTPUT, INPUT] = [0, 1, 2, 3];
const [LEFT, TOTAL, SECOND] = [4, 5, 6];
const FLOAT_BYTES = 4;
const LOAD_TWO = 0x5d;
const PROMOTE = [SIMD, 0x5f];
const DEMOTE = [SIMD, 0x5e];
const ADD_DOUBLES = [SIMD, 0xf0, 1];
/** Not a number stays so. */
const LARGER = [SIMD, 0xe9, 1];
const CONSTANT = [SIMD, 0x0c];
const SHUFFLE = [SIMD, 0x0d];

/** `f(rows, columns, output, input)`: one number for each row of float32 elements. */
export function foldModule(fold: Fold): Uint8Array<ArrayBuffer> {
  const { body, locals } = fold === "sum" ? sum : largest;
  return moduleOf({
    parameterCount: 4,
    locals: [I32, ...locals],
    body: countDown(ROWS, [...get(COLUMNS), ...set(LEFT), ...body, ...add(OUTPUT, FLOAT_BYTES)]),
  });
}

interface FoldCode {
  readonly locals: readonly number[];
  readonly body: Bytes;
}

const largest: FoldCode = {
  locals: [V128],
  body: [
    ...[...splat(Number.NEGATIVE_INFINITY), ...set(TOTAL)],
    ...whileAtLeast(LEFT, 4, [...folded(TOTAL, LOAD, 0, LARGER), ...add(INPUT, 4 * FLOAT_BYTES)]),
    ...whileAtLeast(LEFT, 1, [...folded(TOTAL, LOAD_SPLAT, 0, LARGER), ...add(INPUT, FLOAT_BYTES)]),
    ...halves(TOTAL, 8, LARGER),
    ...halves(TOTAL, 4, LARGER),
    ...[...get(OUTPUT), ...get(TOTAL), ...memory(STORE_LANE), 0],
  ],
};

const sum: FoldCode = {
  locals: [V128, V128],
  body: [
    ...[TOTAL, SECOND].flatMap((total) => [...splat(0), ...set(total)]),
    ...whileAtLeast(LEFT, 4, [
      ...folded(TOTAL, LOAD_TWO, 0, [...PROMOTE, ...ADD_DOUBLES]),
      ...folded(SECOND, LOAD_TWO, 2 * FLOAT_BYTES, [...PROMOTE, ...ADD_DOUBLES]),
      ...add(INPUT, 4 * FLOAT_BYTES),
    ]),
    ...whileAtLeast(LEFT, 1, [...folded(TOTAL, LOAD_ONE, 0, [...PROMOTE, ...ADD_DOUBLES]), ...add(INPUT, FLOAT_BYTES)]),
    ...[...get(TOTAL), ...get(SECOND), ...ADD_DOUBLES, ...set(TOTAL)],
    ...halves(TOTAL, 8, ADD_DOUBLES),
    ...[...get(OUTPUT), ...get(TOTAL), ...DEMOTE, ...memory(STORE_LANE), 0],
  ],
};

function folded(total: number, load: number, offset: number, code: Bytes): Bytes {
  return [...get(total), ...get(INPUT), ...memory(load, offset), ...code, ...set(total)];
}

/** With the bytes that lie so far behind, in every lane. */
function halves(total: number, distance: number, code: Bytes): Bytes {
  const lanes = Array.from({ length: 16 }, (_, lane) => (lane + distance) % 16);
  return [...get(total), ...get(total), ...get(total), ...SHUFFLE, ...lanes, ...code, ...set(total)];
}

function splat(value: number): Bytes {
  return [...CONSTANT, ...new Uint8Array(new Float32Array(4).fill(value).buffer)];
}
