/**
 * OrderedCode, in which a checkpoint spells the name of one slice of a partitioned variable: bytes that sort as the
 * values do (tensorflow/core/lib/strings/ordered_code.cc, tensorflow/core/util/saved_tensor_slice_util.cc).
 */
export interface Extent {
  readonly start: number;
  /** −1 is the whole dimension. */
  readonly length: number;
}

const HEADERS = [0, 0x80, 0xc0, 0xe0, 0xf0, 0xf8, 0xfc, 0xfe, 0xff, 0xff, 0xff];
const SECOND_HEADERS = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0xc0];

export function sliceKey(name: Uint8Array, extents: readonly Extent[]): Uint8Array {
  const bytes: number[] = [];
  appendCount(bytes, 0);
  appendText(bytes, name);
  appendCount(bytes, extents.length);
  for (const { start, length } of extents) {
    appendSigned(bytes, BigInt(start));
    appendSigned(bytes, BigInt(length));
  }
  return Uint8Array.from(bytes);
}

function appendCount(bytes: number[], value: number): void {
  const digits: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  bytes.push(digits.length, ...digits);
}

/** Zero bytes are escaped, because a zero and a one end the text. */
function appendText(bytes: number[], text: Uint8Array): void {
  for (const byte of text) {
    bytes.push(byte);
    if (byte === 0) bytes.push(0xff);
    if (byte === 0xff) bytes.push(0);
  }
  bytes.push(0, 1);
}

/** A header of ones tells the length; six bits of value fit beside it in one byte, seven more in each further byte. */
function appendSigned(bytes: number[], value: bigint): void {
  const magnitude = value < 0n ? ~value : value;
  const bits = magnitude === 0n ? 0 : magnitude.toString(2).length;
  const length = Math.floor(bits / 7) + 1;
  const digits = bigEndian(value, length);
  digits[0]! ^= HEADERS[length]!;
  if (length > 1) digits[1]! ^= SECOND_HEADERS[length]!;
  bytes.push(...digits);
}

function bigEndian(value: bigint, length: number): number[] {
  return Array.from({ length }, (_, index) => Number((value >> BigInt(8 * (length - 1 - index))) & 0xffn));
}
