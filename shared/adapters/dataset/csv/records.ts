import type { Problems } from "../columns/problems.ts";
import type { Sink, TextSink } from "../columns/sinks.ts";
import { scanNumber } from "../text/numbers.ts";
import type { RowReader } from "../text/table.ts";
import { NOT_UTF8, type Refusal, writeMissing, writeText } from "../text/values.ts";
import type { Window } from "../text/window.ts";
import { type Field, readField, skipFields } from "./field.ts";

/** How far a CSV file has been read. */
export interface Records extends RowReader {
  readonly window: Window;
  /** For each column of the file where its values go; null where nobody asks. */
  readonly sinks: readonly (Sink | null)[];
  /** For each column how many there are from it on that nobody asks for. */
  readonly unasked: readonly number[];
  readonly problems: Problems;
  /** False where records are only counted. */
  readonly isRead: boolean;
  /** No quotation mark lies between the reader and here in the file, as far as is known. */
  quote: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

const INCOMPLETE = -1;

/** Reads one record into row `row` of the sinks; false, having moved nothing, when its end is not in the window. */
export function readRecord(records: Records, row: number): boolean {
  if (!skipBlankLines(records)) return false;
  const { window, sinks, problems } = records;
  if (!records.isRead && skipPlainLine(records, row)) return true;
  const start = window.at;
  const { line } = records;
  const { count } = problems;
  let terminator = COMMA;
  let column = 0;
  while (terminator === COMMA) {
    const sink = column < sinks.length ? sinks[column]! : null;
    if (sink === null) {
      const fields = skip(records, column);
      terminator = fields === INCOMPLETE ? INCOMPLETE : window.bytes[window.at - 1]!;
      column += fields;
    } else {
      terminator = read(records, sink, row);
      column++;
    }
  }
  if (terminator === INCOMPLETE) {
    window.at = start;
    records.line = line;
    problems.rewind(count);
    return false;
  }
  records.line++;
  records.lines[row] = line;
  if (column !== sinks.length) reportRagged(records, { row, line, fields: column });
  return true;
}

/** Moves over lines that hold nothing; false when the window ends before that is known. */
function skipBlankLines(records: Records): boolean {
  const { window } = records;
  for (;;) {
    const { bytes, at, end } = window;
    if (at >= end) return false;
    const length = bytes[at] === NEWLINE ? 1 : bytes[at] === RETURN && bytes[at + 1] === NEWLINE ? 2 : 0;
    if (length === 0) return bytes[at] !== RETURN || at + 1 < end;
    window.at += length;
    records.line++;
  }
}

/** Moves over a line without quotation marks, whose end is the record's; false where there is no such line. */
function skipPlainLine(records: Records, row: number): boolean {
  const { window, lines, line } = records;
  const { bytes, at, end, offset } = window;
  const newline = bytes.indexOf(NEWLINE, at);
  if (newline < 0 || newline >= end) return false;
  if (records.quote < offset + at) {
    const found = bytes.indexOf(QUOTE, at);
    records.quote = offset + (found < 0 || found >= end ? end : found);
  }
  if (records.quote < offset + newline) return false;
  lines[row] = line;
  records.line++;
  window.at = newline + 1;
  return true;
}

function read(records: Records, sink: Sink, row: number): number {
  if (sink.kind === "number") return readNumber(records, sink.values, { sink, row });
  return sink.kind === "text" ? readText(records, sink, row) : readOther(records, sink, row);
}

function readNumber(records: Records, values: Float64Array, { sink, row }: { sink: Sink; row: number }): number {
  const { window } = records;
  const { bytes } = window;
  const isQuoted = bytes[window.at] === QUOTE;
  const start = window.at;
  if (isQuoted) window.at++;
  let at = scanNumber(window, values, row * sink.stride + sink.offset);
  window.at = start;
  if (at < 0) return readOther(records, sink, row);
  if (isQuoted && bytes[at++] !== QUOTE) return readOther(records, sink, row);
  if (bytes[at] === RETURN && bytes[at + 1] === NEWLINE) at++;
  const terminator = bytes[at]!;
  if (terminator !== COMMA && terminator !== NEWLINE) return readOther(records, sink, row);
  window.at = at + 1;
  return terminator;
}

function readText(records: Records, sink: TextSink, row: number): number {
  const { window } = records;
  const { bytes, at: start, end } = window;
  if (bytes[start] === QUOTE) return readOther(records, sink, row);
  let at = start;
  while (bytes[at] !== COMMA && bytes[at] !== NEWLINE) if (++at >= end) return INCOMPLETE;
  const terminator = bytes[at]!;
  window.at = at + 1;
  if (terminator === NEWLINE && at > start && bytes[at - 1] === RETURN) at--;
  const index = row * sink.stride + sink.offset;
  // An empty field is a missing value; an empty text is quoted.
  sink.values[index] = at === start ? null : sink.intern(bytes, start, at);
  if (at > start && sink.values[index] === null) report(records, sink, { row, refusal: NOT_UTF8 });
  return terminator;
}

/** Every form that RFC 4180 knows. */
function readOther(records: Records, sink: Sink, row: number): number {
  const field = readField(records.window);
  if (field === null) return INCOMPLETE;
  if (field.isMalformed) reportMalformed(records, row, field);
  const isMissing = field.text.length === 0 && !(field.isQuoted && sink.kind === "text");
  if (isMissing) writeMissing(sink, row);
  else {
    if (sink.kind === "integer") sink.missing[row] = 0;
    const refusal = writeText(sink, row, field.text);
    if (refusal !== undefined) report(records, sink, { row, refusal });
  }
  records.line += field.newlines;
  return field.terminator;
}

/** Moves over fields that nobody asks for, and answers how many. */
function skip(records: Records, column: number): number {
  const { window, unasked } = records;
  if (window.bytes[window.at] !== QUOTE) return skipFields(window, unasked[column] ?? Number.POSITIVE_INFINITY);
  const field = readField(window);
  if (field === null) return INCOMPLETE;
  records.line += field.newlines;
  return 1;
}

function report(records: Records, sink: Sink, { row, refusal }: { row: number; refusal: Refusal }): void {
  const { firstRow, line, problems } = records;
  problems.add({ row: firstRow + row + 1, line, column: sink.column, ...refusal });
}

function reportMalformed({ firstRow, line, problems }: Records, row: number, { text }: Field): void {
  const shown = JSON.stringify(Buffer.from(text).toString("utf8").slice(0, 40));
  const what = `line ${line} goes on after the closing quotation mark of ${shown}`;
  problems.add({ row: firstRow + row + 1, line, what, fix: 'Double the quotation marks inside quoted text: "".' });
}

interface Ragged {
  readonly row: number;
  readonly line: number;
  readonly fields: number;
}

function reportRagged({ firstRow, sinks, problems }: Records, { row, line, fields }: Ragged): void {
  const what = `line ${line} has ${fields} fields, and the header has ${sinks.length}`;
  problems.add({
    row: firstRow + row + 1,
    line,
    what,
    fix: "Quote fields with commas in them, or add the missing ones.",
  });
}

/** What is left at the file's end: a record that a quotation mark keeps open. */
export function reportUnclosed({ window, line, firstRow, problems }: Records, row: number): void {
  if (window.at === window.end) return;
  const what = `the record that begins in line ${line} never ends: a quotation mark is not closed`;
  problems.add({ row: firstRow + row + 1, line, what, fix: "Close it, or double it where it is part of the text." });
  window.at = window.end;
}
