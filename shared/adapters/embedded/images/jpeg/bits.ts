import { type HuffmanTable, QUICK_BITS } from "./huffman.ts";
import { endEarly, type Source } from "./segments.ts";

/** Bits of entropy-coded bytes, the first one highest. */
export interface BitReader {
  readonly source: Source;
  buffer: number;
  count: number;
  /** How many zero bits have stood in for bytes that were not there. */
  padding: number;
}

const MOST = 24;

export function bitReader(source: Source): BitReader {
  return { source, buffer: 0, count: 0, padding: 0 };
}

export function discardBits(reader: BitReader): void {
  reader.buffer = 0;
  reader.count = 0;
  reader.padding = 0;
}

/** Whether bits were needed that no byte had. */
export function hasRunDry({ count, padding }: BitReader): boolean {
  return count < padding;
}

/** Up to 16 bits. */
export function readBits(reader: BitReader, count: number): number {
  if (reader.count < count) fill(reader);
  reader.count -= count;
  return (reader.buffer >>> reader.count) & ((1 << count) - 1);
}

export function readBit(reader: BitReader): number {
  if (reader.count < 1) fill(reader);
  reader.count--;
  return (reader.buffer >>> reader.count) & 1;
}

export function readSymbol(reader: BitReader, table: HuffmanTable): number {
  if (reader.count < 16) fill(reader);
  const entry = table.quick[(reader.buffer >>> (reader.count - QUICK_BITS)) & ((1 << QUICK_BITS) - 1)]!;
  if (entry === 0) return readLongSymbol(reader, table);
  reader.count -= entry >> 8;
  return entry & 255;
}

/** A code that is none reads as 0, as it does in libjpeg. */
function readLongSymbol(reader: BitReader, { largest, offset, symbols }: HuffmanTable): number {
  let length = QUICK_BITS + 1;
  let code = readBits(reader, length);
  while (code > largest[length]!) {
    code = (code << 1) | readBit(reader);
    length++;
  }
  return symbols[code + offset[length]!] ?? 0;
}

/** A magnitude of that many bits, with its sign. */
export function readSigned(reader: BitReader, count: number): number {
  const value = readBits(reader, count);
  return value < 1 << (count - 1) ? value - (1 << count) + 1 : value;
}

function fill(reader: BitReader): void {
  const { source } = reader;
  const { bytes } = source;
  while (reader.count <= MOST) {
    let byte = 0;
    if (source.marker === 0) {
      byte = source.at < bytes.length ? bytes[source.at++]! : stop(source);
      if (byte === 0xff && source.marker === 0) byte = afterFill(source);
    }
    if (source.marker !== 0) {
      byte = 0;
      reader.padding += 8;
    }
    reader.buffer = (reader.buffer << 8) | byte;
    reader.count += 8;
  }
}

/** 0xff 0x00 is the byte 0xff; before anything else it begins a marker. */
function afterFill(source: Source): number {
  const { bytes } = source;
  while (source.at < bytes.length && bytes[source.at] === 0xff) source.at++;
  if (source.at >= bytes.length) return stop(source);
  const next = bytes[source.at++]!;
  if (next !== 0) source.marker = next;
  return 0xff;
}

function stop(source: Source): number {
  source.marker = endEarly(source);
  return 0;
}
