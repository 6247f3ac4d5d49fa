import type { GroupRows } from "../group-rows.ts";
import type { KeptRows } from "../kept/kept-rows.ts";
import { gatheredRows } from "../packed-rows.ts";
import { rowsWithin } from "../rows-within.ts";

/** Rows that stand for all of a group, so that drawing them again costs the same however many there are. */
export interface Sample {
  readonly rows: GroupRows;
  /** Where each of them is among the group's. */
  readonly places: Uint32Array;
}

/** All of so many. */
const MOST_ROWS = 16_384;
/** So many tell a spread to about 1 %, where a thousand replicates tell it to 4 %. */
const FEWEST_ROWS = 4096;
/** Expected of the rarest class, as far as that takes no more than most rows. */
const CLASS_ROWS = 2048;
/** Of labels, weights and scores: with thousands of classes fewer rows do. */
const MOST_NUMBERS = 2 ** 22;

/**
 * All rows where they are few, else those that a hash of their place picks: the more, the rarer the rarest class is.
 * `classRows`: how many rows each class has, if there are classes. Null for no rows at all.
 */
export function sampleOf(kept: KeptRows, classRows: readonly number[] | null): Sample | null {
  const wanted = wantedRows(kept.rows(), classRows);
  const parts: GroupRows[] = [];
  const places: number[] = [];
  let from = 0;
  for (const part of kept.parts()) {
    const picked = pickedFrom(from, { rows: part.rows, share: Math.min(wanted, affordableRows(part)) / kept.rows() });
    for (let row = 0; row < part.rows; row++) if (picked[row] === 1) places.push(from + row);
    parts.push(rowsWithin(part, picked));
    from += part.rows;
  }
  return parts.length === 0 ? null : { rows: gatheredRows(parts), places: new Uint32Array(places) };
}

function wantedRows(rows: number, classRows: readonly number[] | null): number {
  if (rows <= MOST_ROWS || classRows === null) return MOST_ROWS;
  const rarest = Math.min(...classRows.filter((count) => count > 0)) / rows;
  return Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, Math.ceil(CLASS_ROWS / rarest)));
}

function affordableRows({ width }: GroupRows): number {
  return Math.floor(MOST_NUMBERS / (1 + 2 * width));
}

function pickedFrom(from: number, { rows, share }: { readonly rows: number; readonly share: number }): Uint8Array {
  const picked = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) if (isPicked(from + row, share)) picked[row] = 1;
  return picked;
}

function isPicked(place: number, share: number): boolean {
  return share >= 1 || hashOf(place) < share * 2 ** 32;
}

/** Two rounds of multiplication and folding: neighbouring places have nothing in common. */
function hashOf(place: number): number {
  const once = Math.imul(place ^ (place >>> 16), 0x21f0aaad);
  const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97);
  return (twice ^ (twice >>> 15)) >>> 0;
}
