import { type Html, html, NOTHING, text } from "./markup.ts";

export interface Column {
  readonly title: string;
  /** Numbers stand under each other. */
  readonly isNumber?: boolean;
}

export interface Row {
  /** The first names the row. */
  readonly cells: readonly Html[];
  readonly tone?: "fail" | "inconclusive" | "faint" | "primary";
}

export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** Wide ones scroll within themselves: then the region can be reached and scrolled by keyboard. */
export function table({ caption, columns, rows }: Table): Html {
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${text(caption)}"><table${columns.length <= NARROW ? html` class="narrow"` : NOTHING}>
<caption>${text(caption)}</caption>
<thead><tr>${columns.map(heading)}</tr></thead>
<tbody>${rows.map((row) => line(row, columns))}</tbody>
</table></div>`;
}

const NARROW = 3;

function heading({ title, isNumber }: Column): Html {
  return html`<th scope="col"${isNumber ? html` class="number"` : NOTHING}>${text(title)}</th>`;
}

function line({ cells, tone }: Row, columns: readonly Column[]): Html {
  const [name, ...others] = cells;
  const rest = others.map((cell, index) => {
    return html`<td${columns[index + 1]?.isNumber ? html` class="number"` : NOTHING}>${cell}</td>`;
  });
  return html`<tr${tone === undefined ? NOTHING : html` class="${text(tone)}"`}><th scope="row">${name ?? NOTHING}</th>${rest}</tr>
`;
}
