import { backward, forward } from "./utf8.ts";

/** A part of a text; a negative position counts from the end. Null when it begins outside. */
export function sliceBytes(text: Uint8Array, position: number, size: number): Uint8Array | null {
  if (position > text.length || position < -text.length) return null;
  const from = position < 0 ? position + text.length : position;
  return text.subarray(from, from + sizeWithin(size, text.length));
}

export function sliceCodePoints(text: Uint8Array, position: number, size: number): Uint8Array | null {
  const from = position < 0 ? backward(text, text.length, -position) : forward(text, 0, position);
  if (from === null) return null;
  const to = forward(text, from, Math.min(size, text.length));
  return text.subarray(from, to ?? text.length);
}

/** A negative size is a huge one, as C converts it. */
function sizeWithin(size: number, most: number): number {
  return size < 0 ? most : Math.min(size, most);
}
