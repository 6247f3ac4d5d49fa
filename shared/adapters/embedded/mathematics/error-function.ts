const TWO_OVER_SQRT_PI = 1.1283791670955126;
const SQRT_HALF = Math.SQRT1_2;

/** log(erfc(x) / t) + x² over t = 2 / (2 + x), as a Chebyshev series in 4t − 2. */
const COMPLEMENT: readonly number[] = [
  -0.6513268598908547, 0.6419697923564902, 0.019476473204185836, -0.009561514786808632, -0.0009465953444820369,
  0.00036683949785276145, 4.252332480690777e-5, -2.0278578112534242e-5, -1.6242900046470256e-6, 1.3036558355805232e-6,
  1.5626441722066142e-8, -8.523809591492654e-8, 6.5290544390988515e-9, 5.059343495551469e-9, -9.91364156493033e-10,
  -2.273651222931836e-10, 9.646791102015527e-11, 2.3940380830391146e-12, -6.886027526497553e-12, 8.944879273090725e-13,
  3.130921399342958e-13, -1.1270822361367252e-13, 3.810905255189232e-16, 7.106097613609237e-15, -1.5230282014571043e-15,
  -9.457494571291233e-17, 1.210237189224279e-16, -2.816663087747177e-17,
];

export function erf(x: number): number {
  if (Math.abs(x) < 0.75) return series(x);
  return x > 0 ? 1 - complement(x) : complement(-x) - 1;
}

export function erfc(x: number): number {
  if (Math.abs(x) < 0.5) return 1 - series(x);
  return x > 0 ? complement(x) : 2 - complement(-x);
}

/** The inverse of `erf`; infinite at ±1, NaN beyond. */
export function erfinv(y: number): number {
  if (!(Math.abs(y) < 1)) return Math.abs(y) === 1 ? y * Number.POSITIVE_INFINITY : Number.NaN;
  if (y === 0) return y;
  const size = Math.abs(y);
  let x = -ndtri((1 - size) / 2) * SQRT_HALF;
  // Newton's steps on erf itself restore the digits that 1 − y lost near 0.
  for (let step = 0; step < 2 && size < 0.5; step++) x -= (erf(x) - size) / (TWO_OVER_SQRT_PI * Math.exp(-x * x));
  return y < 0 ? -x : x;
}

/** The quantile function of the standard normal distribution. */
export function ndtri(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    if (probability === 0) return Number.NEGATIVE_INFINITY;
    return probability === 1 ? Number.POSITIVE_INFINITY : Number.NaN;
  }
  const tail = Math.min(probability, 1 - probability);
  let x = start(tail);
  for (let step = 0; step < 3; step++) {
    const error = 0.5 * erfc(x * SQRT_HALF) - tail;
    const slope = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    const change = error / slope;
    // Halley's method: convergence is cubic.
    x += change / (1 + 0.5 * x * change);
  }
  return probability < 0.5 ? -x : x;
}

/** Where to begin: within 5e-4 of the upper quantile (Abramowitz and Stegun 26.2.23). */
function start(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail));
  return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}

/** All terms are positive, so nothing cancels. */
function series(x: number): number {
  const square = 2 * x * x;
  let term = x;
  let sum = x;
  for (let odd = 3; odd < 60; odd += 2) {
    term *= square / odd;
    sum += term;
    if (Math.abs(term) < 1e-17 * Math.abs(sum)) break;
  }
  return TWO_OVER_SQRT_PI * Math.exp(-x * x) * sum;
}

function complement(x: number): number {
  const t = 2 / (2 + x);
  const u = 4 * t - 2;
  let next = 0;
  let afterNext = 0;
  for (let j = COMPLEMENT.length - 1; j > 0; j--) {
    const here = u * next - afterNext + COMPLEMENT[j]!;
    afterNext = next;
    next = here;
  }
  return t * Math.exp(-x * x + 0.5 * u * next - afterNext + COMPLEMENT[0]!);
}
