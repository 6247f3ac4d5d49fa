import type { Dtype } from "../../../ports/tensor.ts";
import { blocksAround } from "../arrays/axes.ts";
import { cellsOf, cellWidth, copyRun } from "../arrays/cells.ts";
import { workOf } from "../arrays/work.ts";
import { axisOf } from "../values/shape.ts";
import { allocate, numberOf, numbersOf, stringsOf, tensor, tensorOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, invalid, type Kernel } from "./kernel.ts";

/** What differs, in the order of its first appearance. */
export const uniqueness: Family = {
  Unique: unique(false, false),
  UniqueV2: unique(true, false),
  UniqueWithCounts: unique(false, true),
  UniqueWithCountsV2: unique(true, true),
  ListDiff: hostKernel((node) => {
    const dtype = node.dtype("out_idx");
    return ([x, y]) => difference(x!, y!, dtype);
  }),
  InvertPermutation: hostKernel(
    () =>
      ([x]) =>
        tensorOf(x!.dtype, x!.shape, [...inverse(x!)]),
  ),
};

function unique(hasAxis: boolean, hasCounts: boolean): Kernel {
  return hostKernel((node) => {
    const dtype = node.dtype("out_idx");
    return ([x, axes]) => {
      const axis = hasAxis && axes!.data.length > 0 ? chosenAxis(x!, axes!) : null;
      if (axis === null && x!.shape.length !== 1) throw invalid(`[${x!.shape}] is no vector`);
      const { firsts, indices, counts } = grouped(entriesOf(x!, axis ?? 0));
      const outputs = [taken(x!, axis ?? 0, firsts), tensorOf(dtype, [indices.length], indices)];
      return hasCounts ? [...outputs, tensorOf(dtype, [counts.length], counts)] : outputs;
    };
  });
}

function chosenAxis(x: HostTensor, axes: HostTensor): number {
  if (axes.data.length !== 1) throw invalid(`[${numbersOf(axes)}] are more axes than one`);
  return axisOf(numberOf(axes), x.shape.length);
}

/** Far more than a served vocabulary has; entries without elements would cost nothing to ask for. */
const MAX_ENTRIES = 2 ** 24;

type Entry = number | bigint | string | symbol;

/** What makes an entry along an axis the same as another one. */
function entriesOf(x: HostTensor, axis: number): readonly Entry[] {
  const { outer, size, inner } = blocksAround(x.shape, axis);
  if (size > MAX_ENTRIES) throw invalid(`${size} entries are too many to tell apart`);
  const elements = elementsOf(x);
  if (outer === 1 && inner === 1) return elements;
  return Array.from({ length: size }, (_, entry) => {
    const parts: string[] = [];
    for (let block = 0; block < outer && inner > 0; block++) {
      for (let i = 0; i < inner; i++) parts.push(String(elements[(block * size + entry) * inner + i]!));
    }
    // With lengths before them, for a string may hold any separator.
    return parts.map((part) => `${part.length}:${part}`).join("");
  });
}

/** −0 is 0, and what is not a number is like nothing else. */
function elementsOf(x: HostTensor): readonly Entry[] {
  if (x.dtype === "string") return stringsOf(x).map((bytes) => Buffer.from(bytes).toString("latin1"));
  const elements: Entry[] = Array.from(workOf(x) as ArrayLike<number | bigint>);
  return elements.map((element, index) => (Number.isNaN(element) ? Symbol(index) : element));
}

interface Groups {
  readonly firsts: readonly number[];
  readonly indices: readonly number[];
  readonly counts: readonly number[];
}

function grouped(entries: readonly Entry[]): Groups {
  const groups = new Map<Entry, number>();
  const firsts: number[] = [];
  const counts: number[] = [];
  const indices = entries.map((entry, index) => {
    const group = groups.get(entry) ?? groups.size;
    if (group === groups.size) {
      groups.set(entry, group);
      firsts.push(index);
    }
    counts[group] = (counts[group] ?? 0) + 1;
    return group;
  });
  return { firsts, indices, counts };
}

/** Those entries along an axis. */
function taken({ dtype, shape, data }: HostTensor, axis: number, entries: readonly number[]): HostTensor {
  const { outer, size, inner } = blocksAround(shape, axis);
  const run = inner * cellWidth(dtype);
  const result = allocate(dtype, outer * entries.length * inner);
  const [from, to] = [cellsOf(data), cellsOf(result)];
  for (let at = 0; at < to.length; ) {
    const block = Math.floor(at / (entries.length * run));
    for (const entry of entries) {
      copyRun(from, (block * size + entry) * run, to, at, run);
      at += run;
    }
  }
  return tensor(dtype, shape.with(axis, entries.length), result);
}

/** What of `x` is not in `y`, and where it is. */
function difference(x: HostTensor, y: HostTensor, dtype: Dtype): readonly HostTensor[] {
  if (x.shape.length !== 1 || y.shape.length !== 1) throw invalid(`[${x.shape}] and [${y.shape}] are no lists`);
  const known = new Set(elementsOf(y));
  const elements = elementsOf(x);
  const places = [...elements.keys()].filter((place) => !known.has(elements[place]!));
  return [taken(x, 0, places), tensorOf(dtype, [places.length], places)];
}

function inverse({ data, shape }: HostTensor): Int32Array {
  const permutation = data as ArrayLike<number | bigint>;
  const places = new Int32Array(permutation.length).fill(-1);
  if (shape.length !== 1) throw invalid(`[${shape}] is no permutation`);
  for (let i = 0; i < places.length; i++) {
    const at = Number(permutation[i]);
    if (places[at] !== -1) throw invalid(`${at} is not one of ${places.length}, or it is there twice`);
    places[at] = i;
  }
  return places;
}
