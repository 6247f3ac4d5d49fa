import type { ByteSource } from "../../../ports/files.ts";
import { damaged, littleEndian, readAt } from "../bytes.ts";
import { MAX_MEMBERS } from "./limits.ts";

export interface ZipMember {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  /** Of its local header, from the beginning of the source. */
  readonly offset: number;
  /** The Unix mode, 0 when the archive was made elsewhere. */
  readonly mode: number;
}

export interface ZipDirectory {
  readonly members: readonly ZipMember[];
  /** How many members the end record promises. */
  readonly declaredMembers: number;
  readonly start: number;
  /** Bytes before the first one that the archive counts: a picture in front of it, for example. */
  readonly prefixBytes: number;
}

interface EndRecord {
  readonly at: number;
  readonly members: number;
  readonly directoryBytes: number;
  readonly directoryOffset: number;
}

const END = Buffer.from("PK\x05\x06", "latin1");
const END_BYTES = 22;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const MAX_END_RECORDS = 64;
const MAX_DIRECTORY_BYTES = 16 << 20;

/** Null when the bytes hold no zip. The last end record that points at a directory counts. */
export function readZipDirectory(source: ByteSource, maxMembers = MAX_MEMBERS): ZipDirectory | null {
  const tailStart = Math.max(0, source.sizeBytes - END_BYTES - 0xffff);
  const tail = readAt(source, tailStart, source.sizeBytes - tailStart);
  for (let at = tail.lastIndexOf(END), tries = 0; at >= 0 && tries < MAX_END_RECORDS; tries++) {
    const end = readEnd(source, tail, tailStart, at);
    const directory = end === null ? null : readDirectory(source, end, maxMembers);
    if (directory !== null) return directory;
    at = at === 0 ? -1 : tail.lastIndexOf(END, at - 1);
  }
  return null;
}

function readDirectory(source: ByteSource, end: EndRecord, maxMembers: number): ZipDirectory | null {
  const start = end.at - end.directoryBytes;
  const prefixBytes = start - end.directoryOffset;
  if (start < 0 || prefixBytes < 0) return null;
  const first = readAt(source, start, Math.min(4, end.directoryBytes));
  if (end.directoryBytes > 0 && !(first.length === 4 && first.readUInt32LE(0) === ENTRY)) return null;
  const isHuge = end.directoryBytes > MAX_DIRECTORY_BYTES || end.members > maxMembers;
  const members = isHuge ? [] : readMembers(readAt(source, start, end.directoryBytes), { prefixBytes, maxMembers });
  return {
    members,
    declaredMembers: isHuge ? Math.max(end.members, maxMembers + 1) : end.members,
    start,
    prefixBytes,
  };
}

function readEnd(source: ByteSource, tail: Buffer, tailStart: number, at: number): EndRecord | null {
  if (at + END_BYTES > tail.length) return null;
  const plain = {
    at: tailStart + at,
    members: tail.readUInt16LE(at + 10),
    directoryBytes: tail.readUInt32LE(at + 12),
    directoryOffset: tail.readUInt32LE(at + 16),
  };
  return findEnd64(source, plain.at) ?? plain;
}

function findEnd64(source: ByteSource, endAt: number): EndRecord | null {
  if (endAt < 20 + 56) return null;
  const locator = readAt(source, endAt - 20, 20);
  if (locator.readUInt32LE(0) !== LOCATOR64) return null;
  // Python looks just before the locator, whatever offset the locator names.
  const at = endAt - 20 - 56;
  const record = readAt(source, at, 56);
  if (record.readUInt32LE(0) !== END64) throw damaged("the zip64 end record is not where it belongs");
  const directoryBytes = littleEndian(record, 40, 8);
  if (directoryBytes > at) throw damaged("the zip directory is larger than the file");
  return { at, members: littleEndian(record, 32, 8), directoryBytes, directoryOffset: littleEndian(record, 48, 8) };
}

function readMembers(
  bytes: Buffer,
  { prefixBytes, maxMembers }: { readonly prefixBytes: number; readonly maxMembers: number },
): readonly ZipMember[] {
  const members: ZipMember[] = [];
  for (let at = 0; at < bytes.length && members.length <= maxMembers; ) {
    if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== ENTRY)
      throw damaged("the zip directory is broken");
    const nameBytes = bytes.readUInt16LE(at + 28);
    const extraBytes = bytes.readUInt16LE(at + 30);
    const next = at + ENTRY_BYTES + nameBytes + extraBytes + bytes.readUInt16LE(at + 32);
    if (next > bytes.length) throw damaged("the zip directory is cut off");
    members.push(readMember(bytes.subarray(at, next), nameBytes, extraBytes, prefixBytes));
    at = next;
  }
  return members;
}

function readMember(entry: Buffer, nameBytes: number, extraBytes: number, prefixBytes: number): ZipMember {
  const flags = entry.readUInt16LE(8);
  const nameEnd = ENTRY_BYTES + nameBytes;
  const wide = wideNumbers(entry.subarray(nameEnd, nameEnd + extraBytes));
  const number = (at: number): number => {
    const value = entry.readUInt32LE(at);
    return value === 0xffffffff ? (wide.shift() ?? value) : value;
  };
  // In this order stand the 64-bit values in the extra field.
  const sizeBytes = number(24);
  const packedBytes = number(20);
  const offset = number(42) + prefixBytes;
  const isUnix = entry[5] === 3 || entry[5] === 19;
  return {
    name: zipName(entry.subarray(ENTRY_BYTES, nameEnd), flags),
    flags,
    method: entry.readUInt16LE(10),
    packedBytes,
    sizeBytes,
    offset,
    mode: isUnix ? entry.readUInt32LE(38) >>> 16 : 0,
  };
}

export function zipName(bytes: Buffer, flags: number): string {
  return bytes.toString((flags & 0x800) === 0 ? "latin1" : "utf8");
}

/** The 64-bit sizes and offset that did not fit the fixed fields (extra field 1). */
export function wideNumbers(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (end > extra.length) return [];
    if (extra.readUInt16LE(at) === 1) {
      const count = Math.min(3, Math.floor((end - at - 4) / 8));
      return Array.from({ length: count }, (_, index) => littleEndian(extra, at + 4 + 8 * index, 8));
    }
    at = end;
  }
  return [];
}
