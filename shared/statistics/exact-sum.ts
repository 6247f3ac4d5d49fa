/**
 * A sum of doubles that never rounds: however the rows are split and in whatever order the parts are added, the total is
 * the same to the last bit. That is what makes the shards of an evaluation merge to the single run's value.
 */
export interface ExactSum {
  /** In units of the smallest double, 2^-1074. */
  readonly units: bigint;
  /** What NaN and infinities have come to; 0 while every term was finite. */
  readonly nonFinite: number;
}

/** Rows that are summed in ordinary doubles before the sum is added exactly. Shards are whole multiples of it. */
export const BLOCK_ROWS = 8192;
export const ZERO: ExactSum = { units: 0n, nonFinite: 0 };

/** A double is its integer times 2^-UNIT_BITS. */
export const UNIT_BITS = 1074n;

export function plus(sum: ExactSum, term: number): ExactSum {
  if (term === 0) return sum;
  if (!Number.isFinite(term)) return { units: sum.units, nonFinite: sum.nonFinite + term };
  return { units: sum.units + unitsOf(term), nonFinite: sum.nonFinite };
}

export function merged(one: ExactSum, other: ExactSum): ExactSum {
  return { units: one.units + other.units, nonFinite: one.nonFinite + other.nonFinite };
}

/** The nearest double; NaN or an infinity where a term was one. */
export function total({ units, nonFinite }: ExactSum): number {
  return nonFinite === 0 ? nearest(units, UNIT_BITS) : nonFinite;
}

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

/** A finite double, exactly, in units of 2^-1074. */
export function unitsOf(value: number): bigint {
  double[0] = value;
  const high = words[1]!;
  const exponent = (high >>> 20) & 0x7ff;
  const fraction = (high & 0xfffff) * 2 ** 32 + words[0]!;
  const magnitude = exponent === 0 ? BigInt(fraction) : BigInt(fraction + 2 ** 52) << BigInt(exponent - 1);
  return high >>> 31 === 1 ? -magnitude : magnitude;
}

/** `integer × 2^-bits`, correctly rounded. */
export function nearest(integer: bigint, bits: bigint): number {
  const magnitude = integer < 0n ? -integer : integer;
  const length = BigInt(magnitude.toString(16).length * 4);
  const dropped = length > 64n ? length - 64n : 0n;
  const kept = magnitude >> dropped;
  // A last bit that stands for all that was dropped lets Number() round halves as if it saw them.
  const isCut = kept << dropped !== magnitude;
  const rounded = scaled(Number(isCut ? kept | 1n : kept), Number(dropped - bits));
  return integer < 0n ? -rounded : rounded;
}

/** In two steps, because 2^-2000 is no double and the product may be one. */
function scaled(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}
