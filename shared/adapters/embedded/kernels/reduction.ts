import type { Dtype } from "../../../ports/tensor.ts";
import { reduceBlocks } from "../arrays/reduce-blocks.ts";
import { type ReducedAxes, reducedAxes } from "../arrays/reduced-axes.ts";
import { emptyResult, type ReducerName, reducerOf } from "../arrays/reducers.ts";
import {
  arithmeticOf,
  blankWork,
  finished,
  type Work,
  type WorkBigs,
  type WorkNumbers,
  workOf,
} from "../arrays/work.ts";
import { isHalf, narrowed, widened } from "../values/half.ts";
import type { Sizes } from "../values/shape.ts";
import { allocate, numbersOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, type Kernel, unsupported } from "./kernel.ts";
import { movedOnHost } from "./moving.ts";
import { reordered } from "./transposition.ts";

/** Many elements become one. */
export const reduction: Family = {
  Sum: reducing("sum"),
  Prod: reducing("product"),
  Min: reducing("lowest"),
  Max: reducing("highest"),
  All: reducing("lowest"),
  Any: reducing("highest"),
  Mean: reducing("sum", { finish: mean, isExact: true }),
  EuclideanNorm: reducing("squares", { finish: root }),
};

/** Results before they are stored as elements of their type. */
interface Totals {
  readonly work: Work;
  readonly dtype: Dtype;
  readonly shape: Sizes;
  /** How many elements each is made of. */
  readonly count: number;
}

interface Manner {
  readonly finish?: (totals: Totals) => HostTensor;
  /** Integers of up to 32 bits do not wrap on the way. */
  readonly isExact?: boolean;
}

function reducing(name: ReducerName, { finish = asItIs, isExact = false }: Manner = {}): Kernel {
  return hostKernel((node) => {
    const keepsAxes = node.bool("keep_dims");
    return ([x, axes]) => {
      const { dtype } = x!;
      const isInteger = arithmeticOf(dtype) === "integers";
      const reducer = reducerOf(name, isExact && isInteger ? "float64" : dtype);
      if (reducer === null) throw unsupported(node, `type ${dtype}`);
      const along = reducedAxes(x!.shape, numbersOf(axes!), keepsAxes);
      const isCompared = isExact || name === "lowest" || name === "highest";
      const work = totalsOf(arranged(x!, along), along, { name, reducer, isCompared, isExact });
      return finish({ work, dtype, shape: along.shape, count: along.blocks.size });
    };
  });
}

interface Reduction {
  readonly name: ReducerName;
  readonly reducer: NonNullable<ReturnType<typeof reducerOf>>;
  readonly isCompared: boolean;
  readonly isExact: boolean;
}

function totalsOf({ dtype, ...x }: HostTensor, { blocks }: ReducedAxes, reduction: Reduction): Work {
  const { name, reducer, isCompared, isExact } = reduction;
  const parts = dtype.startsWith("complex") ? 2 : 1;
  const totalType = isExact && arithmeticOf(dtype) === "integers" ? "float64" : dtype;
  const out = blankWork(totalType, blocks.outer * blocks.inner, isCompared);
  for (let i = 0, empty = emptyResult(name, dtype); i < out.length; i += parts) out[i] = empty as never;
  const data = workOf({ dtype, ...x }, isCompared);
  if (blocks.size > 0) reduceBlocks(data, { ...blocks, inner: blocks.inner * parts }, reducer, out);
  return out;
}

/** With the axes that go at the end, where they are apart. */
function arranged(x: HostTensor, { order }: ReducedAxes): HostTensor {
  return order === null ? x : movedOnHost(reordered(x, order), [x]);
}

function asItIs({ work, dtype, shape }: Totals): HostTensor {
  return finished(work, dtype, shape);
}

/** Of nothing not a number, but 0 where TensorFlow says so: for integers, which have none, and complex numbers. */
function mean({ work, dtype, shape, count }: Totals): HostTensor {
  if (arithmeticOf(dtype) === "bigs") {
    const bigs = work as WorkBigs;
    if (count > 0) for (let i = 0; i < bigs.length; i++) bigs[i] = bigs[i]! / BigInt(count);
    return finished(bigs, dtype, shape);
  }
  const numbers = work as WorkNumbers;
  const divisor = count === 0 && dtype.startsWith("complex") ? 1 : count;
  for (let i = 0; i < numbers.length; i++) numbers[i] = numbers[i]! / divisor;
  return finished(numbers, dtype, shape);
}

/** Squares of halves and integers overflow as their types do. */
function root({ work, dtype, shape }: Totals): HostTensor {
  if (dtype.startsWith("complex")) return complexRoot(work as Float32Array, dtype, shape);
  const squares = finished(work, dtype, shape);
  const { data } = widened(squares);
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) {
    for (let i = 0; i < data.length; i++) data[i] = BigInt(integerRoot(Number(data[i]!)));
    return squares;
  }
  const numbers = data as Float32Array;
  const isInteger = arithmeticOf(dtype) === "integers";
  for (let i = 0; i < numbers.length; i++) numbers[i] = isInteger ? integerRoot(numbers[i]!) : Math.sqrt(numbers[i]!);
  return isHalf(dtype) ? narrowed(tensor("float32", shape, numbers), dtype) : squares;
}

/** A sum of squares that wrapped to below zero is what x86 makes of not a number. */
function integerRoot(square: number): number {
  return square < 0 ? -(2 ** 31) : Math.trunc(Math.sqrt(square));
}

/** The length of each number's parts together; it is real. */
function complexRoot(squares: Float32Array, dtype: Dtype, shape: Sizes): HostTensor {
  const data = allocate<Float32Array>(dtype, squares.length / 2);
  for (let i = 0; i < data.length; i += 2) data[i] = Math.sqrt(squares[i]! + squares[i + 1]!);
  return tensor(dtype, shape, data);
}
