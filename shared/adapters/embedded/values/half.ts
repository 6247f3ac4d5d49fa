import type { Dtype } from "../../../ports/tensor.ts";
import { allocate, tensor } from "./tensor.ts";
import type { HostTensor } from "./value.ts";

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

export function isHalf(dtype: Dtype): dtype is "float16" | "bfloat16" {
  return dtype === "float16" || dtype === "bfloat16";
}

/** 16-bit floats as float32, which holds each of them exactly; other tensors as they are. */
export function widened(value: HostTensor): HostTensor {
  if (!isHalf(value.dtype)) return value;
  const source = value.data as Uint16Array;
  const data = allocate<Float32Array>("float32", source.length);
  const widen = value.dtype === "float16" ? float16ToNumber : bfloat16ToNumber;
  for (let index = 0; index < data.length; index++) data[index] = widen(source[index]!);
  return tensor("float32", value.shape, data);
}

/** float32 rounded to nearest even, as TensorFlow casts; for a dtype that is no half the tensor as it is. */
export function narrowed(value: HostTensor, dtype: Dtype): HostTensor {
  if (!isHalf(dtype)) return value;
  const source = value.data as Float32Array;
  const data = allocate<Uint16Array>(dtype, source.length);
  const narrow = dtype === "float16" ? float16Bits : bfloat16Bits;
  for (let index = 0; index < data.length; index++) data[index] = narrow(source[index]!);
  return tensor(dtype, value.shape, data);
}

/** What a number becomes when it is stored as that type of float. */
export function roundingTo(dtype: Dtype): (value: number) => number {
  if (dtype === "float16") return (value) => float16ToNumber(float16Bits(value));
  if (dtype === "bfloat16") return (value) => bfloat16ToNumber(bfloat16Bits(value));
  return dtype === "float32" ? Math.fround : (value) => value;
}

export function float16ToNumber(half: number): number {
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  const sign = half & 0x8000 ? -1 : 1;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

export function bfloat16ToNumber(half: number): number {
  bits[0] = half << 16;
  return float[0]!;
}

/** Of a number that is first rounded to float32: TensorFlow's conversions start from there. */
export function float16Bits(value: number): number {
  float[0] = value;
  const word = bits[0]!;
  const sign = (word >>> 16) & 0x8000;
  const magnitude = word & 0x7fffffff;
  // A NaN has the sign that the engine left there, which differs from run to run and is no part of an answer.
  if (magnitude > 0x7f800000) return 0x7e00;
  // 65520 and more round to infinity.
  if (magnitude >= 0x477ff000) return sign | 0x7c00;
  if (magnitude < 0x38800000) return sign | roundToEven(Math.abs(float[0]!) * 2 ** 24);
  return sign | ((magnitude - 0x38000000 + 0xfff + ((magnitude >>> 13) & 1)) >>> 13);
}

export function bfloat16Bits(value: number): number {
  float[0] = value;
  const word = bits[0]!;
  if ((word & 0x7fffffff) > 0x7f800000) return (word >>> 31) * 0x8000 + 0x7fc0;
  return ((word + 0x7fff + ((word >>> 16) & 1)) >>> 16) & 0xffff;
}

function roundToEven(value: number): number {
  const down = Math.floor(value);
  const rest = value - down;
  return rest > 0.5 || (rest === 0.5 && down % 2 === 1) ? down + 1 : down;
}
