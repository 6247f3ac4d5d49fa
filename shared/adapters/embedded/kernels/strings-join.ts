import { concatBytes } from "../strings/bytes.ts";
import { axisOf, elementCount, sameShape, stridedIndices, stridesOf } from "../values/shape.ts";
import { allocate, numberOf, numbersOf, stringsOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, type HostRun, hostKernel, invalid, type KernelNode } from "./kernel.ts";

/** Several texts made one. */
export const joins: Family = {
  StringJoin: hostKernel(joinElements),
  ReduceJoin: hostKernel(joinAxes),
  UnsortedSegmentJoin: hostKernel(joinSegments),
};

function joinBytes(texts: readonly Uint8Array[], separator: Uint8Array): Uint8Array {
  if (separator.length === 0 || texts.length < 2) return concatBytes(texts);
  return concatBytes(texts.flatMap((text, index) => (index === 0 ? [text] : [separator, text])));
}

function joinElements(node: KernelNode): HostRun {
  const separator = node.bytes("separator");
  return (inputs) => {
    const shape = inputs.find((input) => input.shape.length > 0)?.shape ?? [];
    for (const input of inputs) {
      if (input.shape.length > 0 && !sameShape(input.shape, shape)) {
        throw invalid(`Input shapes do not match: [${shape}] vs. [${input.shape}]`);
      }
    }
    const texts = inputs.map(stringsOf);
    const joined = allocate<Uint8Array[]>("string", elementCount(shape));
    for (let index = 0; index < joined.length; index++) {
      const parts = texts.map((text, input) => text[inputs[input]!.shape.length === 0 ? 0 : index]!);
      joined[index] = joinBytes(parts, separator);
    }
    return tensor("string", shape, joined);
  };
}

/** Along the axis that is named first, elements follow each other directly. */
function joinAxes(node: KernelNode): HostRun {
  const separator = node.bytes("separator");
  const keepsAxes = node.bool("keep_dims");
  return ([input, axesTensor]) => {
    const { shape } = input!;
    const axes = reducedAxes(axesTensor!, shape.length);
    const strides = stridesOf(shape);
    const kept = shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
    const texts = stringsOf(input!);
    const pick = (from: readonly number[], of: readonly number[]) => of.map((axis) => from[axis]!);
    const slowestFirst = axes.toReversed();
    const within = stridedIndices(pick(shape, slowestFirst), pick(strides, slowestFirst), 0);
    const starts = stridedIndices(pick(shape, kept), pick(strides, kept), 0);
    const joined = Array.from(starts, (start) =>
      joinBytes(
        Array.from(within, (offset) => texts[start + offset]!),
        separator,
      ),
    );
    const result = keepsAxes ? shape.map((size, axis) => (axes.includes(axis) ? 1 : size)) : pick(shape, kept);
    return tensor("string", result, joined);
  };
}

function reducedAxes(value: HostTensor, rank: number): readonly number[] {
  const axes = numbersOf(value).map((axis) => axisOf(axis, rank));
  if (new Set(axes).size < axes.length) throw invalid(`Duplicate reduction dimension among ${axes}`);
  return axes;
}

function joinSegments(node: KernelNode): HostRun {
  const separator = node.bytes("separator");
  return ([input, ids, count]) => {
    const segments = numbersOf(ids!);
    const segmentCount = numberOf(count!);
    const inner = checkedInner(input!, ids!);
    if (segments.some((segment) => segment < 0 || segment >= segmentCount)) {
      throw invalid("segment_ids are not allowed to exceed num_segments or to have negative values.");
    }
    const texts = stringsOf(input!);
    const size = elementCount(inner);
    const parts = allocate<Uint8Array[]>("string", segmentCount * size).map((): Uint8Array[] => []);
    for (const [row, segment] of segments.entries()) {
      for (let index = 0; index < size; index++) parts[segment * size + index]!.push(texts[row * size + index]!);
    }
    return tensor(
      "string",
      [segmentCount, ...inner],
      parts.map((part) => joinBytes(part, separator)),
    );
  };
}

/** The shape of what belongs to one identifier. */
function checkedInner({ shape }: HostTensor, ids: HostTensor): readonly number[] {
  if (ids.shape.length === 0) throw invalid("Segment_id cannot have rank 0");
  if (!sameShape(shape.slice(0, ids.shape.length), ids.shape)) {
    throw invalid(`Segment dimensions are [${ids.shape}] while input dimensions are [${shape}]`);
  }
  return shape.slice(ids.shape.length);
}
