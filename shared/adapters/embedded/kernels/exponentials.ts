import * as complex from "../mathematics/complex.ts";
import { type Change, unary } from "./elementwise.ts";
import type { Family } from "./kernel.ts";

const NEGATE: Change = { floats: (x) => -x, integers: (x) => -x, bigs: (x) => -x, complexes: ([a, b]) => [-a, -b] };
const SQUARE: Change = {
  floats: (x) => x * x,
  integers: (x) => Math.imul(x, x),
  bigs: (x) => x * x,
  complexes: complex.square,
};
/** Of integers as C divides: 0 for all but 1, −1 and 0 itself, which TensorFlow answers with 0 too. */
const RECIPROCAL: Change = {
  floats: (x) => 1 / x,
  integers: (x) => (x === 0 ? 0 : 1 / x),
  bigs: (x) => (x === 0n ? 0n : 1n / x),
  complexes: complex.reciprocal,
};

/** Signs, powers, roots, exponentials and logarithms. */
export const exponentials: Family = {
  Abs: unary({ floats: Math.abs, integers: Math.abs, bigs: (x) => (x < 0n ? -x : x) }),
  Neg: unary(NEGATE),
  Sign: unary({
    floats: Math.sign,
    integers: Math.sign,
    bigs: (x) => (x > 0n ? 1n : x < 0n ? -1n : 0n),
    complexes: complex.sign,
  }),
  Square: unary(SQUARE),
  Reciprocal: unary(RECIPROCAL),
  Inv: unary(RECIPROCAL),
  Sqrt: unary({ floats: Math.sqrt, complexes: complex.sqrt }),
  Rsqrt: unary({ floats: (x) => 1 / Math.sqrt(x), complexes: (z) => complex.reciprocal(complex.sqrt(z)) }),
  Exp: unary({ floats: Math.exp, complexes: complex.exp }),
  Expm1: unary({ floats: Math.expm1, complexes: complex.expm1 }),
  Log: unary({ floats: Math.log, complexes: complex.log }),
  Log1p: unary({ floats: Math.log1p, complexes: complex.log1p }),
};
