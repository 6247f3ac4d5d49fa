import { Failure } from "../../../failure.ts";
import { latin1 } from "./bytes.ts";

/** A part of a message: no copy, and no view either, which would cost more than reading it. */
interface Part {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly end: number;
}

/** A feature of a tf.Example, not yet decoded. */
export interface Feature extends Part {
  /** Null where it says of no kind to be. */
  readonly dtype: FeatureDtype | null;
}

export type FeatureDtype = "string" | "float32" | "int64";
export type FeatureValues = readonly Uint8Array[] | readonly number[] | readonly bigint[];
/** By the Latin-1 text of their keys. */
export type Features = ReadonlyMap<string, Feature>;

interface Cursor {
  readonly bytes: Uint8Array;
  readonly end: number;
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
  const cursor = wholeOf(serialized);
  while (cursor.at < cursor.end) {
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
  const cursor = wholeOf(serialized);
  while (cursor.at < cursor.end) {
    if (takeTag(cursor, FIRST)) readFeatures(clipped(cursor), context);
    else if (takeTag(cursor, SECOND)) readEntries(clipped(cursor), (key, value) => lists.set(key, featuresIn(value)));
    else skipField(cursor);
  }
  return { context, lists };
}

/** What a feature holds, by its kind. */
export function valuesOf({ dtype, bytes, from, end }: Feature): FeatureValues {
  const list = clipped({ bytes, at: from + 1, end });
  if (dtype === "string") return stringsIn(list);
  return dtype === "float32" ? floatsIn(list) : integersIn(list);
}

function wholeOf(bytes: Uint8Array): Cursor {
  return { bytes, at: 0, end: bytes.length };
}

function readFeatures(cursor: Cursor, features: Map<string, Feature>): void {
  readEntries(cursor, (key, value) => features.set(key, featureIn(value)));
}

/** A map's entries: key and value in either order, and nothing else. */
function readEntries(cursor: Cursor, take: (key: string, value: Cursor) => void): void {
  while (cursor.at < cursor.end) {
    if (!takeTag(cursor, FIRST)) throw malformed(cursor);
    const entry = clipped(cursor);
    let key = "";
    let value: Cursor = { bytes: entry.bytes, at: entry.end, end: entry.end };
    for (let part = 0; part < 2; part++) {
      if (takeTag(entry, FIRST)) key = textIn(payload(entry));
      else if (takeTag(entry, SECOND)) value = payload(entry);
      else throw malformed(cursor);
    }
    if (entry.at < entry.end) throw malformed(cursor);
    take(key, value);
  }
}

function textIn({ bytes, at, end }: Cursor): string {
  if (end - at > MAX_SHORT_KEY) return latin1(bytes.subarray(at, end));
  let text = "";
  for (let index = at; index < end; index++) text += String.fromCharCode(bytes[index]!);
  return text;
}

const MAX_SHORT_KEY = 40;

function featureIn({ bytes, at, end }: Cursor): Feature {
  if (at === end) return { dtype: null, bytes, from: at, end };
  const dtype = KINDS.get(bytes[at]!);
  if (dtype === undefined) throw malformed({ bytes });
  return { dtype, bytes, from: at, end };
}

function featuresIn(cursor: Cursor): readonly Feature[] {
  const features: Feature[] = [];
  while (cursor.at < cursor.end) {
    if (!takeTag(cursor, FIRST)) throw malformed(cursor);
    features.push(featureIn(payload(cursor)));
  }
  return features;
}

function stringsIn(cursor: Cursor): readonly Uint8Array[] {
  const strings: Uint8Array[] = [];
  while (cursor.at < cursor.end) {
    if (!takeTag(cursor, FIRST)) throw malformed(cursor);
    const { bytes, at, end } = payload(cursor);
    // Its own copy: a view would keep the whole request alive.
    strings.push(bytes.slice(at, end));
  }
  return strings;
}

const float = new Float32Array(1);
const floatBytes = new Uint8Array(float.buffer);

function floatsIn(cursor: Cursor): readonly number[] {
  return numbersIn(cursor, FIXED32_FIRST, readFloat);
}

function readFloat(cursor: Cursor): number {
  if (cursor.at + 4 > cursor.end) throw malformed(cursor);
  for (let index = 0; index < 4; index++) floatBytes[index] = cursor.bytes[cursor.at++]!;
  return float[0]!;
}

function integersIn(cursor: Cursor): readonly bigint[] {
  return numbersIn(cursor, VARINT_FIRST, readInt64);
}

/** Packed into one field, or each in a field of its own. */
function numbersIn<T>(outer: Cursor, tag: number, read: (cursor: Cursor) => T): readonly T[] {
  const isPacked = takeTag(outer, FIRST);
  const cursor = isPacked ? clipped(outer) : outer;
  const numbers: T[] = [];
  while (cursor.at < cursor.end) {
    if (!isPacked && !takeTag(cursor, tag)) throw malformed(cursor);
    numbers.push(read(cursor));
  }
  return numbers;
}

function takeTag(cursor: Cursor, tag: number): boolean {
  if (cursor.at >= cursor.end || cursor.bytes[cursor.at] !== tag) return false;
  cursor.at++;
  return true;
}

/** What a length says to follow, or as much of it as is there. */
function clipped(cursor: Cursor): Cursor {
  const length = readLength(cursor);
  const at = cursor.at;
  cursor.at = Math.min(cursor.end, at + length);
  return { bytes: cursor.bytes, at, end: cursor.at };
}

function payload(cursor: Cursor): Cursor {
  const length = readLength(cursor);
  const at = cursor.at;
  if (length > cursor.end - at) throw malformed(cursor);
  cursor.at = at + length;
  return { bytes: cursor.bytes, at, end: cursor.at };
}

function readLength(cursor: Cursor): number {
  const first = cursor.bytes[cursor.at]!;
  if (cursor.at < cursor.end && first < 0x80) {
    cursor.at++;
    return first;
  }
  return Number(BigInt.asUintN(32, readInt64(cursor)));
}

/** Most numbers are small: only long ones need the arithmetic of bigint. */
function readInt64(cursor: Cursor): bigint {
  let low = 0;
  for (let scale = 1; scale < 2 ** 49; scale *= 128) {
    const byte = nextByte(cursor);
    low += (byte & 0x7f) * scale;
    if (byte < 0x80) return BigInt(low);
  }
  let value = BigInt(low);
  for (let shift = 49n; shift < 70n; shift += 7n) {
    const byte = nextByte(cursor);
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return BigInt.asIntN(64, value);
  }
  throw malformed(cursor);
}

function nextByte(cursor: Cursor): number {
  if (cursor.at >= cursor.end) throw malformed(cursor);
  return cursor.bytes[cursor.at++]!;
}

function skipField(cursor: Cursor): void {
  const kind = Number(BigInt.asUintN(32, readInt64(cursor)) & 7n);
  if (kind === 0) readInt64(cursor);
  else if (kind === 2) payload(cursor);
  else if (kind === 1 || kind === 5) cursor.at += kind === 1 ? 8 : 4;
  else throw malformed(cursor);
  if (cursor.at > cursor.end) throw malformed(cursor);
}

function malformed({ bytes }: Pick<Cursor, "bytes">): Failure {
  const shown = JSON.stringify(latin1(bytes.subarray(0, 60)));
  return new Failure("prediction-failed", `Could not parse example input, value: ${shown}`, {
    fix: "Send serialized tf.Example messages.",
  });
}
