import { BFLOAT16, FLOAT16, unpackFloat } from "../model/serving/small-floats.ts";
import type { Dtype, Tensor } from "../ports/tensor.ts";

/** A number may be off by atol + rtol × the expected one. Only floating-point numbers may be off at all. */
export interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}

/** How far answers are from what was expected; nothing that is not a number is ever taken for near. */
export interface Difference {
  readonly elements: number;
  readonly largest: number;
  /** In units of what the tolerance allows: at most 1 is within it. */
  readonly largestShare: number;
  readonly beyondTolerance: number;
  /** NaN and infinities, on either side. Equal ones count as equal. */
  readonly notFinite: number;
  /** Another type or shape, or nothing at all: then no element is compared. */
  readonly mismatch: string | null;
}

export const NO_DIFFERENCE: Difference = {
  elements: 0,
  largest: 0,
  largestShare: 0,
  beyondTolerance: 0,
  notFinite: 0,
  mismatch: null,
};

export function difference(expected: Tensor, actual: Tensor | undefined, tolerance: Tolerance): Difference {
  const mismatch = mismatchOf(expected, actual);
  if (mismatch !== null) return { ...NO_DIFFERENCE, largest: Infinity, largestShare: Infinity, mismatch };
  const [wanted, given] = [floatsOf(expected), floatsOf(actual!)];
  return wanted === null || given === null
    ? ofExact(expected, actual!)
    : ofFloats(wanted, given, (value) => tolerance.atol + tolerance.rtol * Math.abs(value));
}

export function joined(a: Difference, b: Difference): Difference {
  return {
    elements: a.elements + b.elements,
    largest: Math.max(a.largest, b.largest),
    largestShare: Math.max(a.largestShare, b.largestShare),
    beyondTolerance: a.beyondTolerance + b.beyondTolerance,
    notFinite: a.notFinite + b.notFinite,
    mismatch: a.mismatch ?? b.mismatch,
  };
}

/** The numbers that a tensor of a floating-point or complex type holds; null for every other type. */
export function floatsOf({ dtype, data }: Tensor): ArrayLike<number> | null {
  if (dtype === "float16") return Float64Array.from(data as Uint16Array, (bits) => unpackFloat(bits, FLOAT16));
  if (dtype === "bfloat16") return Float64Array.from(data as Uint16Array, (bits) => unpackFloat(bits, BFLOAT16));
  return WIDE.has(dtype) ? (data as Float64Array) : null;
}

const WIDE: ReadonlySet<Dtype> = new Set(["float32", "float64", "complex64", "complex128"]);

function mismatchOf(expected: Tensor, actual: Tensor | undefined): string | null {
  if (actual === undefined) return "is missing";
  if (actual.dtype !== expected.dtype) return `is of type ${actual.dtype}, not ${expected.dtype}`;
  const isSameShape = String(actual.shape) === String(expected.shape);
  return isSameShape ? null : `has the shape [${actual.shape}], not [${expected.shape}]`;
}

function ofFloats(
  expected: ArrayLike<number>,
  actual: ArrayLike<number>,
  allowed: (value: number) => number,
): Difference {
  let [largest, largestShare, beyondTolerance, notFinite] = [0, 0, 0, 0];
  for (let index = 0; index < expected.length; index += 1) {
    const [wanted, given] = [expected[index]!, actual[index]!];
    if (!Number.isFinite(wanted) || !Number.isFinite(given)) notFinite += 1;
    const distance = distanceOf(wanted, given);
    if (distance === 0) continue;
    const share = distance === Infinity ? Infinity : distance / allowed(wanted);
    largest = Math.max(largest, distance);
    largestShare = Math.max(largestShare, share);
    if (share > 1) beyondTolerance += 1;
  }
  return { elements: expected.length, largest, largestShare, beyondTolerance, notFinite, mismatch: null };
}

/** Infinite unless both are numbers, or both the same infinity, or both NaN. */
function distanceOf(wanted: number, given: number): number {
  if (wanted === given || (Number.isNaN(wanted) && Number.isNaN(given))) return 0;
  const distance = Math.abs(wanted - given);
  return Number.isNaN(distance) ? Infinity : distance;
}

/** A class, a count or a text is the same or another. */
function ofExact({ data: wanted }: Tensor, { data: given }: Tensor): Difference {
  let different = 0;
  for (let index = 0; index < wanted.length; index += 1) if (!areSame(wanted[index]!, given[index]!)) different += 1;
  const largest = different === 0 ? 0 : Infinity;
  return { ...NO_DIFFERENCE, elements: wanted.length, largest, largestShare: largest, beyondTolerance: different };
}

function areSame(a: number | bigint | Uint8Array, b: number | bigint | Uint8Array): boolean {
  if (!(a instanceof Uint8Array && b instanceof Uint8Array)) return a === b;
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
