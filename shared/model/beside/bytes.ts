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
  const window = createWindow(source);
  const bytes = (length: number): Uint8Array => {
    const from = window.load(length);
    window.move(length);
    return window.bytes().subarray(from, from + length);
  };
  return {
    position: window.position,
    left: window.left,
    bytes,
    skip: (length) => {
      if (length > window.left()) throw cutOff(source);
      window.move(length);
    },
    u8: () => {
      const from = window.load(1);
      window.move(1);
      return window.bytes()[from] ?? 0;
    },
    unsigned: (width) => littleEndian(bytes(width), 0, width),
    line: (maxBytes) => readLine(window, maxBytes),
  };
}

interface Window {
  readonly position: () => number;
  readonly left: () => number;
  readonly move: (length: number) => void;
  /** Makes the next bytes present, and says where in the window they begin. */
  readonly load: (length: number) => number;
  readonly bytes: () => Uint8Array;
}

function createWindow(source: ByteSource): Window {
  let bytes: Uint8Array = new Uint8Array(0);
  let [start, position] = [0, 0];
  const left = (): number => source.sizeBytes - position;
  return {
    position: () => position,
    left,
    bytes: () => bytes,
    move: (length) => {
      position += length;
    },
    load: (length) => {
      if (length > left()) throw cutOff(source);
      if (position < start || position + length > start + bytes.length) {
        bytes = source.read(position, Math.min(Math.max(length, WINDOW_BYTES), left()));
        start = position;
      }
      return position - start;
    },
  };
}

/** Looked for in what is at hand first: a new window for every short line would read everything many times. */
function readLine(window: Window, maxBytes: number): Uint8Array {
  for (const reach of [1, maxBytes]) {
    const from = window.load(Math.min(reach, window.left()));
    const end = window.bytes().indexOf(0x0a, from);
    if (end < 0 || end - from > maxBytes) continue;
    window.move(end + 1 - from);
    return window.bytes().subarray(from, end);
  }
  throw damaged("a line does not end");
}

function cutOff(source: ByteSource): Failure {
  return damaged(`the bytes end at ${source.sizeBytes}`);
}

function requireRange(source: ByteSource, offset: number, length: number): void {
  if (offset < 0 || length < 0 || offset + length > source.sizeBytes) {
    throw damaged(`bytes ${offset} to ${offset + length} lie outside its ${source.sizeBytes} bytes`);
  }
}
