import type { ByteSource } from "../../ports/files.ts";
import { crc32c, maskCrc32c } from "../crc32c/crc32c.ts";
import { type BundlePiece, type BundleTensor, elementCount } from "./tensor-bundle.ts";

/** A walk through the bytes of one tensor, whatever its size, by pieces of bounded memory. */
interface Walk {
  readonly source: ByteSource;
  readonly end: number;
  at: number;
  crc: number;
  /** Bytes that were read ahead, and where they began. */
  ahead: Uint8Array;
  aheadAt: number;
}

const CHUNK_BYTES = 1 << 20;
const MAX_UINT32 = 2 ** 32 - 1;

/**
 * The masked checksum as tensor_bundle.cc computes it; null where the bytes are not even laid out as the type demands.
 * Strings and variants mix their lengths into it, and carry checksums of their own that must fit too.
 */
export function checksumOf({ dtype }: BundleTensor, piece: BundlePiece, source: ByteSource): number | null {
  const { offset, sizeBytes } = piece;
  const walk = { source, at: offset, end: offset + sizeBytes, crc: 0, ahead: new Uint8Array(0), aheadAt: 0 };
  const isWhole =
    dtype === "string"
      ? walkStrings(walk, elementCount(piece.shape))
      : dtype === "variant"
        ? walkVariants(walk, elementCount(piece.shape))
        : checksum(walk, sizeBytes);
  return isWhole && walk.at === walk.end ? maskCrc32c(walk.crc) : null;
}

/** All lengths, the checksum of the lengths, then all bytes. */
function walkStrings(walk: Walk, count: number): boolean {
  let total = 0;
  if (count > walk.end - walk.at) return false;
  for (let index = 0; index < count; index++) {
    const length = readVarint(walk);
    if (length === null) return false;
    walk.crc = crc32c(littleEndian(length, length > MAX_UINT32 ? 8 : 4), walk.crc);
    total += length;
  }
  return walkChecksum(walk) && checksum(walk, total);
}

/** For each element its length, its bytes, and the checksum of everything so far. */
function walkVariants(walk: Walk, count: number): boolean {
  for (let index = 0; index < count; index++) {
    const length = readVarint(walk);
    if (length === null) return false;
    walk.crc = crc32c(littleEndian(length, 8), walk.crc);
    if (!checksum(walk, length) || !walkChecksum(walk)) return false;
  }
  return true;
}

/** A stored checksum must be that of what came before, and becomes part of what comes after. */
function walkChecksum(walk: Walk): boolean {
  const stored = take(walk, 4);
  if (stored === null || littleEndian(maskCrc32c(walk.crc), 4).some((byte, index) => byte !== stored[index]))
    return false;
  walk.crc = crc32c(stored, walk.crc);
  return true;
}

function checksum(walk: Walk, length: number): boolean {
  if (length > walk.end - walk.at) return false;
  for (let left = length; left > 0; left -= CHUNK_BYTES) {
    walk.crc = crc32c(take(walk, Math.min(left, CHUNK_BYTES))!, walk.crc);
  }
  return true;
}

function readVarint(walk: Walk): number | null {
  let value = 0;
  for (let scale = 1; scale <= 2 ** 49; scale *= 128) {
    const byte = take(walk, 1)?.[0];
    if (byte === undefined) return null;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
  }
  return null;
}

function take(walk: Walk, length: number): Uint8Array | null {
  if (length > walk.end - walk.at) return null;
  if (walk.at + length > walk.aheadAt + walk.ahead.length || walk.at < walk.aheadAt) {
    walk.ahead = walk.source.read(walk.at, Math.min(CHUNK_BYTES, walk.end - walk.at));
    walk.aheadAt = walk.at;
  }
  const start = walk.at - walk.aheadAt;
  walk.at += length;
  return walk.ahead.subarray(start, start + length);
}

function littleEndian(value: number, size: 4 | 8): Uint8Array {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  if (size === 4) view.setUint32(0, value, true);
  else view.setBigUint64(0, BigInt(value), true);
  return bytes;
}
