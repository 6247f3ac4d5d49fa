import { quote } from "../../../schema/phrases.ts";
import type { IntegerSink, NumberSink, Sink, TextSink } from "../columns/sinks.ts";

/** Why a text is not a value of its column, and what mends it. */
export interface Refusal {
  readonly what: string;
  readonly fix: string;
}

const NUMBER = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const INTEGER = /^[+-]?[0-9]{1,40}$/;
const WORDS: ReadonlyMap<string, number> = new Map([
  ["true", 1],
  ["false", 0],
  ["nan", Number.NaN],
  ["inf", Number.POSITIVE_INFINITY],
  ["+inf", Number.POSITIVE_INFINITY],
  ["-inf", Number.NEGATIVE_INFINITY],
  ["infinity", Number.POSITIVE_INFINITY],
  ["+infinity", Number.POSITIVE_INFINITY],
  ["-infinity", Number.NEGATIVE_INFINITY],
]);
const LONGEST_NUMBER = 1000;

/** The number that a text stands for, spaces around it aside; undefined when it is none. Infinite only where it says so. */
export function numberOf(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_NUMBER) return undefined;
  if (NUMBER.test(trimmed)) {
    const value = Number(trimmed);
    return Number.isFinite(value) ? value : undefined;
  }
  return WORDS.get(trimmed.toLowerCase());
}

/** The 64-bit integer that a text stands for; `12.0` and `1e3` are integers too. */
export function integerOf(text: string, isUnsigned: boolean): bigint | undefined {
  const trimmed = text.trim();
  let value: bigint;
  if (INTEGER.test(trimmed)) value = BigInt(trimmed.replace(/^\+/, ""));
  else {
    const number = numberOf(trimmed);
    if (number === undefined || !Number.isSafeInteger(number)) return undefined;
    value = BigInt(number);
  }
  const wrapped = isUnsigned ? BigInt.asUintN(64, value) : BigInt.asIntN(64, value);
  return wrapped === value ? value : undefined;
}

function refusedNumber(text: string): Refusal {
  return { what: `${quote(text)} is not a number`, fix: "Write a number, or nothing where it is missing." };
}

export function refusedInteger(text: string, { isUnsigned }: IntegerSink): Refusal {
  const range = isUnsigned ? "from 0 to 2^64 − 1" : "of 64 bits";
  return {
    what: `${quote(text)} is not an integer ${range}`,
    fix: "Write an integer, or nothing where it is missing.",
  };
}

export const NOT_UTF8: Refusal = {
  what: "its bytes are not UTF-8",
  fix: "Save the file as UTF-8.",
};

/** Writes what a text says into a sink of one value a row. */
export function writeText(sink: Sink, row: number, text: Uint8Array): Refusal | undefined {
  if (sink.kind === "text") return writeBytes(sink, row, text);
  const said = Buffer.from(text.buffer, text.byteOffset, text.length).toString("latin1");
  return sink.kind === "number" ? writeNumber(sink, row, said) : writeInteger(sink, row, said);
}

export function writeMissing(sink: Sink, row: number): void {
  const index = row * sink.stride + sink.offset;
  if (sink.kind === "text") sink.values[index] = null;
  else if (sink.kind === "number") sink.values.fill(Number.NaN, index, index + sink.width);
  else sink.missing[row] = 1;
}

function writeBytes(sink: TextSink, row: number, text: Uint8Array): Refusal | undefined {
  const value = sink.intern(text, 0, text.length);
  sink.values[row * sink.stride + sink.offset] = value;
  return value === null ? NOT_UTF8 : undefined;
}

function writeNumber(sink: NumberSink, row: number, said: string): Refusal | undefined {
  const value = numberOf(said);
  sink.values[row * sink.stride + sink.offset] = value ?? Number.NaN;
  return value === undefined ? refusedNumber(said) : undefined;
}

function writeInteger(sink: IntegerSink, row: number, said: string): Refusal | undefined {
  const value = integerOf(said, sink.isUnsigned);
  sink.values[row * sink.stride + sink.offset] = BigInt.asIntN(64, value ?? 0n);
  return value === undefined ? refusedInteger(said, sink) : undefined;
}
