import type { Sink } from "../columns/sinks.ts";
import type { Table } from "../columns/table.ts";
import type { Source } from "../text/source.ts";
import { type Reader, type RowReader, textTable } from "../text/table.ts";
import { readHeader } from "./header.ts";
import { type Records, readRecord, reportUnclosed } from "./records.ts";

/** RFC 4180 in UTF-8 with a header: one pass over its bytes, numbers read where they stand. */
export async function openCsv(source: Source): Promise<Table> {
  const { names, prefix, line } = await readHeader(source);
  return textTable(source, {
    columns: names.map((name) => ({ name, type: "any", isList: false, description: "text" })),
    prefix,
    start: { offset: prefix.length, line },
    readerOf: (reader) => recordsOf(names, reader),
  });
}

function recordsOf(names: readonly string[], { window, reading, start, firstRow }: Reader): RowReader {
  const byName = new Map<string, Sink>(reading.sinks.map((sink) => [sink.column, sink]));
  const sinks = names.map((name) => byName.get(name) ?? null);
  const records: Records = {
    window,
    sinks,
    unasked: unaskedFrom(sinks),
    problems: reading.problems,
    isRead: reading.sinks.length > 0,
    quote: -1,
    line: start.line,
    lines: new Uint32Array(reading.blockRows),
    firstRow,
    readRow: (row) => readRecord(records, row),
    finish: (row) => reportUnclosed(records, row),
  };
  return records;
}

function unaskedFrom(sinks: readonly (Sink | null)[]): readonly number[] {
  const counts = new Array<number>(sinks.length + 1).fill(0);
  for (let column = sinks.length - 1; column >= 0; column--)
    counts[column] = sinks[column] === null ? counts[column + 1]! + 1 : 0;
  return counts.slice(0, -1);
}
