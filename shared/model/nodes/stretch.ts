import {
  beginRow,
  NAME_CELLS,
  type NodeColumns,
  newColumns,
  noteInput,
  noteName,
  REFERENCE_CELLS,
  type Stretch,
} from "./columns.ts";

export interface Body {
  readonly columns: NodeColumns;
  readonly stretch: Stretch;
}

/** The rows of the nodes that begin and end there: mostly side by side, since a body is one message. */
export function bodyAt(columns: NodeColumns, ranges: readonly number[]): Body {
  const count = ranges.length / 2;
  const first = rowAt(columns, ranges[0] ?? 0);
  for (let place = 0; place < count; place++) {
    if (columns.starts[first + place] !== ranges[2 * place]) return gathered(columns, ranges);
  }
  return { columns, stretch: { first, count } };
}

/** A body that the file holds in several pieces, which count as one. */
function gathered(columns: NodeColumns, ranges: readonly number[]): Body {
  const { names, kinds, firstInputs, references } = columns;
  const gathered = newColumns(columns.text);
  for (let at = 0; at < ranges.length; at += 2) {
    const row = rowAt(columns, ranges[at]!);
    beginRow(gathered, ranges[at]!);
    noteName(gathered, names[row * NAME_CELLS]!, names[row * NAME_CELLS + 1]!);
    for (let input = firstInputs[row]!; input < firstInputs[row + 1]!; input++) {
      noteInput(gathered, references[input * REFERENCE_CELLS]!, references[input * REFERENCE_CELLS + 2]!);
    }
    gathered.kinds.push(kinds[row]!);
  }
  return { columns: gathered, stretch: { first: 0, count: gathered.rows } };
}

function rowAt({ starts, rows }: NodeColumns, start: number): number {
  let low = 0;
  let high = rows - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
