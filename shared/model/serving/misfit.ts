import type { Failure } from "../../failure.ts";
import type { TensorSpec } from "../../ports/tensor.ts";
import { BYTE, type Cursor, failureAt, peek, shownBytes } from "./json-cursor.ts";
import { beginsNumber } from "./json-number.ts";

const SHOWN_CHARACTERS = 40;

/** `float32 [-1, 20]`, `string of any shape`. */
export function specText({ dtype, shape }: Pick<TensorSpec, "dtype" | "shape">): string {
  if (shape === null) return `${dtype} of any shape`;
  return shape.length === 0 ? `a single ${dtype}` : `${dtype} [${shape.join(", ")}]`;
}

/** `instances[3].age[0]` */
export function pathText({ path }: Cursor): string {
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : index === 0 ? part : `[${JSON.stringify(part)}]`))
    .join("");
}

/** What stands here does not fit the tensor that it is for. */
export function misfit(cursor: Cursor, spec: TensorSpec, given: string, fix: string): Failure {
  const message = `${JSON.stringify(spec.name)} takes ${specText(spec)}, but ${pathText(cursor)} is ${given}`;
  return failureAt(cursor, "request-invalid", message, fix);
}

/** What stands here, in words. */
export function givenText(cursor: Cursor): string {
  const byte = peek(cursor);
  if (byte === BYTE.openList) return "a list";
  if (byte === BYTE.openObject) return "an object";
  const end = endOfLeaf(cursor);
  const shown = shownBytes(cursor.bytes.subarray(cursor.at, Math.min(end, cursor.at + SHOWN_CHARACTERS)));
  const text = end > cursor.at + SHOWN_CHARACTERS ? `${shown}…` : shown;
  if (byte === BYTE.quote) return `the string ${text}`;
  return beginsNumber(byte) ? `the number ${text}` : text;
}

function endOfLeaf({ bytes, at }: Cursor): number {
  const isText = bytes[at] === BYTE.quote;
  const limit = Math.min(bytes.length, at + SHOWN_CHARACTERS + 1);
  let end = at + 1;
  while (end < limit && (isText ? bytes[end] !== BYTE.quote : bytes[end]! > 0x20 && !isPunctuation(bytes[end]!)))
    end += 1;
  return isText && end < limit ? end + 1 : end;
}

function isPunctuation(byte: number): boolean {
  return byte === BYTE.comma || byte === BYTE.closeList || byte === BYTE.closeObject;
}
