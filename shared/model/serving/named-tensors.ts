import type { Failure } from "../../failure.ts";
import type { NamedTensors, TensorSpec } from "../../ports/tensor.ts";
import { nearest } from "../../schema/nearest.ts";
import { isBase64Object } from "./base64-object.ts";
import { BYTE, type Cursor, failureAt, peek, readList, readObject } from "./json-cursor.ts";
import { misfit, pathText, specText } from "./misfit.ts";
import { finishTensor, readTensor, type TensorReader, tensorReader } from "./tensor-reader.ts";

/** `instances` and `predictions` are rows; `inputs` and `outputs` are columns. */
export type Form = "rows" | "columns";

/** The tensors that the JSON at the cursor gives, each as its specification says; what does not fit is a Failure. */
export function readNamedTensors(cursor: Cursor, form: Form, specs: readonly TensorSpec[]): NamedTensors {
  const readers = new Map(specs.map((spec) => [spec.name, tensorReader(spec, form === "rows" ? 1 : 0)]));
  const count = form === "rows" ? readRows(cursor, readers) : readColumns(cursor, readers);
  return new Map([...readers].map(([name, reader]) => [name, finishTensor(reader, count)]));
}

type Readers = ReadonlyMap<string, TensorReader>;

function readRows(cursor: Cursor, readers: Readers): number {
  for (const { spec } of readers.values()) {
    if (spec.shape?.length === 0) throw misfit(cursor, spec, "a list of rows", 'Ask in columns, with "inputs".');
  }
  if (peek(cursor) !== BYTE.openList) throw notRows(cursor);
  const start = cursor.at;
  let isNamed: boolean | undefined;
  const rows = readList(cursor, () => {
    const hasNames = isNames(cursor);
    if (hasNames !== (isNamed ?? hasNames)) throw mixed(cursor);
    isNamed = hasNames;
    readGroup(cursor, readers, hasNames);
  });
  for (const { spec } of readers.values()) {
    const declared = spec.shape?.[0] ?? -1;
    if (declared < 0 || declared === rows) continue;
    throw misfit({ ...cursor, at: start }, spec, `a list of ${rows} rows`, `Give ${declared} rows.`);
  }
  return rows;
}

function readColumns(cursor: Cursor, readers: Readers): number {
  readGroup(cursor, readers, isNames(cursor));
  return 0;
}

/** An object names its tensors; a single tensor needs no name. */
function readGroup(cursor: Cursor, readers: Readers, hasNames: boolean): void {
  const [only, ...others] = readers.values();
  if (hasNames) readNamed(cursor, readers);
  else if (only !== undefined && others.length === 0) readTensor(cursor, only);
  else throw unnamed(cursor, readers);
}

function isNames(cursor: Cursor): boolean {
  return peek(cursor) === BYTE.openObject && !isBase64Object(cursor);
}

function readNamed(cursor: Cursor, readers: Readers): void {
  const start = cursor.at;
  const missing = new Set(readers.keys());
  readObject(cursor, (name) => {
    const reader = readers.get(name);
    if (reader === undefined) throw unknownName(cursor, name, readers);
    missing.delete(name);
    readTensor(cursor, reader);
  });
  if (missing.size > 0) throw missingNames({ ...cursor, at: start }, [...missing], readers);
}

function unknownName(cursor: Cursor, name: string, readers: Readers): Failure {
  const near = nearest(name, [...readers.keys()]);
  const fix = near === null ? `The names are ${namesText(readers)}.` : `Did you mean ${JSON.stringify(near)}?`;
  return refused(cursor, `${pathText(cursor)} names no tensor of the signature`, fix);
}

function missingNames(cursor: Cursor, names: readonly string[], readers: Readers): Failure {
  const wanted = names.map((name) => `${JSON.stringify(name)} (${specText(readers.get(name)!.spec)})`).join(", ");
  return refused(cursor, `${pathText(cursor)} lacks ${wanted}`, `Give ${namesText(readers)}.`);
}

function unnamed(cursor: Cursor, readers: Readers): Failure {
  const fix = `Give an object with ${namesText(readers)}.`;
  return refused(cursor, `${pathText(cursor)} does not say which of ${readers.size} tensors it is`, fix);
}

function mixed(cursor: Cursor): Failure {
  const fix = "Give every row as an object, or none.";
  return refused(cursor, `${pathText(cursor)} mixes rows with names and rows without`, fix);
}

function notRows(cursor: Cursor): Failure {
  return refused(cursor, `${pathText(cursor)} is no list of rows`, "Give a list with one item for each row.");
}

function refused(cursor: Cursor, message: string, fix: string): Failure {
  return failureAt(cursor, "request-invalid", message, fix);
}

function namesText(readers: Readers): string {
  return readers.size === 0 ? "none" : [...readers.keys()].map((name) => JSON.stringify(name)).join(", ");
}
