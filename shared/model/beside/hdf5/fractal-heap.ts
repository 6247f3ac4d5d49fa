import { damaged, littleEndian } from "../bytes.ts";
import { readRecords } from "./btree2.ts";
import { type Hdf5File, required } from "./file.ts";

/** Where groups and objects with many links or attributes keep them. */
export interface FractalHeap {
  readonly object: (id: Buffer) => Buffer;
}

interface Geometry {
  readonly idBytes: number;
  readonly hugeTree: number | null;
  readonly width: number;
  readonly startBytes: number;
  readonly maxDirectBytes: number;
  readonly offsetWidth: number;
  readonly lengthWidth: number;
  readonly root: number | null;
  readonly rootRows: number;
}

const MAX_OBJECT_BYTES = 16 << 20;
const MAX_LEVELS = 8;

export function openFractalHeap(file: Hdf5File, address: number): FractalHeap {
  const geometry = readGeometry(file, address);
  const { offsetWidth, lengthWidth } = geometry;
  return {
    object: (id) => {
      const kind = ((id[0] ?? 0) >> 4) & 3;
      if (kind === 2) return tiny(id, geometry);
      if (kind === 1) return huge(file, id, geometry);
      const offset = littleEndian(id, 1, offsetWidth);
      return managed(file, geometry, offset, littleEndian(id, 1 + offsetWidth, lengthWidth));
    },
  };
}

function readGeometry(file: Hdf5File, address: number): Geometry {
  const { offsetBytes: o, lengthBytes: l } = file;
  const head = file.read(address, 22 + 12 * l + 3 * o);
  if (head.toString("latin1", 0, 4) !== "FRHP") throw damaged("a fractal heap is broken");
  if (head.readUInt16LE(7) !== 0) throw damaged("a fractal heap is compressed");
  const table = 14 + 10 * l + 2 * o;
  const maxDirectBytes = file.length(head, table + 2 + l);
  const maxManagedBytes = head.readUInt32LE(10);
  return {
    idBytes: head.readUInt16LE(5),
    hugeTree: file.address(head, 14 + l),
    width: head.readUInt16LE(table),
    startBytes: file.length(head, table + 2),
    maxDirectBytes,
    offsetWidth: Math.ceil(head.readUInt16LE(table + 2 + 2 * l) / 8),
    lengthWidth: Math.max(1, Math.ceil(Math.min(Math.log2(maxDirectBytes), Math.log2(maxManagedBytes + 1)) / 8)),
    root: file.address(head, table + 6 + 2 * l),
    rootRows: head.readUInt16LE(table + 6 + 2 * l + o),
  };
}

function tiny(id: Buffer, { idBytes }: Geometry): Buffer {
  const isLong = idBytes > 17;
  const length = isLong ? (((id[0] ?? 0) & 0x0f) << 8) + (id[1] ?? 0) + 1 : ((id[0] ?? 0) & 0x0f) + 1;
  return id.subarray(isLong ? 2 : 1, (isLong ? 2 : 1) + length);
}

/** Kept outside the heap, found through a B-tree unless the identifier has room for address and length. */
function huge(file: Hdf5File, id: Buffer, { idBytes, hugeTree }: Geometry): Buffer {
  const { offsetBytes: o, lengthBytes: l } = file;
  if (idBytes - 1 >= o + l) return file.read(required(file.address(id, 1)), limited(file.length(id, 1 + o)));
  const key = littleEndian(id, 1, Math.min(idBytes - 1, l));
  const record = readRecords(file, required(hugeTree)).find((entry) => littleEndian(entry, o + l, l) === key);
  if (record === undefined) throw damaged("a large object is missing from its heap");
  return file.read(required(file.address(record, 0)), limited(file.length(record, o)));
}

function managed(file: Hdf5File, geometry: Geometry, offset: number, length: number): Buffer {
  let block = { address: required(geometry.root), start: 0, rows: geometry.rootRows };
  for (let level = 0; level < MAX_LEVELS; level++) {
    if (block.rows === 0) return file.read(block.address + (offset - block.start), limited(length));
    block = childAt(file, geometry, block, offset);
  }
  throw damaged("a fractal heap is too deep");
}

/** The block of an indirect block's table that covers the offset: rows double from the second on. */
function childAt(
  file: Hdf5File,
  geometry: Geometry,
  block: { readonly address: number; readonly start: number; readonly rows: number },
  offset: number,
): { address: number; start: number; rows: number } {
  const { width, startBytes, maxDirectBytes, offsetWidth } = geometry;
  if (width === 0 || startBytes === 0) throw damaged("a fractal heap has impossible measures");
  const table = block.address + 5 + file.offsetBytes + offsetWidth;
  let start = block.start;
  for (let row = 0; row < Math.min(block.rows, 64); row++) {
    const sizeBytes = startBytes * 2 ** Math.max(0, row - 1);
    if (offset < start + sizeBytes * width) {
      const column = Math.floor((offset - start) / sizeBytes);
      const address = required(
        file.address(file.read(table + (row * width + column) * file.offsetBytes, file.offsetBytes), 0),
      );
      const rows = sizeBytes <= maxDirectBytes ? 0 : Math.log2(sizeBytes / (startBytes * width)) + 1;
      return { address, start: start + column * sizeBytes, rows };
    }
    start += sizeBytes * width;
  }
  throw damaged("an object lies outside its fractal heap");
}

function limited(length: number): number {
  if (length > MAX_OBJECT_BYTES) throw damaged("an object of a fractal heap is too large");
  return length;
}
