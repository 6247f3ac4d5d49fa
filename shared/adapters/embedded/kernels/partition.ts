import { cellsOf, cellWidth, copyRun } from "../arrays/cells.ts";
import { indicesOf } from "../arrays/indices.ts";
import { elementCount, type Sizes, sameShape } from "../values/shape.ts";
import { allocate, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, invalid, type Kernel } from "./kernel.ts";
import { partCount } from "./splitting.ts";

/** Rows dealt out to several tensors by number, and put together again. */
export const partition: Family = {
  DynamicPartition: hostKernel((node) => {
    const count = partCount(node, "num_partitions");
    return ([data, partitions]) => dealtOut(data!, partitions!, count);
  }),
  DynamicStitch: stitch(),
  ParallelDynamicStitch: stitch(),
};

function dealtOut(data: HostTensor, partitions: HostTensor, count: number): readonly HostTensor[] {
  const size = rowSize(data, partitions);
  const chosen = indicesOf(partitions);
  const counts = new Int32Array(count);
  for (const part of chosen) {
    if (part < 0 || part >= count) throw invalid(`partition ${part} is not one of ${count}`);
    counts[part]!++;
  }
  const rest = data.shape.slice(partitions.shape.length);
  const outputs = Array.from(counts, (rows) => tensor(data.dtype, [rows, ...rest], allocate(data.dtype, rows * size)));
  const run = size * cellWidth(data.dtype);
  const from = cellsOf(data.data);
  const targets = outputs.map((output) => cellsOf(output.data));
  const filled = new Int32Array(count);
  for (let row = 0; row < chosen.length; row++) {
    const part = chosen[row]!;
    copyRun(from, row * run, targets[part]!, filled[part]! * run, run);
    filled[part]!++;
  }
  return outputs;
}

/** The first half of the inputs are places, the second half what belongs there; the last one wins. */
function stitch(): Kernel {
  return hostKernel((node) => {
    const count = node.int("N");
    return (inputs) => stitched(inputs.slice(0, count), inputs.slice(count));
  });
}

function stitched(places: readonly HostTensor[], parts: readonly HostTensor[]): HostTensor {
  const { dtype } = parts[0]!;
  const rest = parts[0]!.shape.slice(places[0]!.shape.length);
  let rows = 0;
  for (let part = 0; part < parts.length; part++) {
    rowSize(parts[part]!, places[part]!);
    const own = parts[part]!.shape.slice(places[part]!.shape.length);
    if (!sameShape(own, rest)) throw invalid(`rows of shapes [${rest}] and [${own}] are to be stitched`);
    for (const place of indicesOf(places[part]!)) {
      if (place < 0) throw invalid(`place ${place} is negative`);
      rows = Math.max(rows, place + 1);
    }
  }
  return written(places, parts, { dtype, shape: [rows, ...rest] });
}

function written(
  places: readonly HostTensor[],
  parts: readonly HostTensor[],
  { dtype, shape }: { readonly dtype: HostTensor["dtype"]; readonly shape: Sizes },
): HostTensor {
  const data = allocate(dtype, elementCount(shape));
  const target = cellsOf(data);
  const run = elementCount(shape.slice(1)) * cellWidth(dtype);
  places.forEach((list, part) => {
    const from = cellsOf(parts[part]!.data);
    const rows = indicesOf(list);
    for (let row = 0; row < rows.length; row++) copyRun(from, row * run, target, rows[row]! * run, run);
  });
  return tensor(dtype, shape, data);
}

/** Elements that belong to one number. */
function rowSize(data: HostTensor, numbers: HostTensor): number {
  const rank = numbers.shape.length;
  if (!sameShape(data.shape.slice(0, rank), numbers.shape)) {
    throw invalid(`data of [${data.shape}] does not begin with [${numbers.shape}]`);
  }
  return elementCount(data.shape.slice(rank));
}
