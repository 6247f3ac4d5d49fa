/** More digits than any eye sees in a chart, and short enough as text. */
export function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
