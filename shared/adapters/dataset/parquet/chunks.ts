import { setTimeout } from "node:timers";
import { Failure } from "../../../failure.ts";
import { type Connected, duckDbFailure } from "./duckdb.ts";

/** Some thousand rows of what was asked for. */
export interface Chunk {
  readonly rows: number;
  column(index: number): Vector;
}

/** One column of a chunk, as DuckDB hands it over. */
export interface Vector {
  readonly vector: object;
  readonly rows: number;
}

/** A chunk takes milliseconds; after so long something hangs. */
const CHUNK_MS = 120_000;

/** What SQL answers, chunk after chunk: one is read while the one before it is looked at. */
export async function* chunksOf(sql: string, connected: Connected): AsyncIterable<Chunk> {
  const { duckDb, path } = connected;
  let pending: Promise<object | null> | undefined;
  try {
    const result = await startedBy(sql, connected);
    for (;;) {
      const chunk = await (pending ?? fetchedFrom(result, connected));
      const rows = chunk === null ? 0 : duckDb.data_chunk_get_size(chunk);
      if (chunk === null || rows === 0) return;
      pending = fetchedFrom(result, connected);
      // Whoever takes no more of them never hears of it.
      pending.catch(() => {});
      yield { rows, column: (index) => ({ vector: duckDb.data_chunk_get_vector(chunk, index), rows }) };
    }
  } catch (error) {
    throw duckDbFailure(error, path);
  } finally {
    await pending?.catch(() => {});
  }
}

async function startedBy(sql: string, { duckDb, connection }: Connected): Promise<object> {
  const prepared = await duckDb.prepare(connection, sql);
  try {
    return await duckDb.execute_prepared_streaming(prepared);
  } finally {
    duckDb.destroy_prepare_sync(prepared);
  }
}

async function fetchedFrom(result: object, { duckDb, connection }: Connected): Promise<object | null> {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    duckDb.interrupt(connection);
  }, CHUNK_MS);
  try {
    return await duckDb.fetch_chunk(result);
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
