import type { Dtype } from "../../../ports/tensor.ts";
import { float32OfBig } from "../mathematics/rounding.ts";
import { bfloat16Bits, float16Bits, isHalf, widened } from "../values/half.ts";
import { elementCount } from "../values/shape.ts";
import { allocate, isBig, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, unsupported } from "./kernel.ts";
import { isComplex, type Pairs } from "./pairs.ts";

type Write = (value: number | bigint) => number | bigint;

const INT32_MINIMUM = -(2 ** 31);
const INT64_MINIMUM = -(2n ** 63n);
const FLOATS: ReadonlySet<Dtype> = new Set(["float16", "bfloat16", "float32", "float64"]);
const NOT_NUMBERS: ReadonlySet<Dtype> = new Set(["string", "resource", "variant", "invalid"]);

/** From every type of number to every other, as TensorFlow's C++ does it on x86. */
export const casts: Family = {
  Cast: hostKernel((node) => {
    const [from, to] = [node.dtype("SrcT"), node.dtype("DstT")];
    if (from === to) return ([x]) => x!;
    if (NOT_NUMBERS.has(from) || NOT_NUMBERS.has(to)) throw unsupported(node, `types ${from} and ${to}`);
    const isCut = node.bool("Truncate") && FLOATS.has(from) && isHalf(to);
    const write = isCut ? cut(to) : writer(from, to);
    return ([x]) => cast(x!, to, write);
  }),
};

function cast(x: HostTensor, to: Dtype, write: Write): HostTensor {
  if (isComplex(x.dtype)) return isComplex(to) ? recast(x, to) : cast(realPart(x), to, write);
  const source = widened(x).data as Pairs;
  if (isComplex(to)) return withoutImaginary(source, x, to, write);
  const data = allocate(to, elementCount(x.shape)) as Pairs;
  for (let i = 0; i < data.length; i++) data[i] = write(source[i]!) as number;
  return tensor(to, x.shape, data);
}

/** Of one element, by now a number or a bigint. A store into integers of up to 32 bits takes the lowest bits. */
function writer(from: Dtype, to: Dtype): Write {
  const isWhole = !FLOATS.has(from) && !isComplex(from);
  if (to === "bool") return (x) => (Number(x) === 0 ? 0 : 1);
  if (to === "float16")
    return isBig(from) ? (x) => float16Bits(float32OfBig(x as bigint)) : (x) => float16Bits(x as number);
  if (to === "bfloat16") {
    return isBig(from) ? (x) => bfloat16Bits(float32OfBig(x as bigint)) : (x) => bfloat16Bits(x as number);
  }
  if (FLOATS.has(to) || isComplex(to)) {
    return !isBig(from)
      ? (x) => x
      : to.endsWith("32") || to === "complex64"
        ? (x) => float32OfBig(x as bigint)
        : Number;
  }
  if (isBig(to)) return isWhole ? (x) => BigInt(x) : to === "int64" ? toInt64 : toUint64;
  if (isBig(from)) return (x) => Number(BigInt.asIntN(32, x as bigint));
  const narrow = nibble(to);
  if (isWhole) return (x) => narrow(x as number);
  return to === "uint32" ? toUint32 : (x) => narrow(toInt32(x as number));
}

/** Four bits take a byte each. */
function nibble(to: Dtype): (x: number) => number {
  if (to === "int4") return (x) => (x << 28) >> 28;
  return to === "uint4" ? (x) => x & 15 : (x) => x;
}

/** What no int32 can hold becomes the smallest one. */
function toInt32(x: number): number {
  const whole = Math.trunc(x);
  return whole >= INT32_MINIMUM && whole < 2 ** 31 ? whole : INT32_MINIMUM;
}

function toUint32(x: number | bigint): number {
  return Number(BigInt.asUintN(32, toInt64(x)));
}

function toInt64(x: number | bigint): bigint {
  const whole = Math.trunc(x as number);
  return whole >= -(2 ** 63) && whole < 2 ** 63 ? BigInt(whole) : INT64_MINIMUM;
}

function toUint64(x: number | bigint): bigint {
  const whole = Math.trunc(x as number);
  return whole >= 2 ** 63 && whole < 2 ** 64 ? BigInt(whole) : BigInt.asUintN(64, toInt64(x));
}

/** Halves without rounding: the lowest bits of the fraction are dropped. */
function cut(to: "float16" | "bfloat16"): Write {
  const word = new DataView(new ArrayBuffer(4));
  const dropped = to === "float16" ? 13 : 16;
  const narrow = to === "float16" ? float16Bits : bfloat16Bits;
  return (x) => {
    if (Number.isNaN(x)) return narrow(Number.NaN);
    word.setFloat32(0, x as number);
    word.setUint32(0, (word.getUint32(0) >>> dropped) << dropped);
    return narrow(word.getFloat32(0));
  };
}

function realPart(x: HostTensor): HostTensor {
  const dtype = x.dtype === "complex64" ? "float32" : "float64";
  const source = x.data as Pairs;
  const data = allocate<Pairs>(dtype, source.length / 2);
  for (let i = 0; i < data.length; i++) data[i] = source[2 * i]!;
  return tensor(dtype, x.shape, data);
}

function withoutImaginary(source: ArrayLike<number | bigint>, x: HostTensor, to: Dtype, write: Write): HostTensor {
  const data = allocate<Pairs>(to, source.length);
  for (let i = 0; i < source.length; i++) data[2 * i] = write(source[i]!) as number;
  return tensor(to, x.shape, data);
}

function recast(x: HostTensor, to: Dtype): HostTensor {
  const data = allocate<Pairs>(to, (x.data as Pairs).length / 2);
  data.set(x.data as Pairs);
  return tensor(to, x.shape, data);
}
