/** TensorFlow's own names. `unknown(n)` stands for an enumerator that no released TensorFlow defines. */
export type Dtype =
  | "float16"
  | "bfloat16"
  | "float32"
  | "float64"
  | "int4"
  | "int8"
  | "int16"
  | "int32"
  | "int64"
  | "uint4"
  | "uint8"
  | "uint16"
  | "uint32"
  | "uint64"
  | "bool"
  | "string"
  | "complex64"
  | "complex128"
  | "qint8"
  | "quint8"
  | "qint16"
  | "quint16"
  | "qint32"
  | "float8_e5m2"
  | "float8_e4m3fn"
  | "float8_e4m3fnuz"
  | "float8_e4m3b11fnuz"
  | "float8_e5m2fnuz"
  | "int2"
  | "uint2"
  | "float4_e2m1fn"
  | "resource"
  | "variant"
  | "invalid"
  | `unknown(${number})`;

/** −1 is a dimension known only at run time; null is an unknown rank. */
export type Shape = readonly number[] | null;

export interface TensorSpec {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: Shape;
}

/**
 * Elements in row-major order, exactly as TensorFlow holds them: float16 and bfloat16 as their 16 bits, bool as 0 or 1,
 * complex numbers as pairs, strings as bytes, 4-bit integers one to an element.
 */
export type TensorData =
  | Float32Array
  | Float64Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | readonly Uint8Array[];

export interface Tensor {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly data: TensorData;
}

export type NamedTensors = ReadonlyMap<string, Tensor>;
