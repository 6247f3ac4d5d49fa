import { damaged } from "./segments.ts";

/** Codes of up to `QUICK_BITS` bits are looked up; longer ones are found by their length. */
export interface HuffmanTable {
  /** length << 8 | symbol, 0 where the code is longer. */
  readonly quick: Uint16Array;
  /** By length: the largest code, and what to add to a code to find its symbol. */
  readonly largest: Int32Array;
  readonly offset: Int32Array;
  readonly symbols: Uint8Array;
}

export const QUICK_BITS = 9;
const MAX_LENGTH = 16;
const MAX_SYMBOLS = 256;

/** One table as a segment defines it: how many codes of each length, then their symbols. */
export function readHuffmanTable(bytes: Uint8Array): { readonly table: HuffmanTable; readonly size: number } {
  const counts = bytes.subarray(0, MAX_LENGTH);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total > MAX_SYMBOLS || bytes.length < MAX_LENGTH + total) throw damaged("a Huffman table");
  const symbols = bytes.subarray(MAX_LENGTH, MAX_LENGTH + total);
  return { table: huffmanTable(counts, symbols), size: MAX_LENGTH + total };
}

function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const quick = new Uint16Array(1 << QUICK_BITS);
  // One past the longest code: whatever is no code ends there.
  const largest = new Int32Array(MAX_LENGTH + 2).fill(-1);
  const offset = new Int32Array(MAX_LENGTH + 2);
  largest[MAX_LENGTH + 1] = 0x7fffffff;
  for (let length = 1, code = 0, index = 0; length <= MAX_LENGTH; length++, code <<= 1) {
    offset[length] = index - code;
    for (let left = counts[length - 1]!; left > 0; left--, code++, index++) {
      if (code >= 1 << length) throw damaged("a Huffman table");
      if (length <= QUICK_BITS) fillQuick(quick, { code, length, symbol: symbols[index]! });
    }
    if (counts[length - 1]! > 0) largest[length] = code - 1;
  }
  return { quick, largest, offset, symbols };
}

function fillQuick(
  quick: Uint16Array,
  { code, length, symbol }: { readonly code: number; readonly length: number; readonly symbol: number },
): void {
  const shift = QUICK_BITS - length;
  quick.fill((length << 8) | symbol, code << shift, (code + 1) << shift);
}
