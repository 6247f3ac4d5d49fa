import { lgamma } from "./gamma.ts";

const EPSILON = 2 ** -53;
const TINY = 1e-300;
/** The series and fractions below need about √a terms; past this the value is 0 or 1 to all digits or NaN helps nobody. */
const MAX_TERMS = 5000;

/** The regularised lower incomplete gamma function P(a, x). */
export function igamma(a: number, x: number): number {
  if (x === 0 && a > 0) return 0;
  if (!(a > 0 && x >= 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return a === x ? Number.NaN : 1;
  if (a === Number.POSITIVE_INFINITY) return 0;
  return x > 1 && x > a ? 1 - upperFraction(a, x) : lowerSeries(a, x);
}

/** The regularised upper incomplete gamma function Q(a, x). */
export function igammac(a: number, x: number): number {
  if (x === 0 && a > 0) return 1;
  if (!(a > 0 && x >= 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return a === x ? Number.NaN : 0;
  if (a === Number.POSITIVE_INFINITY) return 1;
  return x < 1 || x < a ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}

/** The regularised incomplete beta function. */
export function betainc(a: number, b: number, x: number): number {
  if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) return Number.NaN;
  if (x === 0 || x === 1) return x;
  const front = Math.exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(a, b, x)) / a;
  return 1 - (front * betaFraction(b, a, 1 - x)) / b;
}

/** x^a e^−x / Γ(a) */
function weight(a: number, x: number): number {
  return Math.exp(a * Math.log(x) - x - lgamma(a));
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MAX_TERMS && term > sum * EPSILON; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return weight(a, x) * sum;
}

/** Lentz' method for the continued fraction of Legendre. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MAX_TERMS; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / awayFromZero(step * d + b);
    c = awayFromZero(b + step / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < EPSILON) break;
  }
  return weight(a, x) * fraction;
}

function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < MAX_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < EPSILON) break;
  }
  return fraction;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
