import type { Dtype } from "../../../ports/tensor.ts";
import { bfloat16Bits, float16Bits, isHalf, widened } from "../values/half.ts";
import { elementCount } from "../values/shape.ts";
import { allocate, isBig, numberOf, numbersOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, invalid, type Kernel, unsupported } from "./kernel.ts";
import type { Pairs } from "./pairs.ts";

const { fround } = Math;

const transform: Kernel = hostKernel((node) => {
  const isNearest = node.string("interpolation") === "NEAREST";
  const place = PLACES[node.string("fill_mode")];
  if (place === undefined) throw unsupported(node, `fill mode ${node.string("fill_mode")}`);
  return ([images, transforms, size, fill], { checkDeadline }) => {
    const [height, width] = numbersOf(size!);
    if (images!.shape.length !== 4 || !(height! > 0) || !(width! > 0)) {
      throw invalid(`images of shape [${images!.shape}] become [${numbersOf(size!)}]`);
    }
    const frame = { images: images!, height: height!, width: width!, isNearest, place };
    return transformed(frame, transforms!, fill === undefined ? 0 : numberOf(fill), checkDeadline);
  };
});

/** Rotated, moved, scaled or seen in perspective: what random augmentation layers hold. */
export const imageTransforms: Family = {
  ImageProjectiveTransformV2: transform,
  ImageProjectiveTransformV3: transform,
};

/** Where a coordinate outside of an image is taken from; what is outside still is filled. */
type Place = (coordinate: number, length: number) => number;

const PLACES: Readonly<Record<string, Place>> = {
  CONSTANT: (coordinate) => coordinate,
  NEAREST: (coordinate, length) => clamped(coordinate, length),
  REFLECT: reflected,
  WRAP: wrapped,
};

interface Frame {
  readonly images: HostTensor;
  readonly height: number;
  readonly width: number;
  readonly isNearest: boolean;
  readonly place: Place;
}

function transformed(frame: Frame, transforms: HostTensor, fill: number, checkDeadline: () => void): HostTensor {
  const { images, height, width, place } = frame;
  const [count, fromHeight, fromWidth, channels] = images.shape as readonly [number, number, number, number];
  const [rows, columns] = transforms.shape;
  if (columns !== 8 || (rows !== 1 && rows !== count)) throw invalid(`transforms of shape [${transforms.shape}]`);
  const shape = [count, height, width, channels];
  const data = allocate<Pairs>(images.dtype, elementCount(shape));
  const write = writer(images.dtype);
  const sample = sampler(frame, fill);
  for (let at = 0; at < data.length; ) {
    const pixel = at / channels;
    const [x, y] = [pixel % width, Math.floor(pixel / width) % height];
    const image = Math.floor(pixel / (width * height));
    if (x === 0) checkDeadline();
    const matrix = (transforms.data as Float32Array).subarray(rows === 1 ? 0 : 8 * image);
    const depth = plane(matrix[6]!, x, matrix[7]!, y, 1);
    const column = place(fround(plane(matrix[0]!, x, matrix[1]!, y, matrix[2]!) / depth), fromWidth);
    const row = place(fround(plane(matrix[3]!, x, matrix[4]!, y, matrix[5]!) / depth), fromHeight);
    for (let channel = 0; channel < channels; channel++) {
      data[at++] = write(depth === 0 ? fill : sample(image, row, column, channel)) as number;
    }
  }
  return tensor(images.dtype, shape, data);
}

/** a x + b y + c in float32: the last bit decides which pixel is nearest. */
function plane(a: number, x: number, b: number, y: number, c: number): number {
  return fround(fround(fround(a * x) + fround(b * y)) + c);
}

type Sample = (image: number, row: number, column: number, channel: number) => number;

function sampler({ images, isNearest }: Frame, fill: number): Sample {
  const [, height, width, channels] = images.shape as readonly [number, number, number, number];
  const source = widened(images).data as Pairs;
  const read: Sample = (image, row, column, channel) => {
    const isInside = row >= 0 && row < height && column >= 0 && column < width;
    return isInside ? Number(source[((image * height + row) * width + column) * channels + channel]!) : fill;
  };
  if (isNearest) return (image, row, column, channel) => read(image, rounded(row), rounded(column), channel);
  return (image, row, column, channel) => {
    const [top, left] = [Math.floor(row), Math.floor(column)];
    const across = (line: number) =>
      (left + 1 - column) * read(image, line, left, channel) + (column - left) * read(image, line, left + 1, channel);
    return (top + 1 - row) * across(top) + (row - top) * across(top + 1);
  };
}

function writer(dtype: Dtype): (value: number) => number | bigint {
  if (isHalf(dtype)) return dtype === "float16" ? float16Bits : bfloat16Bits;
  if (isBig(dtype)) return (value) => BigInt(Math.trunc(value));
  return dtype.startsWith("float") ? (value) => value : Math.trunc;
}

/** Halves away from 0, as C rounds. */
function rounded(value: number): number {
  return Math.sign(value) * Math.floor(Math.abs(value) + 0.5);
}

/** dcba|abcd|dcba */
function reflected(coordinate: number, length: number): number {
  if (length <= 1) return clamped(coordinate, length);
  const period = 2 * length;
  let at = coordinate;
  if (at < 0) {
    if (at < period) at += period * Math.trunc(-at / period);
    at = at < -length ? at + period : -at - 1;
  } else if (at > length - 1) {
    at -= period * Math.trunc(at / period);
    if (at >= length) at = period - at - 1;
  }
  return clamped(at, length);
}

/** abcd|abcd|abcd */
function wrapped(coordinate: number, length: number): number {
  if (length <= 1) return clamped(coordinate, length);
  const last = length - 1;
  let at = coordinate;
  if (at < 0) at += length * (Math.trunc(-at / last) + 1);
  else if (at > last) at -= length * Math.trunc(at / last);
  return clamped(at, length);
}

function clamped(coordinate: number, length: number): number {
  return Math.min(Math.max(coordinate, 0), length - 1);
}
