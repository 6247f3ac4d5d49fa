import { damaged, littleEndian } from "../bytes.ts";
import type { Hdf5File } from "./file.ts";
import { MESSAGE, shared } from "./object-header.ts";

export interface Datatype {
  readonly kind: "string" | "textReference" | "other";
  readonly sizeBytes: number;
}

export interface Attribute {
  readonly name: string;
  /** Null when the attribute is no text. */
  readonly text: string | null;
}

const MAX_TEXT_BYTES = 16 << 20;

export function readDatatype(body: Buffer): Datatype {
  if (body.length < 8) throw damaged("a datatype is cut off");
  const kind = (body[0] ?? 0) & 0x0f;
  const sizeBytes = body.readUInt32LE(4);
  if (kind === 3) return { kind: "string", sizeBytes };
  // Variable-length data: type 1 in the low bits says string; a sequence of bytes may hold text as well.
  return { kind: kind === 9 ? "textReference" : "other", sizeBytes };
}

/** The extent; a product beyond any file stays a number, infinite at worst. */
export function readElementCount(file: Hdf5File, body: Buffer): number {
  const [version = 0, rank = 0] = body;
  if (version === 2 && body[3] === 2) return 0;
  const at = version === 1 ? 8 : 4;
  if (at + rank * file.lengthBytes > body.length) throw damaged("a dataspace is cut off");
  let count = 1;
  for (let dimension = 0; dimension < rank; dimension++) {
    const field = body.subarray(at + dimension * file.lengthBytes, at + (dimension + 1) * file.lengthBytes);
    count *= field.reduceRight((value, byte) => value * 256 + byte, 0);
  }
  return count;
}

/** Null for an attribute that nobody asked for; its value is then not even looked up. */
export function readAttribute(file: Hdf5File, body: Buffer, isWanted: (name: string) => boolean): Attribute | null {
  const version = body[0] ?? 0;
  if (version < 1 || version > 3 || body.length < 8) throw damaged("an attribute is broken");
  const sizes = [body.readUInt16LE(2), body.readUInt16LE(4), body.readUInt16LE(6)] as const;
  const padded = (size: number) => (version === 1 ? Math.ceil(size / 8) * 8 : size);
  const nameAt = version === 3 ? 9 : 8;
  const typeAt = nameAt + padded(sizes[0]);
  const spaceAt = typeAt + padded(sizes[1]);
  const dataAt = spaceAt + padded(sizes[2]);
  if (dataAt > body.length) throw damaged("an attribute is cut off");
  const name = textOf(body.subarray(nameAt, nameAt + sizes[0]));
  if (!isWanted(name)) return null;
  const flags = version === 1 ? 0 : (body[1] ?? 0);
  const part = (at: number, size: number, type: number, flag: number): Buffer => {
    const bytes = body.subarray(at, at + size);
    return (flags & flag) === 0 ? bytes : shared(file, type, bytes, 1).body;
  };
  const type = readDatatype(part(typeAt, sizes[1], MESSAGE.datatype, 1));
  const count = readElementCount(file, part(spaceAt, sizes[2], MESSAGE.dataspace, 2));
  return { name, text: readText(file, body.subarray(dataAt), type, count) };
}

function readText(file: Hdf5File, data: Buffer, type: Datatype, count: number): string | null {
  if (type.kind === "other") return null;
  if (type.kind === "string")
    return textOf(data.subarray(0, Math.min(data.length, type.sizeBytes * Math.min(count, 1))));
  const width = 4 + file.offsetBytes + 4;
  if (count < 1 || data.length < width) return null;
  const address = file.address(data, 4);
  return address === null || address === 0
    ? ""
    : textOf(readGlobalObject(file, address, data.readUInt32LE(4 + file.offsetBytes)));
}

/** One object of a global heap collection, where strings of variable length live. */
function readGlobalObject(file: Hdf5File, address: number, index: number): Buffer {
  const head = file.read(address, 8 + file.lengthBytes);
  if (head.toString("latin1", 0, 4) !== "GCOL") throw damaged("a global heap is broken");
  const end = address + file.length(head, 8);
  const step = 8 + file.lengthBytes;
  for (let at = address + step; at + step <= end; ) {
    const object = file.read(at, step);
    const size = littleEndian(object, 8, file.lengthBytes);
    if (object.readUInt16LE(0) === index) return file.read(at + step, limited(size));
    if (object.readUInt16LE(0) === 0) break;
    at += step + Math.ceil(size / 8) * 8;
  }
  throw damaged("a text is missing from its heap");
}

function limited(size: number): number {
  if (size > MAX_TEXT_BYTES) throw damaged("a text is longer than we read");
  return size;
}

export function textOf(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.toString("utf8", 0, end < 0 ? bytes.length : end);
}
