/** What bounds a measured value, as wide as chance may be. */
export interface Interval {
  readonly lower: number | null;
  readonly upper: number | null;
}

const MOST_DECIMALS = 6;
const MINUS = "\u2212";

/** So many decimals as the interval bears out, two digits of its half; without one, four digits of the value. */
export function decimalsFor(value: number, interval: Interval | null): number {
  const half = interval === null ? Number.NaN : (Number(interval.upper ?? NaN) - Number(interval.lower ?? NaN)) / 2;
  if (half > 0 && Number.isFinite(half)) return bounded(1 - Math.floor(Math.log10(half)));
  return value === 0 || !Number.isFinite(value) ? 3 : bounded(3 - Math.floor(Math.log10(Math.abs(value))));
}

/** `0.843`, `−1.20`; what no table has room for is written as a power of ten. */
export function fixed(value: number, decimals: number): string {
  if (Number.isNaN(value)) return "not a number";
  if (!Number.isFinite(value)) return value > 0 ? "infinite" : `${MINUS}infinite`;
  const size = Math.abs(value);
  const isOdd = size >= 1e9 || (size > 0 && size < 10 ** -MOST_DECIMALS);
  const digits = isOdd ? size.toExponential(2) : grouped(size.toFixed(decimals));
  return value < 0 && /[1-9]/.test(digits) ? `${MINUS}${digits}` : digits;
}

/** With its sign, as a change is written. */
export function signed(value: number, decimals: number): string {
  const written = fixed(value, decimals);
  return value > 0 && /[1-9]/.test(written) ? `+${written}` : written;
}

/** Four digits that matter. */
export function figure(value: number): string {
  const written = fixed(value, decimalsFor(value, null));
  return written.includes(".") && !written.includes("e") ? written.replace(/\.?0+$/, "") : written;
}

export function percent(share: number): string {
  return `${figure(share * 100)} %`;
}

/** From one digit after the point up to whole ones: nobody feels a microsecond. */
export function milliseconds(ms: number): string {
  if (ms >= 10_000) return `${fixed(ms / 1000, 1)} s`;
  return `${fixed(ms, ms >= 100 ? 0 : ms >= 1 ? 1 : 3)} ms`;
}

export function whole(number: number): string {
  return Number.isSafeInteger(number) ? grouped(String(number)) : String(number);
}

function bounded(decimals: number): number {
  return Math.min(MOST_DECIMALS, Math.max(0, decimals));
}

/** Five digits and more are read in threes. */
function grouped(digits: string): string {
  const [front = "", ...rest] = digits.split(".");
  return [front.length < 5 ? front : front.replace(/\B(?=(\d{3})+$)/g, ","), ...rest].join(".");
}
