import { type Html, html, NOTHING, text } from "../html/markup.ts";
import { type Table, table } from "../html/table.ts";

export interface Figure {
  readonly caption: string;
  /** How to read it, in one sentence. */
  readonly note: string;
  readonly legend: readonly LegendEntry[];
  readonly chart: Html;
  /** The same numbers for those who want them, or cannot see the chart. */
  readonly numbers: Omit<Table, "caption">;
}

export interface LegendEntry {
  readonly tone: "challenger" | "champion" | "reference" | "positive" | "negative";
  readonly name: string;
}

export function figure({ caption, note, legend, chart, numbers }: Figure): Html {
  const entries = legend.map(({ tone, name }) => html`<li class="${text(tone)}">${text(name)}</li>`);
  return html`<figure class="plot">
<figcaption><strong>${text(caption)}</strong> <span>${text(note)}</span></figcaption>
${legend.length < 2 ? NOTHING : html`<ul class="legend">${entries}</ul>`}
${chart}
<details class="numbers"><summary>Numbers<span class="unseen"> of ${text(caption)}</span></summary>${table({ caption, ...numbers })}</details>
</figure>
`;
}

/** The first column names, the others are numbers. */
export function numbersTable(titles: readonly string[], rows: readonly (readonly string[])[]): Figure["numbers"] {
  return {
    columns: titles.map((title, index) => ({ title, isNumber: index > 0 })),
    rows: rows.map((cells) => ({ cells: cells.map((cell) => text(cell)) })),
  };
}

const SHOWN = 21;

/** A few of many rows, evenly spread, the first and the last among them. */
export function thinned<T>(rows: readonly T[]): readonly T[] {
  if (rows.length <= SHOWN) return rows;
  return Array.from({ length: SHOWN }, (_, index) => rows[Math.round((index * (rows.length - 1)) / (SHOWN - 1))]!);
}
