export interface NumberFormat {
  readonly notation: "fixed" | "scientific" | "shortest";
  readonly precision: number;
  readonly fill: "" | "0" | " " | "+" | "-";
  readonly width: number;
}

/** A number as C's printf writes it with %f, %e or %g: exact, to the last of whatever digits are asked for. */
export function formatFloat(value: number, format: NumberFormat): string {
  const { notation, precision } = format;
  const size = Math.abs(value);
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  if (!Number.isFinite(size))
    return padded(sign, Number.isNaN(value) ? "nan" : "inf", { ...format, fill: unlessZero(format) });
  if (notation === "fixed") return padded(sign, fixed(size, precision), format);
  if (notation === "scientific") return padded(sign, scientific(size, precision), format);
  return padded(sign, shortest(size, Math.max(1, precision)), format);
}

/** %d. */
export function formatInteger(value: number | bigint, format: NumberFormat): string {
  return value < 0 ? padded("-", String(value).slice(1), format) : padded("", String(value), format);
}

function padded(sign: string, digits: string, { fill, width }: Pick<NumberFormat, "fill" | "width">): string {
  const marked = sign === "" && (fill === "+" || fill === " ") ? fill : sign;
  if (fill === "-") return (marked + digits).padEnd(width);
  if (fill === "0") return marked + digits.padStart(width - marked.length, "0");
  return (marked + digits).padStart(width);
}

function unlessZero({ fill }: NumberFormat): NumberFormat["fill"] {
  return fill === "0" ? "" : fill;
}

function fixed(size: number, precision: number): string {
  const digits = String(scaled(size, precision)).padStart(precision + 1, "0");
  return withPoint(digits, digits.length - precision);
}

function scientific(size: number, precision: number): string {
  const [digits, exponent] = significant(size, precision + 1);
  return `${withPoint(digits, 1)}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

/** The fixed form where the exponent is small, neither with zeros at the end. */
function shortest(size: number, precision: number): string {
  const [, exponent] = significant(size, precision);
  if (exponent >= -4 && exponent < precision) return withoutZeros(fixed(size, precision - 1 - exponent));
  const [mantissa = "", power] = scientific(size, precision - 1).split("e");
  return `${withoutZeros(mantissa)}e${power}`;
}

function withoutZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

function withPoint(digits: string, place: number): string {
  return place === digits.length ? digits : `${digits.slice(0, place)}.${digits.slice(place)}`;
}

/** So many decimal digits, rounded, and the power of ten of the first. */
function significant(size: number, count: number): readonly [digits: string, exponent: number] {
  if (size === 0) return ["0".repeat(count), 0];
  let exponent = Math.floor(Math.log10(size)) - 1;
  let digits = String(scaled(size, count - 1 - exponent));
  while (digits.length > count) digits = String(scaled(size, count - 1 - ++exponent));
  return [digits, exponent];
}

/** The number times a power of ten, rounded half to even. */
function scaled(size: number, power: number): bigint {
  const [mantissa, exponent] = exactly(size);
  const numerator = mantissa * 2n ** BigInt(Math.max(0, exponent)) * 10n ** BigInt(Math.max(0, power));
  const denominator = 2n ** BigInt(Math.max(0, -exponent)) * 10n ** BigInt(Math.max(0, -power));
  const quotient = numerator / denominator;
  const twice = 2n * (numerator % denominator);
  const isUp = twice > denominator || (twice === denominator && (quotient & 1n) === 1n);
  return isUp ? quotient + 1n : quotient;
}

const double = new DataView(new ArrayBuffer(8));

/** A whole number and the power of two that it is to be multiplied with. */
export function exactly(size: number): readonly [mantissa: bigint, exponent: number] {
  double.setFloat64(0, size);
  const bits = double.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  return exponent === 0 ? [fraction, -1074] : [fraction | 0x10000000000000n, exponent - 1075];
}
