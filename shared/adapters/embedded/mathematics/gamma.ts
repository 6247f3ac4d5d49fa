/** B₂ₖ / (2k (2k − 1)): the coefficients of Stirling's series. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];
/** B₂ₖ / (2k). */
const DIGAMMA = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12];
/** B₂ₖ / (2k)!: Euler and Maclaurin's correction of a sum. */
const EULER_MACLAURIN = [
  1 / 12,
  -1 / 720,
  1 / 30240,
  -1 / 1209600,
  1 / 47900160,
  -691 / 1307674368000,
  1 / 74724249600,
  -3617 / 10670622842880000,
];
const HALF_LOG_TWO_PI = 0.9189385332046727;
/** From here on the asymptotic series are good to the last digit. */
const FAR = 12;

/** The logarithm of |Γ(x)|. */
export function lgamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Number.POSITIVE_INFINITY;
  if (x <= 0 && Number.isInteger(x)) return Number.POSITIVE_INFINITY;
  if (x < 0.5) return Math.log(Math.PI / Math.abs(sinPi(x))) - lgamma(1 - x);
  let product = 1;
  let far = x;
  for (; far < FAR; far++) product *= far;
  return stirling(far) - Math.log(product);
}

/** The derivative of `lgamma`. */
export function digamma(x: number): number {
  if (x <= 0) {
    if (Number.isInteger(x)) return Number.NaN;
    return digamma(1 - x) - Math.PI / Math.tan(Math.PI * (x - Math.floor(x)));
  }
  let sum = 0;
  let far = x;
  for (; far < FAR; far++) sum -= 1 / far;
  if (far === Number.POSITIVE_INFINITY) return far;
  return sum + Math.log(far) - 0.5 / far - evenSeries(DIGAMMA, 1 / (far * far), 1 / (far * far));
}

/** Derivative number n of `digamma`. */
export function polygamma(n: number, x: number): number {
  if (!(Number.isInteger(n) && n >= 0)) return Number.NaN;
  if (n === 0) return digamma(x);
  return (n % 2 === 0 ? -1 : 1) * Math.exp(lgamma(n + 1)) * zeta(n + 1, x);
}

/** Hurwitz' zeta function: the sum of (q + k)^−x over k from 0 on. */
export function zeta(x: number, q: number): number {
  if (x === 1) return Number.POSITIVE_INFINITY;
  if (!(x > 1)) return Number.NaN;
  if (q <= 0) {
    if (Number.isInteger(q)) return x % 2 === 0 ? Number.POSITIVE_INFINITY : Number.NaN;
    if (!Number.isInteger(x)) return Number.NaN;
  }
  let sum = 0;
  let far = q;
  for (let terms = 0; (terms < FAR || far <= FAR) && terms < 10_000; terms++, far++) {
    const term = far ** -x;
    sum += term;
    if (Math.abs(term) < 1e-17 * Math.abs(sum)) return sum;
  }
  sum += far ** (1 - x) / (x - 1) + 0.5 * far ** -x;
  let factor = x * far ** (-x - 1);
  for (let k = 0; k < EULER_MACLAURIN.length; k++) {
    sum += EULER_MACLAURIN[k]! * factor;
    factor *= ((x + 2 * k + 1) * (x + 2 * k + 2)) / (far * far);
  }
  return sum;
}

function stirling(x: number): number {
  if (x > 1e17) return x * (Math.log(x) - 1);
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + evenSeries(STIRLING, 1 / x, 1 / (x * x));
}

function evenSeries(coefficients: readonly number[], first: number, ratio: number): number {
  let sum = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) sum = sum * ratio + coefficients[k]!;
  return sum * first;
}

function sinPi(x: number): number {
  const rest = x - 2 * Math.round(x / 2);
  return Math.sin(Math.PI * rest);
}
