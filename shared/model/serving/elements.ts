import { Failure } from "../../failure.ts";
import type { Dtype, TensorData, TensorSpec } from "../../ports/tensor.ts";
import { readBase64Object } from "./base64-object.ts";
import { BYTE, type Cursor, peek, readTextBytes, readWord } from "./json-cursor.ts";
import { beginsNumber, type NumberToken, numberText, numberToken, readNumber } from "./json-number.ts";
import { givenText, misfit } from "./misfit.ts";
import { BFLOAT16, FLOAT16, packFloat, unpackFloat } from "./small-floats.ts";

/** The values of one tensor, in the order in which they were read. */
export interface Elements {
  /** Reads the single value that begins at the cursor; one that does not fit is a Failure. */
  read(cursor: Cursor): void;
  finish(): TensorData;
}

type Numbers = Exclude<TensorData, readonly Uint8Array[] | BigInt64Array | BigUint64Array>;
type Convert = (value: number) => number;

interface FloatFormat {
  readonly allocate: (length: number) => Numbers;
  /** To what the tensor holds, and back to the number that this stands for. */
  readonly pack: Convert;
  readonly unpack: Convert;
}

interface IntegerFormat<Data> {
  readonly allocate: (length: number) => Data;
  readonly smallest: bigint;
  readonly largest: bigint;
}

const FLOATS: Partial<Record<Dtype, FloatFormat>> = {
  float64: { allocate: (length) => new Float64Array(length), pack: (value) => value, unpack: (value) => value },
  float32: { allocate: (length) => new Float32Array(length), pack: Math.fround, unpack: (value) => value },
  float16: {
    allocate: (length) => new Uint16Array(length),
    pack: (value) => packFloat(value, FLOAT16),
    unpack: (bits) => unpackFloat(bits, FLOAT16),
  },
  bfloat16: {
    allocate: (length) => new Uint16Array(length),
    pack: (value) => packFloat(value, BFLOAT16),
    unpack: (bits) => unpackFloat(bits, BFLOAT16),
  },
};

const INTEGERS: Partial<Record<Dtype, IntegerFormat<Numbers>>> = {
  int4: { allocate: (length) => new Int8Array(length), smallest: -8n, largest: 7n },
  int8: { allocate: (length) => new Int8Array(length), smallest: -128n, largest: 127n },
  int16: { allocate: (length) => new Int16Array(length), smallest: -32768n, largest: 32767n },
  int32: { allocate: (length) => new Int32Array(length), smallest: -(2n ** 31n), largest: 2n ** 31n - 1n },
  uint4: { allocate: (length) => new Uint8Array(length), smallest: 0n, largest: 15n },
  uint8: { allocate: (length) => new Uint8Array(length), smallest: 0n, largest: 255n },
  uint16: { allocate: (length) => new Uint16Array(length), smallest: 0n, largest: 65535n },
  uint32: { allocate: (length) => new Uint32Array(length), smallest: 0n, largest: 2n ** 32n - 1n },
};

const LONG_INTEGERS: Partial<Record<Dtype, IntegerFormat<BigInt64Array | BigUint64Array>>> = {
  int64: { allocate: (length) => new BigInt64Array(length), smallest: -(2n ** 63n), largest: 2n ** 63n - 1n },
  uint64: { allocate: (length) => new BigUint64Array(length), smallest: 0n, largest: 2n ** 64n - 1n },
};

const SAFE_DIGITS = 15;

/** Where the values of a tensor go; a dtype that JSON cannot carry is a Failure. */
export function elementsFor(spec: TensorSpec): Elements {
  const { dtype } = spec;
  const float = FLOATS[dtype];
  if (float !== undefined) return growing(float.allocate, floatReader(spec, float));
  const integer = INTEGERS[dtype];
  if (integer !== undefined) {
    const read = integerReader(spec, integer);
    return growing(integer.allocate, (cursor) => Number(read(cursor)));
  }
  const long = LONG_INTEGERS[dtype];
  if (long !== undefined) {
    const read = integerReader(spec, long);
    return growing<bigint>(long.allocate, (cursor) => BigInt(read(cursor)));
  }
  if (dtype === "bool") return growing((length) => new Uint8Array(length), booleanReader(spec));
  if (dtype === "string") return strings(spec);
  throw new Failure("request-invalid", `${JSON.stringify(spec.name)} is of ${dtype}, which JSON cannot carry.`, {
    fix: "Ask for a signature of numbers, booleans and strings.",
  });
}

