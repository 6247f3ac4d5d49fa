import { quote } from "../../../schema/phrases.ts";
import type { Sink } from "../columns/sinks.ts";
import { integerOf, type Refusal, refusedInteger, writeMissing, writeText } from "../text/values.ts";
import { type Lines, type Report, reporter } from "./state.ts";

/** A number as it is written: a double would forget the last digits of a long one. */
interface Numeral {
  readonly numeral: string;
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const MAX_DEPTH = 8;
const NO_OBJECT: Refusal = { what: "it is not one JSON object", fix: "Write each row as one object on one line." };

/** Reads a line of any form, by a parser that takes all of JSON and nothing else. */
export function readParsed(lines: Lines, row: number, bytes: Uint8Array): void {
  const { sinks, firstRow, line, problems } = lines;
  for (const sink of sinks) if (sink !== null) writeMissing(sink, row);
  const parsed = parseLine(bytes);
  if ("what" in parsed) {
    problems.add({ row: firstRow + row + 1, line, what: parsed.what, fix: parsed.fix });
    return;
  }
  const report = reporter(lines);
  for (const [column, name] of lines.names.entries()) {
    const sink = sinks[column]!;
    if (sink !== null && Object.hasOwn(parsed.object, name))
      writeJson({ sink, row, value: parsed.object[name], report });
  }
}

interface ParsedLine {
  readonly object: Readonly<Record<string, unknown>>;
}

export function parseLine(bytes: Uint8Array): ParsedLine | Refusal {
  try {
    const text = decoder.decode(bytes);
    const object: unknown = JSON.parse(text, reviveNumber);
    if (typeof object !== "object" || object === null || Array.isArray(object)) return NO_OBJECT;
    return { object: object as Record<string, unknown> };
  } catch (error) {
    if (error instanceof RangeError) return { what: "it is nested too deeply", fix: "Write plain values." };
    if (error instanceof TypeError) return { what: "its bytes are not UTF-8", fix: "Save the file as UTF-8." };
    return { what: `it is not JSON: ${quote((error as Error).message)}`, fix: NO_OBJECT.fix };
  }
}

function reviveNumber(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === "number" ? ({ numeral: context?.source ?? String(value) } satisfies Numeral) : value;
}

interface Writing {
  readonly sink: Sink;
  readonly row: number;
  readonly value: unknown;
  readonly report: Report;
}

function writeJson({ sink, row, value, report }: Writing): void {
  if (value === null) {
    writeMissing(sink, row);
    return;
  }
  const values = elementsOf(value);
  if (values?.length !== sink.width || (sink.width > 1 && !Array.isArray(value))) {
    report(sink, wrongLength(values, sink));
    return;
  }
  if (sink.kind === "integer") sink.missing[row] = 0;
  for (const [index, each] of values.entries()) {
    const place = { ...sink, width: 1, offset: sink.offset + index };
    if (each === null) writeMissing(place, row);
    else {
      const refusal = writeScalar({ sink: place, row, value: each });
      if (refusal !== undefined) report(sink, refusal);
    }
  }
}

/** Lists within lists, one after the other; undefined where those of one depth are not of one length. */
function elementsOf(value: unknown): readonly unknown[] | undefined {
  let values: readonly unknown[] = [value];
  for (let depth = 0; depth < MAX_DEPTH && values.some(Array.isArray); depth++) {
    const lengths = new Set(values.map((each) => (Array.isArray(each) ? each.length : -1)));
    if (lengths.size > 1) return undefined;
    values = values.flat();
  }
  return values;
}

function writeScalar({ sink, row, value }: Omit<Writing, "report">): Refusal | undefined {
  const text = textOf(value);
  const isString = typeof value === "string";
  if (text === undefined)
    return {
      what: `it holds ${Array.isArray(value) ? "a list" : "an object"}`,
      fix: "Write a plain value.",
    };
  const takes = sink.kind === "text" ? isString || sink.takesAnything : !isString;
  if (!takes) {
    const wanted = sink.kind === "text" ? "text" : "a number";
    return {
      what: `${isString ? `the text ${quote(value)}` : text} stands where ${wanted} is needed`,
      fix: `Write ${wanted}.`,
    };
  }
  if (sink.kind === "integer" && integerOf(text, sink.isUnsigned) === undefined) return refusedInteger(text, sink);
  return writeText(sink, row, Buffer.from(text, "utf8"));
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return typeof (value as Partial<Numeral>).numeral === "string" ? (value as Numeral).numeral : undefined;
}

function wrongLength(values: readonly unknown[] | undefined, { width }: Sink): Refusal {
  const given =
    values === undefined
      ? "lists of several lengths"
      : values.length === 1
        ? "one value"
        : `a list of ${values.length}`;
  return {
    what: `it holds ${given}, and the input takes ${width}`,
    fix: width === 1 ? "Write one value." : `Write lists of ${width} values.`,
  };
}
