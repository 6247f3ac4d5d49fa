import { productOf } from "../arrays/axes.ts";
import { type Cells, copyRun } from "../arrays/cells.ts";
import { indicesOf, type Places, placesOf } from "../arrays/indices.ts";
import { clearCells } from "../arrays/rearranged.ts";
import { axisOf, elementCount } from "../values/shape.ts";
import { numberOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, invalid } from "./kernel.ts";
import { type Move, movingKernel } from "./moving.ts";

/** Elements and rows found by index. */
export const gathering: Family = {
  Gather: movingKernel(
    () =>
      ([params, indices]) =>
        gathered(params!, indices!, 0, 0),
  ),
  GatherV2: movingKernel((node) => {
    const batchAxes = node.int("batch_dims");
    return ([params, indices, axis]) => {
      const batch = batchAxes < 0 ? batchAxes + indices!.shape.length : batchAxes;
      return gathered(params!, indices!, axisOf(numberOf(axis!), params!.shape.length), batch);
    };
  }),
  GatherNd: movingKernel((node) => {
    const isLenient = node.string("bad_indices_policy") === "IGNORE";
    return ([params, indices]) => gatheredSlices(params!, placesOf(indices!, params!.shape, isLenient));
  }),
};

/** Along an axis; the first `batch` axes of both go together. */
function gathered(params: HostTensor, indices: HostTensor, axis: number, batch: number): Move {
  const { dtype, shape } = params;
  const shared = indices.shape.slice(0, batch);
  if (batch < 0 || batch > axis || batch > indices.shape.length || shared.some((size, i) => size !== shape[i])) {
    throw invalid(`[${shape}] is gathered along axis ${axis} by [${indices.shape}] with ${batch} batch axes`);
  }
  const size = shape[axis]!;
  const found = inside(indicesOf(indices), size);
  const outer = productOf(shape, batch, axis);
  const inner = productOf(shape, axis + 1, shape.length);
  const batches = elementCount(shared);
  const count = batches === 0 ? 0 : found.length / batches;
  const fill: Move["fill"] = (target, [cells], width) => {
    const run = inner * width;
    for (let block = 0, to = 0; to < target.length; block++) {
      const from = block * size * run;
      const first = Math.floor(block / outer) * count;
      to = copyRows(cells!, target, to, { found, first, count, from, run });
    }
  };
  return { dtype, shape: [...shape.slice(0, axis), ...indices.shape.slice(batch), ...shape.slice(axis + 1)], fill };
}

interface Rows {
  readonly found: Int32Array;
  readonly first: number;
  readonly count: number;
  readonly from: number;
  readonly run: number;
}

/** Where the next row goes. */
function copyRows(cells: Cells, target: Cells, to: number, { found, first, count, from, run }: Rows): number {
  if (run === 1) for (let i = 0; i < count; i++) target[to + i] = cells[from + found[first + i]!]!;
  else for (let i = 0; i < count; i++) copyRun(cells, from + found[first + i]! * run, target, to + i * run, run);
  return to + count * run;
}

function inside(indices: Int32Array, size: number): Int32Array {
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i]!;
    if (index < 0 || index >= size) throw invalid(`index ${index} is outside of an axis of ${size}`);
  }
  return indices;
}

function gatheredSlices({ dtype, shape }: HostTensor, { starts, size, depth, outer }: Places): Move {
  const fill: Move["fill"] = (target, [cells], width) => {
    const run = size * width;
    clearCells(target);
    for (let i = 0; i < starts.length; i++) {
      if (starts[i]! >= 0) copyRun(cells!, starts[i]! * width, target, i * run, run);
    }
  };
  return { dtype, shape: [...outer, ...shape.slice(depth)], fill };
}
