import type { TensorSpec } from "../../ports/tensor.ts";
import { BYTE, type Cursor, failureAt, peek, readObject, readText, startsWith } from "./json-cursor.ts";
import { misfit, pathText } from "./misfit.ts";
import { skipValue } from "./skip-value.ts";

const KEY = "b64";
const ALPHABET = /^[A-Za-z0-9+/]*={0,2}$/;

/** Whether the object that opens here has the one member `b64`, a string: then it stands for bytes. */
export function isBase64Object(cursor: Cursor): boolean {
  if (peek(cursor) !== BYTE.openObject) return false;
  const ahead = { ...cursor, path: [...cursor.path] };
  ahead.at += 1;
  peek(ahead);
  // Most objects are rows with names, and long: they are told apart by their first key.
  if (!startsWith(ahead, `"${KEY}"`)) return false;
  ahead.at = cursor.at;
  let members = 0;
  let isText = false;
  readObject(ahead, (name) => {
    members += 1;
    isText = name === KEY && peek(ahead) === BYTE.quote;
    skipValue(ahead);
  });
  return members === 1 && isText;
}

/** Reads `{"b64": "…"}`. */
export function readBase64Object(cursor: Cursor, spec: TensorSpec): Uint8Array {
  if (!isBase64Object(cursor)) throw misfit(cursor, spec, "an object", 'Give a string, or {"b64": "…"} for bytes.');
  let bytes: Uint8Array = new Uint8Array();
  readObject(cursor, () => {
    peek(cursor);
    const start = cursor.at;
    const text = readText(cursor);
    if (!isBase64(text)) {
      const message = `${pathText(cursor)} is no base64`;
      throw failureAt({ ...cursor, at: start }, "request-invalid", message, "Encode the bytes in base64.");
    }
    bytes = Buffer.from(text, "base64");
  });
  return bytes;
}

/** Padding may be left out, as the serving API lets it be. */
function isBase64(text: string): boolean {
  const digits = text.replace(/=+$/, "").length;
  return ALPHABET.test(text) && digits % 4 !== 1 && (digits === text.length || text.length % 4 === 0);
}
