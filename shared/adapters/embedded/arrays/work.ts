import type { Dtype } from "../../../ports/tensor.ts";
import { isHalf, narrowed, widened } from "../values/half.ts";
import type { Sizes } from "../values/shape.ts";
import { allocate, type Numbers, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";

/**
 * Numbers as they are calculated with. Loops over few kinds of arrays stay fast, so narrow integers become 32-bit ones
 * and halves float32; uint32 is calculated with modulo 2^32 as int32, but compared as float64, which holds it exactly.
 */
export type Work = WorkNumbers | WorkBigs;
export type WorkNumbers = Float32Array | Float64Array | Int32Array;
export type WorkBigs = BigInt64Array | BigUint64Array;

export type Arithmetic = "floats" | "integers" | "bigs" | "complex";

export function arithmeticOf(dtype: Dtype): Arithmetic {
  if (dtype === "int64" || dtype === "uint64") return "bigs";
  if (dtype.startsWith("complex")) return "complex";
  return dtype.includes("float") ? "floats" : "integers";
}

/** To read from: where nothing needs to be converted it is the tensor's own memory. */
export function workOf(value: HostTensor, isCompared = false): Work {
  const { dtype, data } = value;
  if (isHalf(dtype)) return widened(value).data as Float32Array;
  if (dtype === "uint32") return isCompared ? Float64Array.from(data as Uint32Array) : int32View(data as Uint32Array);
  if (arithmeticOf(dtype) === "integers" && !(data instanceof Int32Array)) return Int32Array.from(data as Uint8Array);
  return data as Work;
}

/** A copy to write to. */
export function workCopy(value: HostTensor, isCompared = false): Work {
  const work = workOf(value, isCompared);
  return work.buffer === (value.data as Numbers).buffer ? work.slice() : work;
}

/** Room for results, zero. */
export function blankWork(dtype: Dtype, count: number, isCompared = false): Work {
  if (isHalf(dtype)) return allocate<Float32Array>("float32", count);
  if (dtype === "uint32") return allocate<Int32Array | Float64Array>(isCompared ? "float64" : "int32", count);
  return allocate<Work>(arithmeticOf(dtype) === "integers" ? "int32" : dtype, count);
}

/** As elements of the type again: integers wrap, halves round. */
export function finished(work: Work, dtype: Dtype, shape: Sizes): HostTensor {
  if (isHalf(dtype)) return narrowed(tensor("float32", shape, work), dtype);
  if (arithmeticOf(dtype) !== "integers" || (dtype === "int32" && work instanceof Int32Array))
    return tensor(dtype, shape, work);
  const data = allocate<Numbers>(dtype, work.length);
  data.set(work as WorkNumbers);
  return tensor(dtype, shape, data);
}

function int32View({ buffer, byteOffset, length }: Uint32Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length);
}
