import { widened } from "../../../../shared/adapters/embedded/values/half.ts";
import type { HostTensor } from "../../../../shared/adapters/embedded/values/value.ts";
import type { NamedTensors, Tensor } from "../../../../shared/ports/tensor.ts";
import { tensorFrom, type WrittenTensor } from "./kernels/kernel-case.ts";

/** How far one output is from TensorFlow's. */
export interface Comparison {
  readonly output: string;
  readonly difference: number;
  /** How far TensorFlow's own output goes over the batch: what a difference is to be held against. */
  readonly spread: number | null;
  /** What is wrong apart from the size of numbers. */
  readonly problem: string | null;
}

type Outputs = Readonly<Record<string, WrittenTensor>>;

export function compareOutputs(
  actual: NamedTensors,
  expected: Outputs,
  spread: Readonly<Record<string, number | null>>,
): readonly Comparison[] {
  return Object.entries(expected).map(([output, written]) => {
    const wanted = tensorFrom(written);
    const got = actual.get(output);
    const problem = got === undefined ? "is missing" : problemOf(got, wanted);
    const difference = problem === null ? largestDifference(got!, wanted) : Number.NaN;
    return { output, difference, spread: spread[output] ?? null, problem: problem && `output ${output} ${problem}` };
  });
}

function problemOf(got: Tensor, wanted: HostTensor): string | null {
  if (got.dtype !== wanted.dtype) return `is ${got.dtype} instead of ${wanted.dtype}`;
  if (String(got.shape) !== String(wanted.shape)) return `has shape [${got.shape}] instead of [${wanted.shape}]`;
  if (isFloat(wanted)) return null;
  const [a, b] = [got.data as ArrayLike<unknown>, wanted.data as ArrayLike<unknown>];
  for (let i = 0; i < b.length; i++) {
    const isSame =
      a[i] instanceof Uint8Array ? Buffer.compare(a[i] as Uint8Array, b[i] as Uint8Array) === 0 : a[i] === b[i];
    if (!isSame) return `has ${a[i]} instead of ${b[i]} at ${i}`;
  }
  return null;
}

function largestDifference(got: Tensor, wanted: HostTensor): number {
  if (!isFloat(wanted)) return 0;
  const [a, b] = [widened({ kind: "host", ...got }).data as Float32Array, widened(wanted).data as Float32Array];
  let largest = 0;
  for (let i = 0; i < b.length; i++) {
    if (a[i] === b[i] || (Number.isNaN(a[i]) && Number.isNaN(b[i]))) continue;
    const difference = Math.abs(a[i]! - b[i]!);
    largest = Math.max(largest, Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference);
  }
  return largest;
}

function isFloat({ dtype }: HostTensor): boolean {
  return dtype.startsWith("float") || dtype.startsWith("bfloat") || dtype.startsWith("complex");
}
