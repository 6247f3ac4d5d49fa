import { functionOf } from "../vector/web-assembly.ts";
import { emscripten } from "../wasm/backend.ts";
import type { Panels } from "./panels.ts";
import { scratch } from "./scratch.ts";
import {
  type Clamp,
  MAX_TILE_ROWS,
  PANEL_COLUMNS,
  TILE_ARGUMENTS,
  type TileArguments,
  tileModule,
} from "./tile-code.ts";

/** All in bytes, but for counts. */
export interface Products {
  readonly rows: Rows;
  readonly columns: Panels;
  /** What the sums begin with; null for zeros. */
  readonly bias: Panels | null;
  readonly output: { readonly address: number; readonly rowStep: number };
  readonly clamp: Clamp;
}

/** Rows lie in lines of as many, evenly. */
export interface Rows {
  /** Where each line begins. */
  readonly lines: ArrayLike<number>;
  readonly perLine: number;
  readonly step: number;
  /** Each row is read in runs of as many elements: how many bytes after the row each of them begins. */
  readonly runs: ArrayLike<number>;
  readonly run: number;
}

/** The rows of a block are read again for each panel: as many as stay in the second cache, and few enough to begin soon. */
const BLOCK_FLOATS = 2 ** 17;
const MAX_BLOCK_TILES = 16;
const FLOAT_BYTES = Float32Array.BYTES_PER_ELEMENT;
/** A row's two addresses. */
const ENTRY = 2;
const TILES = TILE_ARGUMENTS.indexOf("tiles");

/** Writes the sums of products of all rows with all columns as rows of the output. */
export function sumProducts(products: Products): void {
  const { rows, clamp } = products;
  const count = rows.lines.length * rows.perLine;
  // As even as it can be: seven rows are two tiles of four.
  const tileRows = Math.ceil(count / Math.ceil(count / MAX_TILE_ROWS));
  const tile = tileFunction(tileRows, clamp);
  const perBlock = Math.floor(BLOCK_FLOATS / (rows.run * rows.runs.length) / tileRows);
  const blockTiles = Math.max(1, Math.min(MAX_BLOCK_TILES, perBlock, Math.ceil(count / tileRows)));
  const { table, given } = prepared(products, ENTRY * blockTiles * tileRows);
  const place = placer(products, table);
  for (let left = count; left > 0; left -= blockTiles * tileRows) {
    const tiles = Math.min(blockTiles, Math.ceil(left / tileRows));
    place(tiles * tileRows, left);
    given[TILES] = tiles;
    tile(...given);
  }
}

interface Prepared {
  /** For each row of a block, where it is read and where its sums are written. */
  readonly table: Int32Array;
  readonly given: number[];
}

function prepared({ rows, columns, bias }: Products, tableWords: number): Prepared {
  const jumpWords = rows.runs.length;
  const address = scratch(tableWords + jumpWords + PANEL_COLUMNS);
  const words = new Int32Array(emscripten().HEAPU8.buffer, address, tableWords + jumpWords + PANEL_COLUMNS);
  for (let index = 0; index < jumpWords; index++) {
    const next = index + 1 < jumpWords ? rows.runs[index + 1]! : 0;
    words[tableWords + index] = next - rows.runs[index]! - rows.run * FLOAT_BYTES;
  }
  words.fill(0, tableWords + jumpWords);
  const panels = Math.ceil(columns.columns / PANEL_COLUMNS);
  const named: TileArguments = {
    rows: address,
    tiles: 0,
    jumps: address + tableWords * FLOAT_BYTES,
    runs: jumpWords,
    run: rows.run,
    columns: columns.address,
    columnsStep: columns.rowStep,
    panelStep: columns.panelStep,
    panels,
    tail: columns.columns - (panels - 1) * PANEL_COLUMNS,
    start: bias?.address ?? address + (tableWords + jumpWords) * FLOAT_BYTES,
    startStep: bias?.panelStep ?? 0,
  };
  return {
    table: words.subarray(0, tableWords),
    given: TILE_ARGUMENTS.map((name) => named[name]),
  };
}

/** Goes on with the next rows at each call. Where the last tile has room, it computes the last row again. */
function placer({ rows: { lines, perLine, step, runs }, output }: Products, table: Int32Array) {
  let line = 0;
  let inLine = 0;
  let write = output.address;
  return (entries: number, left: number): void => {
    const first = runs[0]!;
    for (let entry = 0; entry < entries; entry++) {
      if (entry < left) {
        table[ENTRY * entry] = lines[line]! + inLine * step + first;
        table[ENTRY * entry + 1] = write;
        write += output.rowStep;
        if (++inLine === perLine) [line, inLine] = [line + 1, 0];
      } else {
        table[ENTRY * entry] = table[ENTRY * entry - 2]!;
        table[ENTRY * entry + 1] = table[ENTRY * entry - 1]!;
      }
    }
  };
}

type TileFunction = (...given: readonly number[]) => void;

const tileFunctions = new Map<string, TileFunction>();

function tileFunction(rows: number, clamp: Clamp): TileFunction {
  const key = `${rows} ${clamp}`;
  const known = tileFunctions.get(key);
  if (known !== undefined) return known;
  const made: TileFunction = functionOf(tileModule(rows, clamp), emscripten().asm.memory);
  tileFunctions.set(key, made);
  return made;
}
