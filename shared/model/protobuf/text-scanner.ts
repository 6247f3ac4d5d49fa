import { Failure } from "../../failure.ts";

/** A place in text format. It is read as bytes, since its strings may hold any. */
export interface TextScanner {
  readonly file: string;
  readonly bytes: Uint8Array;
  at: number;
}

/** Longer than any number or name. */
const MAX_WORD = 4096;

export function refuse(scanner: TextScanner, reason: string): never {
  const { file } = scanner;
  const { line, column } = placeOf(scanner);
  const fix = "Correct the text, or export the model again.";
  throw new Failure("model-unreadable", `${file}:${line}:${column}: ${reason}`, {
    fix,
    problems: [{ file, line, column, message: reason, fix }],
  });
}

/** Passes over blanks and comments; whether anything is left. */
export function more(scanner: TextScanner): boolean {
  const { bytes } = scanner;
  for (; scanner.at < bytes.length; scanner.at++) {
    const byte = bytes[scanner.at]!;
    if (byte === 0x23) passComment(scanner);
    else if (byte !== 0x20 && (byte < 0x09 || byte > 0x0d)) return true;
  }
  return false;
}

/** Takes one of the characters, if it comes next. */
export function accept(scanner: TextScanner, characters: string): string | null {
  if (!more(scanner)) return null;
  const next = String.fromCharCode(scanner.bytes[scanner.at]!);
  if (!characters.includes(next)) return null;
  scanner.at++;
  return next;
}

/** Letters, digits and what numbers are written with. */
export function word(scanner: TextScanner): string {
  more(scanner);
  const { bytes, at } = scanner;
  let end = at;
  while (end < bytes.length && isWordByte(bytes[end]!)) end++;
  if (end - at > MAX_WORD) refuse(scanner, `a word of ${end - at} characters`);
  scanner.at = end;
  return String.fromCharCode(...bytes.subarray(at, end));
}

/** Up to a closing character, which is taken too. */
export function upTo(scanner: TextScanner, closing: string): string {
  const { bytes, at } = scanner;
  const end = bytes.indexOf(closing.charCodeAt(0), at);
  if (end < 0 || end - at > MAX_WORD) refuse(scanner, `no ${closing} follows`);
  scanner.at = end + 1;
  return String.fromCharCode(...bytes.subarray(at, end));
}

/** What stands at the place, for a message. */
export function nextText({ bytes, at }: TextScanner): string {
  return at < bytes.length ? JSON.stringify(String.fromCharCode(bytes[at]!)) : "the end of the file";
}

function passComment(scanner: TextScanner): void {
  const end = scanner.bytes.indexOf(0x0a, scanner.at);
  scanner.at = end < 0 ? scanner.bytes.length - 1 : end;
}

function isWordByte(byte: number): boolean {
  return (
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x5f ||
    byte === 0x2e ||
    byte === 0x2b ||
    byte === 0x2d
  );
}

function placeOf({ bytes, at }: TextScanner): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let next = bytes.indexOf(0x0a); next >= 0 && next < at; next = bytes.indexOf(0x0a, next + 1)) {
    line++;
    start = next + 1;
  }
  return { line, column: at - start + 1 };
}
