import type { Dtype } from "../../../ports/tensor.ts";
import { type Fold, type FoldName, foldOf, isCompared, type NumberFold } from "../arrays/folds.ts";
import { indicesOf } from "../arrays/indices.ts";
import { limitsOf } from "../arrays/limits.ts";
import { arithmeticOf, blankWork, finished, type Work, type WorkBigs, workCopy, workOf } from "../arrays/work.ts";
import { elementCount, sameShape } from "../values/shape.ts";
import { allocate, numberOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, invalid, type Kernel, unsupported } from "./kernel.ts";

/** Rows with the same number made one. */
export const segments: Family = {
  SegmentSum: sorted("add"),
  SegmentMean: sorted("add", true),
  SegmentProd: sorted("multiply"),
  SegmentMin: sorted("minimum"),
  SegmentMax: sorted("maximum"),
  UnsortedSegmentSum: unsorted("add"),
  UnsortedSegmentProd: unsorted("multiply"),
  UnsortedSegmentMin: unsorted("minimum"),
  UnsortedSegmentMax: unsorted("maximum"),
};

/** Numbers that only grow; the last one tells how many segments there are. */
function sorted(name: FoldName, isMean = false): Kernel {
  return hostKernel((node) => {
    return ([data, ids]) => {
      const rows = sortedRows(data!, ids!);
      const fold = foldOf(name, data!.dtype);
      if (fold === null) throw unsupported(node, `type ${data!.dtype}`);
      const shape = [rows.count, ...data!.shape.slice(1)];
      const totals = finished(folded(data!, rows, fold, name), data!.dtype, shape);
      return isMean ? divided(totals, rows) : totals;
    };
  });
}

/** Each number as the row's segment; negative ones are left out. */
function unsorted(name: FoldName): Kernel {
  return hostKernel((node) => {
    return ([data, ids, count]) => {
      const rows = unsortedRows(data!, ids!, numberOf(count!));
      const { dtype, shape } = data!;
      const latest = arithmeticOf(dtype) === "floats" ? LATEST[name] : undefined;
      const fold = (latest as Fold | undefined) ?? foldOf(name, dtype);
      if (fold === null) throw unsupported(node, `type ${dtype}`);
      const work = folded(data!, rows, fold, name);
      return finished(work, dtype, [rows.count, ...shape.slice(ids!.shape.length)]);
    };
  });
}

interface Rows {
  readonly ids: Int32Array;
  readonly count: number;
  /** Elements of one row. */
  readonly size: number;
  /** What an empty segment holds is 0, not what the others begin with. */
  readonly isEmptyZero: boolean;
}

function sortedRows(data: HostTensor, segmentIds: HostTensor): Rows {
  const ids = indicesOf(segmentIds);
  if (segmentIds.shape.length !== 1 || data.shape[0] !== ids.length) {
    throw invalid(`segments of shape [${segmentIds.shape}] do not fit data of [${data.shape}]`);
  }
  for (let i = 0; i < ids.length; i++) {
    if (ids[i]! < (ids[i - 1] ?? 0)) throw invalid(`segment ${ids[i]} comes after ${ids[i - 1] ?? 0}`);
  }
  return { ids, count: (ids.at(-1) ?? -1) + 1, size: elementCount(data.shape.slice(1)), isEmptyZero: true };
}

function unsortedRows(data: HostTensor, segmentIds: HostTensor, count: number): Rows {
  const rank = segmentIds.shape.length;
  if (count < 0) throw invalid(`there are ${count} segments`);
  if (!sameShape(data.shape.slice(0, rank), segmentIds.shape)) {
    throw invalid(`segments of shape [${segmentIds.shape}] do not fit data of [${data.shape}]`);
  }
  const ids = indicesOf(segmentIds);
  for (const id of ids) if (id >= count) throw invalid(`segment ${id} is not one of ${count}`);
  return { ids, count, size: elementCount(data.shape.slice(rank)), isEmptyZero: false };
}

function folded(data: HostTensor, { ids, count, size, isEmptyZero }: Rows, fold: Fold, name: FoldName): Work {
  const parts = data.dtype.startsWith("complex") ? 2 : 1;
  const run = size * parts;
  const from = workOf(data, isCompared(name));
  const work = blankWork(data.dtype, count * size, isCompared(name));
  const isStarted = allocate<Uint8Array>("uint8", count);
  if (name !== "add" && (!isEmptyZero || name === "multiply")) begin(work, startOf(name, data.dtype), parts);
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    if (id < 0) continue;
    // A segment of one row is that row, whatever it holds.
    if (isEmptyZero && isStarted[id] === 0) work.set(from.subarray(i * run, (i + 1) * run) as never, id * run);
    else fold(work, id * run, from, i * run, run);
    isStarted[id] = 1;
  }
  return work;
}

function begin(work: Work, start: number | bigint, parts: number): void {
  for (let i = 0; i < work.length; i += parts) work[i] = start as never;
}

function startOf(name: FoldName, dtype: Dtype): number | bigint {
  if (name === "multiply") return arithmeticOf(dtype) === "bigs" ? 1n : 1;
  return limitsOf(dtype)[name === "minimum" ? 1 : 0];
}

/** As TensorFlow compares here: what is not a number wins, and gives way to what comes after. */
const lowerToLatest: NumberFold = (into, at, from, start, count) => {
  for (let i = 0; i < count; i++) if (!(into[at + i]! < from[start + i]!)) into[at + i] = from[start + i]!;
};

const raiseToLatest: NumberFold = (into, at, from, start, count) => {
  for (let i = 0; i < count; i++) if (!(into[at + i]! > from[start + i]!)) into[at + i] = from[start + i]!;
};

const LATEST: Partial<Record<FoldName, NumberFold>> = { minimum: lowerToLatest, maximum: raiseToLatest };

function divided(totals: HostTensor, { ids, count }: Rows): HostTensor {
  const work = workCopy(totals);
  const counts = allocate<Uint32Array>("uint32", count);
  for (const id of ids) counts[id]!++;
  const run = count === 0 ? 0 : work.length / count;
  for (let i = 0; i < work.length; i++) {
    const divisor = Math.max(1, counts[Math.floor(i / run)]!);
    if (work instanceof BigInt64Array || work instanceof BigUint64Array) (work as WorkBigs)[i]! /= BigInt(divisor);
    else work[i] = Number(work[i]!) / divisor;
  }
  return finished(work, totals.dtype, totals.shape);
}
