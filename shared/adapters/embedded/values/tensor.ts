import { Failure } from "../../../failure.ts";
import { elementBytes } from "../../../model/dtypes.ts";
import type { Dtype, TensorData } from "../../../ports/tensor.ts";
import { elementCount } from "./shape.ts";
import type { HostTensor } from "./value.ts";

export type Numbers = Exclude<TensorData, readonly Uint8Array[] | BigInt64Array | BigUint64Array>;
export type BigNumbers = BigInt64Array | BigUint64Array;

type Maker = (length: number) => TensorData;

const MAKERS: ReadonlyMap<Dtype, Maker> = new Map<Dtype, Maker>([
  ["float32", (length) => new Float32Array(length)],
  ["float64", (length) => new Float64Array(length)],
  ["float16", (length) => new Uint16Array(length)],
  ["bfloat16", (length) => new Uint16Array(length)],
  ["int8", (length) => new Int8Array(length)],
  ["int16", (length) => new Int16Array(length)],
  ["int32", (length) => new Int32Array(length)],
  ["int64", (length) => new BigInt64Array(length)],
  ["uint8", (length) => new Uint8Array(length)],
  ["uint16", (length) => new Uint16Array(length)],
  ["uint32", (length) => new Uint32Array(length)],
  ["uint64", (length) => new BigUint64Array(length)],
  ["bool", (length) => new Uint8Array(length)],
  ["string", (length) => new Array<Uint8Array>(length).fill(EMPTY)],
  ["complex64", (length) => new Float32Array(2 * length)],
  ["complex128", (length) => new Float64Array(2 * length)],
  ["qint8", (length) => new Int8Array(length)],
  ["quint8", (length) => new Uint8Array(length)],
  ["qint16", (length) => new Int16Array(length)],
  ["quint16", (length) => new Uint16Array(length)],
  ["qint32", (length) => new Int32Array(length)],
  ["int4", (length) => new Int8Array(length)],
  ["uint4", (length) => new Uint8Array(length)],
]);

const EMPTY = new Uint8Array(0);
/** Far more than a served tensor takes; a shape beyond it comes from a hostile or broken graph. */
const MAX_BYTES = 2 ** 30;
const POINTER_BYTES = 8;

/** A tensor of elements that nobody writes to any more. */
export function tensor(dtype: Dtype, shape: readonly number[], data: TensorData): HostTensor {
  return { kind: "host", dtype, shape, data };
}

export function scalar(dtype: Dtype, value: number | bigint): HostTensor {
  return tensorOf(dtype, [], [value]);
}

/** From a few numbers; converted to bigint where the type needs it. */
export function tensorOf(dtype: Dtype, shape: readonly number[], values: readonly (number | bigint)[]): HostTensor {
  const data = allocate(dtype, values.length) as Numbers | BigNumbers;
  const isBig = data instanceof BigInt64Array || data instanceof BigUint64Array;
  for (let i = 0; i < values.length; i++) data[i] = (isBig ? BigInt(values[i]!) : Number(values[i]!)) as never;
  return tensor(dtype, shape, data);
}

/** Room for that many elements, zero or empty, for a kernel to fill. */
export function allocate<Data extends TensorData>(dtype: Dtype, count: number): Data {
  const make = MAKERS.get(dtype);
  if (make === undefined) throw new Failure("operator-missing", `tensors of type ${dtype}`, { fix: FIX });
  if (!(count >= 0 && count * (elementBytes(dtype) || POINTER_BYTES) <= MAX_BYTES)) throw tooLarge(dtype, count);
  return make(count) as Data;
}

export function zeros(dtype: Dtype, shape: readonly number[]): HostTensor {
  return tensor(dtype, shape, allocate(dtype, elementCount(shape)));
}

/** Small integers such as axes, sizes and shapes, of type int32 or int64. */
export function numbersOf({ data }: HostTensor): number[] {
  return Array.from(data as ArrayLike<number | bigint>, Number);
}

export function numberOf(value: HostTensor): number {
  return Number((value.data as ArrayLike<number | bigint>)[0]);
}

export function stringsOf({ data }: HostTensor): readonly Uint8Array[] {
  return data as readonly Uint8Array[];
}

/** The same elements under another shape. */
export function reshaped<T extends HostTensor>(value: T, shape: readonly number[]): T {
  return { ...value, shape };
}

export function isBig(dtype: Dtype): boolean {
  return dtype === "int64" || dtype === "uint64";
}

const FIX = "Use --runtime tensorflow for this model.";

function tooLarge(dtype: Dtype, count: number): Failure {
  return new Failure("limit-exceeded", `a tensor of ${count} elements of ${dtype} is more than this runtime holds`, {
    fix: "Send a smaller batch, or use --runtime tensorflow.",
  });
}
