import type { Dtype } from "../../../ports/tensor.ts";
import { type Fold, foldOf, type NumberFold } from "./folds.ts";
import {
  highest,
  lowest,
  multiplyFloats,
  multiplyIntegers,
  type Row,
  sumFloats,
  sumIntegerSquares,
  sumIntegers,
  sumSquares,
} from "./rows.ts";
import { type Arithmetic, arithmeticOf, type WorkBigs } from "./work.ts";

/** How many numbers become one. */
export interface Reducer {
  /** Of neighbours; null where only the fold serves. */
  readonly row: Row | null;
  /** Of what lies apart: row after row is folded into the result. */
  readonly fold: Fold;
  /** Of two results. */
  readonly merge: Fold;
}

export type ReducerName = "sum" | "squares" | "product" | "lowest" | "highest";

/** null where the operation has no meaning for the type. */
export function reducerOf(name: ReducerName, dtype: Dtype): Reducer | null {
  const kind = arithmeticOf(dtype);
  const fold = FOLDS[name](dtype);
  if (fold === null) return null;
  return { row: ROWS[name][kind] ?? null, fold, merge: name === "squares" ? foldOf("add", dtype)! : fold };
}

/** The result for no numbers at all. */
export function emptyResult(name: ReducerName, dtype: Dtype): number | bigint {
  if (name === "lowest") return EXTREMES[dtype]?.[1] ?? Number.POSITIVE_INFINITY;
  if (name === "highest") return EXTREMES[dtype]?.[0] ?? Number.NEGATIVE_INFINITY;
  const neutral = name === "product" ? 1 : 0;
  return arithmeticOf(dtype) === "bigs" ? BigInt(neutral) : neutral;
}

const EXTREMES: Partial<Record<Dtype, readonly [number, number] | readonly [bigint, bigint]>> = {
  int8: [-128, 127],
  uint8: [0, 255],
  int16: [-32768, 32767],
  uint16: [0, 65535],
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint32: [0, 2 ** 32 - 1],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
  bool: [0, 1],
};

const ROWS: Readonly<Record<ReducerName, { readonly [Kind in Arithmetic]?: Row }>> = {
  sum: { floats: sumFloats, integers: sumIntegers },
  squares: { floats: sumSquares, integers: sumIntegerSquares },
  product: { floats: multiplyFloats, integers: multiplyIntegers },
  lowest: { floats: lowest, integers: lowest },
  highest: { floats: highest, integers: highest },
};

const lowerFloats: NumberFold = (into, at, from, start, count) => {
  for (let i = 0; i < count; i++) {
    const value = from[start + i]!;
    if (value < into[at + i]! || Number.isNaN(value)) into[at + i] = value;
  }
};

const raiseFloats: NumberFold = (into, at, from, start, count) => {
  for (let i = 0; i < count; i++) {
    const value = from[start + i]!;
    if (value > into[at + i]! || Number.isNaN(value)) into[at + i] = value;
  }
};

const addSquares: NumberFold = (into, at, from, start, count) => {
  for (let i = 0; i < count; i++) into[at + i] = into[at + i]! + from[start + i]! * from[start + i]!;
};

const addIntegerSquares: NumberFold = (into, at, from, start, count) => {
  for (let i = 0; i < count; i++) into[at + i] = into[at + i]! + Math.imul(from[start + i]!, from[start + i]!);
};

const addBigSquares = (into: WorkBigs, at: number, from: WorkBigs, start: number, count: number): void => {
  for (let i = 0; i < count; i++) into[at + i] = into[at + i]! + from[start + i]! * from[start + i]!;
};

const SQUARES = { floats: addSquares, integers: addIntegerSquares, bigs: addBigSquares, complex: addSquares };

/** What is not a number stays, wherever it comes; between integers there is none. */
const FOLDS: Readonly<Record<ReducerName, (dtype: Dtype) => Fold | null>> = {
  sum: (dtype) => foldOf("add", dtype),
  product: (dtype) => foldOf("multiply", dtype),
  squares: (dtype) => SQUARES[arithmeticOf(dtype)] as Fold,
  lowest: (dtype) => (arithmeticOf(dtype) === "floats" ? (lowerFloats as Fold) : foldOf("minimum", dtype)),
  highest: (dtype) => (arithmeticOf(dtype) === "floats" ? (raiseFloats as Fold) : foldOf("maximum", dtype)),
};
