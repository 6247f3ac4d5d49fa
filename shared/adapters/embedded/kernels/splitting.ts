import { blocksAround } from "../arrays/axes.ts";
import { cellsOf, cellWidth, copyRun } from "../arrays/cells.ts";
import { axisOf, type Sizes } from "../values/shape.ts";
import { allocate, numberOf, numbersOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, invalid, type KernelNode, unsupported } from "./kernel.ts";

/** A tensor taken apart along an axis. */
export const splitting: Family = {
  Split: hostKernel((node) => {
    const count = partCount(node, "num_split");
    return ([axis, value]) => evenParts(value!, axisOf(numberOf(axis!), value!.shape.length), count);
  }),
  SplitV: hostKernel(() => ([value, sizes, axis]) => {
    const at = axisOf(numberOf(axis!), value!.shape.length);
    return partsOf(value!, at, completed(numbersOf(sizes!), value!.shape[at]!));
  }),
  Unpack: hostKernel((node) => {
    const count = partCount(node, "num");
    const axis = node.int("axis");
    return ([value]) => unpacked(value!, axisOf(axis, value!.shape.length), count);
  }),
};

/** As many parts as a node can have outputs. */
const MAX_PARTS = 65_536;

/** An attribute that says how many outputs there are. */
export function partCount(node: KernelNode, attribute: string): number {
  const count = node.int(attribute);
  if (count >= 0 && count <= MAX_PARTS) return count;
  throw unsupported(node, `${count} outputs`);
}

function evenParts(value: HostTensor, axis: number, count: number): readonly HostTensor[] {
  const size = value.shape[axis]! / count;
  if (!Number.isInteger(size)) throw invalid(`axis ${axis} of [${value.shape}] does not split into ${count} parts`);
  return partsOf(value, axis, new Array<number>(count).fill(size));
}

/** −1, once, is what the others leave. */
function completed(sizes: Sizes, whole: number): Sizes {
  const open = sizes.indexOf(-1);
  const known = sizes.reduce((sum, size, index) => (index === open ? sum : sum + size), 0);
  const all = open < 0 ? sizes : sizes.with(open, whole - known);
  const isWhole = open < 0 ? known === whole : known <= whole;
  if (!isWhole || all.some((size) => size < 0)) throw invalid(`an axis of ${whole} does not split into [${sizes}]`);
  return all;
}

function unpacked(value: HostTensor, axis: number, count: number): readonly HostTensor[] {
  if (value.shape[axis] !== count) throw invalid(`axis ${axis} of [${value.shape}] is unpacked into ${count}`);
  const shape = value.shape.toSpliced(axis, 1);
  return partsOf(value, axis, new Array<number>(count).fill(1)).map((part) => ({ ...part, shape }));
}

function partsOf(value: HostTensor, axis: number, sizes: Sizes): readonly HostTensor[] {
  const { outer, size: whole, inner } = blocksAround(value.shape, axis);
  const source = cellsOf(value.data);
  const width = cellWidth(value.dtype) * inner;
  const repeats = source.length === 0 ? 0 : outer;
  let start = 0;
  return sizes.map((size) => {
    const data = allocate(value.dtype, outer * size * inner);
    const target = cellsOf(data);
    const run = size * width;
    for (let i = 0; i < repeats; i++) copyRun(source, (i * whole + start) * width, target, i * run, run);
    start += size;
    return tensor(value.dtype, value.shape.with(axis, size), data);
  });
}