interface Growable<Value> {
  readonly length: number;
  [index: number]: Value;
  set(values: ArrayLike<Value>): void;
  slice(start: number, end: number): Growable<Value>;
}

function growing<Value>(allocate: (length: number) => unknown, convert: (cursor: Cursor) => Value): Elements {
  let data = allocate(16) as Growable<Value>;
  let count = 0;
  return {
    read(cursor) {
      const value = convert(cursor);
      if (count === data.length) {
        const larger = allocate(2 * count) as Growable<Value>;
        larger.set(data);
        data = larger;
      }
      data[count] = value;
      count += 1;
    },
    finish: () => data.slice(0, count) as unknown as TensorData,
  };
}

function floatReader(spec: TensorSpec, { pack, unpack }: FloatFormat): (cursor: Cursor) => number {
  const token = numberToken();
  return (cursor) => {
    if (!beginsNumber(peek(cursor))) throw misfit(cursor, spec, givenText(cursor), "Give a number.");
    const start = cursor.at;
    readNumber(cursor, token);
    const packed = pack(token.value);
    if (isKept(token, unpack(packed))) return packed;
    cursor.at = start;
    const [loss, fix] = token.isInteger
      ? ["which it cannot hold exactly", "Write it with a fraction, such as .0, to have it rounded."]
      : ["which is too large for it", "Give a smaller number."];
    throw misfit(cursor, spec, `${givenText(cursor)}, ${loss}`, fix);
  };
}

/** Integers are kept exactly or refused, as TensorFlow Serving does; what is written as a fraction is rounded. */
function isKept({ value, isInteger }: NumberToken, kept: number): boolean {
  if (isInteger) return kept === value && Number.isSafeInteger(value);
  return Number.isFinite(kept) || !Number.isFinite(value);
}

/** A number where it is exact, its big integer otherwise. */
function integerReader(spec: TensorSpec, format: IntegerFormat<unknown>): (cursor: Cursor) => number | bigint {
  const token = numberToken();
  const smallest = Number(format.smallest);
  const largest = Number(format.largest);
  return (cursor) => {
    if (!beginsNumber(peek(cursor))) throw misfit(cursor, spec, givenText(cursor), "Give an integer.");
    const start = cursor.at;
    readNumber(cursor, token);
    const { isInteger, value } = token;
    const isShort = token.end - start <= SAFE_DIGITS;
    if (isInteger && isShort && value >= smallest && value <= largest) return value;
    const exact = isInteger ? BigInt(numberText(cursor, token)) : null;
    if (exact !== null && exact >= format.smallest && exact <= format.largest) return exact;
    cursor.at = start;
    const fix = isInteger
      ? `Give an integer from ${format.smallest} to ${format.largest}.`
      : "Write an integer, without fraction and exponent.";
    throw misfit(cursor, spec, givenText(cursor), fix);
  };
}

function booleanReader(spec: TensorSpec): (cursor: Cursor) => number {
  return (cursor) => {
    const byte = peek(cursor);
    if (byte !== 0x74 && byte !== 0x66) throw misfit(cursor, spec, givenText(cursor), "Give true or false.");
    return readWord(cursor) === true ? 1 : 0;
  };
}

function strings(spec: TensorSpec): Elements {
  const data: Uint8Array[] = [];
  return {
    read(cursor) {
      const byte = peek(cursor);
      if (byte === BYTE.quote) data.push(readTextBytes(cursor));
      else if (byte === BYTE.openObject) data.push(readBase64Object(cursor, spec));
      else throw misfit(cursor, spec, givenText(cursor), 'Give a string, or {"b64": "…"} for bytes.');
    },
    finish: () => data,
  };
}
