import { blankCells, copyInto, copyPart, copyRearranged } from "../arrays/rearranged.ts";
import { elementCount, type Sizes } from "../values/shape.ts";
import { numbersOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, invalid, type Kernel, type KernelNode, unsupported } from "./kernel.ts";
import { type Move, movingKernel } from "./moving.ts";

/** Blocks of space that become entries of the batch or channels, and back. */
export const space: Family = {
  SpaceToBatch: movingKernel((node) => {
    const block = node.int("block_size");
    return ([x, paddings]) => toBatch(x!, [block, block], pairs(paddings!));
  }),
  SpaceToBatchND: movingKernel(
    () =>
      ([x, block, paddings]) =>
        toBatch(x!, numbersOf(block!), pairs(paddings!)),
  ),
  BatchToSpace: movingKernel((node) => {
    const block = node.int("block_size");
    return ([x, crops]) => fromBatch(x!, [block, block], pairs(crops!));
  }),
  BatchToSpaceND: movingKernel(
    () =>
      ([x, block, crops]) =>
        fromBatch(x!, numbersOf(block!), pairs(crops!)),
  ),
  SpaceToDepth: depthKernel((shape, block) => {
    const [batch, height, width, depth] = shape as [number, number, number, number];
    const [rows, columns] = [divided(height, block), divided(width, block)];
    const parts = [batch, rows, block, columns, block, depth];
    return { parts, shape: [batch, rows, columns, block * block * depth] };
  }),
  DepthToSpace: depthKernel((shape, block) => {
    const [batch, height, width, depth] = shape as [number, number, number, number];
    const rest = divided(depth, block * block);
    return { parts: [batch, height, width, block, block, rest], shape: [batch, height * block, width * block, rest] };
  }),
};

type Pairs = readonly (readonly [number, number])[];

function pairs(value: HostTensor): Pairs {
  const numbers = numbersOf(value);
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i]!, numbers[2 * i + 1]!] as const);
}

/** Both ways are the same turn of axes, between different shapes. */
function depthKernel(split: (shape: Sizes, block: number) => { readonly parts: Sizes; readonly shape: Sizes }): Kernel {
  return movingKernel((node: KernelNode) => {
    const format = node.string("data_format");
    const block = node.int("block_size");
    if (format !== "NHWC") throw unsupported(node, `data format ${format}`);
    return ([x]) => {
      if (x!.shape.length !== 4) throw invalid(`an image batch has the shape [${x!.shape}]`);
      const { parts, shape } = split(x!.shape, block);
      const fill: Move["fill"] = (target, [cells], width) =>
        copyRearranged({ cells: cells!, shape: parts }, [0, 1, 3, 2, 4, 5], target, width);
      return { dtype: x!.dtype, shape, fill };
    };
  });
}

function divided(size: number, by: number): number {
  if (size % by === 0) return size / by;
  throw invalid(`a size of ${size} is not a multiple of the block of ${by}`);
}

function toBatch(x: HostTensor, block: Sizes, paddings: Pairs): Move {
  const count = checkedBlocks(x, block, paddings);
  const [batch, ...sizes] = x.shape as [number, ...number[]];
  const rest = sizes.slice(count);
  const padded = block.map((_, i) => sizes[i]! + paddings[i]![0] + paddings[i]![1]);
  const cut = padded.map((size, i) => divided(size, block[i]!));
  const parts = [batch, ...cut.flatMap((size, i) => [size, block[i]!]), ...rest];
  const order = [
    ...block.map((_, i) => 2 + 2 * i),
    0,
    ...block.map((_, i) => 1 + 2 * i),
    ...rest.map((_, i) => 1 + 2 * count + i),
  ];
  const shape = [batch * elementCount(block), ...cut, ...rest];
  const whole = [batch, ...padded, ...rest];
  const offsets = x.shape.map((_, axis) => paddings[axis - 1]?.[0] ?? 0);
  const fill: Move["fill"] = (target, [cells], width) => {
    const from = { cells: cells!, shape: x.shape };
    const to = { cells: isZero(paddings) ? cells! : blankCells(target, target.length), shape: whole };
    if (to.cells !== cells) copyInto(from, to, offsets, width);
    copyRearranged({ cells: to.cells, shape: parts }, order, target, width);
  };
  return { dtype: x.dtype, shape, fill };
}

function fromBatch(x: HostTensor, block: Sizes, crops: Pairs): Move {
  const count = checkedBlocks(x, block, crops);
  const [blocks, ...sizes] = x.shape as [number, ...number[]];
  const batch = divided(blocks, elementCount(block));
  const rest = sizes.slice(count);
  const parts = [...block, batch, ...sizes];
  const order = [count, ...block.flatMap((_, i) => [count + 1 + i, i]), ...rest.map((_, i) => 2 * count + 1 + i)];
  const whole = [batch, ...block.map((size, i) => size * sizes[i]!), ...rest];
  const shape = whole.map((size, axis) => size - sumOf(crops[axis - 1] ?? [0, 0]));
  if (shape.some((size) => size < 0)) throw invalid(`[${whole}] is cropped by more than it has`);
  const offsets = whole.map((_, axis) => crops[axis - 1]?.[0] ?? 0);
  const fill: Move["fill"] = (target, [cells], width) => {
    const turned = isZero(crops) ? target : blankCells(target, cells!.length);
    copyRearranged({ cells: cells!, shape: parts }, order, turned, width);
    if (turned !== target) copyPart({ cells: turned, shape: whole }, offsets, { cells: target, shape }, width);
  };
  return { dtype: x.dtype, shape, fill };
}

/** How many axes are cut into blocks. */
function checkedBlocks({ shape }: HostTensor, block: Sizes, ends: Pairs): number {
  const isGood =
    block.length < shape.length &&
    ends.length === block.length &&
    block.every((size) => size >= 1) &&
    ends.every(([before, after]) => before >= 0 && after >= 0);
  if (isGood) return block.length;
  throw invalid(`[${shape}] cannot be cut into blocks of [${block}] with [${ends}] at the ends`);
}

function isZero(ends: Pairs): boolean {
  return ends.every((pair) => sumOf(pair) === 0);
}

function sumOf([before, after]: readonly [number, number]): number {
  return before + after;
}
