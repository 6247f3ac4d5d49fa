import { Failure } from "../../failure.ts";
import { crc32c, maskCrc32c } from "../crc32c/crc32c.ts";
import { unsnap } from "./snappy.ts";

export interface TableEntry {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}

interface Table {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** How many bytes of keys and of compressed blocks may still be written out. */
  budget: number;
  /** How many bytes of the file no block has claimed yet: blocks do not overlap. */
  unclaimed: number;
}

/** A place in a block. */
interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
  readonly end: number;
}

interface Handle {
  readonly offset: number;
  readonly size: number;
}

const FOOTER_BYTES = 48;
const MAGIC_BYTES = 8;
const MAGIC = 0xdb4775248b80fb57n;
/** Behind each block: how it is compressed, and the checksum of the block and that byte. */
const TRAILER_BYTES = 5;
const SNAPPY = 1;
/** Keys share beginnings, and blocks may be compressed: a small file can stand for a very long one. */
const MAX_EXPANDED_BYTES = 64 * 1024 * 1024;

/** LevelDB's table format, in which TensorFlow writes the index of a checkpoint: entries with rising keys. */
export function readTable(bytes: Uint8Array, file: string): readonly TableEntry[] {
  const table: Table = { file, bytes, budget: MAX_EXPANDED_BYTES, unclaimed: bytes.length };
  if (bytes.length < FOOTER_BYTES)
    throw damaged(table, `${bytes.length} bytes are too few for the index of a checkpoint`);
  const footer = { bytes, at: bytes.length - FOOTER_BYTES, end: bytes.length - MAGIC_BYTES };
  if (viewOf(bytes).getBigUint64(footer.end, true) !== MAGIC) {
    throw damaged(table, "it does not end as the index of a checkpoint does");
  }
  readHandle(table, footer); // the filters' block, which TensorFlow leaves empty
  const entries: TableEntry[] = [];
  for (const { value } of readBlock(table, readHandle(table, footer))) {
    const handle = readHandle(table, { bytes: value, at: 0, end: value.length });
    for (const entry of readBlock(table, handle)) entries.push(entry);
  }
  requireRisingKeys(table, entries);
  return entries;
}

function readBlock(table: Table, { offset, size }: Handle): readonly TableEntry[] {
  const { bytes } = table;
  const end = offset + size;
  if (end + TRAILER_BYTES > bytes.length - FOOTER_BYTES) throw damaged(table, "a block reaches past the end");
  table.unclaimed -= size + TRAILER_BYTES;
  if (table.unclaimed < 0) throw damaged(table, "its blocks overlap");
  const checksum = maskCrc32c(crc32c(bytes.subarray(offset, end + 1)));
  if (viewOf(bytes).getUint32(end + 1, true) !== checksum) {
    throw damaged(table, `the checksum of the block at byte ${offset} differs`);
  }
  const block = expand(table, bytes.subarray(offset, end), bytes[end]!);
  return entriesOf(table, { bytes: block, at: 0, end: restartsOf(table, block) });
}

function expand(table: Table, block: Uint8Array, compression: number): Uint8Array {
  if (compression === 0) return block;
  if (compression !== SNAPPY) throw damaged(table, `a block is compressed in the unknown way ${compression}`);
  const expanded = unsnap(block, table.budget);
  if (expanded === null) throw damaged(table, "a block is not what snappy writes");
  spend(table, expanded.length);
  return expanded;
}

/** Where the entries of a block end and the list of its restart points begins. */
function restartsOf(table: Table, block: Uint8Array): number {
  const count = block.length < 4 ? 0 : viewOf(block).getUint32(block.length - 4, true);
  if (count === 0 || 4 * count + 4 > block.length) throw damaged(table, "a block's restart points do not fit it");
  return block.length - 4 - 4 * count;
}

function entriesOf(table: Table, cursor: Cursor): readonly TableEntry[] {
  const entries: TableEntry[] = [];
  let before: Uint8Array = new Uint8Array(0);
  while (cursor.at < cursor.end) {
    const shared = readVarint(table, cursor);
    const added = readVarint(table, cursor);
    const length = readVarint(table, cursor);
    if (shared > before.length || added + length > cursor.end - cursor.at)
      throw damaged(table, "an entry does not fit its block");
    const key = join(table, before.subarray(0, shared), cursor.bytes.subarray(cursor.at, cursor.at + added));
    cursor.at += added;
    entries.push({ key, value: cursor.bytes.subarray(cursor.at, cursor.at + length) });
    cursor.at += length;
    before = key;
  }
  return entries;
}

function join(table: Table, shared: Uint8Array, added: Uint8Array): Uint8Array {
  spend(table, shared.length + added.length);
  const key = new Uint8Array(shared.length + added.length);
  key.set(shared);
  key.set(added, shared.length);
  return key;
}

function spend(table: Table, byteCount: number): void {
  table.budget -= byteCount;
  if (table.budget >= 0) return;
  throw new Failure("limit-exceeded", `${table.file}: expands to more than ${MAX_EXPANDED_BYTES} bytes`, {
    fix: "Save the checkpoint again with fewer or shorter names.",
  });
}

function readHandle(table: Table, cursor: Cursor): Handle {
  return { offset: readVarint(table, cursor), size: readVarint(table, cursor) };
}

function readVarint(table: Table, cursor: Cursor): number {
  let value = 0;
  for (let scale = 1; cursor.at < cursor.end && scale <= 2 ** 49; scale *= 128) {
    const byte = cursor.bytes[cursor.at++]!;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
  }
  throw damaged(table, "a number is cut off");
}

function requireRisingKeys(table: Table, entries: readonly TableEntry[]): void {
  const bad = entries.findIndex(({ key }, index) => index > 0 && Buffer.compare(entries[index - 1]!.key, key) >= 0);
  if (bad >= 0) throw damaged(table, `entry ${bad} is not in the order of the names`);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged({ file }: Table, reason: string): Failure {
  return new Failure("model-unreadable", `${file}: ${reason}`, {
    fix: "Restore the checkpoint from where it was made, or export the model again.",
  });
}
