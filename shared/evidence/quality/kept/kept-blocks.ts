import type { Spill } from "../../../ports/spill.ts";
import type { GroupRows } from "../group-rows.ts";
import { type RowForm, strideOf, unpacked } from "../packed-rows.ts";
import type { ScoredBatch } from "../scored-batch.ts";
import { scratch } from "../scratch.ts";
import { columnIn, type KeptBlock, layOut, membersIn, type Narrow, writeBlock } from "./kept-block.ts";
import { type Place, shelf } from "./shelf.ts";

/** All rows in their order, and those of each slice; the slice `null` is all rows. */
export interface KeptBlocks {
  readonly add: (block: ScoredBatch) => void;
  readonly rows: (slice: number | null) => number;
  /** Block by block; each part is gone when the next one is asked for. */
  readonly parts: (slice: number | null) => Iterable<GroupRows>;
  /** Where each of a slice's rows is among all, block by block. */
  readonly members: (slice: number) => Iterable<Members>;
}

export interface Members {
  /** Rows before the block. */
  readonly firstRow: number;
  /** Those of the slice, counted from there; gone when the next block's are asked for. */
  readonly places: Uint32Array;
}

interface Kept extends KeptBlock {
  readonly firstRow: number;
  readonly place: Place;
}

export function keptBlocks(slices: number, spill: Spill, memoryBytes: number): KeptBlocks {
  const store = shelf(spill, memoryBytes);
  const room = scratch();
  const kept: Kept[] = [];
  const inSlices = new Array<number>(slices).fill(0);
  let rows = 0;
  let places = new Uint32Array(0);

  function add(block: ScoredBatch): void {
    const layout = layOut(block);
    const place = store.put(layout.sizeBytes, (into) => writeBlock(layout, block, into));
    kept.push({ ...layout, place, firstRow: rows });
    rows += block.rows;
    for (const [slice, members] of block.slices.entries()) inSlices[slice]! += countOf(members);
    if (places.length < block.rows) places = new Uint32Array(block.rows);
  }

  function* parts(slice: number | null): Generator<GroupRows> {
    for (const block of kept) {
      const bytes = store.bytesAt(block.place);
      const members = slice === null ? null : membersIn(bytes, block, slice, places);
      const form = formOf(block);
      const part = unpacked(room((members?.length ?? block.rows) * strideOf(form)), form);
      if (part.rows > 0) yield filled(part, { block, bytes, members });
    }
  }

  function* membersOf(slice: number): Generator<Members> {
    for (const block of kept) {
      yield { firstRow: block.firstRow, places: membersIn(store.bytesAt(block.place), block, slice, places) };
    }
  }
  return { add, parts, members: membersOf, rows: (slice) => (slice === null ? rows : inSlices[slice]!) };
}

function countOf(members: Uint8Array): number {
  let count = 0;
  for (let row = 0; row < members.length; row++) count += members[row]!;
  return count;
}

function formOf({ width, weights, champion }: KeptBlock): RowForm {
  return { width, hasWeights: weights !== null, hasChampion: champion !== null };
}

interface Chosen {
  readonly block: KeptBlock;
  readonly bytes: Uint8Array;
  /** Null for all. */
  readonly members: Uint32Array | null;
}

function filled(part: GroupRows, { block, bytes, members }: Chosen): GroupRows {
  for (const name of ["labels", "weights", "challenger", "champion"] as const) {
    const [column, into] = [block[name], part[name]];
    if (column !== null && into) take(columnIn(bytes, column), members, into);
  }
  return part;
}

function take(from: Narrow, members: Uint32Array | null, into: Float64Array): void {
  if (members === null) {
    into.set(from);
    return;
  }
  const width = into.length / members.length;
  if (width === 1) for (let i = 0; i < members.length; i++) into[i] = from[members[i]!]!;
  else
    for (let i = 0; i < members.length; i++)
      into.set(from.subarray(members[i]! * width, (members[i]! + 1) * width), i * width);
}
