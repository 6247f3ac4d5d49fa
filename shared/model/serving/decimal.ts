/** Six digits always survive the way through a float32, and nine always bring it back. */
const DIGITS = [6, 7, 8, 9] as const;
/** Powers that a double holds exactly, so that one division gives the double that is nearest to a decimal. */
const POWERS = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);

/** The shortest decimal that is read back as the same float32, with a fraction or exponent as floats have in JSON. */
export function float32Text(value: number): string {
  return float64Text(Number.isFinite(value) && value !== 0 ? doubleOf(value) : value);
}

/** Clients tell floats from integers by the `.0`, as TensorFlow Serving writes it. */
export function float64Text(value: number): string {
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  return Number.isInteger(value) && !text.includes("e") ? `${text}.0` : text;
}

/** The double whose own shortest decimal is that of the float32. */
function doubleOf(value: number): number {
  const leading = Math.floor(Math.log10(Math.abs(value)));
  for (const digits of DIGITS) {
    const power = POWERS[digits - 1 - leading];
    const rounded = power === undefined ? Number(value.toPrecision(digits)) : Math.round(value * power) / power;
    if (Math.fround(rounded) === value) return rounded;
  }
  return value;
}
