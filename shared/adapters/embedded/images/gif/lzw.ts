import type { Failure } from "../../../../failure.ts";
import { invalid } from "../../kernels/kernel.ts";

/** Codes of growing length, and the sequences of indices that they have come to stand for. */
interface Reader {
  readonly codes: Uint8Array;
  readonly minimumBits: number;
  readonly prefix: Uint16Array;
  readonly suffix: Uint8Array;
  readonly stack: Uint8Array;
  at: number;
  buffer: number;
  held: number;
  bits: number;
  /** The code that the next sequence gets. */
  next: number;
  /** −1 after everything was forgotten. */
  previous: number;
  /** Which index the last sequence began with. */
  first: number;
}

const MAX_CODES = 4096;
const MAX_BITS = 12;

export function damaged(what: string, size: number): Failure {
  return invalid(`Invalid GIF data (size ${size}), ${what}`);
}

/** Fills the indices; false when the codes end before, or are none. */
export function decodeLzw(codes: Uint8Array, minimumBits: number, indices: Uint8Array): boolean {
  const reader = newReader(codes, minimumBits);
  const clear = 1 << minimumBits;
  for (let written = 0; written < indices.length; ) {
    const code = readCode(reader);
    if (code === clear) forget(reader);
    else if (code < 0 || code === clear + 1 || code > (reader.previous < 0 ? clear : reader.next)) return false;
    else {
      let depth = unwind(reader, code, clear);
      while (depth > 0 && written < indices.length) indices[written++] = reader.stack[--depth]!;
      learn(reader, code);
    }
  }
  return true;
}

function newReader(codes: Uint8Array, minimumBits: number): Reader {
  const suffix = Uint8Array.from({ length: MAX_CODES }, (_, code) => code);
  const stack = new Uint8Array(MAX_CODES + 1);
  const state = { at: 0, buffer: 0, held: 0, bits: 0, next: 0, previous: -1, first: 0 };
  const reader = { codes, minimumBits, prefix: new Uint16Array(MAX_CODES), suffix, stack, ...state };
  forget(reader);
  return reader;
}

function forget(reader: Reader): void {
  reader.bits = reader.minimumBits + 1;
  reader.next = (1 << reader.minimumBits) + 2;
  reader.previous = -1;
}

function readCode(reader: Reader): number {
  while (reader.held < reader.bits) {
    if (reader.at >= reader.codes.length) return -1;
    reader.buffer |= reader.codes[reader.at++]! << reader.held;
    reader.held += 8;
  }
  const code = reader.buffer & ((1 << reader.bits) - 1);
  reader.buffer >>>= reader.bits;
  reader.held -= reader.bits;
  return code;
}

/** The sequence of a code, last index first. A code that is being made repeats the one before and its beginning. */
function unwind(reader: Reader, code: number, clear: number): number {
  const { prefix, suffix, stack } = reader;
  let depth = 0;
  let walked = code;
  if (code === reader.next) {
    stack[depth++] = reader.first;
    walked = reader.previous;
  }
  while (walked > clear) {
    stack[depth++] = suffix[walked]!;
    walked = prefix[walked]!;
  }
  reader.first = suffix[walked]!;
  stack[depth++] = reader.first;
  return depth;
}

function learn(reader: Reader, code: number): void {
  if (reader.previous >= 0 && reader.next < MAX_CODES) {
    reader.prefix[reader.next] = reader.previous;
    reader.suffix[reader.next++] = reader.first;
    if (reader.next === 1 << reader.bits && reader.bits < MAX_BITS) reader.bits++;
  }
  reader.previous = code;
}
