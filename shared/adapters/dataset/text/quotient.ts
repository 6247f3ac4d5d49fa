/** Powers of ten that a double holds exactly. */
export const POWERS: Float64Array = Float64Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);
const SPLIT = 2 ** 27 + 1;
/** The relative error of what follows is far below this. */
const DOUBT = 2 ** -48;

/**
 * `(high + low) / 10^decimals`, correctly rounded, or NaN where the last bit cannot be told this way: about once in a
 * thousand. Both summands are exact and high ≥ low ≥ 0; `unknown` says how much larger low may be.
 * The quotient is corrected by its own remainder, which a product split in two (Dekker 1971) gives without rounding.
 * No object is made for a number, here and where it is scanned: files of them are garbage by the gigabyte.
 */
export function quotient(high: number, low: number, decimals: number, unknown: number): number {
  const divisor = POWERS[decimals]!;
  const sum = high + low;
  const rest = low - (sum - high);
  const first = sum / divisor;
  const product = first * divisor;
  const remainder = sum - product - productError(first, divisor, product) + rest;
  const correction = remainder / divisor;
  const doubt = Math.abs(correction) * DOUBT + Number.MIN_VALUE;
  const below = first + (correction - doubt);
  const above = first + (correction + doubt + unknown / divisor);
  return below === above ? below : Number.NaN;
}

/** What rounding took from `a × b`. */
function productError(a: number, b: number, product: number): number {
  const highA = upperHalf(a);
  const highB = upperHalf(b);
  const lowA = a - highA;
  const lowB = b - highB;
  return highA * highB - product + highA * lowB + lowA * highB + lowA * lowB;
}

function upperHalf(value: number): number {
  const shifted = value * SPLIT;
  return shifted - (shifted - value);
}
