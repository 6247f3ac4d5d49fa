import { textSink } from "../columns/column-sink.ts";
import type { IntegerSink, NumberSink, Sink, TextSink } from "../columns/sinks.ts";
import type { TableColumn } from "../columns/table.ts";
import { integerOf, NOT_UTF8, type Refusal, refusedInteger, writeMissing } from "../text/values.ts";
import type { Vector } from "./chunks.ts";
import type { DuckDb } from "./duckdb.ts";

/** Rows of a chunk that go to rows of a block. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** `row` is the block's. */
export type Report = (column: string, row: number, refusal: Refusal) => void;

interface Ground {
  readonly duckDb: DuckDb;
  readonly report: Report;
}

interface Filling extends Ground {
  /** Whether the values of this sink come as doubles, integers or texts. */
  readonly stored: "number" | "integer" | "text";
}

/** Values side by side, as DuckDB holds them. */
interface Elements {
  readonly bytes: Uint8Array;
  readonly validity: Uint8Array | null;
  readonly doubles: Float64Array;
  readonly integers: BigInt64Array;
  readonly words: Uint32Array;
  /** The texts that were looked at last of those that do not lie among the elements. */
  far: Far;
}

/** Texts that lie one behind the other in memory, from an address on. */
interface Far {
  readonly address: number;
  readonly bytes: Uint8Array;
}

const STRING_BYTES = 16;
const INLINE_BYTES = 12;
const NOTHING = new Uint8Array(0);
const NO_DOUBLES = new Float64Array(0);
const NO_INTEGERS = new BigInt64Array(0);
const NO_WORDS = new Uint32Array(0);

/** Makes ready to copy one column of a chunk into its sink, span by span. */
export function columnCopier(
  { sink, column }: { sink: Sink; column: TableColumn },
  given: Vector,
  ground: Ground,
): (span: Span) => void {
  const filling = { ...ground, stored: storedAs(sink, column) };
  if (column.isList === true) return listCopier(filling, sink, given);
  const elements = elementsOf(filling, given.vector, given.rows);
  return (span) => fillScalars(filling, sink, { elements, span });
}

function storedAs({ kind }: Sink, { type }: TableColumn): Filling["stored"] {
  if (kind === "text") return "text";
  return kind === "number" || type === "number" ? "number" : "integer";
}

/** The texts of a vector that has one in every row. */
export function textsOf(duckDb: DuckDb, { vector, rows }: Vector): readonly string[] {
  const sink = textSink("", rows);
  const filling = { duckDb, stored: "text", report: () => {} } as const;
  fillScalars(filling, sink, { elements: elementsOf(filling, vector, rows), span: { from: 0, to: 0, count: rows } });
  return sink.values.map((bytes) => Buffer.from(bytes ?? NOTHING).toString("utf8"));
}

function elementsOf({ duckDb, stored }: Filling, vector: object, count: number): Elements {
  const size = stored === "text" ? STRING_BYTES : 8;
  const bytes = count === 0 ? NOTHING : duckDb.vector_get_data(vector, count * size);
  const validity = count === 0 ? null : duckDb.vector_get_validity(vector, Math.ceil(count / 64) * 8);
  const { buffer, byteOffset, length } = bytes;
  return {
    bytes,
    validity,
    doubles: stored === "number" ? new Float64Array(buffer, byteOffset, length / 8) : NO_DOUBLES,
    integers: stored === "integer" ? new BigInt64Array(buffer, byteOffset, length / 8) : NO_INTEGERS,
    words: stored === "text" ? new Uint32Array(buffer, byteOffset, length / 4) : NO_WORDS,
    far: { address: 0, bytes: NOTHING },
  };
}

function fillScalars(filling: Filling, sink: Sink, { elements, span }: { elements: Elements; span: Span }): void {
  if (sink.kind === "number" && filling.stored === "number" && elements.validity === null) {
    const { values, stride, offset } = sink;
    const { doubles } = elements;
    let target = span.to * stride + offset;
    for (let index = 0; index < span.count; index++, target += stride) values[target] = doubles[span.from + index]!;
    return;
  }
  if (sink.kind === "text" && elements.validity === null) {
    for (let index = 0; index < span.count; index++)
      copyText(filling, sink, { elements, from: span.from + index, at: (span.to + index) * sink.stride + sink.offset });
    return;
  }
  for (let index = 0; index < span.count; index++) {
    const row = span.to + index;
    if (sink.kind === "integer") sink.missing[row] = 0;
    if (!isThere(elements.validity, span.from + index)) writeMissing(sink, row);
    else copyElement(filling, sink, { elements, from: span.from + index, row, index: 0 });
  }
}

function listCopier(filling: Filling, sink: Sink, { vector, rows }: Vector): (span: Span) => void {
  const { duckDb } = filling;
  const validity = duckDb.vector_get_validity(vector, Math.ceil(rows / 64) * 8);
  const entries = entriesOf(duckDb, vector, rows);
  const elements = elementsOf(filling, duckDb.list_vector_get_child(vector), duckDb.list_vector_get_size(vector));
  return (span) => {
    for (let index = 0; index < span.count; index++) {
      const [row, entry] = [span.to + index, span.from + index];
      const length = entries[entry * 4 + 2]!;
      if (sink.kind === "integer") sink.missing[row] = 0;
      if (!isThere(validity, entry)) missingList(sink, row);
      else if (length === sink.width) copyList(filling, sink, { elements, from: entries[entry * 4]!, row, index: 0 });
      else filling.report(sink.column, row, wrongLength(length, sink.width));
    }
  };
}

