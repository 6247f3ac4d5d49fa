import { widened } from "../values/half.ts";
import { elementCount } from "../values/shape.ts";
import { allocate, type BigNumbers, type Numbers, numbersOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, invalid, type Kernel, type KernelNode } from "./kernel.ts";
import { areaTaps, bicubicTaps, bilinearTaps, nearestSources, type Placement, type Taps } from "./resize-taps.ts";

/** Images to another size, as `tf.image.resize` does it without antialiasing. */
export const resize: Family = {
  ResizeBilinear: weighted(bilinearTaps),
  ResizeBicubic: weighted(bicubicTaps),
  ResizeArea: weighted(areaTaps),
  ResizeNearestNeighbor: hostKernel((node) => {
    const centers = centersOf(node);
    return ([images, size]) => {
      const { rows, columns } = placements(images!, size!, centers);
      return picked(images!, nearestSources(rows), nearestSources(columns));
    };
  }),
};

type Centers = Pick<Placement, "alignsCorners" | "isHalfPixel">;

function centersOf(node: KernelNode): Centers {
  const isHalfPixel = node.op !== "ResizeArea" && node.bool("half_pixel_centers");
  const alignsCorners = node.bool("align_corners");
  if (isHalfPixel && alignsCorners) throw invalid("align_corners together with half_pixel_centers");
  return { alignsCorners, isHalfPixel };
}

function weighted(tapsOf: (placement: Placement) => Taps): Kernel {
  return hostKernel((node) => {
    const centers = centersOf(node);
    return ([images, size]) => {
      const { rows, columns } = placements(images!, size!, centers);
      return blended(widened(images!), tapsOf(rows), tapsOf(columns));
    };
  });
}

function placements(images: HostTensor, size: HostTensor, centers: Centers): Record<"rows" | "columns", Placement> {
  const [height = 0, width = 0] = numbersOf(size);
  const [, from = 0, across = 0] = images.shape;
  if (images.shape.length !== 4) throw invalid(`images of shape [${images.shape}]`);
  if (!(height > 0 && width > 0 && from > 0 && across > 0)) {
    throw invalid(`images of shape [${images.shape}] to a size of [${numbersOf(size)}]`);
  }
  return { rows: { from, to: height, ...centers }, columns: { from: across, to: width, ...centers } };
}

/** First the rows that an output row is made of, then, along it, the columns. */
function blended(images: HostTensor, rows: Taps, columns: Taps): HostTensor {
  const [batch = 0, height = 0, width = 0, channels = 0] = images.shape;
  const shape = [batch, rows.length, columns.length, channels];
  const data = allocate<Float32Array>("float32", elementCount(shape));
  const source = images.data as Numbers;
  const line = new Float32Array(width * channels);
  for (let image = 0, out = 0; image < batch; image++) {
    for (const taps of rows) {
      line.fill(0);
      for (const { index, weight } of taps) addRow(source, (image * height + index) * line.length, line, weight);
      out = addColumns(line, columns, { data, out, channels });
    }
  }
  return tensor("float32", shape, data);
}

function addRow(source: Numbers, start: number, line: Float32Array, weight: number): void {
  for (let i = 0; i < line.length; i++) line[i]! += Number(source[start + i]!) * weight;
}

interface Target {
  readonly data: Float32Array;
  readonly out: number;
  readonly channels: number;
}

function addColumns(line: Float32Array, columns: Taps, { data, out, channels }: Target): number {
  let at = out;
  for (const taps of columns) {
    for (const { index, weight } of taps) {
      const from = index * channels;
      for (let channel = 0; channel < channels; channel++) data[at + channel]! += line[from + channel]! * weight;
    }
    at += channels;
  }
  return at;
}

function picked(images: HostTensor, rows: readonly number[], columns: readonly number[]): HostTensor {
  const [batch = 0, height = 0, width = 0, channels = 0] = images.shape;
  const shape = [batch, rows.length, columns.length, channels];
  const data = allocate<Numbers | BigNumbers>(images.dtype, elementCount(shape));
  const source = images.data as unknown as { readonly [index: number]: never };
  let out = 0;
  for (let image = 0; image < batch; image++) {
    for (const row of rows) {
      for (const column of columns) {
        const from = ((image * height + row) * width + column) * channels;
        for (let channel = 0; channel < channels; channel++) data[out++] = source[from + channel]!;
      }
    }
  }
  return tensor(images.dtype, shape, data);
}
