import { type BitReader, readBit, readBits, readSigned, readSymbol } from "./bits.ts";
import type { Component } from "./frame.ts";
import type { HuffmanTable } from "./huffman.ts";
import { ZIGZAG } from "./tables.ts";

/** What one scan codes of each block, and what carries over from block to block. */
export interface BlockScan {
  readonly reader: BitReader;
  readonly first: number;
  readonly last: number;
  readonly low: number;
  /** Blocks still to come that hold nothing new. */
  emptyBlocks: number;
}

export interface Block {
  readonly component: Component;
  /** Where its 64 coefficients begin. */
  readonly at: number;
  readonly dc: HuffmanTable | null;
  readonly ac: HuffmanTable | null;
}

export type DecodeBlock = (scan: BlockScan, block: Block) => void;

/** Everything of a block at once. */
export function sequential({ reader }: BlockScan, { component, at, dc, ac }: Block): void {
  const { coefficients } = component;
  component.lastDc += difference(reader, dc!);
  coefficients[at] = component.lastDc;
  for (let k = 1; k < 64; k++) {
    const symbol = readSymbol(reader, ac!);
    const size = symbol & 15;
    if (size === 0 && symbol !== 0xf0) return;
    k += symbol >> 4;
    if (size !== 0) coefficients[at + ZIGZAG[k]!] = readSigned(reader, size);
  }
}

export function firstDc({ reader, low }: BlockScan, { component, at, dc }: Block): void {
  component.lastDc += difference(reader, dc!);
  component.coefficients[at] = component.lastDc << low;
}

export function refineDc({ reader, low }: BlockScan, { component, at }: Block): void {
  if (readBit(reader) !== 0) component.coefficients[at]! |= 1 << low;
}

export function firstAc(scan: BlockScan, { component, at, ac }: Block): void {
  if (scan.emptyBlocks > 0) {
    scan.emptyBlocks--;
    return;
  }
  const { reader, low } = scan;
  for (let k = scan.first; k <= scan.last; k++) {
    const symbol = readSymbol(reader, ac!);
    const [run, size] = [symbol >> 4, symbol & 15];
    if (size === 0 && run < 15) {
      scan.emptyBlocks = (1 << run) + readBits(reader, run) - 1;
      return;
    }
    k += run;
    if (size !== 0) component.coefficients[at + ZIGZAG[k]!] = readSigned(reader, size) << low;
  }
}

/** One more bit of each coefficient that is not zero, and new ones between them. */
export function refineAc(scan: BlockScan, { component, at, ac }: Block): void {
  const { reader } = scan;
  let k = scan.first;
  if (scan.emptyBlocks === 0) {
    for (; k <= scan.last; k++) {
      const symbol = readSymbol(reader, ac!);
      const [run, size] = [symbol >> 4, symbol & 15];
      if (size === 0 && run < 15) {
        scan.emptyBlocks = (1 << run) + readBits(reader, run);
        break;
      }
      const value = size === 0 ? 0 : readBit(reader) !== 0 ? 1 << scan.low : -1 << scan.low;
      k = refineRun(scan, component.coefficients.subarray(at, at + 64), { from: k, zeros: run });
      if (value !== 0) component.coefficients[at + ZIGZAG[k]!] = value;
    }
  }
  if (scan.emptyBlocks > 0) {
    refineRun(scan, component.coefficients.subarray(at, at + 64), { from: k, zeros: 64 });
    scan.emptyBlocks--;
  }
}

/** Refines what is not zero until so many zeros are passed; answers where the next zero lies. */
function refineRun(
  { reader, last, low }: BlockScan,
  block: Int16Array,
  { from, zeros }: { readonly from: number; readonly zeros: number },
): number {
  let left = zeros;
  let k = from;
  for (; k <= last; k++) {
    const place = ZIGZAG[k]!;
    const value = block[place]!;
    if (value === 0) {
      if (--left < 0) break;
    } else if (readBit(reader) !== 0 && (value & (1 << low)) === 0) {
      block[place] = value + (value >= 0 ? 1 << low : -1 << low);
    }
  }
  return k;
}

function difference(reader: BitReader, table: HuffmanTable): number {
  const size = readSymbol(reader, table);
  return size === 0 ? 0 : readSigned(reader, size);
}
