import { BYTE, type Cursor, peek, readList, readObject, readText, readWord } from "./json-cursor.ts";
import { beginsNumber, numberToken, readNumber } from "./json-number.ts";

const token = numberToken();

/** Moves past the value that begins here, whatever it is; what is not JSON is a Failure. */
export function skipValue(cursor: Cursor): void {
  const byte = peek(cursor);
  if (beginsNumber(byte)) readNumber(cursor, token);
  else if (byte === BYTE.openList) readList(cursor, () => skipValue(cursor));
  else if (byte === BYTE.openObject) readObject(cursor, () => skipValue(cursor));
  else if (byte === BYTE.quote) readText(cursor);
  else readWord(cursor);
}
