import type { Fault } from "./source.ts";

export interface DecodedText {
  /** Where the bytes are no text, what can be shown of them. */
  readonly text: string;
  readonly faults: readonly Fault[];
}

const SAVE_AS_UTF8 = "Save the file as UTF-8.";

/** Bytes to text, strictly UTF-8. One byte order mark in front is passed over, as YAML and RFC 8259 allow. */
export function decodeText(input: Uint8Array | string, maxBytes: number): DecodedText {
  const bytes = typeof input === "string" ? undefined : input;
  const size = bytes?.length ?? (input as string).length;
  if (size > maxBytes) return refused("", 0, `the file has more than ${maxBytes} bytes`, "Give a smaller file.");
  if (bytes !== undefined && looksLikeUtf16(bytes))
    return refused("", 0, "the file is UTF-16, not UTF-8", SAVE_AS_UTF8);
  const text = bytes === undefined ? (input as string) : new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const broken = bytes === undefined ? loneSurrogate(text) : invalidUtf8(bytes, text);
  if (broken !== undefined) return refused(text, broken, "a byte here is not UTF-8 text", SAVE_AS_UTF8);
  return { text: text.startsWith("\ufeff") ? text.slice(1) : text, faults: [] };
}

function refused(text: string, offset: number, message: string, fix: string): DecodedText {
  return { text, faults: [{ offset, message, fix }] };
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return false;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (first === 0) !== (second === 0);
}

function loneSurrogate(text: string): number | undefined {
  return text.isWellFormed() ? undefined : text.search(/\p{Surrogate}/u);
}

/** The decoder does not say where it failed: the first byte that does not survive the way back does. */
function invalidUtf8(bytes: Uint8Array, text: string): number | undefined {
  if (!text.includes("\ufffd")) return undefined;
  const again = new TextEncoder().encode(text);
  const at = again.findIndex((byte, index) => byte !== bytes[index]);
  if (at === -1) return undefined;
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(again.subarray(0, at), { stream: true }).length;
}
