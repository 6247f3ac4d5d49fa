import { isUtf8 } from "node:buffer";
import { quote } from "../../../schema/phrases.ts";
import { repeatedName } from "../columns/names.ts";
import { invalid } from "../failures.ts";
import type { Source } from "../text/source.ts";
import { type Window, windowOn } from "../text/window.ts";
import { type Field, readField } from "./field.ts";

export interface Header {
  readonly names: readonly string[];
  /** The bytes before the first data row, and the line that it begins in. */
  readonly prefix: Uint8Array;
  readonly line: number;
}

const COMMA = 0x2c;
const MAX_COLUMNS = 100_000;

export async function readHeader(source: Source): Promise<Header> {
  const window = windowOn(source, 0);
  try {
    await window.more();
    const start = window.at;
    refuseOtherForms(source.path, window.bytes.subarray(start, window.end));
    if (isMarked(window.bytes, start)) window.at += 3;
    const fields = await readNames(source, window);
    const names = fields.map(({ name }) => name);
    requireUsable(source.path, names);
    const bytes = new Uint8Array(Math.min(window.offset + window.at, source.sizeBytes));
    await source.read(bytes, 0);
    return { names, prefix: bytes, line: 2 + fields.reduce((sum, { newlines }) => sum + newlines, 0) };
  } finally {
    await window.close();
  }
}

interface Name extends Pick<Field, "newlines"> {
  readonly name: string;
}

async function readNames({ path }: Source, window: Window): Promise<readonly Name[]> {
  const names: Name[] = [];
  for (;;) {
    const field = readField(window);
    if (field === null) {
      if (await window.more()) continue;
      throw invalid(path, "the header's quotation mark is never closed", "Close the quotation mark in line 1.");
    }
    if (!isUtf8(field.text)) throw invalid(path, "the header is not UTF-8", "Save the file as UTF-8.");
    names.push({ name: Buffer.from(field.text).toString("utf8"), newlines: field.newlines });
    if (field.terminator !== COMMA) return names;
    if (names.length > MAX_COLUMNS) throw invalid(path, `it has more than ${MAX_COLUMNS} columns`, "Remove columns.");
  }
}

/** Excel marks its UTF-8 so. */
function isMarked(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf;
}

function refuseOtherForms(path: string, head: Uint8Array): void {
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (isUtf16) throw invalid(path, "it is UTF-16", "Save the file as UTF-8.");
  const first = Buffer.from(head.subarray(0, 64)).toString("latin1").trimStart();
  if (first.startsWith('{"') || first.startsWith("[{")) {
    throw invalid(path, "it is named as CSV and begins as JSON", "Name JSON lines .jsonl.");
  }
}

function requireUsable(path: string, names: readonly string[]): void {
  if (names.some((name) => /\r(?!\n)/.test(name))) {
    throw invalid(path, "its lines end with carriage returns alone", "Save the file with line feeds.");
  }
  const twice = repeatedName(names);
  if (twice !== undefined) {
    throw invalid(path, `the header names the column ${quote(twice)} twice`, "Give every column a name of its own.");
  }
  const [only] = names;
  if (names.length > 1 || only === undefined) return;
  const separator = ["\t", ";", "|"].find((candidate) => only.includes(candidate));
  if (separator === undefined) return;
  const what = `the header is one field, ${quote(only)}, with ${JSON.stringify(separator)} in it`;
  throw invalid(path, what, "Separate the fields with commas.");
}