/** Offset and length, 64 bits each; a chunk's elements are far fewer than 2^32. */
function entriesOf(duckDb: DuckDb, vector: object, rows: number): Uint32Array {
  const { buffer, byteOffset } = duckDb.vector_get_data(vector, rows * 16);
  return new Uint32Array(buffer, byteOffset, rows * 4);
}

interface Spot {
  readonly elements: Elements;
  readonly from: number;
  readonly row: number;
  /** Among the values of the row. */
  readonly index: number;
}

function copyList(filling: Filling, sink: Sink, { elements, from, row }: Spot): void {
  for (let index = 0; index < sink.width; index++) {
    const spot = { elements, from: from + index, row, index };
    if (isThere(elements.validity, spot.from)) copyElement(filling, sink, spot);
    else missingElement(sink, spot);
  }
}

function copyElement(filling: Filling, sink: Sink, spot: Spot): void {
  const { elements, from, row, index } = spot;
  const at = row * sink.stride + sink.offset + index;
  if (sink.kind === "number") copyNumber(filling, sink, { elements, from, at });
  else if (sink.kind === "integer") copyInteger(filling, sink, { elements, from, at, row });
  else copyText(filling, sink, { elements, from, at });
}

interface Target {
  readonly elements: Elements;
  readonly from: number;
  readonly at: number;
}

function copyNumber({ stored }: Filling, sink: NumberSink, { elements, from, at }: Target): void {
  sink.values[at] = stored === "number" ? elements.doubles[from]! : Number(elements.integers[from]);
}

/** A fraction, or a number that a double may have rounded, is no integer. */
function copyInteger(
  filling: Filling,
  sink: IntegerSink,
  { elements, from, at, row }: Target & { readonly row: number },
): void {
  if (filling.stored === "integer") {
    sink.values[at] = elements.integers[from]!;
    return;
  }
  const number = elements.doubles[from]!;
  if (Number.isNaN(number)) {
    sink.missing[row] = 1;
    return;
  }
  const value = integerOf(String(number), sink.isUnsigned);
  sink.values[at] = BigInt.asIntN(64, value ?? 0n);
  if (value === undefined) filling.report(sink.column, row, refusedInteger(String(number), sink));
}

/** DuckDB's string: its length, then its bytes, or the first four of them and where all are. */
function copyText(filling: Filling, sink: TextSink, { elements, from, at }: Target): void {
  const { bytes, words } = elements;
  const length = words[from * 4]!;
  const start = from * STRING_BYTES + 4;
  const value =
    length <= INLINE_BYTES ? sink.intern(bytes, start, start + length) : farText(filling, sink, { elements, from });
  sink.values[at] = value;
  if (value === null) filling.report(sink.column, Math.floor(at / sink.stride), NOT_UTF8);
}

function farText({ duckDb }: Filling, { intern }: TextSink, { elements, from }: Omit<Target, "at">): Uint8Array | null {
  const { far, words } = elements;
  const length = words[from * 4]!;
  const start = addressOf(words, from) - far.address;
  if (start >= 0 && start + length <= far.bytes.length) return intern(far.bytes, start, start + length);
  elements.far = farFrom(duckDb, elements, from);
  return intern(elements.far.bytes, 0, length);
}

/** A call for each text is what reading them would cost most: those that follow without a gap come with the first. */
function farFrom({ get_data_from_pointer }: DuckDb, { bytes, words, validity }: Elements, from: number): Far {
  const address = addressOf(words, from);
  let end = address + words[from * 4]!;
  for (let next = from + 1; next * 4 < words.length; next++) {
    const isFar = isThere(validity, next) && words[next * 4]! > INLINE_BYTES;
    if (isFar && addressOf(words, next) === end) end += words[next * 4]!;
    else if (isFar) break;
  }
  const pointer = bytes.byteOffset + from * STRING_BYTES + 8;
  return { address, bytes: get_data_from_pointer(bytes.buffer, pointer, end - address) };
}

/** Addresses have 48 bits. */
function addressOf(words: Uint32Array, index: number): number {
  return words[index * 4 + 2]! + words[index * 4 + 3]! * 2 ** 32;
}

function missingList(sink: Sink, row: number): void {
  for (let index = 0; index < sink.width; index++) missingElement(sink, { row, index });
}

function missingElement(sink: Sink, { row, index }: Pick<Spot, "row" | "index">): void {
  writeMissing({ ...sink, offset: sink.offset + index, width: 1 }, row);
}

function isThere(validity: Uint8Array | null, index: number): boolean {
  return validity === null || ((validity[index >> 3]! >> (index & 7)) & 1) === 1;
}

function wrongLength(length: number, width: number): Refusal {
  const given = length === 0 ? "an empty list, or lists of several lengths" : `a list of ${length}`;
  return { what: `it holds ${given}, and the input takes ${width}`, fix: `Write lists of ${width} values.` };
}
