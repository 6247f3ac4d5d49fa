import type { Dtype } from "../../../ports/tensor.ts";
import { blankWork, finished, type WorkBigs, type WorkNumbers, workOf } from "../arrays/work.ts";
import { sameShape } from "../values/shape.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, invalid } from "./kernel.ts";

/** Products of vectors in space. */
export const crossProduct: Family = {
  Cross: hostKernel(() => (inputs) => cross(inputs[0]!, inputs[1]!)),
};

function cross(a: HostTensor, b: HostTensor): HostTensor {
  if (!sameShape(a.shape, b.shape) || a.shape.at(-1) !== 3) {
    throw invalid(`there is no product of vectors of [${a.shape}] and [${b.shape}]`);
  }
  const out = blankWork(a.dtype, a.data.length);
  const [x, y] = [workOf(a), workOf(b)];
  if (out instanceof BigInt64Array || out instanceof BigUint64Array) crossBigs(out, x as WorkBigs, y as WorkBigs);
  else crossNumbers(out, x as WorkNumbers, y as WorkNumbers, PRODUCTS[a.dtype] ?? Math.imul);
  return finished(out, a.dtype, a.shape);
}

/** Each product is rounded, or wraps, before the difference is taken. */
const PRODUCTS: Partial<Record<Dtype, (a: number, b: number) => number>> = {
  float64: (a, b) => a * b,
  ...Object.fromEntries(
    ["float16", "bfloat16", "float32"].map((dtype) => [dtype, (a: number, b: number) => Math.fround(a * b)]),
  ),
};

function crossNumbers(
  out: WorkNumbers,
  x: WorkNumbers,
  y: WorkNumbers,
  product: (a: number, b: number) => number,
): void {
  for (let i = 0; i < out.length; i++) {
    const [j, k] = othersOf(i);
    out[i] = product(x[j]!, y[k]!) - product(x[k]!, y[j]!);
  }
}

function crossBigs(out: WorkBigs, x: WorkBigs, y: WorkBigs): void {
  for (let i = 0; i < out.length; i++) {
    const [j, k] = othersOf(i);
    out[i] = x[j]! * y[k]! - x[k]! * y[j]!;
  }
}

/** The places of a vector's two other numbers, in turn. */
function othersOf(place: number): readonly [number, number] {
  const axis = place % 3;
  return [place - axis + ((axis + 1) % 3), place - axis + ((axis + 2) % 3)];
}
