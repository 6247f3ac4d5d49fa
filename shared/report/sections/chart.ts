import { type Block, fence, NOTHING } from "../markdown.ts";

/** A picture that GitHub draws. Its words are ours and its values numbers: what it shows stands in a table as well. */
export interface Chart {
  readonly title: string;
  readonly labels: readonly string[];
  readonly bars: readonly number[];
  /** Drawn over the bars. */
  readonly line?: readonly number[];
}

/** Beyond it numbers are written as powers of ten. */
const LARGEST = 1e21;

/** `xychart-beta` is the keyword that old and new versions of Mermaid read. */
export function barChart({ title, labels, bars, line }: Chart): Block {
  const values = [...bars, ...(line ?? [])];
  if (values.length === 0 || !values.every((value) => Math.abs(value) < LARGEST)) return NOTHING;
  const quoted = (words: string): string => `"${words.replace(/[^\w .,:()%/-]/g, "")}"`;
  return fence(
    "mermaid",
    [
      "xychart-beta",
      `  title ${quoted(title)}`,
      `  x-axis [${labels.map(quoted).join(", ")}]`,
      `  y-axis ${plainNumber(Math.min(0, ...values))} --> ${plainNumber(topOf(values))}`,
      `  bar [${bars.map(plainNumber).join(", ")}]`,
      ...(line === undefined ? [] : [`  line [${line.map(plainNumber).join(", ")}]`]),
    ].join("\n"),
  );
}

/** An axis needs some length. */
function topOf(values: readonly number[]): number {
  const top = Math.max(0, ...values);
  return top === Math.min(0, ...values) ? top + 1 : top;
}

/** Mermaid reads no powers of ten. */
function plainNumber(value: number): string {
  const digits = value === 0 ? 0 : Math.min(20, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value)))));
  const written = value.toFixed(digits);
  return (written.includes(".") ? written.replace(/\.?0+$/, "") : written).replace(/^-0$/, "0");
}
