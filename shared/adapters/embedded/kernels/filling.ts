import type { Dtype } from "../../../ports/tensor.ts";
import { fillCells } from "../arrays/cells.ts";
import { indicesOf } from "../arrays/indices.ts";
import {
  bfloat16Bits,
  bfloat16ToNumber,
  float16Bits,
  float16ToNumber,
  isHalf,
  narrowed,
  widened,
} from "../values/half.ts";
import { elementCount, type Sizes } from "../values/shape.ts";
import { allocate, numberOf, numbersOf, tensor, zeros } from "../values/tensor.ts";
import type { HostTensor, Value } from "../values/value.ts";
import { type Family, hostKernel, invalid, type Kernel } from "./kernel.ts";
import { type Move, movingKernel } from "./moving.ts";

/** Tensors whose elements follow a rule. */
export const filling: Family = {
  Fill: movingKernel(() => ([dims, value]) => {
    if (elementCount(value!.shape) !== 1)
      throw invalid(`the value to fill with is a tensor of shape [${value!.shape}]`);
    const fill: Move["fill"] = (target, sources, width) => fillCells(target, sources[1]!, 0, width);
    return { dtype: value!.dtype, shape: sizesOf(dims!), fill };
  }),
  ZerosLike: like((dtype, shape) => zeros(dtype, shape)),
  OnesLike: like(ones),
  Empty: hostKernel((node) => {
    const dtype = node.dtype("dtype");
    return ([dims]) => zeros(dtype, sizesOf(dims!));
  }),
  OneHot: movingKernel((node) => {
    const axis = node.int("axis");
    return ([indices, depth, on, off]) => oneHot(indices!, numberOf(depth!), axis, [on!, off!]);
  }),
  Range: hostKernel(
    () =>
      ([start, limit, delta]) =>
        range(start!, limit!, delta!),
  ),
  LinSpace: hostKernel(
    () =>
      ([start, stop, count]) =>
        linearSpace(start!, stop!, numberOf(count!)),
  ),
};

/** Only the type and the shape of the input matter. */
function like(make: (dtype: Dtype, shape: Sizes) => HostTensor): Kernel {
  return () =>
    ([value]) => {
      if (value!.kind === "variant" || value!.kind === "resource")
        throw invalid(`there is nothing like a ${value!.kind}`);
      return make((value as Exclude<Value, { kind: "variant" | "resource" }>).dtype, value!.shape);
    };
}

function sizesOf(dims: HostTensor): Sizes {
  const sizes = numbersOf(dims);
  if (dims.shape.length === 1 && sizes.every((size) => size >= 0)) return sizes;
  throw invalid(`[${sizes}] is no shape`);
}

const ONES: Partial<Record<Dtype, number | bigint>> = { float16: 0x3c00, bfloat16: 0x3f80, int64: 1n, uint64: 1n };

function ones(dtype: Dtype, shape: Sizes): HostTensor {
  const data = allocate<Float32Array>(dtype, elementCount(shape));
  if (!dtype.startsWith("complex")) data.fill((ONES[dtype] ?? 1) as number);
  else for (let i = 0; i < data.length; i += 2) data[i] = 1;
  return tensor(dtype, shape, data);
}

function oneHot(indices: HostTensor, depth: number, axis: number, values: readonly HostTensor[]): Move {
  const rank = indices.shape.length + 1;
  const at = axis === -1 ? rank - 1 : axis;
  if (at < 0 || at >= rank) throw invalid(`axis ${axis} is not one of ${rank}`);
  if (depth < 0) throw invalid(`a depth of ${depth} is negative`);
  if (values.some(({ shape }) => shape.length > 0)) throw invalid("the values for on and off are no scalars");
  const inner = elementCount(indices.shape.slice(at));
  const hot = indicesOf(indices);
  return {
    dtype: values[0]!.dtype,
    shape: indices.shape.toSpliced(at, 0, depth),
    fill: (target, [, , on, off], width) => {
      fillCells(target, off!, 0, width);
      for (let i = 0; i < hot.length; i++) {
        const index = hot[i]!;
        if (index < 0 || index >= depth) continue;
        const column = i % inner;
        const to = (((i - column) / inner) * depth + index) * inner + column;
        for (let cell = 0; cell < width; cell++) target[to * width + cell] = on![cell]!;
      }
    },
  };
}

/** Each element from the start, rounded as TensorFlow rounds: the product, then the sum. */
function range(start: HostTensor, limit: HostTensor, delta: HostTensor): HostTensor {
  for (const { shape } of [start, limit, delta]) {
    if (elementCount(shape) !== 1) throw invalid(`a bound of a range has the shape [${shape}]`);
  }
  const { dtype } = start;
  if (start.data instanceof BigInt64Array || start.data instanceof BigUint64Array) return bigRange(start, limit, delta);
  const [from, to, step] = [start, limit, delta].map((bound) => numberOf(widened(bound))) as [number, number, number];
  const round = ROUNDING[dtype] ?? Number;
  const count = Math.ceil(round(round(to - from) / step));
  if (step === 0 || !(count >= 0)) throw endless(from, to, step);
  return narrowed(steps(isHalf(dtype) ? "float32" : dtype, from, step, count), dtype);
}

const ROUNDING: Partial<Record<Dtype, (value: number) => number>> = {
  float32: Math.fround,
  float16: (value) => float16ToNumber(float16Bits(value)),
  bfloat16: (value) => bfloat16ToNumber(bfloat16Bits(value)),
};

function bigRange(start: HostTensor, limit: HostTensor, delta: HostTensor): HostTensor {
  const [from, to, step] = [start, limit, delta].map(({ data }) => (data as BigInt64Array)[0]!) as [
    bigint,
    bigint,
    bigint,
  ];
  if (step === 0n || (to > from && step < 0n) || (to < from && step > 0n)) throw endless(from, to, step);
  const distance = to > from ? to - from : from - to;
  const size = step < 0n ? -step : step;
  const data = allocate<BigInt64Array>(start.dtype, Number((distance + size - 1n) / size));
  for (let i = 0, value = from; i < data.length; i++, value += step) data[i] = value;
  return tensor(start.dtype, [data.length], data);
}

function endless(from: number | bigint, to: number | bigint, step: number | bigint): Error {
  return invalid(`a range from ${from} to ${to} in steps of ${step} never ends`);
}

function linearSpace(start: HostTensor, stop: HostTensor, count: number): HostTensor {
  if (!(count > 0)) throw invalid(`a row of ${count} numbers`);
  const [from, to] = [numberOf(start), numberOf(stop)];
  const round = ROUNDING[start.dtype] ?? Number;
  const row = steps(start.dtype, from, count > 1 ? round(round(to - from) / (count - 1)) : 0, count);
  if (count > 1) (row.data as Float32Array)[count - 1] = to;
  return row;
}

function steps(dtype: Dtype, from: number, step: number, count: number): HostTensor {
  const data = allocate<Float32Array>(dtype, count);
  if (dtype === "float32") for (let i = 0; i < count; i++) data[i] = from + Math.fround(i * step);
  else for (let i = 0; i < count; i++) data[i] = from + i * step;
  return tensor(dtype, [count], data);
}
