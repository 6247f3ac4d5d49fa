import { Failure } from "../../failure.ts";
import type { ByteSource } from "../../ports/files.ts";

/** Sequential reading with a window, so that a stream of one-byte opcodes costs one read per 64 KiB. */
export interface Cursor {
  readonly position: () => number;
  readonly left: () => number;
  readonly skip: (length: number) => void;
  readonly u8: () => number;
  /** Little-endian, of 1 to 8 bytes; beyond 2^53 it is refused. */
  readonly unsigned: (width: number) => number;
  readonly bytes: (length: number) => Uint8Array;
  /** Up to the next line feed, which is consumed and not returned. */
  readonly line: (maxBytes: number) => Uint8Array;
}

const WINDOW_BYTES = 1 << 16;

export function damaged(what: string): Failure {
  return new Failure("model-unreadable", what, { fix: "Replace the file by an undamaged one." });
}

/** Damage and limits make a finding; a disk that cannot be read is not the file's fault. */
export function isDamage(error: unknown): error is Failure {
  return error instanceof Failure && (error.code === "model-unreadable" || error.code === "limit-exceeded");
}

export function bytesSource(bytes: Uint8Array): ByteSource {
  const source: ByteSource = {
    sizeBytes: bytes.length,
    read: (offset, length) => {
      requireRange(source, offset, length);
      return bytes.subarray(offset, offset + length);
    },
  };
  return source;
}

/** Part of a source, as a stored member of an archive is. */
export function partOf(whole: ByteSource, start: number, sizeBytes: number): ByteSource {
  requireRange(whole, start, sizeBytes);
  const part: ByteSource = {
    sizeBytes,
    read: (offset, length) => {
      requireRange(part, offset, length);
      return whole.read(start + offset, length);
    },
  };
  return part;
}

export function readAt(source: ByteSource, offset: number, length: number): Buffer {
  requireRange(source, offset, length);
  const bytes = source.read(offset, length);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function readHead(source: ByteSource, maxBytes: number): Buffer {
  return readAt(source, 0, Math.min(maxBytes, source.sizeBytes));
}

export function littleEndian(bytes: Uint8Array, offset: number, width: number): number {
  let value = 0;
  for (let index = width - 1; index >= 0; index--) value = value * 256 + (bytes[offset + index] ?? 0);
  if (offset + width > bytes.length || !Number.isSafeInteger(value)) throw damaged("a number is cut off or too large");
  return value;
}

export function createCursor(source: ByteSource): Cursor {
  let window: Uint8Array = new Uint8Array(0);
  let start = 0;
  let position = 0;
  const left = () => source.sizeBytes - position;
  const load = (length: number): number => {
    if (length > left()) throw damaged(`the bytes end at ${source.sizeBytes}`);
    if (position < start || position + length > start + window.length) {
      window = source.read(position, Math.min(Math.max(length, WINDOW_BYTES), left()));
      start = position;
    }
    return position - start;
  };
  const bytes = (length: number): Uint8Array => {
    const from = load(length);
    position += length;
    return window.subarray(from, from + length);
  };
  const lineWithin = (reach: number): Uint8Array | null => {
    const from = load(reach);
    const end = window.indexOf(0x0a, from);
    if (end < 0) return null;
    position += end + 1 - from;
    return window.subarray(from, end);
  };
  return {
    position: () => position,
    left,
    bytes,
    skip: (length) => {
      if (length > left()) throw damaged(`the bytes end at ${source.sizeBytes}`);
      position += length;
    },
    u8: () => {
      const from = load(1);
      position += 1;
      return window[from] ?? 0;
    },
    unsigned: (width) => littleEndian(bytes(width), 0, width),
    line: (maxBytes) => {
      const line = lineWithin(Math.min(1, left())) ?? lineWithin(Math.min(maxBytes, left()));
      if (line === null || line.length > maxBytes) throw damaged("a line does not end");
      return line;
    },
  };
}

function requireRange(source: ByteSource, offset: number, length: number): void {
  if (offset < 0 || length < 0 || offset + length > source.sizeBytes) {
    throw damaged(`bytes ${offset} to ${offset + length} lie outside its ${source.sizeBytes} bytes`);
  }
}
