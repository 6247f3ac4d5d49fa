import { invalid } from "../kernels/kernel.ts";
import { elementCount } from "../values/shape.ts";
import type { HeapTensor } from "../values/value.ts";
import { runKernel } from "./backend.ts";
import { adopt, infoOf, release } from "./heap.ts";
import { channelRange, joinChannels, reshape, zerosOnHeap } from "./rearrange.ts";
import type { Window } from "./window.ts";

export type Activation = "linear" | "relu" | "relu6" | "sigmoid" | "elu";

/** What is done to each output channel before the result is written. */
export interface Finish {
  readonly bias: HeapTensor | null;
  readonly activation: Activation;
}

export const PLAIN: Finish = { bias: null, activation: "linear" };

/** `x` has its channels last; the filter is [height, width, channels of its group, channels out]. */
export function convolve2d(x: HeapTensor, filter: HeapTensor, windows: readonly Window[], finish: Finish): HeapTensor {
  const channels = x.shape[3]!;
  const [, , perGroup = 0, channelsOut = 0] = filter.shape;
  if (perGroup === 0 || channels % perGroup !== 0) throw mismatch(x, filter);
  const groups = channels / perGroup;
  if (channelsOut % groups !== 0) throw mismatch(x, filter);
  if (groups === 1) return run("FusedConv2D", { x, filter, windows, finish, channelsOut });
  if (perGroup === 1) return throughDepthwise(x, filter, windows, finish);
  return inGroups(x, filter, { windows, finish, groups });
}

/** The filter is [height, width, channels, multiplier]. */
export function convolveDepthwise(
  x: HeapTensor,
  filter: HeapTensor,
  windows: readonly Window[],
  finish: Finish,
): HeapTensor {
  const [, , channels = 0, multiplier = 0] = filter.shape;
  if (channels !== x.shape[3]) throw mismatch(x, filter);
  return run("FusedDepthwiseConv2D", { x, filter, windows, finish, channelsOut: channels * multiplier });
}

interface Convolution {
  readonly x: HeapTensor;
  readonly filter: HeapTensor;
  readonly windows: readonly Window[];
  readonly finish: Finish;
  readonly channelsOut: number;
}

function run(kernel: string, { x, filter, windows, finish, channelsOut }: Convolution): HeapTensor {
  const shape = [x.shape[0]!, ...windows.map(({ places }) => places), channelsOut];
  if (elementCount(shape) === 0) return zerosOnHeap(shape);
  const inputs = { x: infoOf(x), filter: infoOf(filter), ...(finish.bias && { bias: infoOf(finish.bias) }) };
  const output = runKernel(kernel, inputs, {
    strides: windows.map(({ stride }) => stride),
    dilations: windows.map(({ dilation }) => dilation),
    pad: [[0, 0], ...windows.map(({ before, after }) => [before, after]), [0, 0]],
    dataFormat: "NHWC",
    activation: finish.activation,
  });
  return adopt(output);
}

/** A group of one channel is a depthwise convolution, whose outputs lie in the same order. */
function throughDepthwise(x: HeapTensor, filter: HeapTensor, windows: readonly Window[], finish: Finish): HeapTensor {
  const [height = 0, width = 0, , channelsOut = 0] = filter.shape;
  const channels = x.shape[3]!;
  const seen = reshape(filter, [height, width, channels, channelsOut / channels]);
  const output = convolveDepthwise(x, seen, windows, finish);
  release(seen);
  return output;
}

interface Groups {
  readonly windows: readonly Window[];
  readonly finish: Finish;
  readonly groups: number;
}

function inGroups(x: HeapTensor, filter: HeapTensor, { windows, finish, groups }: Groups): HeapTensor {
  const [channels, channelsOut] = [x.shape[3]! / groups, filter.shape[3]! / groups];
  const parts = Array.from({ length: groups }, (_, group) => {
    const used = [
      channelRange(x, group * channels, channels),
      channelRange(filter, group * channelsOut, channelsOut),
      ...(finish.bias ? [channelRange(finish.bias, group * channelsOut, channelsOut)] : []),
    ] as const;
    const part = { ...finish, bias: used[2] ?? null };
    const output = run("FusedConv2D", { x: used[0]!, filter: used[1]!, windows, finish: part, channelsOut });
    for (const tensor of used) release(tensor);
    return output;
  });
  const output = joinChannels(parts);
  for (const part of parts) release(part);
  return output;
}

function mismatch(x: HeapTensor, filter: HeapTensor): Error {
  return invalid(`a filter of shape [${filter.shape}] does not fit an input of shape [${x.shape}]`);
}
