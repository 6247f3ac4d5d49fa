import {
  abs,
  add,
  addIntegers,
  atLeast,
  atMost,
  bits,
  div,
  type Expression,
  ge,
  gt,
  half,
  lt,
  mul,
  neg,
  number,
  sqrt,
  sub,
  subIntegers,
  toExponent,
  where,
} from "./expression.ts";

type Function1 = (x: Expression) => Expression;

/** Lowest power first. */
function polynomial(x: Expression, coefficients: readonly number[]): Expression {
  return coefficients
    .slice(0, -1)
    .reduceRight<Expression>((sum, coefficient) => add(mul(sum, x), number(coefficient)), number(coefficients.at(-1)!));
}

/** Not a number stays so, as long as it comes first. */
function bounded(x: Expression, low: number, high: number): Expression {
  return atLeast(atMost(x, number(high)), number(low));
}

/** ln 2 in two parts, the first of few bits, so that its multiples are exact. */
const LN2_HIGH = 0.693359375;
const LN2_LOW = -2.1219444005469057e-4;
/** (eʳ − 1 − r) / r², where |r| ≤ ln 2 / 2. */
const EXPONENTIAL = [0.5, 0.166666667, 0.0416665795, 0.00833345186, 0.00139819994, 0.000198756912];

/** 1.5 · 2²³: what is added to it is rounded to a whole number, which its last bits hold. */
const ROUNDER = 12582912;
const ROUNDER_BITS = 0x4b400000;

interface Reduced {
  /** x = power · ln 2 + rest */
  readonly power: Expression;
  /** The same as an integer. */
  readonly whole: Expression;
  readonly rest: Expression;
}

function reduced(x: Expression): Reduced {
  const rounded = add(mul(x, number(Math.LOG2E)), number(ROUNDER));
  const power = sub(rounded, number(ROUNDER));
  const rest = sub(sub(x, mul(power, number(LN2_HIGH))), mul(power, number(LN2_LOW)));
  return { power, whole: subIntegers(rounded, bits(ROUNDER_BITS)), rest };
}

/** eʳ − 1 */
function smallExponential(rest: Expression): Expression {
  return add(mul(mul(rest, rest), polynomial(rest, EXPONENTIAL)), rest);
}

/** In two factors, so that neither overflows before the product does. */
function timesPowerOfTwo(x: Expression, whole: Expression): Expression {
  const first = half(whole);
  const factor = (exponent: Expression) => toExponent(addIntegers(exponent, bits(127)));
  return mul(mul(x, factor(first)), factor(subIntegers(whole, first)));
}

export const exp: Function1 = (x) => {
  const { whole, rest } = reduced(bounded(x, -104, 89));
  return timesPowerOfTwo(add(smallExponential(rest), number(1)), whole);
};

/** eˣ − 1 of x ≤ 0, without losing the digits of a small one. */
const negativeExpm1: Function1 = (x) => {
  const { power, whole, rest } = reduced(atLeast(x, number(-104)));
  const small = smallExponential(rest);
  return where(gt(power, number(-0.5)), small, sub(timesPowerOfTwo(add(small, number(1)), whole), number(1)));
};

export const sigmoid: Function1 = (x) => div(number(1), add(number(1), exp(neg(x))));

/** Beyond it the result is 1. */
const TANH_LIMIT = 7.905311107635498;

/** Eigen's rational approximation, which TensorFlow uses. */
export const tanh: Function1 = (x) => {
  const inside = bounded(x, -TANH_LIMIT, TANH_LIMIT);
  const square = mul(inside, inside);
  const above = polynomial(
    square,
    [
      4.89352455891786e-3, 6.37261928875436e-4, 1.48572235717979e-5, 5.12229709037114e-8, -8.60467152213735e-11,
      2.00018790482477e-13, -2.76076847742355e-16,
    ],
  );
  const below = polynomial(square, [4.89352518554385e-3, 2.268434632439e-3, 1.18534705686654e-4, 1.19825839466702e-6]);
  return where(lt(abs(x), number(0.0004)), x, div(mul(inside, above), below));
};

/** Likewise. */
export const erf: Function1 = (x) => {
  const inside = bounded(x, -4, 4);
  const square = mul(inside, inside);
  const above = polynomial(
    square,
    [
      -1.60960333262415e-2, -2.95459980854025e-3, -7.34990630326855e-4, -5.69250639462346e-5, -2.10102402082508e-6,
      2.77068142495902e-8, -2.72614225801306e-10,
    ],
  );
  const below = polynomial(
    square,
    [-1.42647390514189e-2, -7.37332916720468e-3, -1.68282697438203e-3, -2.13374055278905e-4, -1.45660718464996e-5],
  );
  return div(mul(inside, above), below);
};

/** Chebyshev's fit with a relative error of 1.2e-7 everywhere (Numerical Recipes, erfcc). */
export const erfc: Function1 = (x) => {
  const size = abs(x);
  const t = div(number(1), add(number(1), mul(number(0.5), size)));
  const exponent = polynomial(
    t,
    [
      -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
      0.17087277,
    ],
  );
  const tail = mul(t, exp(sub(exponent, mul(size, size))));
  return where(ge(x, number(0)), tail, sub(number(2), tail));
};

export const relu: Function1 = (x) => atLeast(x, number(0));
export const relu6: Function1 = (x) => bounded(x, 0, 6);
export const square: Function1 = (x) => mul(x, x);
export const rsqrt: Function1 = (x) => div(number(1), sqrt(x));
export const reciprocal: Function1 = (x) => div(number(1), x);
export const elu: Function1 = (x) => where(gt(x, number(0)), x, negativeExpm1(atMost(x, number(0))));

const SELU_ALPHA = 1.7580993408473768;
const SELU_SCALE = 1.0507009873554805;
export const selu: Function1 = (x) =>
  where(gt(x, number(0)), mul(x, number(SELU_SCALE)), mul(negativeExpm1(atMost(x, number(0))), number(SELU_ALPHA)));

export function leakyRelu(slope: number): Function1 {
  return (x) => where(gt(x, number(0)), x, mul(x, number(slope)));
}
