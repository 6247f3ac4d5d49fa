/** To the nearest integer, halves to the even one. */
export function roundHalfToEven(x: number): number {
  if (!(Math.abs(x) < 2 ** 52)) return x;
  const down = Math.floor(x);
  const rest = x - down;
  const rounded = rest > 0.5 || (rest === 0.5 && down % 2 !== 0) ? down + 1 : down;
  return rounded === 0 && (x < 0 || Object.is(x, -0)) ? -0 : rounded;
}

const bits = new DataView(new ArrayBuffer(8));

/** The float32 next to x in the direction of y. */
export function nextFloat32(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? 2 ** -149 : -(2 ** -149);
  bits.setFloat32(0, x);
  bits.setInt32(0, bits.getInt32(0) + (x < y === x > 0 ? 1 : -1));
  return bits.getFloat32(0);
}

export function nextFloat64(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  bits.setFloat64(0, x);
  bits.setBigInt64(0, bits.getBigInt64(0) + (x < y === x > 0 ? 1n : -1n));
  return bits.getFloat64(0);
}

/** The nearest float32 of a 64-bit integer, rounded once: by way of a double it would be rounded twice. */
export function float32OfBig(value: bigint): number {
  const size = value < 0n ? -value : value;
  if (size < 2n ** 53n) return Math.fround(Number(value));
  // What is shifted out leaves a bit behind, so that halfway is never met by accident.
  const kept = (size >> 11n) | ((size & 2047n) === 0n ? 0n : 1n);
  const rounded = Math.fround(Number(kept) * 2048);
  return value < 0n ? -rounded : rounded;
}
