import type { Attribute } from "../../../model/graph.ts";
import { tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import type { Activation } from "../wasm/convolve.ts";
import { batchNormalisation, biasOf, factorOf, type PerChannel } from "./channel-steps.ts";
import { constantOperation, type Edge, type Graph, knownValue, type Operation } from "./operation.ts";
import { type Readers, readersOf, replaceOperations } from "./readers.ts";

/** The names of operators with all that follows them in one; no model can use them. */
export const FUSED = "(fused)";
/** The attribute that tells what is done last. */
export const ACTIVATION = "(activation)";

/** Where in its weights an operator's output channels are: the element's index, divided and wrapped. */
interface Weights {
  channels(shape: readonly number[], node: Operation): { readonly count: number; readonly divisor: number };
}

const lastAxis: Weights = { channels: (shape) => ({ count: shape.at(-1)!, divisor: 1 }) };

const FUSIBLE: ReadonlyMap<string, Weights> = new Map<string, Weights>([
  ["Conv2D", lastAxis],
  ["DepthwiseConv2dNative", { channels: (shape) => ({ count: shape.at(-1)! * shape.at(-2)!, divisor: 1 }) }],
  [
    "MatMul",
    {
      channels: (shape, node) => {
        const isTransposed = flag(node, "transpose_b");
        return isTransposed ? { count: shape[0]!, divisor: shape[1]! } : { count: shape[1]!, divisor: 1 };
      },
    },
  ],
]);

const ACTIVATIONS: ReadonlyMap<string, Activation> = new Map([
  ["Relu", "relu"],
  ["Relu6", "relu6"],
  ["Sigmoid", "sigmoid"],
  ["Elu", "elu"],
]);

/** Scales, shifts and activations of convolutions and products become part of them. */
export function fuse(graph: Graph): void {
  const readers = readersOf(graph);
  const replaced = new Map<Operation, Operation>();
  for (const operation of graph.operations) {
    const chain = chainFrom(operation, readers);
    if (chain !== null) replaced.set(chain.last, chain.fused);
  }
  replaceOperations(graph, replaced);
}

interface Chain {
  readonly last: Operation;
  readonly fused: Operation;
}

function chainFrom(start: Operation, readers: Readers): Chain | null {
  const weights = weightsOf(start);
  if (weights === null || start.controls.length > 0) return null;
  const { count, divisor } = FUSIBLE.get(start.op)!.channels(weights.shape, start);
  const perChannel: PerChannel = { factor: new Float64Array(count).fill(1), offset: new Float64Array(count) };
  let last = start;
  let activation: Activation = "linear";
  for (let next = readers.only(last); next !== null && activation === "linear"; next = readers.only(last)) {
    const { reader, input } = next;
    activation = ACTIVATIONS.get(reader.op) ?? "linear";
    if (reader.controls.length > 0 || (activation === "linear" && !takeStep(reader, input, perChannel, start))) break;
    last = reader;
  }
  const scaled = last === start ? null : scaledWeights(weights, divisor, perChannel);
  return scaled === null ? null : { last, fused: fusedOperation(start, last, { scaled, perChannel, activation }) };
}

/** Null where a factor makes infinity of a weight: times zero, that is another result than zero times the factor. */
function scaledWeights(weights: HostTensor, divisor: number, { factor }: PerChannel): HostTensor | null {
  if (factor.every((value) => value === 1)) return weights;
  const data = (weights.data as Float32Array).map(
    (value, index) => value * factor[Math.floor(index / divisor) % factor.length]!,
  );
  return data.every(Number.isFinite) ? tensor("float32", weights.shape, data) : null;
}

function takeStep(reader: Operation, input: number, perChannel: PerChannel, start: Operation): boolean {
  const isChannelsFirst = start.op !== "MatMul" && text(start, "data_format") === "NCHW";
  const step = { reader, input, isChannelsFirst, rank: start.op === "MatMul" ? 2 : 4 };
  return biasOf(step, perChannel) || factorOf(step, perChannel) || batchNormalisation(step, perChannel);
}

function weightsOf({ op, inputs, values }: Operation): HostTensor | null {
  if (values !== null || !FUSIBLE.has(op)) return null;
  const value = inputs[1] === undefined ? null : knownValue(inputs[1]);
  return value?.kind === "host" && value.dtype === "float32" ? value : null;
}

interface Parts {
  readonly scaled: HostTensor;
  readonly perChannel: PerChannel;
  readonly activation: Activation;
}

function fusedOperation(
  start: Operation,
  last: Operation,
  { scaled, perChannel: { offset }, activation }: Parts,
): Operation {
  const filter = scaled === knownValue(start.inputs[1]!) ? start.inputs[1]! : constantEdge(last, scaled);
  const bias = tensor("float32", [offset.length], Float32Array.from(offset));
  const given: Attribute = { kind: "string", value: new TextEncoder().encode(activation) };
  return {
    name: last.name,
    op: `${start.op} ${FUSED}`,
    attributes: { attribute: (name) => (name === ACTIVATION ? given : start.attributes.attribute(name)) },
    definedAs: start.op,
    outputCount: 1,
    inputs: [start.inputs[0]!, filter, constantEdge(last, bias)],
    controls: [],
    values: null,
  };
}

function constantEdge({ name }: Operation, value: HostTensor): Edge {
  return { from: constantOperation(name, value), output: 0 };
}

function flag({ attributes }: Operation, name: string): boolean {
  const found = attributes.attribute(name);
  return found?.kind === "bool" && found.value;
}

function text({ attributes }: Operation, name: string): string {
  const found = attributes.attribute(name);
  return found?.kind === "string" ? new TextDecoder().decode(found.value) : "";
}
