import { BEGIN_LINE, BEGIN_TEXT, END_LINE, END_TEXT, NO_WORD_BOUNDARY, WORD_BOUNDARY } from "./syntax.ts";

/** What lies beside a place in the text: nothing, the end of a line, a letter of a word, or anything else. */
export const START_CONTEXT = 0;
const NEWLINE_CONTEXT = 1;
const WORD_CONTEXT = 2;
export const OTHER_CONTEXT = 3;

export function contextOf(byte: number): number {
  if (byte === 0x0a) return NEWLINE_CONTEXT;
  const isLetter = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
  return isLetter || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f ? WORD_CONTEXT : OTHER_CONTEXT;
}

/** The context on either side of the text's edge is that of no byte. */
export function contextAt(text: Uint8Array, at: number): number {
  return at < 0 || at >= text.length ? START_CONTEXT : contextOf(text[at]!);
}

/** The assertions that hold between two neighbours. */
export function assertionsBetween(before: number, after: number): number {
  return BETWEEN[4 * before + after]!;
}

const BETWEEN = Array.from({ length: 16 }, (_, index) => {
  const [before, after] = [index >> 2, index & 3];
  let holds = (before === WORD_CONTEXT) === (after === WORD_CONTEXT) ? NO_WORD_BOUNDARY : WORD_BOUNDARY;
  if (before === START_CONTEXT) holds |= BEGIN_TEXT | BEGIN_LINE;
  if (before === NEWLINE_CONTEXT) holds |= BEGIN_LINE;
  if (after === START_CONTEXT) holds |= END_TEXT | END_LINE;
  if (after === NEWLINE_CONTEXT) holds |= END_LINE;
  return holds;
});
