import type { Kind } from "./descriptors.ts";
import { readInt32, readUint64, type Wire } from "./wire.ts";

const MAX_CACHED = 32;
const CACHE: string[] = new Array(2048).fill("");

export function readBytes(wire: Wire, end: number): Uint8Array {
  const bytes = wire.bytes.subarray(wire.at, end);
  wire.at = end;
  return bytes;
}

/** Graphs repeat a few hundred operator and attribute names, so a small cache spares most strings of a file. */
export function readText(wire: Wire, end: number): string {
  const { bytes, at } = wire;
  wire.at = end;
  const length = end - at;
  if (length === 0) return "";
  if (length > MAX_CACHED) return wire.text.toString("utf8", at, end);
  const slot = (length * 31 + bytes[at]! * 7 + bytes[at + (length >> 1)]! * 5 + bytes[end - 1]!) % CACHE.length;
  const cached = CACHE[slot]!;
  if (isText(cached, bytes, at, length)) return cached;
  const text = wire.text.toString("utf8", at, end);
  CACHE[slot] = text;
  return text;
}

const NEAR_BYTES = 2048;

/** A text that few others repeat. Names lie close together, and a call into Node costs more than a slice of a string. */
export function readName(wire: Wire, end: number): string {
  const { at } = wire;
  if (!wire.isAscii || end - at > NEAR_BYTES) return readText(wire, end);
  wire.at = end;
  if (at < wire.nearAt || end > wire.nearAt + wire.near.length) {
    wire.near = wire.text.toString("latin1", at, at + NEAR_BYTES);
    wire.nearAt = at;
  }
  return wire.near.slice(at - wire.nearAt, end - wire.nearAt);
}

function isText(text: string, bytes: Uint8Array, at: number, length: number): boolean {
  if (text.length !== length) return false;
  for (let index = 0; index < length; index++) {
    const byte = bytes[at + index]!;
    if (byte >= 0x80 || byte !== text.charCodeAt(index)) return false;
  }
  return true;
}

export function readNumber(wire: Wire, end: number, kind: Kind): unknown {
  switch (kind) {
    case "bool":
      return readUint64(wire, end) !== 0n;
    case "int64":
      return BigInt.asIntN(64, readUint64(wire, end));
    case "uint64":
      return readUint64(wire, end);
    case "sint64":
      return zigzag(readUint64(wire, end));
    case "uint32":
      return readInt32(wire, end) >>> 0;
    case "float":
      return wire.view.getFloat32(pass(wire, 4), true);
    case "double":
      return wire.view.getFloat64(pass(wire, 8), true);
    case "fixed32":
      return wire.view.getUint32(pass(wire, 4), true);
    case "fixed64":
      return wire.view.getBigUint64(pass(wire, 8), true);
    default:
      return readInt32(wire, end);
  }
}

function zigzag(value: bigint): bigint {
  return (value >> 1n) ^ -(value & 1n);
}

/** Moves past a number, and says where it began. */
function pass(wire: Wire, size: number): number {
  const { at } = wire;
  wire.at += size;
  return at;
}
