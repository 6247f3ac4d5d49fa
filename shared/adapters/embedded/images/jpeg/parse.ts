import type { Decoding } from "../pixels.ts";
import { type Frame, readFrame } from "./frame.ts";
import { decodeScan } from "./scan.ts";
import { damaged, END_OF_IMAGE, nextMarker, readSegment, type Source, skipSegment } from "./segments.ts";
import { newTables, readHuffman, readQuantization, type Tables } from "./tables.ts";

/** The coefficients of a whole file, and how its makers meant its colours. */
export interface Parsed {
  readonly frame: Frame;
  readonly colours: Colours;
}

export interface Colours {
  readonly hasJfif: boolean;
  /** The transform that Adobe's own segment names, null without one. */
  readonly adobe: number | null;
}

interface State {
  readonly source: Source;
  readonly tables: Tables;
  readonly decoding: Decoding;
  readonly onlyHeader: boolean;
  frame: Frame | null;
  hasJfif: boolean;
  adobe: number | null;
  restartInterval: number;
  scans: number;
}

export interface ParseOptions {
  readonly isRecovered: boolean;
  /** Sizes and colours alone: nothing is decoded. */
  readonly onlyHeader: boolean;
  readonly decoding: Decoding;
}

const BASELINE = 0xc0;
const EXTENDED = 0xc1;
const PROGRESSIVE = 0xc2;
const HUFFMAN_TABLES = 0xc4;
const SCAN = 0xda;
const QUANTIZATION_TABLES = 0xdb;
const RESTART_INTERVAL = 0xdd;
const APPLICATION_0 = 0xe0;
const APPLICATION_14 = 0xee;

export function parseJpeg(bytes: Uint8Array, { isRecovered, onlyHeader, decoding }: ParseOptions): Parsed {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw damaged("it does not begin as one");
  const state: State = {
    source: { bytes, at: 2, marker: 0, isRecovered },
    ...{ tables: newTables(), decoding, onlyHeader, frame: null, hasJfif: false, adobe: null },
    ...{ restartInterval: 0, scans: 0 },
  };
  for (let marker = nextMarker(state.source); marker !== END_OF_IMAGE; marker = nextMarker(state.source)) {
    readMarker(marker, state);
    if (onlyHeader && state.scans > 0) break;
  }
  const { frame, hasJfif, adobe, scans } = state;
  if (frame === null || scans === 0) throw damaged("it holds no image");
  return { frame, colours: { hasJfif, adobe } };
}

function readMarker(marker: number, state: State): void {
  const { source, tables } = state;
  if (marker === BASELINE || marker === EXTENDED || marker === PROGRESSIVE) beginFrame(marker, state);
  else if (marker === HUFFMAN_TABLES) readHuffman(readSegment(source), tables);
  else if (marker === QUANTIZATION_TABLES) readQuantization(readSegment(source), tables);
  else if (marker === RESTART_INTERVAL) readInterval(readSegment(source), state);
  else if (marker === SCAN) readScan(state);
  else if (marker === APPLICATION_0 || marker === APPLICATION_14) readApplication(marker, state);
  else if (isPassedOver(marker)) skipSegment(source);
  else if (!isBare(marker)) throw damaged(`a marker 0x${marker.toString(16)}, which is not supported`);
}

/** Comments, other applications, the number of lines, and the conditions of arithmetic coding, which nothing here uses. */
function isPassedOver(marker: number): boolean {
  return (marker > APPLICATION_0 && marker <= 0xef) || marker === 0xfe || marker === 0xdc || marker === 0xcc;
}

/** Nothing follows it: a restart out of place, or a marker that is none. */
function isBare(marker: number): boolean {
  return (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01;
}

function beginFrame(marker: number, state: State): void {
  if (state.frame !== null) throw damaged("two frames");
  state.frame = readFrame(readSegment(state.source), {
    isProgressive: marker === PROGRESSIVE,
    onlyHeader: state.onlyHeader,
  });
}

function readInterval(segment: Uint8Array, state: State): void {
  if (segment.length !== 2) throw damaged("a restart interval");
  state.restartInterval = (segment[0]! << 8) | segment[1]!;
}

function readScan(state: State): void {
  const { source, frame, tables, restartInterval, decoding } = state;
  if (frame === null) throw damaged("a scan before its frame");
  const header = readSegment(source);
  state.scans++;
  if (!state.onlyHeader) decodeScan(header, { source, frame, tables, restartInterval, decoding });
}

function readApplication(marker: number, state: State): void {
  const segment = readSegment(state.source);
  const begins = (text: string) => text.split("").every((letter, index) => segment[index] === letter.charCodeAt(0));
  if (marker === APPLICATION_0 && segment.length >= 14 && begins("JFIF\0")) state.hasJfif = true;
  if (marker === APPLICATION_14 && segment.length >= 12 && begins("Adobe")) state.adobe = segment[11]!;
}
