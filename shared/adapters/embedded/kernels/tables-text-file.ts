import type { Dtype } from "../../../ports/tensor.ts";
import { latin1 } from "../strings/bytes.ts";
import { allocate, type BigNumbers, isBig, type Numbers, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { invalid } from "./kernel.ts";
import { numberParser } from "./strings-numbers.ts";

/** Which part of a line: a column from 0 on, or one of these. */
const LINE_NUMBER = -1;
const WHOLE_LINE = -2;

export interface TextFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly delimiter: number;
  /** How many lines to read; −1 for all of them. */
  readonly vocabularySize: number;
  readonly offset: number;
}

interface Column {
  readonly index: number;
  readonly dtype: Dtype;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Two columns of a vocabulary file: the keys and the values of a table. */
export function readTextFile(file: TextFile, keys: Column, values: Column): readonly [HostTensor, HostTensor] {
  const lines = linesOf(file);
  const isSplit = Math.max(keys.index, values.index) >= 0;
  const rows = isSplit ? lines.map((line) => columnsOf(line, file.delimiter)) : lines.map(() => []);
  return [columnOf(file, keys, { lines, rows }), columnOf(file, values, { lines, rows })];
}

function linesOf({ name, bytes, vocabularySize }: TextFile): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  const most = vocabularySize < 0 ? Infinity : vocabularySize;
  for (let at = 0; at < bytes.length && lines.length < most; ) {
    const end = bytes.indexOf(LINE_FEED, at);
    const line = bytes.subarray(at, end < 0 ? bytes.length : end);
    // TensorFlow drops carriage returns wherever they are.
    lines.push(line.includes(CARRIAGE_RETURN) ? line.filter((byte) => byte !== CARRIAGE_RETURN) : line);
    if (lines.at(-1)!.length === 0)
      throw invalid(`Invalid content in ${name}: empty line found at line ${lines.length}.`);
    at = end < 0 ? bytes.length : end + 1;
  }
  if (vocabularySize >= 0 && lines.length < vocabularySize) {
    throw invalid(`Invalid vocab_size in ${name}: expected ${vocabularySize} but got ${lines.length}`);
  }
  return lines;
}

function columnsOf(line: Uint8Array, delimiter: number): readonly Uint8Array[] {
  const columns: Uint8Array[] = [];
  let from = 0;
  for (let at = line.indexOf(delimiter); at >= 0; at = line.indexOf(delimiter, from)) {
    columns.push(line.subarray(from, at));
    from = at + 1;
  }
  columns.push(line.subarray(from));
  return columns;
}

interface Content {
  readonly lines: readonly Uint8Array[];
  readonly rows: readonly (readonly Uint8Array[])[];
}

function columnOf({ name, offset }: TextFile, { index, dtype }: Column, { lines, rows }: Content): HostTensor {
  if (index === LINE_NUMBER) {
    if (dtype !== "int64") throw invalid(`a line's number is int64, not ${dtype}`);
    return tensor(
      dtype,
      [lines.length],
      BigInt64Array.from(lines, (_, line) => BigInt(line + offset)),
    );
  }
  const texts = index === WHOLE_LINE ? lines : rows.map((row, line) => row[index] ?? missingColumn(name, line, index));
  if (dtype === "string") return tensor(dtype, [texts.length], texts.slice());
  if (index === WHOLE_LINE) throw invalid(`a whole line is a string, not ${dtype}`);
  return tensor(dtype, [texts.length], numbersIn(texts, dtype));
}

function missingColumn(name: string, line: number, index: number): never {
  throw invalid(`Invalid number of columns in ${name} line ${line + 1}: expected at least ${index + 1}`);
}

function numbersIn(texts: readonly Uint8Array[], dtype: Dtype): Numbers | BigNumbers {
  const parse = numberParser(dtype);
  if (parse === null) throw invalid(`a text file holds no ${dtype}`);
  const numbers = allocate<Numbers | BigNumbers>(dtype, texts.length);
  for (const [index, text] of texts.entries()) {
    const value = parse(latin1(text));
    if (value === null)
      throw invalid(`Field ${latin1(text).slice(0, 100)} in line ${index + 1} is not a valid ${dtype}.`);
    numbers[index] = (isBig(dtype) ? value : Number(value)) as never;
  }
  return numbers;
}
