/** A floating-point format smaller than float32, as IEEE 754 lays it out. */
interface Format {
  readonly exponentBits: number;
  readonly mantissaBits: number;
}

export const FLOAT16: Format = { exponentBits: 5, mantissaBits: 10 };
export const BFLOAT16: Format = { exponentBits: 8, mantissaBits: 7 };

const scratch = new DataView(new ArrayBuffer(8));

/** The bits of the nearest number of the format, ties to even; too large becomes infinity. */
export function packFloat(value: number, { exponentBits, mantissaBits }: Format): number {
  const bias = 2 ** (exponentBits - 1) - 1;
  const infinity = (2 ** exponentBits - 1) << mantissaBits;
  const sign = value < 0 || Object.is(value, -0) ? 1 << (exponentBits + mantissaBits) : 0;
  if (Number.isNaN(value)) return infinity | (1 << (mantissaBits - 1));
  if (!Number.isFinite(value)) return sign | infinity;

  const magnitude = Math.abs(value);
  const exponent = Math.max(exponentOf(magnitude), 1 - bias);
  const steps = roundToEven(magnitude / 2 ** (exponent - mantissaBits));
  // A normal number's leading one adds the last step of the exponent; so does a carry.
  const bits = (exponent + bias - 1) * 2 ** mantissaBits + steps;
  return sign | Math.min(bits, infinity);
}

export function unpackFloat(bits: number, { exponentBits, mantissaBits }: Format): number {
  const bias = 2 ** (exponentBits - 1) - 1;
  const largest = 2 ** exponentBits - 1;
  const sign = bits >> (exponentBits + mantissaBits) === 0 ? 1 : -1;
  const exponent = (bits >> mantissaBits) & largest;
  const mantissa = bits & (2 ** mantissaBits - 1);
  if (exponent === largest) return mantissa === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  if (exponent === 0) return sign * mantissa * 2 ** (1 - bias - mantissaBits);
  return sign * (mantissa + 2 ** mantissaBits) * 2 ** (exponent - bias - mantissaBits);
}

function exponentOf(magnitude: number): number {
  scratch.setFloat64(0, magnitude);
  return (scratch.getUint32(0) >>> 20) - 1023;
}

function roundToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
