/**
 * Adding a multiple of the checksum's polynomial to a message leaves its checksum as it is. Castagnoli's polynomial
 * divides x^209 + x^144 + x^54 + x^39 + x^14 + 1, of all multiples with six terms the one of the lowest degree (none
 * has five, and four begin at degree 5275). Squared seven times it becomes the same sum in x^128: therefore a word of
 * 16 bytes may be erased once it has been added to the words that follow it at these five distances. No table and no
 * multiplication: one pass of 128-bit exclusive-ors, about ten times as fast as sixteen tables.
 */
export const DISTANCES: readonly number[] = [65, 155, 170, 195, 209];
export const WORD_BYTES = 16;
/** The words that erased ones still reach: what is left of any number of bytes. */
export const STATE_BYTES = 209 * WORD_BYTES;
export const CHUNK_BYTES = 1 << 20;

const PAGE_BYTES = 1 << 16;
const PAGES = Math.ceil((STATE_BYTES + CHUNK_BYTES) / PAGE_BYTES);

export interface Fold {
  /** The state, then the chunk that follows it. */
  readonly memory: Uint8Array;
  /** Adds the words before it to each word of the first `length` bytes of the chunk: whole words, at least one. */
  run(length: number): void;
}

export function createFold(): Fold {
  const { memory, fold } = new WebAssembly.Instance(new WebAssembly.Module(foldModule())).exports;
  return { memory: new Uint8Array(memory.buffer, 0, STATE_BYTES + CHUNK_BYTES), run: (length) => fold(0, length) };
}

// As much of WebAssembly as is used here: Node's types leave it to the browser's.
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: FoldExports };
};

interface FoldExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  fold(at: number, end: number): void;
}

/** `(module (memory (export "memory") PAGES) (func (export "fold") (param $at i32) (param $end i32) …))` */
function foldModule(): Uint8Array<ArrayBuffer> {
  const magicAndVersion = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
  const types = section(1, [0x01, 0x60, 0x02, 0x7f, 0x7f, 0x00]);
  const functions = section(3, [0x01, 0x00]);
  const memories = section(5, [0x01, 0x00, ...unsigned(PAGES)]);
  const exports = section(7, [0x02, ...named("memory"), 0x02, 0x00, ...named("fold"), 0x00, 0x00]);
  const body = [0x00, ...foldBody(), 0x0b];
  const code = section(10, [0x01, ...unsigned(body.length), ...body]);
  return Uint8Array.from([magicAndVersion, types, functions, memories, exports, code].flat());
}

function foldBody(): number[] {
  const at = [0x20, 0x00];
  const end = [0x20, 0x01];
  const add = [0xfd, 0x51];
  const word = [...at, ...load(STATE_BYTES)];
  const earlier = DISTANCES.map((distance) => [...at, ...load(STATE_BYTES - distance * WORD_BYTES), ...add]);
  const advance = [...at, 0x41, WORD_BYTES, 0x6a, 0x22, 0x00];
  const repeatBefore = [...end, 0x49, 0x0d, 0x00];
  return [0x03, 0x40, ...at, ...word, ...earlier.flat(), ...store(STATE_BYTES), ...advance, ...repeatBefore, 0x0b];
}

/** `v128.load offset=…`, aligned to 2^4 bytes. */
function load(offset: number): number[] {
  return [0xfd, 0x00, 0x04, ...unsigned(offset)];
}

/** `v128.store offset=…` */
function store(offset: number): number[] {
  return [0xfd, 0x0b, 0x04, ...unsigned(offset)];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function named(name: string): number[] {
  return [name.length, ...name].map((part) => (typeof part === "number" ? part : part.charCodeAt(0)));
}

/** LEB128 */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}
