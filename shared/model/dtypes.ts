import type { Dtype } from "../ports/tensor.ts";

interface DataType {
  /** As text format writes it. */
  readonly enumerator: string;
  readonly dtype: Dtype;
  /** Bytes of one element in a checkpoint; 0 where elements vary in size. Four-bit numbers take a whole byte there. */
  readonly sizeBytes: number;
}

/** The place in the list is the enumerator's number in types.proto. */
export const DATA_TYPES: readonly DataType[] = (
  [
    ["DT_INVALID", "invalid", 0],
    ["DT_FLOAT", "float32", 4],
    ["DT_DOUBLE", "float64", 8],
    ["DT_INT32", "int32", 4],
    ["DT_UINT8", "uint8", 1],
    ["DT_INT16", "int16", 2],
    ["DT_INT8", "int8", 1],
    ["DT_STRING", "string", 0],
    ["DT_COMPLEX64", "complex64", 8],
    ["DT_INT64", "int64", 8],
    ["DT_BOOL", "bool", 1],
    ["DT_QINT8", "qint8", 1],
    ["DT_QUINT8", "quint8", 1],
    ["DT_QINT32", "qint32", 4],
    ["DT_BFLOAT16", "bfloat16", 2],
    ["DT_QINT16", "qint16", 2],
    ["DT_QUINT16", "quint16", 2],
    ["DT_UINT16", "uint16", 2],
    ["DT_COMPLEX128", "complex128", 16],
    ["DT_HALF", "float16", 2],
    ["DT_RESOURCE", "resource", 0],
    ["DT_VARIANT", "variant", 0],
    ["DT_UINT32", "uint32", 4],
    ["DT_UINT64", "uint64", 8],
    ["DT_FLOAT8_E5M2", "float8_e5m2", 1],
    ["DT_FLOAT8_E4M3FN", "float8_e4m3fn", 1],
    ["DT_FLOAT8_E4M3FNUZ", "float8_e4m3fnuz", 1],
    ["DT_FLOAT8_E4M3B11FNUZ", "float8_e4m3b11fnuz", 1],
    ["DT_FLOAT8_E5M2FNUZ", "float8_e5m2fnuz", 1],
    ["DT_INT4", "int4", 1],
    ["DT_UINT4", "uint4", 1],
    ["DT_INT2", "int2", 1],
    ["DT_UINT2", "uint2", 1],
    ["DT_FLOAT4_E2M1FN", "float4_e2m1fn", 1],
  ] as const
).map(([enumerator, dtype, sizeBytes]) => ({ enumerator, dtype, sizeBytes }));

/** TensorFlow 1 adds 100 to the number of a type for a mutable reference to it. */
export const REFERENCE = 100;

const SIZES: ReadonlyMap<Dtype, number> = new Map(DATA_TYPES.map(({ dtype, sizeBytes }) => [dtype, sizeBytes]));

/** The type that an enumerator stands for; a reference is named as what it refers to. */
export function dtypeOf(number: number): Dtype {
  const base = number > REFERENCE ? number - REFERENCE : number;
  return DATA_TYPES[base]?.dtype ?? `unknown(${number})`;
}

/** 0 for strings, variants and unknown types, whose elements vary in size. */
export function elementBytes(dtype: Dtype): number {
  return SIZES.get(dtype) ?? 0;
}
