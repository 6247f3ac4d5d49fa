import type { Dtype } from "../../../ports/tensor.ts";
import { type Fold, foldOf, type NumberFold } from "./folds.ts";
import { limitsOf } from "./limits.ts";
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
  const kind = arithmeticOf(dtype);
  if (name === "lowest") return kind === "floats" ? Number.POSITIVE_INFINITY : limitsOf(dtype)[1];
  if (name === "highest") return kind === "floats" ? Number.NEGATIVE_INFINITY : limitsOf(dtype)[0];
  const neutral = name === "product" ? 1 : 0;
  return kind === "bigs" ? BigInt(neutral) : neutral;
}

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
