import type { ScoredBatch } from "../scored-batch.ts";

/** Where the rows of one block lie, in as few bytes as hold every number exactly: most models score in single precision. */
export interface KeptBlock {
  readonly rows: number;
  /** Scores to a row. */
  readonly width: number;
  readonly labels: Column;
  readonly weights: Column | null;
  readonly challenger: Column;
  readonly champion: Column | null;
  /** Behind the columns, slice after slice: a bit for each row, in whole words. */
  readonly members: number;
  readonly sizeBytes: number;
}

export type Narrow = Uint8Array | Float32Array | Float64Array;

/** A column's numbers, so many bytes behind the block's beginning. */
interface Column {
  readonly kind: keyof typeof KINDS;
  readonly at: number;
  readonly length: number;
}

const KINDS = { Uint8Array, Float32Array, Float64Array } as const;
/** Wherever the next column is to begin, so that it can be of any kind. */
const GRAIN = 8;
const WORD_BITS = 32;

export function layOut({ rows, labels, weights, challenger, champion, slices }: ScoredBatch): KeptBlock {
  let at = 0;
  const place = (values: Float64Array): Column => {
    const column = { kind: narrowestKind(values), at, length: values.length };
    at += GRAIN * Math.ceil((values.length * KINDS[column.kind].BYTES_PER_ELEMENT) / GRAIN);
    return column;
  };
  const columns = {
    labels: place(labels),
    weights: weights === undefined ? null : place(weights),
    challenger: place(challenger.values),
    champion: champion === null ? null : place(champion.values),
  };
  const sizeBytes = at + slices.length * 4 * wordsOf(rows);
  return { rows, width: challenger.width, ...columns, members: at, sizeBytes };
}

/** `into` begins at a multiple of 8 of its buffer. */
export function writeBlock(block: KeptBlock, batch: ScoredBatch, into: Uint8Array): void {
  columnIn(into, block.labels).set(batch.labels);
  if (block.weights !== null) columnIn(into, block.weights).set(batch.weights!);
  columnIn(into, block.challenger).set(batch.challenger.values);
  if (block.champion !== null) columnIn(into, block.champion).set(batch.champion!.values);
  for (const [slice, members] of batch.slices.entries()) writeMembers(wordsIn(into, block, slice), members);
}

export function columnIn(bytes: Uint8Array, { kind, at, length }: Column): Narrow {
  return new KINDS[kind](bytes.buffer as ArrayBuffer, bytes.byteOffset + at, length);
}

/** Which of the block's rows belong to the slice, from the first on; `into` has room for all of them. */
export function membersIn(bytes: Uint8Array, block: KeptBlock, slice: number, into: Uint32Array): Uint32Array {
  const words = wordsIn(bytes, block, slice);
  let count = 0;
  for (let word = 0; word < words.length; word++) {
    for (let bits = words[word]!; bits !== 0; bits &= bits - 1) {
      into[count++] = WORD_BITS * word + lowestBit(bits);
    }
  }
  return into.subarray(0, count);
}

export function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

function writeMembers(words: Uint32Array, members: Uint8Array): void {
  for (let word = 0; word < words.length; word++) {
    const end = Math.min(members.length, WORD_BITS * (word + 1));
    let bits = 0;
    for (let row = WORD_BITS * word; row < end; row++) bits |= members[row]! << row;
    words[word] = bits;
  }
}

function wordsIn(bytes: Uint8Array, { rows, members }: KeptBlock, slice: number): Uint32Array {
  const words = wordsOf(rows);
  return new Uint32Array(bytes.buffer, bytes.byteOffset + members + 4 * words * slice, words);
}

function wordsOf(rows: number): number {
  return Math.ceil(rows / WORD_BITS);
}

/** Of −0 and of NaN's bits nothing is kept: nobody asks for them. */
function narrowestKind(values: Float64Array): Column["kind"] {
  let [areBytes, areSingles] = [true, true];
  for (let i = 0; i < values.length && areSingles; i++) {
    const value = values[i]!;
    areBytes &&= value === (value & 0xff);
    areSingles = Math.fround(value) === value || Number.isNaN(value);
  }
  if (areBytes) return "Uint8Array";
  return areSingles ? "Float32Array" : "Float64Array";
}
