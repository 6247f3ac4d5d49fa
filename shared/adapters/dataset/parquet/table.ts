import { createHash } from "node:crypto";
import type { Block, BlockRange, Reading, Surveyed, Table, TableColumn } from "../columns/table.ts";
import type { Source } from "../text/source.ts";
import { windowOn } from "../text/window.ts";
import { chunksOf } from "./chunks.ts";
import { chunkCollector } from "./collect.ts";
import { loadDuckDb, openReader, type Packages, type Reader, text } from "./duckdb.ts";
import { columnOf, expressionFor } from "./types.ts";
import { columnCopier, type Report, textsOf } from "./vectors.ts";

interface Parquet {
  readonly source: Source;
  /** Once for all passes, because starting DuckDB takes as long as reading some ten thousand rows. */
  readonly reader: Reader;
  readonly columns: readonly TableColumn[];
  readonly rows: number;
}

/** So few rows of all columns stay in the nearest cache while one column after the other is put into them. */
const TILE_ROWS = 128;

/** Parquet by DuckDB, vector by vector: what SQL would make an object of is copied from where it lies. */
export async function openParquet(source: Source, packages?: Packages): Promise<Table> {
  const reader = await openReader(await loadDuckDb(packages), source.path);
  const parquet = await describe(source, reader).catch((error) => {
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

async function describe(source: Source, reader: Reader): Promise<Parquet> {
  using connected = await reader.connect();
  const table = tableOf(source.path);
  const columns: TableColumn[] = [];
  for await (const chunk of chunksOf(`SELECT column_name, column_type FROM (DESCRIBE FROM ${table})`, connected)) {
    const types = textsOf(connected.duckDb, chunk.column(1));
    const names = textsOf(connected.duckDb, chunk.column(0));
    columns.push(...names.map((name, index) => columnOf(name, types[index]!)));
  }
  let rows = 0;
  for await (const chunk of chunksOf(`SELECT CAST(count(*) AS VARCHAR) FROM ${table}`, connected))
    rows = Number(textsOf(connected.duckDb, chunk.column(0))[0]);
  return { source, reader, columns, rows };
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
  const { source, reader, columns, rows } = parquet;
  using connected = await reader.connect();
  const first = range.first * reading.blockRows;
  const end = Math.min(rows, range.end * reading.blockRows);
  const taken = reading.sinks.map((sink) => ({ sink, column: columns.find(({ name }) => name === sink.column)! }));
  const expressions = taken.map(({ sink, column }) => expressionFor(sink, column)).join(", ");
  const isPart = first > 0 || end < rows;
  const where = isPart ? ` WHERE file_row_number >= ${first} AND file_row_number < ${end}` : "";
  let block = { firstRow: first, rows: 0 };
  const report: Report = (column, row, refusal) =>
    reading.problems.add({ row: block.firstRow + row + 1, column, ...refusal });
  const collect = chunkCollector();
  for await (const chunk of chunksOf(`SELECT ${expressions} FROM ${tableOf(source.path, isPart)}${where}`, connected)) {
    const copiers = taken.map((each, index) =>
      columnCopier(each, chunk.column(index), { duckDb: connected.duckDb, report }),
    );
    for (let from = 0; from < chunk.rows; ) {
      const wanted = Math.min(reading.blockRows, end - block.firstRow);
      const count = Math.min(chunk.rows - from, wanted - block.rows, TILE_ROWS);
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
