import type { Tensor, TensorSpec } from "../../ports/tensor.ts";
import { type Elements, elementsFor } from "./elements.ts";
import { BYTE, type Cursor, peek, readList } from "./json-cursor.ts";
import { givenText, misfit } from "./misfit.ts";

/** A tensor that is being read from nested lists: all at once, or a row at a time. */
export interface TensorReader {
  readonly spec: TensorSpec;
  readonly elements: Elements;
  /** Dimensions that rows add in front, and that the lists do not show: 1 when read row by row. */
  readonly ahead: 0 | 1;
  /** Lengths by level, as far as the signature or the lists before have said them. */
  readonly lengths: (number | undefined)[];
  /** The level at which single values stand; undefined until the first of an unknown rank is met. */
  rank: number | undefined;
}

export function tensorReader(spec: TensorSpec, ahead: 0 | 1): TensorReader {
  const inner = spec.shape?.slice(ahead);
  return {
    spec,
    elements: elementsFor(spec),
    ahead,
    lengths: (inner ?? []).map((length) => (length < 0 ? undefined : length)),
    rank: inner?.length,
  };
}

/** Reads the value that begins here: the whole tensor, or its next row. */
export function readTensor(cursor: Cursor, reader: TensorReader): void {
  readLevel(cursor, reader, 0);
}

/** The tensor, once everything has been read. `rows` is the length of the dimension in front. */
export function finishTensor(reader: TensorReader, rows: number): Tensor {
  const { spec, lengths, ahead } = reader;
  // An empty list leaves the lengths inside it unsaid: none of them has an element.
  const inner = Array.from({ length: reader.rank ?? lengths.length }, (_, level) => lengths[level] ?? 0);
  return { dtype: spec.dtype, shape: ahead === 1 ? [rows, ...inner] : inner, data: reader.elements.finish() };
}

function readLevel(cursor: Cursor, reader: TensorReader, level: number): void {
  if (peek(cursor) !== BYTE.openList) {
    readLeaf(cursor, reader, level);
    return;
  }
  if (level === reader.rank) throw misfit(cursor, reader.spec, "a list", "Give a single value here.");
  const start = cursor.at;
  const length = readList(cursor, () => readLevel(cursor, reader, level + 1));
  const known = reader.lengths[level];
  if (known === undefined) reader.lengths[level] = length;
  else if (known !== length) throw ragged({ ...cursor, at: start }, reader, { level, length, known });
}

function readLeaf(cursor: Cursor, reader: TensorReader, level: number): void {
  reader.rank ??= level;
  if (level !== reader.rank) throw misfit(cursor, reader.spec, givenText(cursor), "Give a list here.");
  reader.elements.read(cursor);
}

function ragged(cursor: Cursor, { spec, ahead }: TensorReader, list: { level: number; length: number; known: number }) {
  const declared = spec.shape?.[list.level + ahead] ?? -1;
  const given = `a list of ${list.length}`;
  if (declared >= 0) return misfit(cursor, spec, given, `Give a list of ${declared}.`);
  const fix = `Give lists of one length: the first one here has ${list.known}.`;
  return misfit(cursor, spec, `${given} where the lists before have ${list.known}`, fix);
}
