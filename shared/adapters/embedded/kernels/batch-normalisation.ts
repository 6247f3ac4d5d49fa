import { narrowed, widened } from "../values/half.ts";
import { allocate, tensor, zeros } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type HostRun, hostKernel, invalid, type Kernel, type KernelNode } from "./kernel.ts";

/** Where a tensor's channels lie: `inner` elements of one channel, then those of the next. */
interface Layout {
  readonly channels: number;
  readonly inner: number;
}

interface Statistics {
  readonly mean: Float32Array;
  readonly variance: Float32Array;
}

/** Normalises each channel, by the statistics that the model learned or, in training, by those of the batch. */
export const batchNormalisation: Kernel = hostKernel((node) =>
  node.bool("is_training") ? ofBatch(node) : learned(node),
);

function learned(node: KernelNode): HostRun {
  const epsilon = node.float("epsilon");
  const outputs = outputsOf(node);
  const layoutOf = layoutFor(node);
  return ([x, scale, offset, mean, variance]) => {
    const statistics = { mean: mean!.data as Float32Array, variance: variance!.data as Float32Array };
    const y = normalised(x!, layoutOf(x!), { ...statistics, epsilon, scale: scale!, offset: offset! });
    // What is only there for gradients is zero.
    const unused = zeros("float32", mean!.shape);
    return [y, mean!, variance!, unused, unused, NONE].slice(0, outputs);
  };
}

/** The running average is the optimiser's business: TensorFlow returns the batch's own statistics by default. */
function ofBatch(node: KernelNode): HostRun {
  const epsilon = node.float("epsilon");
  const outputs = outputsOf(node);
  const layoutOf = layoutFor(node);
  if (node.op !== "FusedBatchNorm" && node.float("exponential_avg_factor") !== 1) {
    throw invalid("batch normalisation in training with a running average");
  }
  return ([x, scale, offset]) => {
    const layout = layoutOf(x!);
    const statistics = statisticsOf(widened(x!).data as Float32Array, layout);
    const y = normalised(x!, layout, { ...statistics, epsilon, scale: scale!, offset: offset! });
    const mean = tensor("float32", [layout.channels], statistics.mean);
    const rows = x!.data.length / layout.channels;
    const unbiased = statistics.variance.map((value) => value * (rows / Math.max(1, rows - 1)));
    const variance = tensor("float32", [layout.channels], unbiased);
    const biased = tensor("float32", [layout.channels], statistics.variance);
    return [y, mean, variance, mean, biased, NONE].slice(0, outputs);
  };
}

function outputsOf({ op }: KernelNode): number {
  return op === "FusedBatchNormV3" ? 6 : 5;
}

const NONE = zeros("float32", []);

function layoutFor(node: KernelNode): (x: HostTensor) => Layout {
  const isChannelsFirst = node.string("data_format").startsWith("NC");
  return ({ shape }) => {
    const axis = isChannelsFirst ? 1 : shape.length - 1;
    const inner = shape.slice(axis + 1).reduce((product, size) => product * size, 1);
    return { channels: shape[axis] ?? 1, inner };
  };
}

interface Normalisation extends Statistics {
  readonly epsilon: number;
  readonly scale: HostTensor;
  readonly offset: HostTensor;
}

function normalised(x: HostTensor, { channels, inner }: Layout, parts: Normalisation): HostTensor {
  const { mean, variance, epsilon } = parts;
  const [scale, offset] = [parts.scale.data as Float32Array, parts.offset.data as Float32Array];
  if ([scale, offset, mean, variance].some(({ length }) => length !== channels)) {
    throw invalid(`batch normalisation of ${channels} channels by statistics of ${mean.length}`);
  }
  const factors = variance.map((value, channel) => scale[channel]! / Math.sqrt(value + epsilon));
  const from = widened(x).data as Float32Array;
  const to = allocate<Float32Array>("float32", from.length);
  for (let start = 0, channel = 0; start < from.length; start += inner, channel = (channel + 1) % channels) {
    const [factor, center, shift] = [factors[channel]!, mean[channel]!, offset[channel]!];
    for (let i = start; i < start + inner; i++) to[i] = (from[i]! - center) * factor + shift;
  }
  return narrowed(tensor("float32", x.shape, to), x.dtype);
}

function statisticsOf(x: Float32Array, { channels, inner }: Layout): Statistics {
  const rows = x.length / channels;
  const sums = sumsOf(x, { channels, inner }, (value) => value);
  const mean = Float32Array.from(sums, (sum) => sum / rows);
  const squares = sumsOf(x, { channels, inner }, (value, channel) => (value - mean[channel]!) ** 2);
  return { mean, variance: Float32Array.from(squares, (sum) => sum / rows) };
}

function sumsOf(
  x: Float32Array,
  { channels, inner }: Layout,
  f: (value: number, channel: number) => number,
): Float64Array {
  const sums = new Float64Array(channels);
  for (let start = 0, channel = 0; start < x.length; start += inner, channel = (channel + 1) % channels) {
    for (let i = start; i < start + inner; i++) sums[channel]! += f(x[i]!, channel);
  }
  return sums;
}
