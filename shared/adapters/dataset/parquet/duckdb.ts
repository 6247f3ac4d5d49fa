import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { Failure } from "../../../failure.ts";
import { invalid } from "../failures.ts";

/** Answers a folder with `node_modules` in it, or that there is none. */
export type Packages = () => Promise<string | undefined>;

/**
 * As much of DuckDB's C interface as reads a file: the functions below `@duckdb/node-api`, whose own objects take longer to
 * load than all of DuckDB, and whose vectors make an object of every value.
 */
export interface DuckDb {
  create_config(): object;
  set_config(config: object, name: string, option: string): void;
  open(path: string, config: object): Promise<object>;
  close_sync(database: object): void;
  connect(database: object): Promise<object>;
  disconnect_sync(connection: object): void;
  interrupt(connection: object): void;
  query(connection: object, sql: string): Promise<object>;
  prepare(connection: object, sql: string): Promise<object>;
  execute_prepared_streaming(prepared: object): Promise<object>;
  destroy_prepare_sync(prepared: object): void;
  fetch_chunk(result: object): Promise<object | null>;
  data_chunk_get_size(chunk: object): number;
  data_chunk_get_vector(chunk: object, column: number): object;
  /** Where the values lie: these bytes live as long as their chunk. */
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
  readonly duckDb: DuckDb;
  readonly connection: object;
  /** Of the file. */
  readonly path: string;
}

const PACKAGE = "@duckdb/node-api";
const MEMORY = "512MB";
const SETTINGS = {
  threads: "1",
  memory_limit: MEMORY,
  temp_directory: "",
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
};

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
    return createRequire(ours.resolve(PACKAGE))("@duckdb/node-bindings");
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
  const config = duckDb.create_config();
  for (const [name, option] of Object.entries(SETTINGS)) duckDb.set_config(config, name, option);
  const database = await duckDb.open(":memory:", config);
  const connect = async (): Promise<Connected> => {
    const connection = await duckDb.connect(database);
    return { duckDb, connection, path, [Symbol.dispose]: () => duckDb.disconnect_sync(connection) };
  };
  try {
    using first = await connect();
    await duckDb.query(first.connection, `SET allowed_paths = [${text(resolve(path))}]`);
    await duckDb.query(first.connection, "SET enable_external_access = false");
    await duckDb.query(first.connection, "SET lock_configuration = true");
  } catch (error) {
    duckDb.close_sync(database);
    throw duckDbFailure(error, path);
  }
  return { connect, [Symbol.dispose]: () => duckDb.close_sync(database) };
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
