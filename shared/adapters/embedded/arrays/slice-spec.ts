import { Failure } from "../../../failure.ts";
import { type Sizes, stridesOf } from "../values/shape.ts";

/** Bit i of a mask is about entry i of the specification. */
export interface SliceMasks {
  readonly begin: number;
  readonly end: number;
  readonly ellipsis: number;
  readonly newAxis: number;
  readonly shrink: number;
}

export interface SliceSpec {
  readonly begin: Sizes;
  readonly end: Sizes;
  readonly strides: Sizes;
}

/** A part of a tensor, every so many elements along each axis. */
export interface Slice {
  /** For each axis of the whole tensor. */
  readonly sizes: Sizes;
  readonly start: number;
  readonly strides: Sizes;
  /** With axes that are taken away or inserted. */
  readonly shape: Sizes;
  /** For each axis of that shape the axis of the whole tensor; null where it is inserted. */
  readonly axes: readonly (number | null)[];
}

interface Range {
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

/** What `x[begin:end:strides]` with its masks means for a tensor of this shape. */
export function sliceOf(shape: Sizes, spec: SliceSpec, masks: SliceMasks): Slice {
  const entries = spec.begin.length;
  if (spec.end.length !== entries || spec.strides.length !== entries)
    throw wrong(`[${shape}] is sliced by uneven lists`);
  if (countOfBits(masks.ellipsis, entries) > 1) throw wrong("a slice has more than one ellipsis");
  const ranges: Range[] = [];
  const axes: (number | null)[] = [];
  for (let entry = 0; entry < entries; entry++) {
    if (has(masks.ellipsis, entry)) takeWhole(shape.length - axesAfter(entry, entries, masks), shape, ranges, axes);
    else if (has(masks.newAxis, entry)) axes.push(null);
    else {
      const size = shape[ranges.length];
      if (size === undefined) throw wrong(`[${shape}] is sliced along more axes than it has`);
      ranges.push(rangeOf(size, entry, spec, masks));
      if (!has(masks.shrink, entry)) axes.push(ranges.length - 1);
    }
  }
  takeWhole(shape.length, shape, ranges, axes);
  return sliceOfRanges(shape, ranges, axes);
}

function sliceOfRanges(shape: Sizes, ranges: readonly Range[], axes: Slice["axes"]): Slice {
  const strides = stridesOf(shape);
  return {
    sizes: ranges.map(({ count }) => count),
    start: ranges.reduce((start, { first, count }, axis) => (count === 0 ? start : start + first * strides[axis]!), 0),
    strides: ranges.map(({ step }, axis) => step * strides[axis]!),
    shape: axes.map((axis) => (axis === null ? 1 : ranges[axis]!.count)),
    axes,
  };
}

/** Every axis before `until` that no entry names. */
function takeWhole(until: number, shape: Sizes, ranges: Range[], axes: (number | null)[]): void {
  while (ranges.length < until) {
    const count = shape[ranges.length]!;
    axes.push(ranges.length);
    ranges.push({ first: 0, step: 1, count });
  }
}

/** How many axes the entries after an ellipsis stand for. */
function axesAfter(ellipsis: number, entries: number, { newAxis }: SliceMasks): number {
  let count = 0;
  for (let entry = ellipsis + 1; entry < entries; entry++) if (!has(newAxis, entry)) count++;
  return count;
}

function rangeOf(size: number, entry: number, { begin, end, strides }: SliceSpec, masks: SliceMasks): Range {
  const step = strides[entry]!;
  if (step === 0) throw wrong("a slice has a stride of 0");
  if (has(masks.shrink, entry)) return single(size, begin[entry]!, step);
  const [low, high] = step > 0 ? [0, size] : [-1, size - 1];
  const within = (index: number) => Math.min(Math.max(index < 0 ? index + size : index, low), high);
  const first = has(masks.begin, entry) ? (step > 0 ? low : high) : within(begin[entry]!);
  const last = has(masks.end, entry) ? (step > 0 ? high : low) : within(end[entry]!);
  return { first, step, count: Math.max(0, Math.ceil((last - first) / step)) };
}

function single(size: number, index: number, step: number): Range {
  const first = index < 0 ? index + size : index;
  if (first < 0 || first >= size) throw wrong(`index ${index} is outside of an axis of ${size}`);
  if (step < 0) throw wrong("a single index has a negative stride");
  return { first, step: 1, count: 1 };
}

function has(mask: number, entry: number): boolean {
  return entry < 32 && (mask & (1 << entry)) !== 0;
}

function countOfBits(mask: number, entries: number): number {
  let count = 0;
  for (let entry = 0; entry < entries; entry++) if (has(mask, entry)) count++;
  return count;
}

function wrong(message: string): Failure {
  return new Failure("prediction-failed", message, {
    fix: "Send inputs of the shapes and values that the model was made for.",
  });
}
