import { allocate } from "../../values/tensor.ts";
import type { Decoding, Pixels } from "../pixels.ts";
import { type PngFile, readPng } from "./chunks.ts";
import { coloured, expanded, opaque, type Row, withAlpha } from "./colours.ts";
import { greyed } from "./grey.ts";
import { forEachRow } from "./scanlines.ts";

export interface PngOptions {
  /** 0 for as many as the file has. */
  readonly channels: number;
  readonly bits: 8 | 16;
}

/** As TensorFlow has libpng do it. */
export function decodePng(bytes: Uint8Array, options: PngOptions, decoding: Decoding): Pixels {
  const file = readPng(bytes);
  const { width, height } = file.header;
  const channels = options.channels === 0 ? naturalChannels(file) : options.channels;
  const data = allocate<Uint8Array | Uint16Array>(options.bits === 8 ? "uint8" : "uint16", width * height * channels);
  const convert = converter(file, channels, options.bits);
  forEachRow(file, decoding, (samples, { y, left, step, count }) => {
    const row = convert(samples.subarray(0, count * file.header.samples)).samples;
    for (let x = 0, from = 0; x < count; x++) {
      const to = (y * width + left + x * step) * channels;
      for (let k = 0; k < channels; k++) data[to + k] = row[from++]!;
    }
  });
  return { height, width, channels, data };
}

function naturalChannels({ header, transparency }: PngFile): number {
  if (header.isPalette) return transparency === null ? 3 : 4;
  return header.samples;
}

function converter(file: PngFile, channels: number, bits: 8 | 16): (samples: Uint16Array) => Row {
  const { depth, isColour, hasAlpha, isPalette } = file.header;
  const wantsAlpha = channels % 2 === 0;
  const wantsColour = channels >= 3;
  if (!isPalette && depth === 8 && bits === 8 && channels === file.header.samples && file.transparency === null) {
    return (samples) => ({ samples, channels });
  }
  const fullDepth = depth === 16 ? 16 : 8;
  // libpng is told the largest sample of the file's own depth, which is nearly transparent when that has few bits.
  const filler = bits === 8 ? ((1 << depth) - 1) & 255 : (1 << depth) - 1;
  return (samples) => {
    let row = expanded(samples, file, wantsAlpha);
    if (hasAlpha && !wantsAlpha) row = opaque(row);
    if (isColour && !wantsColour) row = greyed(row, { depth: fullDepth, gamma: file.gamma, isCut: bits === 8 });
    if (!isColour && wantsColour) row = coloured(row);
    if (fullDepth === 16 && bits === 8) row = { ...row, samples: row.samples.map((sample) => sample >> 8) };
    if (row.channels < channels) row = withAlpha(row, filler);
    if (fullDepth === 8 && bits === 16) row = { ...row, samples: row.samples.map((sample) => sample * 257) };
    return row;
  };
}
