import type { Sink } from "../columns/sinks.ts";
import type { Table } from "../columns/table.ts";
import { invalid } from "../failures.ts";
import { createInterner } from "../text/interner.ts";
import type { Source } from "../text/source.ts";
import { type Reader, type RowReader, textTable } from "../text/table.ts";
import { readLine } from "./lines.ts";
import { parseLine } from "./parsed.ts";
import type { Lines } from "./state.ts";

/** The columns are the keys of so many rows: a key that comes later is none. */
const ROWS_LOOKED_AT = 1000;
const BYTES_LOOKED_AT = 1 << 20;
const MAX_COLUMNS = 100_000;
/** What some editors begin UTF-8 with. */
const MARK = [0xef, 0xbb, 0xbf];

/** One JSON object a line (RFC 8259, UTF-8). A key that a row leaves out is missing there. */
export async function openJsonLines(source: Source): Promise<Table> {
  const head = new Uint8Array(Math.min(BYTES_LOOKED_AT, source.sizeBytes));
  await source.read(head, 0);
  const prefix = head.slice(0, MARK.every((byte, at) => head[at] === byte) ? MARK.length : 0);
  const names = namesIn(head.subarray(prefix.length), {
    path: source.path,
    sizeBytes: source.sizeBytes - prefix.length,
  });
  return textTable(source, {
    columns: names.map((name) => ({ name, type: "any", isList: null, description: "JSON" })),
    prefix,
    start: { offset: prefix.length, line: 1 },
    readerOf: (reader) => linesOf(names, reader),
  });
}

/** The keys of the rows that the head of a file holds. */
function namesIn(head: Uint8Array, source: Pick<Source, "path" | "sizeBytes">): readonly string[] {
  const names = new Set<string>();
  for (const line of firstLines(head, source.sizeBytes)) {
    const parsed = parseLine(line);
    if ("what" in parsed) {
      if (names.size > 0) break;
      const isArray = Buffer.from(line.subarray(0, 16)).toString("latin1").trimStart().startsWith("[");
      if (isArray) throw invalid(source.path, "it is one JSON array", "Write each row as one object on one line.");
      throw invalid(source.path, `its first line is not a row: ${parsed.what}`, parsed.fix);
    }
    for (const name of Object.keys(parsed.object)) names.add(name);
    if (names.size > MAX_COLUMNS)
      throw invalid(source.path, `it has more than ${MAX_COLUMNS} columns`, "Remove columns.");
  }
  if (names.size === 0) throw invalid(source.path, "it has no rows", "Write the rows that the models are compared on.");
  return [...names];
}

/** A first row longer than what is looked at is taken for no row. */
function* firstLines(head: Uint8Array, sizeBytes: number): Iterable<Uint8Array> {
  for (let at = 0, rows = 0; at < head.length && rows < ROWS_LOOKED_AT; ) {
    const found = head.indexOf(0x0a, at);
    if (found < 0 && head.length < sizeBytes && rows > 0) return;
    const line = head.subarray(at, found < 0 ? head.length : found);
    at = found < 0 ? head.length : found + 1;
    if (Buffer.from(line).toString("latin1").trim() === "") continue;
    rows++;
    yield line;
  }
}

function linesOf(names: readonly string[], { window, reading, start, firstRow }: Reader): RowReader {
  const byName = new Map<string, Sink>(reading.sinks.map((sink) => [sink.column, sink]));
  const lines: Lines = {
    window,
    names,
    keys: names.map((name) => (hasEscapes(name) ? null : Buffer.from(`"${name}":`, "utf8"))),
    places: new Map(names.map((name, index) => [Buffer.from(name, "utf8").toString("latin1"), index])),
    sinks: names.map((name) => byName.get(name) ?? null),
    given: new Float64Array(names.length),
    problems: reading.problems,
    written: createInterner(),
    unescaped: new Map(),
    row: 0,
    isRead: reading.sinks.length > 0,
    line: start.line,
    lines: new Uint32Array(reading.blockRows),
    firstRow,
    readRow: (row) => readLine(lines, row),
    finish: () => {},
  };
  return lines;
}

function hasEscapes(name: string): boolean {
  return JSON.stringify(name).length !== name.length + 2;
}
