import type { Cursor } from "../bytes.ts";
import type { Argument } from "./opcodes.ts";

const MAX_TEXT_BYTES = 4096;
const MAX_LINE_BYTES = 1 << 16;

/** A string where it matters, the number of a memo entry, null for a value of no interest, undefined when malformed. */
export function readArgument(cursor: Cursor, argument: Argument): string | number | null | undefined {
  switch (argument.kind) {
    case "bytes":
      return argument.width === 8 ? skipped(cursor, 8) : cursor.unsigned(argument.width);
    case "blob":
      return skipped(cursor, cursor.unsigned(argument.lengthWidth));
    case "text":
      return readText(cursor, cursor.unsigned(argument.lengthWidth));
    case "line": {
      const line = Buffer.from(cursor.line(MAX_LINE_BYTES)).toString("latin1");
      return argument.form.test(line) ? line : undefined;
    }
    case "quoted":
      return unquoted(Buffer.from(cursor.line(MAX_LINE_BYTES)).toString("latin1").trim());
    case "escaped":
      return unescaped(decode(cursor.line(MAX_LINE_BYTES)));
    case "lines":
      return `${decode(cursor.line(MAX_TEXT_BYTES))}\n${decode(cursor.line(MAX_TEXT_BYTES))}`;
  }
}

function skipped(cursor: Cursor, length: number): null {
  cursor.skip(length);
  return null;
}

function readText(cursor: Cursor, length: number): string | null {
  return length > MAX_TEXT_BYTES ? skipped(cursor, length) : decode(cursor.bytes(length));
}

function unquoted(literal: string): string | undefined {
  const quote = literal[0];
  const isQuoted = literal.length > 1 && (quote === "'" || quote === '"') && literal.endsWith(quote);
  return isQuoted ? unescaped(literal.slice(1, -1)) : undefined;
}

/** A name may be spelt `\x6fs` or `\u006fs`. */
function unescaped(text: string): string {
  return text.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([0-7]{1,3}))/g, (_, hex, unicode, octal) =>
    String.fromCharCode(octal === undefined ? Number.parseInt(hex ?? unicode, 16) : Number.parseInt(octal, 8)),
  );
}

const decode = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");
