import { allocate } from "../../values/tensor.ts";
import type { Decoding } from "../pixels.ts";
import type { Component, Frame } from "./frame.ts";
import { accurateInverse } from "./inverse-accurate.ts";
import { fastInverse } from "./inverse-fast.ts";
import { eighthInverse, halfInverse, quarterInverse } from "./inverse-reduced.ts";
import { damaged } from "./segments.ts";

/** The samples of one component, as dense as the file has them. */
export interface SamplePlane {
  readonly samples: Uint8Array;
  readonly stride: number;
  readonly width: number;
  readonly height: number;
  /** How many samples a block has on each side. */
  readonly blockSize: number;
}

export interface Scaling {
  /** The image is made that many times smaller. */
  readonly ratio: number;
  readonly isAccurate: boolean;
}

const REDUCED = [eighthInverse, quarterInverse, halfInverse];

export function samplePlane(
  component: Component,
  frame: Frame,
  { ratio, isAccurate, checkDeadline }: Scaling & Decoding,
): SamplePlane {
  const { blocksAcross, blocksDown, coefficients, quantization } = component;
  if (quantization === null) throw damaged(`it has no scan of component ${component.id}`);
  const size = blockSizeOf(component, frame, 8 / ratio);
  const inverse = REDUCED.find((reduced) => reduced.size === size) ?? (isAccurate ? accurateInverse : fastInverse);
  const stride = blocksAcross * size;
  const samples = allocate<Uint8Array>("uint8", stride * blocksDown * size);
  const block = { coefficients, factors: inverse.factors(quantization), from: 0 };
  const plane = { samples, stride, to: 0 };
  for (let y = 0; y < blocksDown; y++) {
    checkDeadline();
    for (let x = 0; x < blocksAcross; x++) {
      block.from = 64 * (y * component.stride + x);
      plane.to = (y * stride + x) * size;
      inverse.transform(block, plane);
    }
  }
  return { samples, stride, blockSize: size, ...sizeOf(component, frame, size) };
}

/** A component with fewer samples is made smaller by less, while that spares bringing it back to size. */
function blockSizeOf({ across, down }: Component, { maxAcross, maxDown }: Frame, smallest: number): number {
  let size = smallest;
  const fits = (most: number, own: number) => (most * smallest) % (own * size * 2) === 0;
  while (size < 8 && fits(maxAcross, across) && fits(maxDown, down)) size *= 2;
  return size;
}

function sizeOf({ across, down }: Component, { width, height, maxAcross, maxDown }: Frame, size: number) {
  return {
    width: Math.ceil((width * across * size) / (maxAcross * 8)),
    height: Math.ceil((height * down * size) / (maxDown * 8)),
  };
}
