import { isHalf, narrowed, widened } from "../values/half.ts";
import { elementCount } from "../values/shape.ts";
import { allocate, numberOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, invalid, type Kernel } from "./kernel.ts";
import type { Pairs } from "./pairs.ts";

type Colour = readonly [number, number, number];

/** Colours of images, whose last axis is red, green and blue, or hue, saturation and value. */
export const imageColours: Family = {
  RGBToHSV: eachPixel(() => rgbToHsv),
  HSVToRGB: eachPixel(() => hsvToRgb),
  AdjustHue: eachPixel((delta) => (rgb) => {
    const [hue, saturation, value] = rgbToHsv(rgb);
    return hsvToRgb([hue + delta - Math.floor(hue + delta), saturation, value]);
  }),
  AdjustSaturation: eachPixel((scale) => (rgb) => {
    const [hue, saturation, value] = rgbToHsv(rgb);
    return hsvToRgb([hue, Math.min(1, Math.max(0, saturation * scale)), value]);
  }),
  AdjustContrastv2: hostKernel(
    () =>
      ([images, factor]) =>
        contrasted(images!, numberOf(factor!)),
  ),
};

function eachPixel(make: (amount: number) => (pixel: Colour) => Colour): Kernel {
  return hostKernel(() => ([images, amount]) => {
    if (images!.shape.at(-1) !== 3) throw invalid(`images of shape [${images!.shape}] have no three channels`);
    const change = make(amount === undefined ? 0 : numberOf(amount));
    return onFloats(images!, (source, out) => {
      for (let i = 0; i < source.length; i += 3) {
        const [a, b, c] = change([source[i]!, source[i + 1]!, source[i + 2]!]);
        out[i] = a;
        out[i + 1] = b;
        out[i + 2] = c;
      }
    });
  });
}

function rgbToHsv([red, green, blue]: Colour): Colour {
  const value = Math.max(red, green, blue);
  const range = value - Math.min(red, green, blue);
  const saturation = value > 0 ? range / value : 0;
  if (!(range > 0)) return [0, saturation, value];
  const step = 1 / (6 * range);
  const hue =
    red === value
      ? step * (green - blue)
      : green === value
        ? step * (blue - red) + 2 / 6
        : step * (red - green) + 4 / 6;
  return [hue < 0 ? hue + 1 : hue, saturation, value];
}

function hsvToRgb([hue, saturation, value]: Colour): Colour {
  const sixth = hue * 6;
  const part = (amount: number) => (1 - saturation + saturation * Math.min(1, Math.max(0, amount))) * value;
  return [part(Math.abs(sixth - 3) - 1), part(2 - Math.abs(sixth - 2)), part(2 - Math.abs(sixth - 4))];
}

/** Away from the mean of each channel of each image. */
function contrasted(images: HostTensor, factor: number): HostTensor {
  const { shape } = images;
  if (shape.length < 3) throw invalid(`images of shape [${shape}]`);
  const [height, width, channels] = shape.slice(-3) as unknown as readonly [number, number, number];
  const size = height * width * channels;
  return onFloats(images, (source, out) => {
    for (let start = 0; start < source.length; start += size) {
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        for (let i = start + channel; i < start + size; i += channels) sum += source[i]!;
        const mean = Math.fround(sum / (height * width));
        for (let i = start + channel; i < start + size; i += channels) out[i] = (source[i]! - mean) * factor + mean;
      }
    }
  });
}

function onFloats(images: HostTensor, fill: (source: Pairs, out: Pairs) => void): HostTensor {
  if (isHalf(images.dtype)) return narrowed(onFloats(widened(images), fill), images.dtype);
  const data = allocate<Pairs>(images.dtype, elementCount(images.shape));
  fill(images.data as Pairs, data);
  return tensor(images.dtype, images.shape, data);
}
