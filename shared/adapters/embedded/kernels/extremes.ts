import { blocksAround } from "../arrays/axes.ts";
import { limitsOf } from "../arrays/limits.ts";
import { type Work, workOf } from "../arrays/work.ts";
import { axisOf, elementCount } from "../values/shape.ts";
import { allocate, type BigNumbers, type Numbers, numberOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, invalid, type Kernel } from "./kernel.ts";

/** Where the largest and the smallest element along an axis is. */
export const extremes: Family = { ArgMax: extreme(true), ArgMin: extreme(false) };

function extreme(isHighest: boolean): Kernel {
  return hostKernel((node) => {
    const dtype = node.dtype("output_type");
    return ([x, dimension]) => {
      const axis = axisOf(numberOf(dimension!), x!.shape.length);
      if (x!.shape[axis] === 0) throw invalid(`axis ${axis} of [${x!.shape}] is empty`);
      const shape = x!.shape.toSpliced(axis, 1);
      const data = allocate<Numbers | BigNumbers>(dtype, elementCount(shape));
      const places = placesOf(x!, axis, isHighest);
      if (data instanceof BigInt64Array) for (let i = 0; i < places.length; i++) data[i] = BigInt(places[i]!);
      else (data as Int32Array).set(places);
      return tensor(dtype, shape, data);
    };
  });
}

/** The first of equals. What is not a number, or no better than the worst of its type, is never chosen. */
function placesOf(x: HostTensor, axis: number, isHighest: boolean): Int32Array {
  const { outer, size, inner } = blocksAround(x.shape, axis);
  const work = workOf(x, true);
  const places = new Int32Array(outer * inner);
  if (places.length === 0) return places;
  const find = isHighest ? highestOf : lowestOf;
  // What TensorFlow's search begins with.
  const worst = limitsOf(x.dtype)[isHighest ? 0 : 1];
  for (let block = 0; block < outer; block++) {
    for (let i = 0; i < inner; i++) {
      places[block * inner + i] = find(work, block * size * inner + i, { size, step: inner, worst });
    }
  }
  return places;
}

interface Line {
  readonly size: number;
  readonly step: number;
  readonly worst: number | bigint;
}

function highestOf(work: Work, start: number, { size, step, worst }: Line): number {
  let best = worst;
  let place = 0;
  for (let i = 0, at = start; i < size; i++, at += step) {
    const value = work[at]!;
    if (value > best) {
      best = value;
      place = i;
    }
  }
  return place;
}

function lowestOf(work: Work, start: number, { size, step, worst }: Line): number {
  let best = worst;
  let place = 0;
  for (let i = 0, at = start; i < size; i++, at += step) {
    const value = work[at]!;
    if (value < best) {
      best = value;
      place = i;
    }
  }
  return place;
}
