import { allocate } from "../../values/tensor.ts";
import type { Decoding, Pixels } from "../pixels.ts";
import { colourSpaceOf, converterOf, naturalChannels, neededComponents } from "./colours.ts";
import type { Frame } from "./frame.ts";
import { type Parsed, parseJpeg } from "./parse.ts";
import { type Scaling, samplePlane } from "./planes.ts";
import { damaged } from "./segments.ts";
import { rowsOf, type Window } from "./upsampling.ts";

/** How the operators' attributes ask for an image; everything else is as libjpeg-turbo does it. */
export interface JpegOptions extends Scaling {
  /** 0 for as many as the file has, inks as colours. */
  readonly channels: number;
  /** Whether missing samples of colour are interpolated instead of repeated. */
  readonly isFancy: boolean;
  readonly isRecovered: boolean;
  readonly crop: Window | null;
}

export function decodeJpeg(bytes: Uint8Array, options: JpegOptions, decoding: Decoding): Pixels {
  const parsed = parseJpeg(bytes, { isRecovered: options.isRecovered, onlyHeader: false, decoding });
  const { frame, colours } = parsed;
  const space = colourSpaceOf(
    frame.components.map(({ id }) => id),
    colours,
  );
  const channels = options.channels === 0 ? naturalChannels(space) : options.channels;
  const convert = converterOf(space, channels, colours);
  const crop = cropOf(options, frame);
  const data = allocate<Uint8Array>("uint8", crop.width * crop.height * channels);
  const { fill, rows, skipped } = rowSource(parsed, neededComponents(space, channels), { ...options, crop, decoding });
  for (let y = 0; y < crop.height; y++) {
    decoding.checkDeadline();
    fill(crop.top + y);
    convert(rows, data.subarray(y * crop.width * channels, (y + 1) * crop.width * channels), skipped);
  }
  return { height: crop.height, width: crop.width, channels, data };
}

/** Height, width and channels as they would be decoded, inks as they are. */
export function jpegShape(bytes: Uint8Array, decoding: Decoding): readonly [number, number, number] {
  const { frame, colours } = parseJpeg(bytes, { isRecovered: false, onlyHeader: true, decoding });
  colourSpaceOf(
    frame.components.map(({ id }) => id),
    colours,
  );
  return [frame.height, frame.width, frame.components.length];
}

function cropOf({ crop, ratio }: JpegOptions, frame: Frame): Window {
  const width = Math.ceil(frame.width / ratio);
  const height = Math.ceil(frame.height / ratio);
  if (crop === null) return { left: 0, top: 0, width, height };
  const isWithin =
    crop.left >= 0 && crop.top >= 0 && crop.left + crop.width <= width && crop.top + crop.height <= height;
  if (crop.width > 0 && crop.height > 0 && isWithin) return crop;
  throw damaged(`a window of ${crop.width} by ${crop.height} at ${crop.left}, ${crop.top} of ${width} by ${height}`);
}

interface RowSource {
  /** Brings one row of the image into `rows`. */
  readonly fill: (row: number) => void;
  readonly rows: readonly Uint8Array[];
  /** How far into the rows the window begins: libjpeg cuts between units, and smooths from there. */
  readonly skipped: number;
}

function rowSource(
  { frame }: Parsed,
  count: number,
  options: JpegOptions & { readonly crop: Window; readonly decoding: Decoding },
): RowSource {
  const blockSize = 8 / options.ratio;
  const unit = blockSize * (frame.components.length === 1 ? 1 : frame.maxAcross);
  const { crop } = options;
  const skipped = crop.left % unit;
  const window = { ...crop, left: crop.left - skipped, width: crop.width + skipped };
  const fills = frame.components.slice(0, count).map((component) => {
    const plane = samplePlane(component, frame, { ...options, checkDeadline: options.decoding.checkDeadline });
    return rowsOf(plane, { component, frame, window, isFancy: options.isFancy, blockSize });
  });
  const rows = fills.map(() => allocate<Uint8Array>("uint8", window.width + unit));
  const fill = (row: number) => {
    for (let index = 0; index < fills.length; index++) fills[index]!(row, rows[index]!);
  };
  return { fill, rows, skipped };
}
