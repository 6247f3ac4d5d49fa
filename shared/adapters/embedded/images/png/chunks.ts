import { crc32 } from "node:zlib";
import type { Failure } from "../../../../failure.ts";
import { invalid } from "../../kernels/kernel.ts";
import { checkedArea } from "../pixels.ts";

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly isPalette: boolean;
  readonly isColour: boolean;
  readonly hasAlpha: boolean;
  readonly isInterlaced: boolean;
  /** How many samples a pixel has in the file. */
  readonly samples: number;
}

/** A file taken apart, its image still compressed. */
export interface PngFile {
  readonly header: PngHeader;
  /** Red, green and blue of each entry. */
  readonly palette: Uint8Array | null;
  readonly transparency: Uint8Array | null;
  /** In 100,000ths; 0 where the file does not say. */
  readonly gamma: number;
  readonly parts: readonly Uint8Array[];
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
const MAX_SIDE = 1_000_000;
const SRGB_GAMMA = 45_455;
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

export function damaged(what: string): Failure {
  return invalid(`Invalid PNG: ${what}`);
}

export function readPng(bytes: Uint8Array): PngFile {
  if (Buffer.compare(bytes.subarray(0, 8), SIGNATURE) !== 0) throw damaged("it does not begin as one");
  const [first, ...rest] = chunksOf(bytes);
  if (first?.type !== "IHDR") throw damaged("its header is missing");
  const header = readHeader(first.data);
  const parts = rest.filter(({ type }) => type === "IDAT").map(({ data }) => data);
  const dataOf = (type: string) => rest.find((chunk) => chunk.type === type)?.data ?? null;
  const palette = dataOf("PLTE");
  if (header.isPalette && (palette === null || palette.length % 3 !== 0)) throw damaged("its palette is missing");
  return { header, palette, parts, transparency: transparencyOf(dataOf("tRNS"), header), gamma: gammaOf(dataOf) };
}

function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 8; ; ) {
    if (at + 12 > bytes.length) throw damaged("it ends too early");
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) throw damaged("it ends within a chunk");
    const type = Buffer.from(bytes.buffer, bytes.byteOffset + at + 4, 4).toString("latin1");
    if (!/^[A-Za-z]{4}$/.test(type)) throw damaged("the type of a chunk is not of letters");
    const isSound = crc32(bytes.subarray(at + 4, end)) === view.getUint32(end);
    if (isSound) yield { type, data: bytes.subarray(at + 8, end) };
    checkCritical(type, isSound);
    if (type === "IEND") return;
    at = end + 4;
  }
}

/** What is not needed to show the image may be damaged or unknown. */
function checkCritical(type: string, isSound: boolean): void {
  const isCritical = type[0]! < "a";
  if (isCritical && !isSound) throw damaged(`the sum of its chunk ${type} is wrong`);
  if (isCritical && !["IHDR", "PLTE", "IDAT", "IEND"].includes(type)) throw damaged(`an unknown chunk ${type}`);
}

function readHeader(data: Uint8Array): PngHeader {
  if (data.length !== 13) throw damaged("its header");
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, colour, compression, filter, interlace] = data.subarray(8) as unknown as [
    number,
    number,
    number,
    number,
    number,
  ];
  if (!DEPTHS[colour]?.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1)
    throw damaged("its header");
  if (width > MAX_SIDE || height > MAX_SIDE) throw damaged(`${width} by ${height} pixels`);
  checkedArea("PNG", width, height);
  const hasAlpha = (colour & 4) !== 0;
  return {
    ...{ width, height, depth, hasAlpha, isInterlaced: interlace === 1 },
    ...{ isPalette: colour === 3, isColour: (colour & 2) !== 0 },
    samples: colour === 3 ? 1 : (colour & 2 ? 3 : 1) + (hasAlpha ? 1 : 0),
  };
}

/** Of a length that does not fit the colours, it is passed over. */
function transparencyOf(data: Uint8Array | null, { isPalette, hasAlpha, samples }: PngHeader): Uint8Array | null {
  if (data === null || hasAlpha) return null;
  return (isPalette ? data.length >= 1 && data.length <= 256 : data.length === 2 * samples) ? data : null;
}

function gammaOf(dataOf: (type: string) => Uint8Array | null): number {
  if (dataOf("sRGB")?.length === 1) return SRGB_GAMMA;
  const data = dataOf("gAMA");
  return data?.length === 4 ? new DataView(data.buffer, data.byteOffset, 4).getUint32(0) : 0;
}
