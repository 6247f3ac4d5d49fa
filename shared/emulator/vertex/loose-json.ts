import {
  BYTE,
  type Cursor,
  cursorAt,
  peek,
  readList,
  readObject,
  readText,
  readWord,
} from "../../model/serving/json-cursor.ts";
import { beginsNumber, numberToken, readNumber } from "../../model/serving/json-number.ts";
import type { Value } from "../protos/json.ts";

// A model's server writes NaN and infinities as they are, and reads them so; protobuf's values can hold them.

/** The value of a JSON text in which numbers need not be finite. */
export function looseJson(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return read(cursorAt(Buffer.from(text), "answer"));
  }
}

export function looseText(value: Value): string {
  const text = JSON.stringify(value);
  return text.includes("null") ? written(value) : text;
}

const token = numberToken();

function read(cursor: Cursor): Value {
  const byte = peek(cursor);
  if (beginsNumber(byte)) return numberAt(cursor);
  if (byte === BYTE.quote) return readText(cursor);
  if (byte === BYTE.openList) {
    const items: Value[] = [];
    readList(cursor, () => items.push(read(cursor)));
    return items;
  }
  if (byte !== BYTE.openObject) return readWord(cursor);
  const members: Record<string, Value> = Object.create(null);
  readObject(cursor, (name) => {
    members[name] = read(cursor);
  });
  return members;
}

function numberAt(cursor: Cursor): number {
  readNumber(cursor, token);
  return token.value;
}

/** JSON.stringify writes what is not finite as null: only then each value is looked at. */
function written(value: Value | undefined): string {
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return `[${value.map(written).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${written(member)}`);
  return `{${members.join(",")}}`;
}
