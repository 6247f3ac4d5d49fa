import { type HuffmanTable, readHuffmanTable } from "./huffman.ts";
import { damaged } from "./segments.ts";

/** What segments between the scans define, in four places each. */
export interface Tables {
  readonly quantization: (Uint16Array | null)[];
  readonly dc: (HuffmanTable | null)[];
  readonly ac: (HuffmanTable | null)[];
}

/** From the order in which coefficients are stored to where they lie; a run past the end stays at the last one. */
export const ZIGZAG = Uint8Array.from(
  [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21,
    28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54,
    47, 55, 62, 63,
  ].concat(new Array(16).fill(63)),
);

const PLACES = 4;

export function newTables(): Tables {
  const empty = () => new Array<null>(PLACES).fill(null);
  return { quantization: empty(), dc: empty(), ac: empty() };
}

export function readQuantization(segment: Uint8Array, { quantization }: Tables): void {
  for (let at = 0; at < segment.length; ) {
    const head = segment[at++]!;
    const bytes = head >> 4 === 0 ? 1 : 2;
    if ((head & 15) >= PLACES || at + 64 * bytes > segment.length) throw damaged("a quantization table");
    const table = new Uint16Array(64);
    for (let index = 0; index < 64; index++, at += bytes) {
      table[ZIGZAG[index]!] = bytes === 1 ? segment[at]! : (segment[at]! << 8) | segment[at + 1]!;
    }
    quantization[head & 15] = table;
  }
}

export function readHuffman(segment: Uint8Array, { dc, ac }: Tables): void {
  for (let at = 0; at < segment.length; ) {
    const head = segment[at++]!;
    if ((head & 15) >= PLACES || head >> 4 > 1) throw damaged("a Huffman table");
    const { table, size } = readHuffmanTable(segment.subarray(at));
    // The size of a difference, which has 15 bits at most.
    if (head >> 4 === 0 && table.symbols.some((symbol) => symbol > 15)) throw damaged("a Huffman table");
    (head >> 4 === 0 ? dc : ac)[head & 15] = table;
    at += size;
  }
}
