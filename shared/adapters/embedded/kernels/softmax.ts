import type { Dtype } from "../../../ports/tensor.ts";
import { isHalf, narrowed, widened } from "../values/half.ts";
import { allocate, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { softmaxOnHeap } from "../wasm/softmax.ts";
import { type Family, hostKernel, invalid, type Kernel, unsupported } from "./kernel.ts";

type Floats = Float32Array | Float64Array;
/** What becomes of one row, from its largest element and the sum of all exponentials relative to it. */
type Finish = (from: Floats, to: Floats, row: { start: number; end: number; largest: number; sum: number }) => void;

/** Probabilities along the last axis. */
export const softmax: Family = {
  Softmax: (node) => (node.dtype("T") === "float64" ? rows(probabilities) : softmaxOnHeap)(node),
  LogSoftmax: rows(logarithms),
};

function rows(finish: Finish): Kernel {
  return hostKernel((node) => {
    if (!FLOATS.has(node.dtype("T"))) throw unsupported(node, `type ${node.dtype("T")}`);
    return ([x]) => normalised(x!, finish);
  });
}

const FLOATS: ReadonlySet<Dtype> = new Set(["float16", "bfloat16", "float32", "float64"]);

function normalised(x: HostTensor, finish: Finish): HostTensor {
  if (isHalf(x.dtype)) return narrowed(normalised(widened(x), finish), x.dtype);
  const width = x.shape.at(-1);
  if (width === undefined) throw invalid("a scalar has no last axis");
  const from = x.data as Floats;
  const to = allocate<Floats>(x.dtype, from.length);
  for (let start = 0; start < from.length; start += width) {
    const end = start + width;
    let largest = Number.NEGATIVE_INFINITY;
    for (let i = start; i < end; i++) largest = Math.max(largest, from[i]!);
    let sum = 0;
    for (let i = start; i < end; i++) sum += Math.exp(from[i]! - largest);
    finish(from, to, { start, end, largest, sum });
  }
  return tensor(x.dtype, x.shape, to);
}

function probabilities(from: Floats, to: Floats, { start, end, largest, sum }: Parameters<Finish>[2]): void {
  for (let i = start; i < end; i++) to[i] = Math.exp(from[i]! - largest) / sum;
}

function logarithms(from: Floats, to: Floats, { start, end, largest, sum }: Parameters<Finish>[2]): void {
  const logarithm = Math.log(sum);
  for (let i = start; i < end; i++) to[i] = from[i]! - largest - logarithm;
}
