import type { Component, Frame } from "./frame.ts";
import type { SamplePlane } from "./planes.ts";
import { damaged } from "./segments.ts";

/** The part of the image that is wanted, whose left edge lies between units. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Fills a row of the image with a component's samples. */
export type FillRow = (row: number, out: Uint8Array) => void;

interface Part {
  readonly plane: SamplePlane;
  readonly from: number;
  readonly width: number;
  readonly across: number;
  readonly down: number;
}

export function rowsOf(
  plane: SamplePlane,
  { component, frame, window, isFancy, blockSize }: UpsamplingOptions,
): FillRow {
  const across = (frame.maxAcross * blockSize) / (component.across * plane.blockSize);
  const down = (frame.maxDown * blockSize) / (component.down * plane.blockSize);
  if (!Number.isInteger(across) || !Number.isInteger(down)) throw damaged("its sampling factors");
  const part = { plane, across, down, from: window.left / across, width: Math.ceil(window.width / across) };
  const isSmooth = isFancy && blockSize > 1;
  // libjpeg chooses by the whole image's width, and again only when a window leaves a single sample.
  const isWide = plane.width > 2 && part.width > 1;
  if (isSmooth && across === 2 && down === 1 && isWide) return smoothAcross(part);
  if (isSmooth && across === 1 && down === 2) return smoothDown(part);
  if (isSmooth && across === 2 && down === 2 && isWide) return smoothBoth(part);
  return repeated(part);
}

export interface UpsamplingOptions {
  readonly component: Component;
  readonly frame: Frame;
  readonly window: Window;
  readonly isFancy: boolean;
  /** Of the component with the most samples. */
  readonly blockSize: number;
}

function repeated({ plane, from, width, across, down }: Part): FillRow {
  return (row, out) => {
    const start = Math.floor(row / down) * plane.stride + from;
    if (across === 1) {
      out.set(plane.samples.subarray(start, start + width));
      return;
    }
    for (let x = 0, to = 0; x < width; x++) for (let k = 0; k < across; k++) out[to++] = plane.samples[start + x]!;
  };
}

/** Three parts of the nearer sample and one of the other, rounded up and down by turns. */
function smoothAcross({ plane, from, width }: Part): FillRow {
  const { samples, stride } = plane;
  return (row, out) => {
    const start = row * stride + from;
    for (let x = 0; x < width; x++) {
      const near = 3 * samples[start + x]!;
      const before = samples[start + Math.max(0, x - 1)]!;
      const after = samples[start + Math.min(width - 1, x + 1)]!;
      out[2 * x] = (near + before + 1) >> 2;
      out[2 * x + 1] = (near + after + 2) >> 2;
    }
  };
}

function smoothDown({ plane, from, width }: Part): FillRow {
  const { samples } = plane;
  return (row, out) => {
    const [near, far] = rowsBeside(plane, row, from);
    const bias = row % 2 === 0 ? 1 : 2;
    for (let x = 0; x < width; x++) out[x] = (3 * samples[near + x]! + samples[far + x]! + bias) >> 2;
  };
}

function smoothBoth({ plane, from, width }: Part): FillRow {
  const { samples } = plane;
  return (row, out) => {
    const [near, far] = rowsBeside(plane, row, from);
    const sum = (x: number) => 3 * samples[near + x]! + samples[far + x]!;
    let [before, here] = [sum(0), sum(0)];
    for (let x = 0; x < width; x++) {
      const after = x + 1 < width ? sum(x + 1) : here;
      out[2 * x] = (3 * here + before + 8) >> 4;
      out[2 * x + 1] = (3 * here + after + 7) >> 4;
      before = here;
      here = after;
    }
  };
}

/** Where the rows begin that a row of the image lies between, the nearer one first. */
function rowsBeside({ stride, height }: SamplePlane, row: number, from: number): readonly [near: number, far: number] {
  const near = row >> 1;
  const far = Math.min(height - 1, Math.max(0, row % 2 === 0 ? near - 1 : near + 1));
  return [near * stride + from, far * stride + from];
}
