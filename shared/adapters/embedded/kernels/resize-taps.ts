/** Along one axis: how many elements become how many, and where in each element its value is. */
export interface Placement {
  readonly from: number;
  readonly to: number;
  readonly alignsCorners: boolean;
  readonly isHalfPixel: boolean;
}

export interface Tap {
  readonly index: number;
  readonly weight: number;
}

/** For each output element the input elements that it is made of. */
export type Taps = readonly (readonly Tap[])[];

const { fround } = Math;
/** TensorFlow looks its cubic weights up in a table of so many steps. */
const CUBIC_STEPS = 1024;

export function bilinearTaps(placement: Placement): Taps {
  return eachOutput(placement, (out) => {
    const at = locationOf(out, placement);
    const upper = Math.min(Math.ceil(at), placement.from - 1);
    const lower = Math.min(Math.max(Math.floor(at), 0), upper);
    const weight = fround(at - Math.floor(at));
    return lower === upper
      ? [{ index: lower, weight: 1 }]
      : [
          { index: lower, weight: 1 - weight },
          { index: upper, weight },
        ];
  });
}

export function nearestSources(placement: Placement): readonly number[] {
  const { from, alignsCorners, isHalfPixel } = placement;
  const scale = scaleOf(placement);
  return Array.from({ length: placement.to }, (_, out) => {
    const at = fround(fround(isHalfPixel ? out + 0.5 : out) * scale);
    return Math.max(0, Math.min(alignsCorners ? Math.round(at) : Math.floor(at), from - 1));
  });
}

/** With pixel centres at halves TensorFlow uses Keys's cubic, and weighs nothing outside of the image. */
export function bicubicTaps(placement: Placement): Taps {
  const { from, isHalfPixel } = placement;
  const sharpness = isHalfPixel ? -0.5 : -0.75;
  return eachOutput(placement, (out) => {
    const at = locationOf(out, placement);
    const first = Math.floor(at) - 1;
    const step = roundedToEven(fround(at - Math.floor(at)) * CUBIC_STEPS) / CUBIC_STEPS;
    const weights = [1 + step, step, 1 - step, 2 - step].map((distance) => cubicWeight(distance, sharpness));
    const taps = weights.map((weight, tap) => ({ index: bounded(first + tap, from), weight, outside: first + tap }));
    if (!isHalfPixel) return taps;
    const inside = taps.filter(({ index, outside }) => index === outside);
    const sum = inside.reduce((total, { weight }) => total + weight, 0);
    return inside.map(({ index, weight }) => ({ index, weight: weight / sum }));
  });
}

/** The part of each input element that lies under the output element. */
export function areaTaps(placement: Placement): Taps {
  const scale = scaleOf(placement);
  return eachOutput(placement, (out) => {
    const [start, end] = [fround(out * scale), fround((out + 1) * scale)];
    const first = Math.floor(start);
    // One element with its corners aligned: it covers nothing, and is all there is.
    if (start === end) return [{ index: first, weight: 1 }];
    return Array.from({ length: Math.ceil(end) - first }, (_, tap) => {
      const covered = Math.min(end, first + tap + 1) - Math.max(start, first + tap);
      return { index: bounded(first + tap, placement.from), weight: covered / scale };
    });
  });
}

function eachOutput({ to }: Placement, tapsOf: (out: number) => readonly Tap[]): Taps {
  return Array.from({ length: to }, (_, out) => tapsOf(out));
}

function locationOf(out: number, placement: Placement): number {
  const scale = scaleOf(placement);
  return placement.isHalfPixel ? fround(fround(fround(out + 0.5) * scale) - 0.5) : fround(out * scale);
}

function scaleOf({ from, to, alignsCorners }: Placement): number {
  return fround(alignsCorners && to > 1 ? (from - 1) / (to - 1) : from / to);
}

function cubicWeight(distance: number, a: number): number {
  if (distance <= 1) return ((a + 2) * distance - (a + 3)) * distance * distance + 1;
  return ((a * distance - 5 * a) * distance + 8 * a) * distance - 4 * a;
}

function bounded(index: number, size: number): number {
  return Math.max(0, Math.min(index, size - 1));
}

function roundedToEven(value: number): number {
  const down = Math.floor(value);
  const rest = value - down;
  return rest > 0.5 || (rest === 0.5 && down % 2 === 1) ? down + 1 : down;
}
