import type { HostTensor } from "../values/value.ts";
import { knownValue, type Operation } from "./operation.ts";

/** What is done to each output channel: a factor, then an offset. Changed as steps are taken in. */
export interface PerChannel {
  readonly factor: Float64Array;
  readonly offset: Float64Array;
}

/** An operation that reads a channelled tensor as that input. */
export interface ChannelStep {
  readonly reader: Operation;
  readonly input: number;
  readonly isChannelsFirst: boolean;
  /** Of the channelled tensor; what has more axes would add to them. */
  readonly rank: number;
}

/** Takes in the addition of a constant to each channel; false where the step is none. */
export function biasOf(step: ChannelStep, { factor, offset }: PerChannel): boolean {
  const { reader, input } = step;
  const isAddition = reader.op === "AddV2" || reader.op === "Add";
  const isSubtraction = reader.op === "Sub";
  const bias = isAddition || isSubtraction ? vectorOf(step, offset.length) : biasVector(step, offset.length);
  if (bias === null) return false;
  const isTurned = isSubtraction && input === 1;
  for (let channel = 0; channel < offset.length; channel++) {
    if (isTurned) factor[channel]! *= -1;
    offset[channel] = (isTurned ? -1 : 1) * offset[channel]! + (isSubtraction && !isTurned ? -1 : 1) * bias(channel);
  }
  return true;
}

/** Takes in the product of each channel with a constant. */
export function factorOf(step: ChannelStep, { factor, offset }: PerChannel): boolean {
  const { reader, input } = step;
  const isDivision = reader.op === "RealDiv" && input === 0;
  const by = reader.op === "Mul" || isDivision ? vectorOf(step, offset.length) : null;
  if (by === null) return false;
  scale({ factor, offset }, (channel) => (isDivision ? 1 / by(channel) : by(channel)));
  return true;
}

/** Takes in a normalisation by learned statistics. */
export function batchNormalisation({ reader, input, isChannelsFirst }: ChannelStep, perChannel: PerChannel): boolean {
  if (!/^FusedBatchNorm(V[23])?$/.test(reader.op) || input !== 0) return false;
  const { attributes, inputs } = reader;
  const isTraining = attributes.attribute("is_training");
  const epsilon = attributes.attribute("epsilon");
  const format = attributes.attribute("data_format");
  const isFirst = format?.kind === "string" && new TextDecoder().decode(format.value) === "NCHW";
  if (isTraining?.kind !== "bool" || isTraining.value || epsilon?.kind !== "float" || isFirst !== isChannelsFirst)
    return false;
  const [scales, offsets, means, variances] = [1, 2, 3, 4].map((each) => {
    const value = inputs[each] === undefined ? null : knownValue(inputs[each]);
    return value?.kind === "host" && value.data.length === perChannel.factor.length
      ? (value.data as Float32Array)
      : null;
  });
  if (!scales || !offsets || !means || !variances) return false;
  for (let channel = 0; channel < means.length; channel++) perChannel.offset[channel]! -= means[channel]!;
  scale(perChannel, (channel) => scales[channel]! / Math.sqrt(variances[channel]! + epsilon.value));
  for (let channel = 0; channel < means.length; channel++) perChannel.offset[channel]! += offsets[channel]!;
  return true;
}

function scale({ factor, offset }: PerChannel, by: (channel: number) => number): void {
  for (let channel = 0; channel < factor.length; channel++) {
    factor[channel]! *= by(channel);
    offset[channel]! *= by(channel);
  }
}

type Vector = (channel: number) => number;

/** The other input, where it is one number for each channel or one for all. */
function vectorOf({ reader, input, isChannelsFirst, rank }: ChannelStep, channels: number): Vector | null {
  const edge = reader.inputs[1 - input];
  const value = edge === undefined ? null : knownValue(edge);
  if (value?.kind !== "host" || value.dtype !== "float32" || value.shape.length > rank) return null;
  const data = value.data as Float32Array;
  if (data.length === 1) return () => data[0]!;
  return alongChannels(value, channels, isChannelsFirst) ? (channel) => data[channel]! : null;
}

function alongChannels({ shape, data }: HostTensor, channels: number, isChannelsFirst: boolean): boolean {
  return data.length === channels && shape.at(isChannelsFirst ? -3 : -1) === channels;
}

function biasVector({ reader, input, isChannelsFirst }: ChannelStep, channels: number): Vector | null {
  if ((reader.op !== "BiasAdd" && reader.op !== "BiasAddV1") || input !== 0) return null;
  const format = reader.attributes.attribute("data_format");
  const isFirst = format?.kind === "string" && new TextDecoder().decode(format.value) === "NCHW";
  const value = knownValue(reader.inputs[1]!);
  if (value?.kind !== "host" || value.data.length !== channels || isFirst !== isChannelsFirst) return null;
  const data = value.data as Float32Array;
  return (channel) => data[channel]!;
}
