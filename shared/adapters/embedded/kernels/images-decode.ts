import { decodeBmp } from "../images/bmp.ts";
import { decodeGif } from "../images/gif/decode.ts";
import { decodeJpeg, type JpegOptions, jpegShape } from "../images/jpeg/decode.ts";
import type { Pixels } from "../images/pixels.ts";
import { decodePng } from "../images/png/decode.ts";
import { elementCount } from "../values/shape.ts";
import { allocate, type Numbers, numbersOf, stringsOf, tensor, tensorOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Context, type Family, type HostRun, hostKernel, invalid, type KernelNode } from "./kernel.ts";

/** Files of images made into pixels. As in TensorFlow, most of these operators read what the bytes begin as. */
export const imageDecoding: Family = {
  DecodeJpeg: hostKernel((node) => decoder(node, { jpeg: jpegOptions(node) })),
  DecodeAndCropJpeg: hostKernel((node) => decoder(node, { jpeg: jpegOptions(node), only: "JPEG" })),
  DecodePng: hostKernel((node) => decoder(node, { dtype: node.dtype("dtype") })),
  DecodeGif: hostKernel((node) => decoder(node, { isAnimated: true, channels: 3 })),
  DecodeBmp: hostKernel((node) => decoder(node, { only: "BMP" })),
  DecodeImage: hostKernel((node) =>
    decoder(node, { dtype: node.dtype("dtype"), isAnimated: node.bool("expand_animations"), readsBmp: true }),
  ),
  ExtractJpegShape: hostKernel((node) => {
    const dtype = node.dtype("output_type");
    return ([contents], context) => tensorOf(dtype, [3], jpegShape(fileOf(contents!), context));
  }),
};

interface Decoder {
  readonly channels: number;
  readonly dtype: "uint8" | "uint16" | "float32";
  readonly jpeg: JpegOptions;
  /** Frames are kept apart, even where there is one. */
  readonly isAnimated: boolean;
  readonly readsBmp: boolean;
  readonly only: Format | null;
  readonly op: string;
}

type Format = "JPEG" | "PNG" | "GIF" | "BMP";

const PLAIN: JpegOptions = {
  channels: 0,
  isFancy: true,
  isRecovered: false,
  crop: null,
  ratio: 1,
  isAccurate: false,
};

function decoder(node: KernelNode, given: { readonly [Key in keyof Decoder]?: Decoder[Key] | string }): HostRun {
  const channels = node.op === "DecodeGif" ? 3 : node.int("channels");
  if (![0, 1, 3, 4].includes(channels)) throw invalid(`\`channels\` must be 0, 1, 3 or 4 but got ${channels}`);
  const plain = { dtype: "uint8", jpeg: PLAIN, isAnimated: false, readsBmp: given.only === "BMP", only: null };
  const settings = { ...plain, ...given, channels, op: node.op } as Decoder;
  return ([contents, window], context) => {
    const file = fileOf(contents!);
    const crop = window === undefined ? null : cropOf(window);
    return decode(file, { ...settings, jpeg: { ...settings.jpeg, channels, crop } }, context);
  };
}

function jpegOptions(node: KernelNode): JpegOptions {
  const ratio = node.int("ratio");
  const method = node.string("dct_method");
  if (![1, 2, 4, 8].includes(ratio)) throw invalid(`ratio must be 1, 2, 4, or 8, got ${ratio}`);
  if (!["", "INTEGER_FAST", "INTEGER_ACCURATE"].includes(method)) {
    throw invalid("dct_method must be one of {'', 'INTEGER_FAST', 'INTEGER_ACCURATE'}");
  }
  const isRecovered = node.bool("try_recover_truncated");
  return {
    ...PLAIN,
    ratio,
    isAccurate: method === "INTEGER_ACCURATE",
    isFancy: node.bool("fancy_upscaling"),
    isRecovered,
  };
}

function fileOf({ shape, data }: HostTensor): Uint8Array {
  if (shape.length !== 0) throw invalid(`\`contents\` must be scalar but got shape [${shape}]`);
  const [file] = stringsOf({ kind: "host", dtype: "string", shape, data });
  if (file!.length === 0) throw invalid("Input is empty.");
  return file!;
}

function cropOf(window: HostTensor): JpegOptions["crop"] {
  if (window.shape.length !== 1 || window.shape[0] !== 4) {
    throw invalid(`crop_window must have four elements, got shape [${window.shape}]`);
  }
  const [top, left, height, width] = numbersOf(window) as [number, number, number, number];
  return { top, left, height, width };
}

function decode(file: Uint8Array, settings: Decoder, context: Context): HostTensor {
  const format = formatOf(file);
  const { channels, dtype, jpeg, isAnimated, only, op } = settings;
  if (only !== null && format !== only) throw invalid(`${op} decodes ${only}, but detected ${format}`);
  if (format === "BMP" && !settings.readsBmp) throw invalid(`Trying to decode BMP format using a wrong op: ${op}`);
  if (format === "GIF") return decodeFrames(file, settings, context);
  if (format === "JPEG" && channels === 4) throw invalid("JPEG does not support 4 channels");
  const bits = dtype === "uint8" ? 8 : 16;
  const pixels =
    format === "JPEG"
      ? decodeJpeg(file, jpeg, context)
      : format === "PNG"
        ? decodePng(file, { channels, bits }, context)
        : decodeBmp(file, channels, context);
  // TensorFlow keeps frames apart only where the operator is the one of animations.
  return imageTensor(pixels, dtype, isAnimated && op === "DecodeGif" ? 1 : null);
}

function decodeFrames(file: Uint8Array, { channels, dtype, isAnimated, op }: Decoder, context: Context): HostTensor {
  if (channels !== 0 && channels !== 3) throw invalid(`channels must be 0 or 3 for GIF, got ${channels}`);
  const { frames, ...pixels } = decodeGif(file, op === "DecodeImage" && !isAnimated, context);
  if (frames > 1 && !isAnimated && op !== "DecodeImage") {
    throw invalid(
      `Got ${frames} frames, but animated gifs can only be decoded by tf.io.decode_gif or tf.io.decode_image`,
    );
  }
  return imageTensor({ ...pixels, channels: 3 }, dtype, isAnimated ? frames : null);
}

function formatOf(file: Uint8Array): Format {
  const begins = (text: string) => Buffer.from(file.subarray(0, text.length)).toString("latin1") === text;
  if (begins("\xff\xd8\xff")) return "JPEG";
  if (begins("\x89PNG\r\n\x1a\n")) return "PNG";
  if (begins("GIF8")) return "GIF";
  if (begins("BM")) return "BMP";
  throw invalid("Unknown image file format. One of JPEG, PNG, GIF, BMP required.");
}

/** Of 8 bits or 16, brought to what is asked for: 8 bits become 16 by a factor of 256, and floats go from 0 to 1. */
function imageTensor(
  { height, width, channels, data }: Pixels,
  dtype: Decoder["dtype"],
  frames: number | null,
): HostTensor {
  const shape = [...(frames === null ? [] : [frames]), height, width, channels];
  const isWide = data instanceof Uint16Array;
  if (dtype === (isWide ? "uint16" : "uint8")) return tensor(dtype, shape, data);
  const out = allocate<Numbers>(dtype, elementCount(shape));
  const scale = dtype === "uint16" ? 256 : Math.fround(1 / (isWide ? 65535 : 255));
  for (let i = 0; i < out.length; i++) out[i] = data[i]! * scale;
  return tensor(dtype, shape, out);
}
