import { Failure } from "../../../failure.ts";
import { latin1 } from "./bytes.ts";

/** A feature of a tf.Example, not yet decoded. */
export interface Feature {
  /** Null where it says of no kind to be. */
  readonly dtype: FeatureDtype | null;
  readonly bytes: Uint8Array;
}

export type FeatureDtype = "string" | "float32" | "int64";
export type FeatureValues = readonly Uint8Array[] | readonly number[] | readonly bigint[];
/** By the Latin-1 text of their keys. */
export type Features = ReadonlyMap<string, Feature>;

interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

const FIRST = 0x0a;
const SECOND = 0x12;
const THIRD = 0x1a;
const FIXED32_FIRST = 0x0d;
const VARINT_FIRST = 0x08;
const KINDS: ReadonlyMap<number, FeatureDtype> = new Map([
  [FIRST, "string"],
  [SECOND, "float32"],
  [THIRD, "int64"],
]);

/** Of a key that is there twice, the last counts. As lenient as TensorFlow's own parser, and no more. */
export function readExample(serialized: Uint8Array): Features {
  const features = new Map<string, Feature>();
  const cursor = { bytes: serialized, at: 0 };
  while (cursor.at < serialized.length) {
    if (takeTag(cursor, FIRST)) readFeatures(clipped(cursor), features);
    else skipField(cursor);
  }
  return features;
}

/** Either list of a tf.SequenceExample: its context, and its feature lists by key. */
export function readSequenceExample(serialized: Uint8Array): {
  readonly context: Features;
  readonly lists: ReadonlyMap<string, readonly Feature[]>;
} {
  const context = new Map<string, Feature>();
  const lists = new Map<string, readonly Feature[]>();
  const cursor = { bytes: serialized, at: 0 };
  while (cursor.at < serialized.length) {
    if (takeTag(cursor, FIRST)) readFeatures(clipped(cursor), context);
    else if (takeTag(cursor, SECOND)) readEntries(clipped(cursor), (key, value) => lists.set(key, featuresIn(value)));
    else skipField(cursor);
  }
  return { context, lists };
}

/** What a feature holds, by its kind. */
export function valuesOf({ dtype, bytes }: Feature): FeatureValues {
  const list = clipped({ bytes, at: 1 });
  if (dtype === "string") return stringsIn(list);
  return dtype === "float32" ? floatsIn(list) : integersIn(list);
}

function readFeatures(bytes: Uint8Array, features: Map<string, Feature>): void {
  readEntries(bytes, (key, value) => features.set(key, featureIn(value)));
}

/** A map's entries: key and value in either order, and nothing else. */
function readEntries(bytes: Uint8Array, take: (key: string, value: Uint8Array) => void): void {
  const cursor = { bytes, at: 0 };
  while (cursor.at < bytes.length) {
    if (!takeTag(cursor, FIRST)) throw malformed(bytes);
    const entry = { bytes: clipped(cursor), at: 0 };
    const parts: Record<number, Uint8Array> = {};
    for (let part = 0; part < 2; part++) {
      const tag = entry.bytes[entry.at++];
      if (tag !== FIRST && tag !== SECOND) throw malformed(bytes);
      parts[tag] = payload(entry);
    }
    if (entry.at < entry.bytes.length) throw malformed(bytes);
    take(latin1(parts[FIRST] ?? NONE), parts[SECOND] ?? NONE);
  }
}

const NONE = new Uint8Array(0);

function featureIn(bytes: Uint8Array): Feature {
  if (bytes.length === 0) return { dtype: null, bytes };
  const dtype = KINDS.get(bytes[0]!);
  if (dtype === undefined) throw malformed(bytes);
  return { dtype, bytes };
}

function featuresIn(bytes: Uint8Array): readonly Feature[] {
  const cursor = { bytes, at: 0 };
  const features: Feature[] = [];
  while (cursor.at < bytes.length) {
    if (!takeTag(cursor, FIRST)) throw malformed(bytes);
    features.push(featureIn(payload(cursor)));
  }
  return features;
}

