import type { Ranges } from "./syntax.ts";

const LAST_OF_LENGTH = [0x7f, 0x7ff, 0xffff, 0x10ffff];
/** As RE2 simplifies "anything beyond ASCII": overlong forms and surrogates pass. */
const BEYOND_ASCII: readonly Ranges[] = [
  [0xc2, 0xdf, 0x80, 0xbf],
  [0xe0, 0xef, 0x80, 0xbf, 0x80, 0xbf],
  [0xf0, 0xf4, 0x80, 0xbf, 0x80, 0xbf, 0x80, 0xbf],
];

/** UTF-8 for ranges of code points: for each byte of a sequence the lowest and the highest value. */
export function* byteSequences(ranges: Ranges): Iterable<Ranges> {
  for (let at = 0; at < ranges.length; at += 2) yield* sequencesBetween(ranges[at]!, ranges[at + 1]!);
}

function* sequencesBetween(first: number, last: number): Iterable<Ranges> {
  if (first === 0x80 && last === 0x10ffff) {
    yield* BEYOND_ASCII;
    return;
  }
  const cut = cutBetween(first, last);
  if (cut === null) {
    yield encodedRange(first, last);
    return;
  }
  yield* sequencesBetween(first, cut);
  yield* sequencesBetween(cut + 1, last);
}

/** Where the range is to be divided so that all sequences are equally long and end in full ranges; null when they do. */
function cutBetween(first: number, last: number): number | null {
  const boundary = LAST_OF_LENGTH.find((limit) => first <= limit && limit < last);
  if (boundary !== undefined) return boundary;
  if (last < 0x80) return null;
  for (let bits = 6; bits <= 18; bits += 6) {
    const mask = (1 << bits) - 1;
    if ((first & ~mask) === (last & ~mask)) continue;
    if ((first & mask) !== 0) return first | mask;
    if ((last & mask) !== mask) return (last & ~mask) - 1;
  }
  return null;
}

function encodedRange(first: number, last: number): Ranges {
  const low = encoded(first);
  const high = encoded(last);
  return low.flatMap((byte, index) => [byte, high[index]!]);
}

function encoded(point: number): readonly number[] {
  const tail = (shift: number) => 0x80 | ((point >> shift) & 0x3f);
  if (point < 0x80) return [point];
  if (point < 0x800) return [0xc0 | (point >> 6), tail(0)];
  if (point < 0x10000) return [0xe0 | (point >> 12), tail(6), tail(0)];
  return [0xf0 | (point >> 18), tail(12), tail(6), tail(0)];
}
