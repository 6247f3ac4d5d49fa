import type { Dtype, TensorData } from "../../ports/tensor.ts";
import type { TensorScope } from "./tensor-scope.ts";

type Reading = (scope: TensorScope, id: number) => TensorData;
type ArrayOf<T> = new (buffer: ArrayBufferLike) => T;

/** The addon reads float32, int32, int64, bool, complex64 and strings; the rest is brought to one of these first. */
const READINGS: Partial<Record<Dtype, Reading>> = {
  float32: asItIs,
  int32: asItIs,
  int64: asItIs,
  bool: asItIs,
  complex64: asItIs,
  string: asItIs,
  float64: byBits("float64", "int64", Float64Array),
  uint64: byBits("uint64", "int64", BigUint64Array),
  uint32: byBits("uint32", "int32", Uint32Array),
  complex128: byBits("complex128", "complex64", Float64Array),
  float16: (scope, id) => byValue("uint16", Uint16Array)(scope, scope.bitcast(id, "float16", "uint16").id),
  bfloat16: (scope, id) => byValue("uint16", Uint16Array)(scope, scope.bitcast(id, "bfloat16", "uint16").id),
  int8: byValue("int8", Int8Array),
  uint8: byValue("uint8", Uint8Array),
  int16: byValue("int16", Int16Array),
  uint16: byValue("uint16", Uint16Array),
};

export function isFetched(dtype: Dtype): boolean {
  return READINGS[dtype] !== undefined;
}

/** The elements of TensorFlow's tensor, to the last bit. */
export function fetchData(scope: TensorScope, id: number, dtype: Dtype): TensorData {
  return READINGS[dtype]!(scope, id);
}

function asItIs({ binding }: TensorScope, id: number): TensorData {
  return binding.tensorDataSync(id);
}

function byBits(from: Dtype, to: Dtype, array: ArrayOf<TensorData>): Reading {
  return (scope, id) => {
    const read = asItIs(scope, scope.bitcast(id, from, to).id) as BigInt64Array;
    return new array(read.buffer);
  };
}

/** Every value of these types is an int32. */
function byValue(from: Dtype, array: { from(values: Int32Array): TensorData }): Reading {
  return (scope, id) => array.from(asItIs(scope, scope.cast(id, from, "int32").id) as Int32Array);
}