function stringsIn(bytes: Uint8Array): readonly Uint8Array[] {
  const cursor = { bytes, at: 0 };
  const strings: Uint8Array[] = [];
  while (cursor.at < bytes.length) {
    if (!takeTag(cursor, FIRST)) throw malformed(bytes);
    // Its own copy: a part would keep the whole request alive.
    strings.push(payload(cursor).slice());
  }
  return strings;
}

function floatsIn(bytes: Uint8Array): readonly number[] {
  return numbersIn(bytes, FIXED32_FIRST, (cursor) => {
    if (cursor.at + 4 > cursor.bytes.length) throw malformed(bytes);
    const view = new DataView(cursor.bytes.buffer, cursor.bytes.byteOffset + cursor.at, 4);
    cursor.at += 4;
    return view.getFloat32(0, true);
  });
}

function integersIn(bytes: Uint8Array): readonly bigint[] {
  return numbersIn(bytes, VARINT_FIRST, readInt64);
}

/** Packed into one field, or each in a field of its own. */
function numbersIn<T>(bytes: Uint8Array, tag: number, read: (cursor: Cursor) => T): readonly T[] {
  const outer = { bytes, at: 0 };
  const isPacked = takeTag(outer, FIRST);
  const cursor = isPacked ? { bytes: clipped(outer), at: 0 } : outer;
  const numbers: T[] = [];
  while (cursor.at < cursor.bytes.length) {
    if (!isPacked && !takeTag(cursor, tag)) throw malformed(bytes);
    numbers.push(read(cursor));
  }
  return numbers;
}

function takeTag(cursor: Cursor, tag: number): boolean {
  if (cursor.bytes[cursor.at] !== tag) return false;
  cursor.at++;
  return true;
}

/** What a length says to follow, or as much of it as is there. */
function clipped(cursor: Cursor): Uint8Array {
  const length = readLength(cursor);
  const end = Math.min(cursor.bytes.length, cursor.at + length);
  const part = cursor.bytes.subarray(cursor.at, end);
  cursor.at = end;
  return part;
}

function payload(cursor: Cursor): Uint8Array {
  const length = readLength(cursor);
  if (length > cursor.bytes.length - cursor.at) throw malformed(cursor.bytes);
  const part = cursor.bytes.subarray(cursor.at, cursor.at + length);
  cursor.at += length;
  return part;
}

function readLength(cursor: Cursor): number {
  return Number(BigInt.asUintN(32, readInt64(cursor)));
}

/** Most numbers are small: only long ones need the arithmetic of bigint. */
function readInt64(cursor: Cursor): bigint {
  const { bytes } = cursor;
  let low = 0;
  for (let scale = 1; scale < 2 ** 49; scale *= 128) {
    const byte = bytes[cursor.at++];
    if (byte === undefined) throw malformed(bytes);
    low += (byte & 0x7f) * scale;
    if (byte < 0x80) return BigInt(low);
  }
  let value = BigInt(low);
  for (let shift = 49n; shift < 70n; shift += 7n) {
    const byte = bytes[cursor.at++];
    if (byte === undefined) throw malformed(bytes);
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return BigInt.asIntN(64, value);
  }
  throw malformed(bytes);
}

function skipField(cursor: Cursor): void {
  const kind = Number(BigInt.asUintN(32, readInt64(cursor)) & 7n);
  if (kind === 0) readInt64(cursor);
  else if (kind === 2) payload(cursor);
  else if (kind === 1 || kind === 5) cursor.at += kind === 1 ? 8 : 4;
  else throw malformed(cursor.bytes);
  if (cursor.at > cursor.bytes.length) throw malformed(cursor.bytes);
}

function malformed(bytes: Uint8Array): Failure {
  const shown = JSON.stringify(latin1(bytes.subarray(0, 60)));
  return new Failure("prediction-failed", `Could not parse example input, near ${shown}`, {
    fix: "Send serialized tf.Example messages.",
  });
}
