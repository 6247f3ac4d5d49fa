import { narrowed, widened } from "../values/half.ts";
import { elementCount } from "../values/shape.ts";
import { allocate, type Numbers, numberOf, numbersOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, type HostRun, hostKernel, invalid } from "./kernel.ts";

/** What a segment's sum is divided by. */
type Scale = (count: number) => number;

/** Rows of a table picked and combined, segment by segment: how sparse features are embedded. */
export const sparseSegments: Family = {
  ...segmentOperators("SparseSegmentSum", () => 1),
  ...segmentOperators("SparseSegmentMean", (count) => count),
  ...segmentOperators("SparseSegmentSqrtN", Math.sqrt),
};

function segmentOperators(name: string, scale: Scale): Family {
  const kernel = hostKernel(() => combine(scale));
  return { [name]: kernel, [`${name}WithNumSegments`]: kernel };
}

function combine(scale: Scale): HostRun {
  return ([data, indicesTensor, segmentsTensor, countTensor]) => {
    const table = widened(data!);
    const segments = numbersOf(segmentsTensor!);
    const last = segments.at(-1) ?? -1;
    const count = countTensor === undefined ? last + 1 : numberOf(countTensor);
    checkSegments(segments, count);
    const rows = checkedRows(numbersOf(indicesTensor!), segments.length, table);
    const inner = elementCount(table.shape.slice(1));
    const sums = allocate<Numbers>(table.dtype, count * inner);
    for (const [index, segment] of segments.entries()) {
      for (let at = 0; at < inner; at++)
        sums[segment * inner + at]! += (table.data as Numbers)[rows[index]! * inner + at]!;
    }
    divide(sums, segments, { inner, scale });
    return narrowed(tensor(table.dtype, [count, ...table.shape.slice(1)], sums), data!.dtype);
  };
}

function checkSegments(segments: readonly number[], count: number): void {
  for (const [index, segment] of segments.entries()) {
    if (segment < 0 || segment >= count) throw invalid(`Segment id ${segment} out of range [0, ${count})`);
    if (segment < (segments[index - 1] ?? 0)) throw invalid("segment ids are not increasing");
  }
}

function checkedRows(rows: readonly number[], expected: number, { shape }: HostTensor): readonly number[] {
  if (rows.length !== expected) throw invalid("segment_ids and indices should have same size.");
  const outside = rows.findIndex((row) => row < 0 || row >= shape[0]!);
  if (outside >= 0) throw invalid(`Bad: indices[${outside}] == ${rows[outside]} out of range [0, ${shape[0]})`);
  return rows;
}

function divide(sums: Numbers, segments: readonly number[], { inner, scale }: { inner: number; scale: Scale }): void {
  for (let from = 0; from < segments.length; ) {
    let to = from;
    while (to < segments.length && segments[to] === segments[from]) to++;
    const by = scale(to - from);
    for (let at = segments[from]! * inner; at < (segments[from]! + 1) * inner; at++) sums[at] = sums[at]! / by;
    from = to;
  }
}
