import type { NodeKind } from "../graph.ts";
import { scanInput, scanName, type Text } from "./names.ts";

/**
 * What is known of nodes as numbers, row after row: objects and strings for 100 000 nodes cost ten times as much, and
 * most nodes are only ever counted and compared.
 */
export interface NodeColumns {
  readonly text: Text;
  rows: number;
  /** Where each node begins in its file. */
  starts: Int32Array;
  /** For each node: where its name begins and ends, the name's hash, and whether TensorFlow allows it. */
  names: Int32Array;
  readonly kinds: NodeKind[];
  /** For each node the number of its first input, and one more behind the last. */
  firstInputs: Int32Array;
  inputs: number;
  /** For each input: where it begins, where the node's name ends in it, where it ends, that name's hash, the PRODUCER. */
  references: Int32Array;
}

/** Rows side by side: a graph, or the body of a function. */
export interface Stretch {
  readonly first: number;
  readonly count: number;
}

export const NAME_CELLS = 4;
export const REFERENCE_CELLS = 5;
/** The cell for the place of the node that an input names, or −1, which a table fills. */
export const PRODUCER = 4;

/** A node takes some 200 bytes of a file that holds no weights. */
const BYTES_OF_NODE = 192;
const MOST_ROWS_AT_FIRST = 65_536;

export function newColumns(text: Text): NodeColumns {
  const room = 16 + Math.min(MOST_ROWS_AT_FIRST, Math.floor(text.length / BYTES_OF_NODE));
  return {
    text,
    rows: 0,
    starts: new Int32Array(room),
    names: new Int32Array(room * NAME_CELLS),
    kinds: [],
    firstInputs: new Int32Array(room + 1),
    inputs: 0,
    references: new Int32Array(2 * room * REFERENCE_CELLS),
  };
}

/** Begins a row; its inputs are noted next, its kind last. */
export function beginRow(columns: NodeColumns, start: number): void {
  const row = columns.rows++;
  if (row === columns.starts.length) {
    columns.starts = grown(columns.starts);
    columns.names = grown(columns.names);
    columns.firstInputs = grown(columns.firstInputs);
  }
  columns.starts[row] = start;
  columns.firstInputs[row + 1] = columns.inputs;
  noteName(columns, start, start);
}

/** Of the latest row; a second name takes the place of the first. Whether it is ASCII. */
export function noteName({ text, names, rows }: NodeColumns, start: number, end: number): boolean {
  const { hash, isLegal, isAscii } = scanName(text, start, end);
  const cell = (rows - 1) * NAME_CELLS;
  names[cell] = start;
  names[cell + 1] = end;
  names[cell + 2] = hash;
  names[cell + 3] = isLegal ? 1 : 0;
  return isAscii;
}

/** Of the latest row, behind its other inputs. Whether it is ASCII. */
export function noteInput(columns: NodeColumns, start: number, end: number): boolean {
  const cell = columns.inputs++ * REFERENCE_CELLS;
  if (cell === columns.references.length) columns.references = grown(columns.references);
  const { hash, nameEnd, isAscii } = scanInput(columns.text, start, end);
  const { references, firstInputs } = columns;
  references[cell] = start;
  references[cell + 1] = nameEnd;
  references[cell + 2] = end;
  references[cell + 3] = hash;
  firstInputs[columns.rows] = columns.inputs;
  return isAscii;
}

function grown(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}
