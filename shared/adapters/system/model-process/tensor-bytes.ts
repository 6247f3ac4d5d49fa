import type { Dtype, NamedTensors, Tensor, TensorData } from "../../../ports/tensor.ts";

/** A tensor as a frame's head announces it; its bytes follow in the body. */
export interface Announced {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly array: ArrayName;
  readonly length: number;
  readonly bytes: number;
}

type ArrayName = keyof typeof ARRAYS | "strings";
type Numbers = Exclude<TensorData, readonly Uint8Array[]>;

const ARRAYS = {
  Float32Array,
  Float64Array,
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  BigInt64Array,
  BigUint64Array,
} as const;

/** Typed arrays must begin at a multiple of their element's size, of which eight is the largest. */
const ALIGNMENT = 8;

export interface TensorBytes {
  readonly announced: readonly Announced[];
  /** Each tensor's bytes, as they are in memory: nothing is copied but strings. */
  readonly parts: readonly Uint8Array[];
}

export function bytesOf(tensors: NamedTensors): TensorBytes {
  const announced: Announced[] = [];
  const parts: Uint8Array[] = [];
  for (const [name, { dtype, shape, data }] of tensors) {
    const bytes = isStrings(data) ? joined(data) : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const array = isStrings(data) ? "strings" : (data.constructor.name as ArrayName);
    announced.push({ name, dtype, shape, array, length: data.length, bytes: bytes.length });
    parts.push(bytes, new Uint8Array(padding(bytes.length)));
  }
  return { announced, parts };
}

/** Views into the body, which must hold exactly what was announced; null where it does not. */
export function tensorsOf(announced: readonly Announced[], body: ArrayBuffer): NamedTensors | null {
  const tensors = new Map<string, Tensor>();
  let offset = 0;
  for (const each of announced) {
    const data = offset + each.bytes <= body.byteLength ? dataOf(each, body, offset) : null;
    if (data === null || tensors.has(each.name)) return null;
    tensors.set(each.name, { dtype: each.dtype, shape: each.shape, data });
    offset += each.bytes + padding(each.bytes);
  }
  return offset === body.byteLength ? tensors : null;
}

function dataOf({ array, length, bytes }: Announced, body: ArrayBuffer, offset: number): TensorData | null {
  if (array === "strings") return split(new Uint8Array(body, offset, bytes), length);
  const kind = Object.hasOwn(ARRAYS, array) ? ARRAYS[array] : null;
  return kind !== null && length * kind.BYTES_PER_ELEMENT === bytes
    ? (new kind(body, offset, length) as Numbers)
    : null;
}

/** All lengths, then all bytes. */
function joined(strings: readonly Uint8Array[]): Uint8Array {
  const lengths = Uint32Array.from(strings, ({ length }) => length);
  const size = strings.reduce((sum, { length }) => sum + length, lengths.byteLength);
  const bytes = new Uint8Array(size);
  bytes.set(new Uint8Array(lengths.buffer));
  let offset = lengths.byteLength;
  for (const each of strings) {
    bytes.set(each, offset);
    offset += each.length;
  }
  return bytes;
}

function split(bytes: Uint8Array, count: number): readonly Uint8Array[] | null {
  let offset = count * Uint32Array.BYTES_PER_ELEMENT;
  if (offset > bytes.length) return null;
  const strings: Uint8Array[] = [];
  for (const length of new Uint32Array(bytes.buffer, bytes.byteOffset, count)) {
    strings.push(bytes.subarray(offset, offset + length));
    offset += length;
  }
  return offset === bytes.length ? strings : null;
}

function isStrings(data: TensorData): data is readonly Uint8Array[] {
  return Array.isArray(data);
}

function padding(bytes: number): number {
  return (ALIGNMENT - (bytes % ALIGNMENT)) % ALIGNMENT;
}
