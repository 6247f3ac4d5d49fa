import { createHash } from "node:crypto";
import { setTimeout } from "node:timers";
import type { DuckDBDataChunk, DuckDBResult } from "@duckdb/node-api";
import { Failure } from "../../../failure.ts";
import type { Sink } from "../columns/sinks.ts";
import type { Block, BlockRange, Reading, Surveyed, Table, TableColumn } from "../columns/table.ts";
import type { Source } from "../text/source.ts";
import { windowOn } from "../text/window.ts";
import { chunkCollector } from "./collect.ts";
import {
  type Connected,
  type DuckDb,
  duckDbFailure,
  loadDuckDb,
  openReader,
  type Packages,
  type Reader,
  text,
} from "./duckdb.ts";
import { columnOf, expressionFor } from "./types.ts";
import { columnCopier, type Filling, type Span } from "./vectors.ts";

interface Parquet {
  readonly source: Source;
  readonly duckDb: DuckDb;
  /** Once for all passes, because starting DuckDB takes as long as reading some ten thousand rows. */
  readonly reader: Reader;
  readonly columns: readonly TableColumn[];
  readonly rows: number;
}

/** A chunk of some thousand rows takes milliseconds; after so long something hangs. */
const CHUNK_MS = 120_000;
/** So few rows of all columns stay in the nearest cache while one column after the other is put into them. */
const TILE_ROWS = 128;

/** Parquet by DuckDB, vector by vector: what SQL would make an object of is copied from where it lies. */
export async function openParquet(source: Source, packages?: Packages): Promise<Table> {
  const duckDb = await loadDuckDb(packages);
  const reader = await openReader(duckDb, source.path);
  const parquet = await describe({ source, duckDb, reader }).catch((error) => {
    reader[Symbol.dispose]();
    throw error;
  });
  return {
    columns: parquet.columns,
    survey: (reading, take) => survey(parquet, reading, take),
    read: (reading, range) => read(parquet, reading, range),
    [Symbol.asyncDispose]() {
      reader[Symbol.dispose]();
      return source[Symbol.asyncDispose]();
    },
  };
}

async function describe(opened: Pick<Parquet, "source" | "duckDb" | "reader">): Promise<Parquet> {
  const { path } = opened.source;
  try {
    using connected = await opened.reader.connect();
    const { connection } = connected;
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${tableOf(path)}`);
    const columns = described.getRows().map(([name, type]) => columnOf(String(name), String(type)));
    const counted = await connection.runAndReadAll(`SELECT count(*) FROM ${tableOf(path)}`);
    return { ...opened, columns, rows: Number(counted.getRows()[0]?.[0]) };
  } catch (error) {
    throw duckDbFailure(error, path);
  }
}

function tableOf(path: string, withRowNumbers = false): string {
  // Else a folder's name such as day=1 would be a column.
  return `read_parquet(${text(path)}, hive_partitioning = false${withRowNumbers ? ", file_row_number = true" : ""})`;
}

async function survey(parquet: Parquet, reading: Reading, take: (block: Block) => Promise<void>): Promise<Surveyed> {
  const { source, rows } = parquet;
  const sha256 = createHash("sha256");
  const window = windowOn(source, 0, (chunk) => sha256.update(chunk));
  try {
    while (await window.more()) window.at = window.end;
  } finally {
    await window.close();
  }
  const blocks = Math.ceil(rows / reading.blockRows);
  if (reading.sinks.length > 0)
    for await (const block of read(parquet, reading, { first: 0, end: blocks })) await take(block);
  await source.requireUnchanged();
  return { rows, digest: sha256.digest("hex") };
}

async function* read(parquet: Parquet, reading: Reading, range: BlockRange): AsyncIterable<Block> {
  if (range.first === range.end) return;
  const { source } = parquet;
  using connected = await parquet.reader.connect();
  const first = range.first * reading.blockRows;
  const end = Math.min(parquet.rows, range.end * reading.blockRows);
  let block = { firstRow: first, rows: 0 };
  const collect = chunkCollector();
  for await (const chunk of chunksOf(connected, parquet, { reading, first, end })) {
    const copiers = copiersOf(parquet, reading, { chunk, place: () => block.firstRow });
    for (let from = 0; from < chunk.rowCount; ) {
      const wanted = Math.min(reading.blockRows, end - block.firstRow);
      const count = Math.min(chunk.rowCount - from, wanted - block.rows, TILE_ROWS);
      for (const copy of copiers) copy({ from, to: block.rows, count });
      from += count;
      block = { firstRow: block.firstRow, rows: block.rows + count };
      if (block.rows < wanted) continue;
      yield block;
      block = { firstRow: block.firstRow + block.rows, rows: 0 };
    }
    collect();
  }
  await source.requireUnchanged();
}

interface Rows {
  readonly reading: Reading;
  readonly first: number;
  readonly end: number;
}

async function* chunksOf(
  { connection }: Connected,
  { source, columns, rows }: Parquet,
  { reading, first, end }: Rows,
): AsyncIterable<DuckDBDataChunk> {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const wanted = reading.sinks.map((sink) => expressionFor(sink, byName.get(sink.column)!)).join(", ");
  const isPart = first > 0 || end < rows;
  const where = isPart ? ` WHERE file_row_number >= ${first} AND file_row_number < ${end}` : "";
  let pending: Promise<DuckDBDataChunk | null> | undefined;
  try {
    const result = await connection.stream(`SELECT ${wanted} FROM ${tableOf(source.path, isPart)}${where}`);
    for (;;) {
      // One chunk is read while the one before it is looked at.
      const chunk = await (pending ?? inTime(result, () => connection.interrupt()));
      if (chunk === null || chunk.rowCount === 0) return;
      pending = inTime(result, () => connection.interrupt());
      pending.catch(() => {});
      yield chunk;
    }
  } catch (error) {
    throw duckDbFailure(error, source.path);
  } finally {
    await pending?.catch(() => {});
  }
}

async function inTime(result: DuckDBResult, interrupt: () => void): Promise<DuckDBDataChunk | null> {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    interrupt();
  }, CHUNK_MS);
  try {
    return await result.fetchChunk();
  } catch (error) {
    if (!isLate) throw error;
    const message = `a part of the Parquet file was not read within ${CHUNK_MS / 1000} seconds`;
    throw new Failure("io", message, {
      fix: "Check the disk, and write the file with smaller row groups.",
      cause: error,
    });
  } finally {
    clearTimeout(timer);
  }
}

interface Part {
  readonly chunk: DuckDBDataChunk;
  /** The first row of the block that is being filled. */
  readonly place: () => number;
}

function copiersOf(
  { duckDb, columns }: Parquet,
  { sinks, problems }: Reading,
  { chunk, place }: Part,
): readonly ((span: Span) => void)[] {
  const { bindings } = duckDb;
  return sinks.map((sink, index) => {
    const column = columns.find(({ name }) => name === sink.column)!;
    const filling: Filling = {
      bindings,
      stored: storedAs(sink, column),
      isList: column.isList === true,
      report: (_, row, refusal) => problems.add({ row: place() + row + 1, column: sink.column, ...refusal }),
    };
    const vector = bindings.data_chunk_get_vector(chunk.chunk, index);
    return columnCopier(filling, sink, { vector, rows: chunk.rowCount });
  });
}

function storedAs({ kind }: Sink, { type }: TableColumn): Filling["stored"] {
  if (kind === "text") return "text";
  return kind === "number" || type === "number" ? "number" : "integer";
}
