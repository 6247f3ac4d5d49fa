import type { Spill } from "../../ports/spill.ts";
import { BLOCK_ROWS } from "../../statistics/exact-sum.ts";
import { type SortRoom, sortRoom } from "../../statistics/order/radix-sort.ts";
import type { Model } from "./curves.ts";
import type { GroupRows } from "./group-rows.ts";
import {
  columnsOf,
  type PackedRows,
  packed,
  packInto,
  type RowForm,
  rowFormOf,
  strideOf,
  unpacked,
} from "./packed-rows.ts";
import { type Scratch, scratch } from "./scratch.ts";

/** The rows of one group in their order, to be gone through again: in memory while there are few, then on disk. */
export interface KeptRows {
  readonly rows: () => number;
  /** As many as are sorted in memory: whole blocks. */
  readonly runRows: number;
  /** For that many, of whichever group. */
  readonly sortRoom: SortRoom;
  readonly rooms: Rooms;
  readonly add: (part: GroupRows) => void;
  /** In parts of `size` rows, the last one perhaps shorter; each is gone when any group's next one is asked for. */
  readonly parts: (size: number) => Iterable<GroupRows>;
}

/** For a number to each row, of whichever group: in the order of the scores, and in that of the rows for either model. */
export type Rooms = Readonly<Record<"ranked" | Model, Scratch>>;

/** All groups' rows share one allowance of memory. */
export type Keeper = () => KeptRows;

const MEMORY_BYTES = 12 * 2 ** 20;
/** A label, a weight and a score. */
const RANKED_BYTES = 24;

export function keeper(spill: Spill, memoryBytes = MEMORY_BYTES): Keeper {
  const shelf = heldShelf(spill, Math.floor(memoryBytes / 8));
  const runRows = BLOCK_ROWS * Math.max(1, Math.floor(memoryBytes / RANKED_BYTES / BLOCK_ROWS));
  const [room, sorting] = [scratch(), sortRoom(runRows)];
  const rooms = { ranked: scratch(), challenger: scratch(), champion: scratch() };
  return () => {
    const group: Group = { rows: 0, form: null, pieces: [] };
    return {
      rows: () => group.rows,
      runRows,
      sortRoom: sorting,
      rooms,
      add(part) {
        group.form ??= rowFormOf(part);
        group.rows += part.rows;
        group.pieces.push({ rows: part.rows, ...shelf(part) });
      },
      parts: (size) => partsOf(group, { spill, room }, size),
    };
  };
}

interface Group {
  rows: number;
  form: RowForm | null;
  readonly pieces: Piece[];
}

interface Piece extends Place {
  readonly rows: number;
}

/** Where packed rows lie: so many numbers behind the beginning of a box. */
interface Place {
  readonly box: Box;
  readonly offset: number;
}

/** What is filled in memory, and then lies on disk as a whole. */
interface Box {
  held: PackedRows | null;
  position: number;
}

/** One box in memory is used over and over: many small ones would leave holes that nothing fits into. */
function heldShelf(spill: Spill, numbers: number): (part: GroupRows) => Place {
  let room: PackedRows | null = null;
  let box: Box = { held: null, position: 0 };
  let filled = numbers;
  return (part) => {
    const size = part.rows * strideOf(rowFormOf(part));
    if (size > numbers) return { box: { held: null, position: spill.append(bytesOf(packed(part))) }, offset: 0 };
    if (filled + size > numbers) {
      if (box.held !== null) box.position = spill.append(bytesOf(box.held.subarray(0, filled)));
      box.held = null;
      room ??= new Float64Array(numbers);
      box = { held: room, position: 0 };
      filled = 0;
    }
    packInto(room!.subarray(filled), part);
    filled += size;
    return { box, offset: filled - size };
  };
}

interface Places {
  readonly spill: Spill;
  readonly room: Scratch;
}

function* partsOf({ rows, form, pieces }: Group, { spill, room }: Places, size: number): Generator<GroupRows> {
  if (form === null) return;
  for (let from = 0; from < rows; from += size) {
    const all = room(Math.min(size, rows - from) * strideOf(form));
    gather({ pieces, spill, form }, from, all);
    yield unpacked(all, form);
  }
}

interface Source {
  readonly pieces: readonly Piece[];
  readonly spill: Spill;
  readonly form: RowForm;
}

/** Some rows of several pieces as one. */
function gather({ pieces, spill, form }: Source, from: number, all: PackedRows): void {
  const rows = all.length / strideOf(form);
  let start = 0;
  for (const piece of pieces) {
    const first = Math.max(from - start, 0);
    const end = Math.min(from + rows - start, piece.rows);
    const into = start + first - from;
    start += piece.rows;
    if (first >= end) continue;
    for (const { before, width } of columnsOf(form)) {
      const room = all.subarray(before * rows + into * width, before * rows + (into + end - first) * width);
      readColumn(piece, spill, { at: before * piece.rows + first * width, room });
    }
  }
}

function readColumn({ box, offset }: Piece, spill: Spill, { at, room }: { at: number; room: PackedRows }): void {
  const from = offset + at;
  if (box.held !== null) room.set(box.held.subarray(from, from + room.length));
  else spill.read(box.position + from * room.BYTES_PER_ELEMENT, bytesOf(room));
}

function bytesOf(values: PackedRows): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
