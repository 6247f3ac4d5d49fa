import { Failure } from "../../failure.ts";
import type { Signature } from "../../ports/signature.ts";
import type { NamedTensors } from "../../ports/tensor.ts";
import { isPointer } from "../../release/lfs-pointer.ts";
import { isBase64Object } from "./base64-object.ts";
import { BYTE, type Cursor, cursorAt, failureAt, peek, readList, readObject } from "./json-cursor.ts";
import { readMembers } from "./members.ts";
import { type Form, readNamedTensors } from "./named-tensors.ts";
import { skipValue } from "./skip-value.ts";

/** A request and the answer that was recorded for it, in the serving API's own form. */
export interface Exchange {
  /** Where it stands in its file, from 1. */
  readonly line: number;
  inputs(signature: Signature): NamedTensors;
  /** Of the outputs that were recorded, which need not be all. */
  answers(signature: Signature): NamedTensors;
}

const ROWS = { request: "instances", answer: "predictions", form: "rows" } as const;
const COLUMNS = { request: "inputs", answer: "outputs", form: "columns" } as const;
const KEYS = [ROWS.request, ROWS.answer, COLUMNS.request, COLUMNS.answer, "signature_name"];
const FIX = 'Write {"instances": […], "predictions": […]}, or {"inputs": …, "outputs": …}, on a line of its own.';

/** Every exchange of a file that holds one to a line; lines without any text are passed over. */
export function parseExchanges(bytes: Uint8Array, file: string): readonly Exchange[] {
  if (isPointer(bytes)) throw pointer(file);
  const exchanges: Exchange[] = [];
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    // The bytes before the line stay, so that a place in it is a place in the file.
    const cursor = start === 0 ? cursorAt(bytes.subarray(0, end), file) : lineAt(bytes.subarray(0, end), start, file);
    if (peek(cursor) !== undefined) exchanges.push(readExchange(cursor, line));
    start = end + 1;
  }
  if (exchanges.length > 0) return exchanges;
  throw failureAt(cursorAt(bytes, file), "document-invalid", "the file holds no case", FIX);
}

function pointer(file: string): Failure {
  return new Failure("lfs-pointer", `${file} is a Git LFS pointer where recorded cases should be`, {
    fix: `Run git lfs pull --include ${file}; in a job, give actions/checkout lfs: true.`,
  });
}

function lineAt(bytes: Uint8Array, at: number, file: string): Cursor {
  return { bytes, file, at, path: [] };
}

function readExchange(cursor: Cursor, line: number): Exchange {
  const { bytes, file, at } = cursor;
  const members = readMembers(cursor, KEYS);
  const shape = [ROWS, COLUMNS].find(({ request, answer }) => members.has(request) && members.has(answer));
  if (shape === undefined) throw incomplete({ ...cursor, at });
  const memberAt = (key: string): Cursor => ({ bytes, file, at: members.get(key)!, path: [key] });
  return {
    line,
    inputs: ({ inputs }) => readNamedTensors(memberAt(shape.request), shape.form, inputs),
    answers: ({ outputs }) => {
      const names = namesIn(memberAt(shape.answer), shape.form);
      const recorded = names === null ? outputs : outputs.filter(({ name }) => names.has(name));
      // Where no name is known all are, so that the reader can say which was meant.
      return readNamedTensors(memberAt(shape.answer), shape.form, recorded.length === 0 ? outputs : recorded);
    },
  };
}

/** The outputs that the first answer names; null where it names none. */
function namesIn(cursor: Cursor, form: Form): ReadonlySet<string> | null {
  if (form === "columns") return memberNames(cursor);
  if (peek(cursor) !== BYTE.openList) return null;
  let names: ReadonlySet<string> | null | undefined;
  readList(cursor, () => {
    if (names === undefined) names = memberNames({ ...cursor, path: [...cursor.path] });
    skipValue(cursor);
  });
  return names ?? null;
}

function memberNames(cursor: Cursor): ReadonlySet<string> | null {
  if (peek(cursor) !== BYTE.openObject || isBase64Object(cursor)) return null;
  const names = new Set<string>();
  readObject(cursor, (name) => {
    names.add(name);
    skipValue(cursor);
  });
  return names;
}

function incomplete(cursor: Cursor): Failure {
  return failureAt(cursor, "request-invalid", "the case is not a request with its answer", FIX);
}
