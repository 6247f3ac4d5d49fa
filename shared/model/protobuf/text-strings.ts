import { accept, nextText, refuse, type TextScanner } from "./text-scanner.ts";
import { type WireWriter, wireWriter, writtenBytes } from "./wire-writer.ts";

const ESCAPES: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  "\\": 0x5c,
  "'": 0x27,
  '"': 0x22,
  "?": 0x3f,
};
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const LOWER_U = 0x75;

const utf8 = new TextEncoder();

/** One or more quoted strings in a row, which are one value. */
export function readStrings(scanner: TextScanner): Uint8Array {
  const out = wireWriter(64);
  let quote = accept(scanner, "\"'");
  if (quote === null) refuse(scanner, `expected a quoted string, found ${nextText(scanner)}`);
  for (; quote !== null; quote = accept(scanner, "\"'")) readString(scanner, quote.charCodeAt(0), out);
  return writtenBytes(out);
}

function readString(scanner: TextScanner, quote: number, out: WireWriter): void {
  const { bytes } = scanner;
  while (scanner.at < bytes.length) {
    const byte = bytes[scanner.at++]!;
    if (byte === quote) return;
    if (byte === NEWLINE) break;
    if (byte === BACKSLASH) readEscape(scanner, out);
    else append(out, byte);
  }
  scanner.at--;
  refuse(scanner, "a string does not end on its line");
}

function readEscape(scanner: TextScanner, out: WireWriter): void {
  const letter = String.fromCharCode(scanner.bytes[scanner.at++] ?? 0);
  if (letter === "u") appendCharacter(scanner, out, 4);
  else if (letter === "U") appendCharacter(scanner, out, 8);
  else append(out, ESCAPES[letter] ?? numericEscape(scanner, letter));
}

function numericEscape(scanner: TextScanner, letter: string): number {
  if (letter === "x" || letter === "X") return Number.parseInt(digits(scanner, /[0-9a-f]/i, 2), 16);
  scanner.at--;
  const octal = Number.parseInt(digits(scanner, /[0-7]/, 3), 8);
  return octal < 256 ? octal : refuse(scanner, `\\${octal.toString(8)} does not fit a byte`);
}

function appendCharacter(scanner: TextScanner, out: WireWriter, length: number): void {
  const first = codeUnit(scanner, length);
  const code = isBetween(first, 0xd800, 0xdbff) ? joinPair(scanner, first) : first;
  if (code > 0x10ffff || isBetween(code, 0xd800, 0xdfff)) refuse(scanner, "no such character");
  for (const byte of utf8.encode(String.fromCodePoint(code))) append(out, byte);
}

/** Characters beyond 16 bits may be written as two escapes, as in JSON. */
function joinPair(scanner: TextScanner, high: number): number {
  const { bytes, at } = scanner;
  if (bytes[at] !== BACKSLASH || bytes[at + 1] !== LOWER_U) return high;
  scanner.at += 2;
  const low = codeUnit(scanner, 4);
  return isBetween(low, 0xdc00, 0xdfff) ? 0x10000 + (high - 0xd800) * 0x400 + low - 0xdc00 : high;
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

function codeUnit(scanner: TextScanner, length: number): number {
  const text = digits(scanner, /[0-9a-f]/i, length);
  if (text.length < length) refuse(scanner, `an escape needs ${length} hexadecimal digits`);
  return Number.parseInt(text, 16);
}

function digits(scanner: TextScanner, allowed: RegExp, most: number): string {
  let text = "";
  for (; text.length < most; scanner.at++) {
    const next = String.fromCharCode(scanner.bytes[scanner.at] ?? 0);
    if (!allowed.test(next)) break;
    text += next;
  }
  if (text === "") refuse(scanner, "an unknown escape");
  return text;
}

function append(out: WireWriter, byte: number): void {
  if (out.length === out.bytes.length) {
    const grown = new Uint8Array(out.length * 2);
    grown.set(out.bytes);
    out.bytes = grown;
  }
  out.bytes[out.length++] = byte;
}
