import type { Colours } from "./parse.ts";
import { damaged } from "./segments.ts";

/** How the components of a file stand for colours. */
export type ColourSpace = "grey" | "ycc" | "rgb" | "cmyk" | "ycck";

/** From a row of each component to a row of the image. */
export type ConvertRow = (rows: readonly Uint8Array[], out: Uint8Array, first: number) => void;

export function colourSpaceOf(ids: readonly number[], { hasJfif, adobe }: Colours): ColourSpace {
  if (ids.length === 1) return "grey";
  if (ids.length === 4) return adobe === 2 ? "ycck" : "cmyk";
  if (ids.length !== 3) throw damaged(`${ids.length} components`);
  if (hasJfif) return "ycc";
  if (adobe !== null) return adobe === 0 ? "rgb" : "ycc";
  return String.fromCharCode(...ids) === "RGB" ? "rgb" : "ycc";
}

/** How many channels an image has when nobody says. */
export function naturalChannels(space: ColourSpace): number {
  return space === "grey" ? 1 : 3;
}

/** How many components are read for that many channels. */
export function neededComponents(space: ColourSpace, channels: number): number {
  if (space === "grey" || (space === "ycc" && channels === 1)) return 1;
  return space === "cmyk" || space === "ycck" ? 4 : 3;
}

/** `first` is where in the components' rows the image's row begins. */
export function converterOf(space: ColourSpace, channels: number, { adobe }: Colours): ConvertRow {
  const isInk = space === "cmyk" || space === "ycck";
  if (channels === 1) {
    if (isInk) throw damaged("inks are not made grey");
    return space === "rgb" ? rgbToGrey : firstAlone;
  }
  if (space === "grey") return greyToRgb;
  if (space === "ycc") return yccToRgb;
  return isInk ? inksToRgb(space === "ycck", adobe !== null) : asTheyAre;
}

const HALF = 1 << 15;
const fixed = (value: number) => Math.floor(value * 65536 + 0.5);
const chroma = (factor: number, bias: number) =>
  Int32Array.from({ length: 256 }, (_, index) => fixed(factor) * (index - 128) + bias);

const RED = chroma(1.402, HALF).map((value) => value >> 16);
const BLUE = chroma(1.772, HALF).map((value) => value >> 16);
const GREEN_RED = chroma(0.71414, 0);
const GREEN_BLUE = chroma(0.34414, 0);

function firstAlone([rows]: readonly Uint8Array[], out: Uint8Array, first: number): void {
  out.set(rows!.subarray(first, first + out.length));
}

function greyToRgb([grey]: readonly Uint8Array[], out: Uint8Array, first: number): void {
  for (let to = 0, x = first; to < out.length; to += 3, x++) out.fill(grey![x]!, to, to + 3);
}

function asTheyAre(rows: readonly Uint8Array[], out: Uint8Array, first: number): void {
  for (let to = 0, x = first; to < out.length; x++) for (let k = 0; k < 3; k++) out[to++] = rows[k]![x]!;
}

function rgbToGrey([red, green, blue]: readonly Uint8Array[], out: Uint8Array, first: number): void {
  const [r, g, b] = [fixed(0.299), fixed(0.587), fixed(0.114)];
  for (let to = 0, x = first; to < out.length; x++) {
    out[to++] = (r * red![x]! + g * green![x]! + b * blue![x]! + HALF) >> 16;
  }
}

function yccToRgb([luma, blueness, redness]: readonly Uint8Array[], out: Uint8Array, first: number): void {
  for (let to = 0, x = first; to < out.length; to += 3, x++) {
    const y = luma![x]!;
    const cb = blueness![x]!;
    const cr = redness![x]!;
    out[to] = clamped(y + RED[cr]!);
    out[to + 1] = clamped(y + ((HALF - GREEN_BLUE[cb]! - GREEN_RED[cr]!) >> 16));
    out[to + 2] = clamped(y + BLUE[cb]!);
  }
}

/** Adobe's files hold inks upside down. */
function inksToRgb(isCoded: boolean, isInverted: boolean): ConvertRow {
  return (rows, out, first) => {
    const key = rows[3]!;
    const row = isCoded ? new Uint8Array(out.length) : null;
    if (row !== null) yccToRgb(rows, row, first);
    for (let to = 0, x = first; to < out.length; x++) {
      const light = isInverted ? key[x]! : 255 - key[x]!;
      for (let k = 0; k < 3; k++, to++) {
        const ink = row === null ? rows[k]![x]! : 255 - row[to]!;
        out[to] = Math.trunc((light * (isInverted ? ink : 255 - ink)) / 255);
      }
    }
  };
}

function clamped(value: number): number {
  return Math.max(0, Math.min(255, value));
}
