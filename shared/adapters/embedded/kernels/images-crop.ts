import { widened } from "../values/half.ts";
import { elementCount } from "../values/shape.ts";
import { allocate, numbersOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, invalid } from "./kernel.ts";
import type { Pairs } from "./pairs.ts";

const { fround } = Math;

/** Boxes cut out of images and brought to one size. */
export const imageCrops: Family = {
  CropAndResize: hostKernel((node) => {
    const isNearest = node.string("method") === "nearest";
    const outside = node.float("extrapolation_value");
    return ([image, boxes, numbers, size], { checkDeadline }) => {
      const crop = checked(image!, boxes!, numbers!, size!);
      const data = allocate<Float32Array>("float32", elementCount(crop.shape)).fill(outside);
      for (let box = 0; box < crop.shape[0]!; box++) {
        checkDeadline();
        cropInto(data, image!, crop, { box, isNearest });
      }
      return tensor("float32", crop.shape, data);
    };
  }),
};

interface Crop {
  readonly shape: readonly [boxes: number, height: number, width: number, channels: number];
  readonly boxes: Float32Array;
  readonly images: readonly number[];
  readonly source: Pairs;
}

function checked(image: HostTensor, boxes: HostTensor, numbers: HostTensor, size: HostTensor): Crop {
  const [height, width] = numbersOf(size);
  const images = numbersOf(numbers);
  const isShaped = image.shape.length === 4 && boxes.shape.length === 2 && boxes.shape[1] === 4;
  if (!isShaped || images.length !== boxes.shape[0] || !(height! > 0) || !(width! > 0)) {
    throw invalid(`boxes of [${boxes.shape}] are cut out of images of [${image.shape}] to size [${numbersOf(size)}]`);
  }
  const wrong = images.find((index) => index < 0 || index >= image.shape[0]!);
  if (wrong !== undefined) throw invalid(`a box is cut out of image ${wrong} of ${image.shape[0]}`);
  const source = widened(image).data as Pairs;
  return {
    shape: [images.length, height!, width!, image.shape[3]!],
    boxes: boxes.data as Float32Array,
    images,
    source,
  };
}

/** Along one axis of a box: where in the image each line of the crop lies; NaN outside of it. */
function positions(from: number, to: number, count: number, length: number): readonly number[] {
  const last = length - 1;
  const step = count > 1 ? fround(fround(fround(to - from) * last) / (count - 1)) : 0;
  return Array.from({ length: count }, (_, index) => {
    const at =
      count > 1 ? fround(fround(from * last) + fround(index * step)) : fround(fround(0.5 * fround(from + to)) * last);
    return at < 0 || at > last ? Number.NaN : at;
  });
}

interface Which {
  readonly box: number;
  readonly isNearest: boolean;
}

function cropInto(out: Float32Array, image: HostTensor, crop: Crop, { box, isNearest }: Which): void {
  const [, height, width, channels] = crop.shape;
  const [, fromHeight, fromWidth] = image.shape as readonly [number, number, number, number];
  const [top, left, bottom, right] = crop.boxes.subarray(4 * box) as unknown as readonly [
    number,
    number,
    number,
    number,
  ];
  const columns = positions(left, right, width, fromWidth);
  const start = crop.images[box]! * fromHeight * fromWidth;
  positions(top, bottom, height, fromHeight).forEach((row, y) => {
    columns.forEach((column, x) => {
      if (Number.isNaN(row) || Number.isNaN(column)) return;
      const read = (line: number, place: number, channel: number) =>
        Number(crop.source[(start + line * fromWidth + place) * channels + channel]!);
      const at = ((box * height + y) * width + x) * channels;
      for (let channel = 0; channel < channels; channel++) {
        out[at + channel] = isNearest
          ? read(Math.round(row), Math.round(column), channel)
          : between(row, column, (line, place) => read(line, place, channel));
      }
    });
  });
}

function between(row: number, column: number, read: (line: number, place: number) => number): number {
  const across = (line: number) => {
    const left = read(line, Math.floor(column));
    return fround(left + fround(fround(read(line, Math.ceil(column)) - left) * fround(column - Math.floor(column))));
  };
  const top = across(Math.floor(row));
  return top + fround(fround(across(Math.ceil(row)) - top) * fround(row - Math.floor(row)));
}
