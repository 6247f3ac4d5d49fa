import { Failure } from "../../failure.ts";

/** A place in encoded bytes, and the fields that lead to it. */
export interface Wire {
  /** For messages only. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** The same bytes, which Node turns into strings faster than a TextDecoder does. */
  readonly text: Buffer;
  at: number;
  readonly path: string[];
  depth: number;
  /** Until the check of the whole finds a text that is not. */
  isAscii: boolean;
  /** The text around the latest name, and where it begins. */
  near: string;
  nearAt: number;
}

export const VARINT = 0;
export const FIXED64 = 1;
export const BYTES = 2;
const START_GROUP = 3;
const END_GROUP = 4;
const FIXED32 = 5;

/** TensorFlow's parser refuses deeper messages. */
export const MAX_DEPTH = 100;

export function wireOver(bytes: Uint8Array, file: string): Wire {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { file, bytes, view, text, at: 0, path: [], depth: 0, isAscii: true, near: "", nearAt: 0 };
}

export function malformed(wire: Wire, reason: string): never {
  const path = wire.path.slice(0, wire.depth).join(".");
  const place = path === "" ? `byte ${wire.at}` : `byte ${wire.at}, in ${path}`;
  throw new Failure("model-unreadable", `${wire.file}: ${place}: ${reason}`, {
    fix: "Restore the file from where it was made, or export the model again.",
  });
}

/** A field's number × 8 + its wire type. */
export function readTag(wire: Wire, end: number): number {
  const { bytes } = wire;
  const first = bytes[wire.at]!;
  if (first < 0x80 && first > 7) {
    wire.at++;
    return first & 7 ? checkedTag(wire, first) : first;
  }
  const start = wire.at;
  const tag = readVarint(wire, end);
  if (wire.at - start > 5 || tag > 0xffffffff) malformed(wire, "a field's tag is longer than 5 bytes");
  if (tag < 8) malformed(wire, "field number 0 does not exist");
  return checkedTag(wire, tag);
}

/** Non-negative, exact up to 2^53 and larger above: for tags, lengths and counts. */
export function readVarint(wire: Wire, end: number): number {
  const { bytes } = wire;
  if (wire.at < end && bytes[wire.at]! < 0x80) return bytes[wire.at++]!;
  let value = 0;
  let scale = 1;
  for (let length = 1; wire.at < end; length++) {
    const byte = bytes[wire.at++]!;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
    if (length === 10) malformed(wire, "a number is longer than 10 bytes");
    scale *= 128;
  }
  return malformed(wire, "a number is cut off");
}

/** The low 32 bits, signed: what protobuf keeps of a number for int32, bool and enumerators. */
export function readInt32(wire: Wire, end: number): number {
  const { bytes } = wire;
  let value = 0;
  let shift = 0;
  while (wire.at < end) {
    const byte = bytes[wire.at++]!;
    if (shift < 32) value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value;
    if (shift === 63) malformed(wire, "a number is longer than 10 bytes");
    shift += 7;
  }
  return malformed(wire, "a number is cut off");
}

export function readUint64(wire: Wire, end: number): bigint {
  const { bytes } = wire;
  let value = 0n;
  for (let shift = 0n; wire.at < end; shift += 7n) {
    const byte = bytes[wire.at++]!;
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return BigInt.asUintN(64, value);
    if (shift === 63n) malformed(wire, "a number is longer than 10 bytes");
  }
  return malformed(wire, "a number is cut off");
}

/** Where a length-prefixed payload ends. */
export function readPayloadEnd(wire: Wire, end: number): number {
  const length = readVarint(wire, end);
  if (length > end - wire.at) malformed(wire, `a length of ${length} bytes reaches past the end`);
  return wire.at + length;
}

/** Passes over a field that nothing describes. */
export function skipField(wire: Wire, end: number, tag: number): void {
  const wireType = tag & 7;
  if (wireType === START_GROUP) skipGroup(wire, end, tag >>> 3);
  else if (wireType === END_GROUP) malformed(wire, `group ${tag >>> 3} ends without having begun`);
  else skipValue(wire, end, wireType);
}

function skipGroup(wire: Wire, end: number, number: number): void {
  const open = [number];
  while (open.length > 0) {
    if (open.length + wire.depth > MAX_DEPTH) malformed(wire, `nested deeper than ${MAX_DEPTH}`);
    if (wire.at >= end) malformed(wire, `group ${open.at(-1)} does not end`);
    const tag = readTag(wire, end);
    if ((tag & 7) === START_GROUP) open.push(tag >>> 3);
    else if ((tag & 7) !== END_GROUP) skipValue(wire, end, tag & 7);
    else if (open.pop() !== tag >>> 3) malformed(wire, `group ${tag >>> 3} ends without having begun`);
  }
}

export function skipFixed(wire: Wire, end: number, size: number): void {
  if (end - wire.at < size) malformed(wire, "a number is cut off");
  wire.at += size;
}

function skipValue(wire: Wire, end: number, wireType: number): void {
  if (wireType === VARINT) readVarint(wire, end);
  else if (wireType === BYTES) wire.at = readPayloadEnd(wire, end);
  else skipFixed(wire, end, wireType === FIXED64 ? 8 : 4);
}

function checkedTag(wire: Wire, tag: number): number {
  if ((tag & 7) > FIXED32) malformed(wire, `wire type ${tag & 7} does not exist`);
  return tag;
}
