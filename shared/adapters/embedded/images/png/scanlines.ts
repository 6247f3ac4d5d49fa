import { constants, inflateRawSync } from "node:zlib";
import type { Decoding } from "../pixels.ts";
import { damaged, type PngFile, type PngHeader } from "./chunks.ts";

/** Every row of the image as samples of its own depth, one element each. */
export type TakeRow = (samples: Uint16Array, place: RowPlace) => void;

/** Where the pixels of a row lie in the image. */
export interface RowPlace {
  readonly y: number;
  readonly left: number;
  readonly step: number;
  readonly count: number;
}

interface Pass {
  readonly left: number;
  readonly top: number;
  readonly across: number;
  readonly down: number;
}

const WHOLE: readonly Pass[] = [{ left: 0, top: 0, across: 1, down: 1 }];
const ADAM7: readonly Pass[] = [
  { left: 0, top: 0, across: 8, down: 8 },
  { left: 4, top: 0, across: 8, down: 8 },
  { left: 0, top: 4, across: 4, down: 8 },
  { left: 2, top: 0, across: 4, down: 4 },
  { left: 0, top: 2, across: 2, down: 4 },
  { left: 1, top: 0, across: 2, down: 2 },
  { left: 0, top: 1, across: 1, down: 2 },
];
/** libpng passes over what is left when the image is complete. */
const SLACK_BYTES = 65_536;
/** No deflated byte can stand for more. */
const MAX_RATIO = 1_032;
const MAX_BYTES = 2 ** 30;

export function forEachRow({ header, parts }: PngFile, { checkDeadline }: Decoding, take: TakeRow): void {
  const passes = header.isInterlaced ? ADAM7 : WHOLE;
  const data = inflated(
    parts,
    passes.reduce((sum, pass) => sum + bytesOf(pass, header), 0),
  );
  const pixelBytes = Math.max(1, (header.samples * header.depth) >> 3);
  const samples = new Uint16Array(header.width * header.samples);
  let at = 0;
  for (const pass of passes) {
    const { count, lines } = sizeOf(pass, header);
    if (count === 0) continue;
    const length = rowBytes(count, header);
    let above: Uint8Array = new Uint8Array(length);
    for (let line = 0; line < lines; line++, at += 1 + length) {
      if (line % 64 === 0) checkDeadline();
      const row = data.subarray(at + 1, at + 1 + length);
      unfilter(data[at]!, row, above, pixelBytes);
      unpack(row, samples.subarray(0, count * header.samples), header.depth);
      take(samples, { y: pass.top + line * pass.down, left: pass.left, step: pass.across, count });
      above = row;
    }
  }
}

/** The checksum at the end is not looked at: to libpng too it is worth no more than a warning. */
function inflated(parts: readonly Uint8Array[], size: number): Uint8Array {
  const packed = Buffer.concat(parts);
  if (size > MAX_BYTES || size > packed.length * MAX_RATIO) throw damaged(`no ${size} bytes of image are in it`);
  const [method, flags] = packed;
  const isZlib =
    (method! & 15) === 8 && method! >> 4 <= 7 && ((method! << 8) | flags!) % 31 === 0 && (flags! & 32) === 0;
  if (!isZlib) throw damaged("its image is not compressed as it should be");
  const data = inflateUpTo(packed.subarray(2), size + SLACK_BYTES);
  if (data.length < size) throw damaged(`${data.length} bytes of image instead of ${size}`);
  return data;
}

function inflateUpTo(packed: Uint8Array, maxOutputLength: number): Uint8Array {
  try {
    return inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength });
  } catch {
    throw damaged("its image cannot be decompressed");
  }
}

function sizeOf({ left, top, across, down }: Pass, { width, height }: PngHeader) {
  return {
    count: Math.max(0, Math.ceil((width - left) / across)),
    lines: Math.max(0, Math.ceil((height - top) / down)),
  };
}

function rowBytes(count: number, { samples, depth }: PngHeader): number {
  return Math.ceil((count * samples * depth) / 8);
}

function bytesOf(pass: Pass, header: PngHeader): number {
  const { count, lines } = sizeOf(pass, header);
  return count === 0 ? 0 : lines * (1 + rowBytes(count, header));
}

function unfilter(filter: number, row: Uint8Array, above: Uint8Array, step: number): void {
  if (filter > 4) throw damaged(`its filter ${filter}`);
  if (filter === 1) for (let i = step; i < row.length; i++) row[i]! += row[i - step]!;
  if (filter === 2) for (let i = 0; i < row.length; i++) row[i]! += above[i]!;
  if (filter === 3) {
    for (let i = 0; i < row.length; i++) row[i]! += ((i < step ? 0 : row[i - step]!) + above[i]!) >> 1;
  }
  if (filter === 4) {
    for (let i = 0; i < row.length; i++) {
      row[i]! += i < step ? above[i]! : nearest(row[i - step]!, above[i]!, above[i - step]!);
    }
  }
}

/** Paeth's predictor. */
function nearest(left: number, up: number, corner: number): number {
  const fromLeft = Math.abs(up - corner);
  const fromUp = Math.abs(left - corner);
  const fromCorner = Math.abs(left + up - 2 * corner);
  if (fromLeft <= fromUp && fromLeft <= fromCorner) return left;
  return fromUp <= fromCorner ? up : corner;
}

function unpack(row: Uint8Array, samples: Uint16Array, depth: number): void {
  if (depth === 8) samples.set(row.subarray(0, samples.length));
  else if (depth === 16) {
    for (let i = 0; i < samples.length; i++) samples[i] = (row[2 * i]! << 8) | row[2 * i + 1]!;
  } else {
    const mask = (1 << depth) - 1;
    for (let i = 0, bit = 0; i < samples.length; i++, bit += depth) {
      samples[i] = (row[bit >> 3]! >> (8 - depth - (bit & 7))) & mask;
    }
  }
}
