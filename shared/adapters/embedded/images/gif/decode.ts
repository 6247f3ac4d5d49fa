import { allocate } from "../../values/tensor.ts";
import type { Decoding } from "../pixels.ts";
import { type GifFrame, readFrames } from "./frames.ts";
import { damaged } from "./lzw.ts";

/** Frames of one size, three channels each. */
export interface Animation {
  readonly frames: number;
  readonly height: number;
  readonly width: number;
  readonly data: Uint8Array;
}

/** Each frame is drawn over the one before, whatever the file says of disposing of it: so TensorFlow does. */
export function decodeGif(bytes: Uint8Array, onlyFirst: boolean, decoding: Decoding): Animation {
  const all = readFrames(bytes, decoding);
  const width = all.reduce((widest, frame) => Math.max(widest, frame.width), 0);
  const height = all.reduce((highest, frame) => Math.max(highest, frame.height), 0);
  const shown = onlyFirst ? all.slice(0, 1) : all;
  const size = 3 * width * height;
  const data = allocate<Uint8Array>("uint8", shown.length * size);
  shown.forEach((frame, index) => {
    decoding.checkDeadline();
    if (index > 0) data.copyWithin(index * size, (index - 1) * size, index * size);
    draw(frame, data.subarray(index * size, (index + 1) * size), { width, height, index, bytes: bytes.length });
  });
  return { frames: shown.length, height, width, data };
}

interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly index: number;
  /** Of the whole file, for the message. */
  readonly bytes: number;
}

function draw(frame: GifFrame, out: Uint8Array, { width, height, index, bytes }: Canvas): void {
  const { colours, transparent, indices } = frame;
  if (colours === null) throw damaged(`missing color map for frame ${index}`, bytes);
  const count = colours.length / 3;
  for (let y = frame.top; y < Math.min(height, frame.top + frame.height); y++) {
    for (let x = frame.left; x < Math.min(width, frame.left + frame.width); x++) {
      const colour = indices[(y - frame.top) * frame.width + x - frame.left]!;
      if (colour === transparent) continue;
      if (colour >= count) {
        throw damaged(`found color index ${colour} outside of color map range ${count}`, bytes);
      }
      for (let k = 0; k < 3; k++) out[3 * (y * width + x) + k] = colours[3 * colour + k]!;
    }
  }
}
