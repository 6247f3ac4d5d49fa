import { allocate } from "../../values/tensor.ts";
import { checkedArea, type Decoding } from "../pixels.ts";
import { damaged, decodeLzw } from "./lzw.ts";

export interface GifFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Which entry is a hole; −1 for none. */
  readonly transparent: number;
  /** Red, green and blue of each entry. */
  readonly colours: Uint8Array | null;
  readonly indices: Uint8Array;
}

interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

const MAX_FRAME_BYTES = 2 ** 30;

/** All frames; a file that ends after one of them is taken as it is, as TensorFlow does. */
export function readFrames(bytes: Uint8Array, { checkDeadline }: Decoding): readonly GifFrame[] {
  if (bytes.length < 13 || !/^GIF8[79]a$/.test(Buffer.from(bytes.subarray(0, 6)).toString("latin1"))) {
    throw damaged("it does not begin as one", bytes.length);
  }
  const cursor = { bytes, at: 13 };
  const shared = readColours(cursor, bytes[10]!);
  const frames: GifFrame[] = [];
  let transparent = -1;
  let total = 0;
  for (;;) {
    checkDeadline();
    const kind = bytes[cursor.at++];
    if (kind === 0x21) transparent = readExtension(cursor) ?? transparent;
    else if (kind === 0x2c) {
      const frame = readFrame(cursor, shared, transparent);
      frames.push(frame);
      transparent = -1;
      total += frame.indices.length;
      if (total > MAX_FRAME_BYTES) throw damaged("too many pixels", bytes.length);
    } else if (kind === 0x3b || frames.length > 0) return frames;
    else throw damaged("it holds no image", bytes.length);
  }
}

/** The transparent entry, where this extension says one; null for an extension of another kind. */
function readExtension(cursor: Cursor): number | null {
  const label = cursor.bytes[cursor.at++];
  const data = readBlocks(cursor);
  if (label !== 0xf9 || data.length < 4) return null;
  return (data[0]! & 1) === 1 ? data[3]! : -1;
}

function readFrame(cursor: Cursor, shared: Uint8Array | null, transparent: number): GifFrame {
  const { bytes, at } = cursor;
  if (at + 9 > bytes.length) throw damaged("it ends within a frame", bytes.length);
  const word = (offset: number) => bytes[at + offset]! | (bytes[at + offset + 1]! << 8);
  const [left, top, width, height, flags] = [word(0), word(2), word(4), word(6), bytes[at + 8]!];
  cursor.at += 9;
  const colours = readColours(cursor, flags) ?? shared;
  const minimumBits = bytes[cursor.at++]!;
  const codes = readBlocks(cursor);
  const area = checkedArea("GIF", width, height);
  const indices = allocate<Uint8Array>("uint8", area);
  if (!(minimumBits >= 1 && minimumBits <= 8) || !decodeLzw(codes, minimumBits, indices)) {
    throw damaged("a frame is cut short", bytes.length);
  }
  const isInterlaced = (flags & 0x40) !== 0;
  return {
    left,
    top,
    width,
    height,
    transparent,
    colours,
    indices: isInterlaced ? ordered(indices, width, height) : indices,
  };
}

function readColours(cursor: Cursor, flags: number): Uint8Array | null {
  if ((flags & 0x80) === 0) return null;
  const size = 3 << ((flags & 7) + 1);
  const { bytes, at } = cursor;
  if (at + size > bytes.length) throw damaged("it ends within its colours", bytes.length);
  cursor.at += size;
  return bytes.subarray(at, at + size);
}

/** Blocks, each after its length, until an empty one. */
function readBlocks(cursor: Cursor): Uint8Array {
  const { bytes } = cursor;
  const blocks: Uint8Array[] = [];
  for (;;) {
    const length = bytes[cursor.at];
    if (length === undefined || cursor.at + 1 + length > bytes.length) {
      throw damaged("it ends within a block", bytes.length);
    }
    cursor.at += 1 + length;
    if (length === 0) return Buffer.concat(blocks);
    blocks.push(bytes.subarray(cursor.at - length, cursor.at));
  }
}

const PASSES = [
  [0, 8],
  [4, 8],
  [2, 4],
  [1, 2],
] as const;

/** Rows of an interlaced frame come in four passes. */
function ordered(indices: Uint8Array, width: number, height: number): Uint8Array {
  const out = new Uint8Array(indices.length);
  let from = 0;
  for (const [first, step] of PASSES) {
    for (let y = first; y < height; y += step, from += width) out.set(indices.subarray(from, from + width), y * width);
  }
  return out;
}
