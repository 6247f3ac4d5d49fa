import type { Attribute } from "../../../model/graph.ts";
import { numbersOf } from "../values/tensor.ts";
import { type Edge, type Graph, knownValue, type Operation } from "./operation.ts";
import { type Readers, readersOf, replaceOperations } from "./readers.ts";

/** Operators with windows, and their spatial axes. */
const WINDOWED: ReadonlyMap<string, number> = new Map([
  ["Conv2D", 2],
  ["DepthwiseConv2dNative", 2],
  ["Conv3D", 3],
]);

/** A convolution, and what stands around it, from the outside in: zeros, batches made of space, an axis of one. */
interface Surrounded {
  readonly convolution: Operation;
  readonly spatial: number;
  /** What the axis of one is added and removed by, for one spatial axis. */
  readonly axis: { readonly added: Operation; readonly removed: Operation } | null;
}

/** Zeros before and after each spatial axis. */
type Zeros = readonly (readonly [number, number])[];

/**
 * Zeros around a convolution's input become its own, and so does its dilation, which Keras writes as batches made of
 * every other element and taken apart again: a model with two of them took 151 ms with these copies, 111 ms without.
 */
export function absorbSurroundings(graph: Graph): void {
  const readers = readersOf(graph);
  const replaced = new Map<Operation, Operation>();
  for (const operation of graph.operations) {
    const surrounded = surroundedBy(operation, readers);
    if (surrounded !== null) absorb(surrounded, readers, replaced);
  }
  replaceOperations(graph, replaced);
}

function surroundedBy(convolution: Operation, readers: Readers): Surrounded | null {
  const spatial = convolution.values === null ? WINDOWED.get(convolution.op) : undefined;
  if (spatial === undefined || convolution.controls.length > 0) return null;
  if (text(convolution, "padding") !== "VALID" || text(convolution, "data_format").startsWith("NC")) return null;
  const [source] = convolution.inputs;
  const isAdded =
    source?.from.op === "ExpandDims" && isOnly(source.from, readers) && isSecond(constants(source.from, 1));
  const removed = readers.only(convolution)?.reader;
  if (!isAdded || removed?.op !== "Squeeze" || !isSecond(ints(removed, "squeeze_dims"))) {
    return { convolution, spatial, axis: null };
  }
  return { convolution, spatial, axis: { added: source.from, removed } };
}

function absorb(surrounded: Surrounded, readers: Readers, replaced: Map<Operation, Operation>): void {
  const { convolution, axis, spatial } = surrounded;
  const dilated = dilationOf(surrounded, readers);
  const inner = dilated?.source ?? (axis?.added ?? convolution).inputs[0]!;
  const padded = paddingOf(inner, axis === null ? spatial : 1, readers);
  if (dilated === null && padded === null) return;
  const outer = axis === null ? spatial : 1;
  const zeros = Array.from({ length: outer }, (_, each) => {
    const [first, second] = [padded?.zeros[each] ?? [0, 0], dilated?.zeros[each] ?? [0, 0]];
    return [first[0] + second[0], first[1] + second[1]] as const;
  });
  const source = padded?.source ?? inner;
  const made: Operation = { ...convolution, attributes: withWindows(surrounded, zeros, dilated?.blocks ?? null) };
  if (axis === null) made.inputs = [source, ...convolution.inputs.slice(1)];
  else axis.added.inputs = [source, ...axis.added.inputs.slice(1)];
  replaced.set(convolution, made);
  // Its inputs are those of the graph still, and are resolved with all others.
  if (dilated !== null) replaced.set(dilated.last, axis?.removed ?? made);
}

interface Dilation {
  readonly source: Edge;
  readonly last: Operation;
  readonly blocks: readonly number[];
  readonly zeros: Zeros;
}

function dilationOf({ convolution, axis, spatial }: Surrounded, readers: Readers): Dilation | null {
  const source = (axis?.added ?? convolution).inputs[0]!.from;
  const last = readers.only(axis?.removed ?? convolution)?.reader;
  if (source.op !== "SpaceToBatchND" || last?.op !== "BatchToSpaceND" || !isOnly(source, readers)) return null;
  if (source.controls.length > 0 || last.controls.length > 0) return null;
  if (![...ints(convolution, "strides"), ...ints(convolution, "dilations")].every((step) => step === 1)) return null;
  const [blocks, paddings] = [constants(source, 1), constants(source, 2)];
  const [same, crops] = [constants(last, 1), constants(last, 2)];
  if (blocks === null || paddings === null || crops === null || String(blocks) !== String(same)) return null;
  if (blocks.length !== (axis === null ? spatial : 1)) return null;
  const zeros = pairs(paddings).map(([before, after], each) => {
    const [first, end] = pairs(crops)[each]!;
    return [before - first, after - end] as const;
  });
  return zeros.flat().some((count) => count < 0) ? null : { source: source.inputs[0]!, last, blocks, zeros };
}

interface Padding {
  readonly source: Edge;
  readonly zeros: Zeros;
}

function paddingOf({ from }: Edge, spatial: number, readers: Readers): Padding | null {
  if (from.op !== "Pad" || from.values !== null || from.controls.length > 0 || !isOnly(from, readers)) return null;
  const all = pairs(constants(from, 1) ?? []);
  if (all.length !== spatial + 2 || all.flat().some((count) => count < 0)) return null;
  const isInSpace = [all[0]!, all.at(-1)!].flat().every((count) => count === 0);
  return isInSpace ? { source: from.inputs[0]!, zeros: all.slice(1, -1) } : null;
}

function withWindows({ convolution, spatial }: Surrounded, zeros: Zeros, blocks: readonly number[] | null) {
  const missing = spatial - zeros.length;
  const explicit = [...new Array(2 * (1 + missing)).fill(0), ...zeros.flat(), 0, 0];
  const dilations = blocks === null ? null : [...new Array(1 + missing).fill(1), ...blocks, 1];
  const made = new Map<string, Attribute>([
    ["padding", { kind: "string", value: new TextEncoder().encode("EXPLICIT") }],
    ["explicit_paddings", listOf(explicit)],
    ...(dilations === null ? [] : [["dilations", listOf(dilations)] as const]),
  ]);
  return { attribute: (name: string) => made.get(name) ?? convolution.attributes.attribute(name) };
}

function listOf(numbers: readonly number[]): Attribute {
  return { kind: "list", value: numbers.map((each) => ({ kind: "int", value: BigInt(each) })) };
}

function isOnly(operation: Operation, readers: Readers): boolean {
  return readers.only(operation) !== null;
}

/** Of four axes, counted from either end. */
function isSecond(axes: readonly number[] | null): boolean {
  return axes?.length === 1 && (axes[0] === 1 || axes[0] === -3);
}

function constants({ inputs }: Operation, input: number): readonly number[] | null {
  const value = inputs[input] === undefined ? null : knownValue(inputs[input]);
  return value?.kind === "host" ? numbersOf(value) : null;
}

function pairs(numbers: readonly number[]): readonly (readonly [number, number])[] {
  return Array.from({ length: numbers.length / 2 }, (_, pair) => [numbers[2 * pair]!, numbers[2 * pair + 1]!]);
}

function ints({ attributes }: Operation, name: string): readonly number[] {
  const found = attributes.attribute(name);
  return found?.kind === "list"
    ? found.value.map((each) => (each.kind === "int" ? Number(each.value) : Number.NaN))
    : [];
}

function text({ attributes }: Operation, name: string): string {
  const found = attributes.attribute(name);
  return found?.kind === "string" ? new TextDecoder().decode(found.value) : "";
}
