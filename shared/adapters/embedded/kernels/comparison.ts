import type { Dtype } from "../../../ports/tensor.ts";
import { widened } from "../values/half.ts";
import { broadcastShape, elementCount, sameShape } from "../values/shape.ts";
import { allocate, scalar, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { combineInto } from "./elementwise.ts";
import { type Family, hostKernel, invalid, type Kernel } from "./kernel.ts";

type Comparable = number & bigint & Uint8Array;
type Test = (a: Comparable, b: Comparable) => boolean;

const equal: Test = (a, b) => a === b;
const notEqual: Test = (a, b) => a !== b;

/** Operators that answer with bool. */
export const comparison: Family = {
  Equal: equality(equal),
  NotEqual: equality(notEqual),
  Less: compare((a, b) => a < b),
  LessEqual: compare((a, b) => a <= b),
  Greater: compare((a, b) => a > b),
  GreaterEqual: compare((a, b) => a >= b),
  LogicalAnd: compare((a, b) => (a & b) !== 0),
  LogicalOr: compare((a, b) => (a | b) !== 0),
  LogicalNot: hostKernel(() => ([x]) => {
    const source = x!.data as Uint8Array;
    return tensor(
      "bool",
      x!.shape,
      source.map((value) => 1 - value),
    );
  }),
  ApproximateEqual: hostKernel((node) => {
    const tolerance = node.float("tolerance");
    return ([a, b]) => tested(a!, b!, (x, y) => Math.abs(Number(x) - Number(y)) < tolerance);
  }),
};

function compare(test: Test): Kernel {
  return hostKernel(
    () =>
      ([a, b]) =>
        tested(a!, b!, test),
  );
}

/** Tensors of shapes that do not broadcast are refused, or count as different where the node says so. */
function equality(test: Test): Kernel {
  return hostKernel((node) => {
    const mayDiffer = !node.bool("incompatible_shape_error");
    const ofType = node.dtype("T") === "string" ? onBytes(test) : isPair(node.dtype("T")) ? null : test;
    return ([a, b]) => {
      if (mayDiffer && !doBroadcast(a!, b!)) return scalar("bool", test === notEqual ? 1 : 0);
      return ofType === null ? testedPairs(a!, b!, test) : tested(a!, b!, ofType);
    };
  });
}

function tested(a: HostTensor, b: HostTensor, test: Test): HostTensor {
  const [x, y] = [widened(a), widened(b)];
  const shape = broadcastShape(x.shape, y.shape);
  const data = allocate<Uint8Array>("bool", elementCount(shape));
  combineInto(data, x, y, shape, test as never);
  return tensor("bool", shape, data);
}

/** Complex numbers of one shape. */
function testedPairs(a: HostTensor, b: HostTensor, test: Test): HostTensor {
  if (!sameShape(a.shape, b.shape)) throw invalid("complex tensors of different shapes");
  const [x, y] = [a.data as Float32Array, b.data as Float32Array];
  const data = allocate<Uint8Array>("bool", elementCount(a.shape));
  for (let i = 0; i < data.length; i++) {
    const isEqual = x[2 * i] === y[2 * i] && x[2 * i + 1] === y[2 * i + 1];
    data[i] = isEqual === (test === equal) ? 1 : 0;
  }
  return tensor("bool", a.shape, data);
}

function isPair(dtype: Dtype): boolean {
  return dtype === "complex64" || dtype === "complex128";
}

function onBytes(test: Test): Test {
  return (a, b) => (Buffer.compare(a, b) === 0) === (test === equal);
}

function doBroadcast({ shape: a }: HostTensor, { shape: b }: HostTensor): boolean {
  return a.every((size, axis) => {
    const other = b[axis + b.length - a.length] ?? 1;
    return size === other || size === 1 || other === 1;
  });
}
