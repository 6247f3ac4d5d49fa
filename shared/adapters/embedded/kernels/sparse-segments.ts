import { type Fold, foldOf } from "../arrays/folds.ts";
import { indicesOf } from "../arrays/indices.ts";
import { blankWork, finished, type WorkNumbers, workOf } from "../arrays/work.ts";
import { elementCount } from "../values/shape.ts";
import { allocate, numberOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, invalid, type Kernel, unsupported } from "./kernel.ts";

/** Rows looked up and summed by segment: how embeddings of bags are made. */
export const sparseSegments: Family = {
  SparseSegmentSum: sparse(() => 1),
  SparseSegmentMean: sparse((count) => count),
  SparseSegmentSqrtN: sparse(Math.sqrt),
  SparseSegmentSumWithNumSegments: sparse(() => 1),
  SparseSegmentMeanWithNumSegments: sparse((count) => count),
  SparseSegmentSqrtNWithNumSegments: sparse(Math.sqrt),
};

function sparse(divisorOf: (count: number) => number): Kernel {
  return hostKernel((node) => ([data, indices, segmentIds, count]) => {
    const fold = foldOf("add", data!.dtype);
    if (fold === null) throw unsupported(node, `type ${data!.dtype}`);
    const rows = rowsOf(data!, indices!, segmentIds!, count ?? null);
    return summed(data!, rows, fold, divisorOf);
  });
}

interface Rows {
  /** Which rows of the data, and the segment that each belongs to. */
  readonly chosen: Int32Array;
  readonly ids: Int32Array;
  readonly count: number;
}

function rowsOf(data: HostTensor, indices: HostTensor, segmentIds: HostTensor, wanted: HostTensor | null): Rows {
  const [chosen, ids] = [indicesOf(indices), indicesOf(segmentIds)];
  if (indices.shape.length !== 1 || segmentIds.shape.length !== 1 || chosen.length !== ids.length) {
    throw invalid(`indices of [${indices.shape}] have segments of [${segmentIds.shape}]`);
  }
  const last = (ids.at(-1) ?? -1) + 1;
  const count = wanted === null ? last : numberOf(wanted);
  if (count < last || data.shape.length === 0) throw invalid(`[${data.shape}] has ${last} of ${count} segments`);
  for (let i = 0; i < ids.length; i++) {
    if (ids[i]! < (ids[i - 1] ?? 0)) throw invalid(`segment ${ids[i]} comes after ${ids[i - 1] ?? 0}`);
    if (chosen[i]! < 0 || chosen[i]! >= data.shape[0]!)
      throw invalid(`row ${chosen[i]} is not one of ${data.shape[0]}`);
  }
  return { chosen, ids, count };
}

function summed(
  data: HostTensor,
  { chosen, ids, count }: Rows,
  fold: Fold,
  divisorOf: (count: number) => number,
): HostTensor {
  const size = elementCount(data.shape.slice(1));
  const work = blankWork(data.dtype, count * size);
  const counts = allocate<Uint32Array>("uint32", count);
  const from = workOf(data);
  for (let i = 0; i < ids.length; i++) {
    fold(work, ids[i]! * size, from, chosen[i]! * size, size);
    counts[ids[i]!]!++;
  }
  for (let id = 0; id < count; id++) {
    const divisor = divisorOf(counts[id]!);
    if (divisor > 1) divide(work.subarray(id * size, (id + 1) * size) as WorkNumbers, divisor);
  }
  return finished(work, data.dtype, [count, ...data.shape.slice(1)]);
}

/** TensorFlow has means of floats only. */
function divide(row: WorkNumbers, divisor: number): void {
  for (let i = 0; i < row.length; i++) row[i] = row[i]! / divisor;
}
