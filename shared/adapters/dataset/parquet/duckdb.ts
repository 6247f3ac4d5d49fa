import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { Failure } from "../../../failure.ts";
import { invalid } from "../failures.ts";

/** Answers a folder with `node_modules` in it, or that there is none. */
export type Packages = () => Promise<string | undefined>;

/** The package, and the native functions below it: its own vectors make an object of every value. */
export interface DuckDb {
  readonly api: typeof import("@duckdb/node-api");
  readonly bindings: Bindings;
}

/** As much of `@duckdb/node-bindings` as reads a vector where it lies. Its bytes live as long as their chunk. */
export interface Bindings {
  data_chunk_get_vector(chunk: object, column: number): object;
  vector_get_data(vector: object, byteCount: number): Uint8Array;
  /** A bit for each value, null where all are there. */
  vector_get_validity(vector: object, byteCount: number): Uint8Array | null;
  list_vector_get_child(vector: object): object;
  list_vector_get_size(vector: object): number;
  get_data_from_pointer(buffer: ArrayBufferLike, offset: number, byteCount: number): Uint8Array;
}

/** A database that reads one file and nothing else. */
export interface Reader extends Disposable {
  connect(): Promise<Connected>;
}

export interface Connected extends Disposable {
  readonly connection: DuckDBConnection;
}

const PACKAGE = "@duckdb/node-api";
const MEMORY = "512MB";
const THREADS = "1";

/** The native package: beside us, else in the folder where `setup` put it. Nothing else imports it. */
export async function loadDuckDb(packages: Packages = async () => undefined): Promise<DuckDb> {
  const beside = required(import.meta.url);
  if (!(beside instanceof Error)) return beside;
  const folder = await packages();
  const found = folder === undefined ? beside : required(join(resolve(folder), "package.json"));
  if (!(found instanceof Error)) return found;
  throw new Failure("runtime-missing", "Parquet is read by DuckDB, which has not been set up on this machine.", {
    fix: "Run `model-release setup`, or write the evaluation set as CSV or JSON lines.",
    cause: found,
  });
}

function required(from: string): DuckDb | Error {
  try {
    const ours = createRequire(from);
    const its = createRequire(ours.resolve(PACKAGE));
    return { api: ours(PACKAGE), bindings: its("@duckdb/node-bindings") };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/**
 * The file is the only thing that SQL on its connections reaches: no other file, no network, no extension, no setting.
 * It keeps nothing on the disk.
 */
export async function openReader(duckDb: DuckDb, path: string): Promise<Reader> {
  if (/[*?[\]]/.test(path)) {
    throw invalid(path, "a name with *, ? or brackets would be taken for a pattern", "Rename the file or its folder.");
  }
  const instance: DuckDBInstance = await duckDb.api.DuckDBInstance.create(":memory:", {
    threads: THREADS,
    memory_limit: MEMORY,
    temp_directory: "",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  try {
    const first = await connectTo(instance);
    await first.connection.run(`SET allowed_paths = [${text(resolve(path))}]`);
    await first.connection.run("SET enable_external_access = false");
    await first.connection.run("SET lock_configuration = true");
    first[Symbol.dispose]();
    return { connect: () => connectTo(instance), [Symbol.dispose]: () => instance.closeSync() };
  } catch (error) {
    instance.closeSync();
    throw duckDbFailure(error, path);
  }
}

async function connectTo(instance: DuckDBInstance): Promise<Connected> {
  const connection = await instance.connect();
  return { connection, [Symbol.dispose]: () => connection.closeSync() };
}

export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** What DuckDB says of a file, in its first line and without its advice. */
export function duckDbFailure(error: unknown, path: string): Failure {
  if (error instanceof Failure) return error;
  const [said = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  if (/out of memory/i.test(said)) {
    return new Failure("limit-exceeded", `${path}: reading it takes more than ${MEMORY}`, {
      fix: "Write it with smaller row groups.",
      cause: error,
    });
  }
  const shown = said.replaceAll(resolve(path), path).slice(0, 300);
  return new Failure("dataset-invalid", `${path}: it cannot be read as Parquet: ${shown}`, {
    fix: "Write the file again.",
    cause: error,
  });
}
