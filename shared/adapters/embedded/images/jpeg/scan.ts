import type { Decoding } from "../pixels.ts";
import { bitReader, discardBits, hasRunDry } from "./bits.ts";
import {
  type Block,
  type BlockScan,
  type DecodeBlock,
  firstAc,
  firstDc,
  refineAc,
  refineDc,
  sequential,
} from "./blocks.ts";
import type { Component, Frame } from "./frame.ts";
import type { HuffmanTable } from "./huffman.ts";
import { damaged, nextMarker, type Source } from "./segments.ts";
import type { Tables } from "./tables.ts";

/** A scan's header, resolved. */
interface Scan extends BlockScan {
  readonly parts: readonly Part[];
  readonly decode: DecodeBlock;
}

interface Part {
  readonly component: Component;
  readonly dc: HuffmanTable | null;
  readonly ac: HuffmanTable | null;
}

export interface ScanContext {
  readonly source: Source;
  readonly frame: Frame;
  readonly tables: Tables;
  /** In units; 0 for none. */
  readonly restartInterval: number;
  readonly decoding: Decoding;
}

const MAX_BLOCKS_OF_UNIT = 10;

export function decodeScan(header: Uint8Array, context: ScanContext): void {
  const scan = readScan(header, context);
  const [only, ...more] = scan.parts;
  for (const { component } of scan.parts) {
    component.quantization ??= tableOf(context.tables.quantization, component.quantizationIndex).slice();
    component.lastDc = 0;
  }
  if (more.length === 0) decodeSingle(scan, only!, context);
  else decodeInterleaved(scan, context);
  discardBits(scan.reader);
}

function readScan(header: Uint8Array, { source, frame, tables }: ScanContext): Scan {
  const count = header[0]!;
  if (count < 1 || count > 4 || header.length !== 4 + 2 * count) throw damaged("a scan header");
  const [first, last, bits] = header.subarray(1 + 2 * count) as unknown as readonly [number, number, number];
  const [high, low] = [bits >> 4, bits & 15];
  const decode = frame.isProgressive ? progressive({ first, last, high, low, count }) : sequential;
  const parts = Array.from({ length: count }, (_, index): Part => {
    const [id, places] = header.subarray(1 + 2 * index) as unknown as readonly [number, number];
    const component = frame.components.find((each) => each.id === id);
    if (component === undefined) throw damaged(`a scan of component ${id}, which it does not have`);
    return {
      component,
      dc: decode === sequential || decode === firstDc ? tableOf(tables.dc, places >> 4) : null,
      ac: decode === sequential || decode === firstAc || decode === refineAc ? tableOf(tables.ac, places & 15) : null,
    };
  });
  const blocks = parts.reduce((sum, { component }) => sum + component.across * component.down, 0);
  if (count > 1 && blocks > MAX_BLOCKS_OF_UNIT) throw damaged("its sampling factors");
  return { reader: bitReader(source), parts, first, last, low, decode, emptyBlocks: 0 };
}

type Progression = Readonly<Record<"first" | "last" | "high" | "low" | "count", number>>;

function progressive({ first, last, high, low, count }: Progression): DecodeBlock {
  const isBand = first === 0 ? last === 0 : last >= first && last < 64 && count === 1;
  if (!isBand || (high !== 0 && high - 1 !== low) || low > 13) throw damaged("a progressive scan");
  if (first === 0) return high === 0 ? firstDc : refineDc;
  return high === 0 ? firstAc : refineAc;
}

function tableOf<T>(tables: readonly (T | null)[], index: number): T {
  const table = tables[index] ?? null;
  if (table === null) throw damaged(`table ${index} is missing`);
  return table;
}

/** A component alone: only the blocks that hold samples are coded. */
function decodeSingle(scan: Scan, { component, dc, ac }: Part, context: ScanContext): void {
  const restarts = newRestarts(context);
  for (let y = 0; y < component.blocksDown; y++) {
    context.decoding.checkDeadline();
    for (let x = 0; x < component.blocksAcross; x++) {
      beginUnit(scan, restarts, context);
      if (!restarts.isDry) scan.decode(scan, { component, dc, ac, at: 64 * (y * component.stride + x) });
      restarts.isDry ||= hasRunDry(scan.reader);
    }
  }
}

function decodeInterleaved(scan: Scan, context: ScanContext): void {
  const { mcusAcross, mcusDown } = context.frame;
  const restarts = newRestarts(context);
  for (let y = 0; y < mcusDown; y++) {
    context.decoding.checkDeadline();
    for (let x = 0; x < mcusAcross; x++) {
      beginUnit(scan, restarts, context);
      if (!restarts.isDry) for (const block of blocksOf(scan, x, y)) scan.decode(scan, block);
      restarts.isDry ||= hasRunDry(scan.reader);
    }
  }
}

function* blocksOf({ parts }: Scan, x: number, y: number): Generator<Block> {
  for (const { component, dc, ac } of parts) {
    const { across, down, stride } = component;
    for (let row = 0; row < down; row++) {
      for (let column = 0; column < across; column++) {
        yield { component, dc, ac, at: 64 * ((y * down + row) * stride + x * across + column) };
      }
    }
  }
}

interface Restarts {
  /** Units until the next restart. */
  left: number;
  next: number;
  /** The bytes ended before the units did: the rest stays as it is. */
  isDry: boolean;
}

function newRestarts({ restartInterval }: ScanContext): Restarts {
  return { left: restartInterval === 0 ? Number.POSITIVE_INFINITY : restartInterval, next: 0, isDry: false };
}

function beginUnit(scan: Scan, restarts: Restarts, { source, restartInterval }: ScanContext): void {
  if (restarts.left-- > 0) return;
  discardBits(scan.reader);
  findRestart(source, restarts.next);
  for (const { component } of scan.parts) component.lastDc = 0;
  scan.emptyBlocks = 0;
  restarts.left = restartInterval - 1;
  restarts.next = (restarts.next + 1) & 7;
  if (source.marker === 0) restarts.isDry = false;
}

const FIRST_FRAME = 0xc0;
const FIRST_RESTART = 0xd0;

/** As libjpeg does it: a marker that comes too early is kept for later, one that comes too late is skipped. */
function findRestart(source: Source, wanted: number): void {
  for (;;) {
    const marker = nextMarker(source);
    const number = marker - FIRST_RESTART;
    if (number === wanted) return;
    const ahead = (number - wanted) & 7;
    const isRestart = number >= 0 && number < 8;
    if (marker < FIRST_FRAME || (isRestart && ahead >= 6)) continue;
    if (!isRestart || ahead <= 2) source.marker = marker;
    return;
  }
}
