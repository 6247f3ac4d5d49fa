import { Failure } from "../../failure.ts";
import type { ByteSource, Files } from "../../ports/files.ts";
import type { Dtype } from "../../ports/tensor.ts";
import { crc32c, maskCrc32c } from "../crc32c/crc32c.ts";
import { elementBytes } from "../dtypes.ts";
import type { Extent } from "./ordered-code.ts";
import { type BundlePiece, type BundleTensor, denseBytes, elementCount, type TensorBundle } from "./tensor-bundle.ts";
import { checksumOf } from "./tensor-checksum.ts";
import { shardPath } from "./variables.ts";

const CHECKSUM_BYTES = 4;

export interface StoredTensor {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** Row-major, as stored; empty for strings. */
  readonly content: Uint8Array;
  readonly strings: readonly Uint8Array[];
}

export interface Checkpoint {
  readonly directory: string;
  readonly bundle: TensorBundle;
  readonly files: Files;
}

/**
 * One tensor of a checkpoint, whole and as its checksum says: the slices of a partitioned variable are joined. What is
 * no text is put into `room`, if there is any, which is as long as it.
 */
export function readTensor(tensor: BundleTensor, checkpoint: Checkpoint, room?: Uint8Array): StoredTensor {
  const { dtype, shape, pieces } = tensor;
  const read = (piece: BundlePiece, into?: Uint8Array) => readPiece(tensor, piece, { ...checkpoint, room: into });
  if (dtype === "string") {
    const strings = splitStrings(
      tensor,
      pieces.map((piece) => read(piece)),
    );
    return { dtype, shape, content: new Uint8Array(0), strings };
  }
  const expected = denseBytes(dtype, shape);
  const [first] = pieces;
  if (expected === null || first === undefined || (room !== undefined && room.length !== expected)) {
    throw mismatch(tensor);
  }
  const content =
    first.extents === null ? read(first, room) : joinSlices(tensor, room ?? new Uint8Array(expected), read);
  if (content.length !== expected) throw mismatch(tensor);
  return { dtype, shape, content, strings: [] };
}

function readPiece(
  tensor: BundleTensor,
  piece: BundlePiece,
  { directory, bundle, files, room }: Checkpoint & { readonly room: Uint8Array | undefined },
): Uint8Array {
  const shard = shardPath(piece.shard, bundle.shardCount);
  using source: ByteSource & Disposable = files.open(`${directory}/${shard}`);
  const bytes = source.read(piece.offset, piece.sizeBytes, room);
  if (checksumOfBytes(tensor, piece, bytes) !== piece.crc32c) throw damaged(tensor, shard);
  if (room === undefined || bytes === room) return bytes;
  if (room.length !== bytes.length) throw mismatch(tensor);
  room.set(bytes);
  return room;
}

/** Strings mix their lengths into it. */
function checksumOfBytes(tensor: BundleTensor, piece: BundlePiece, bytes: Uint8Array): number | null {
  if (tensor.dtype !== "string") return maskCrc32c(crc32c(bytes));
  const source: ByteSource = {
    sizeBytes: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + length),
  };
  return checksumOf(tensor, { ...piece, offset: 0 }, source);
}

/** Varint lengths, the checksum of the lengths, the bytes. */
function splitStrings(tensor: BundleTensor, [bytes]: readonly Uint8Array[]): readonly Uint8Array[] {
  const count = elementCount(tensor.shape);
  if (bytes === undefined || count > bytes.length) throw mismatch(tensor);
  const { lengths, end } = readLengths(bytes, count);
  let at = end + CHECKSUM_BYTES;
  if (at + lengths.reduce((sum, length) => sum + length, 0) !== bytes.length) throw mismatch(tensor);
  return lengths.map((length) => {
    at += length;
    return bytes.subarray(at - length, at);
  });
}

function readLengths(bytes: Uint8Array, count: number): { readonly lengths: readonly number[]; readonly end: number } {
  const lengths: number[] = [];
  let at = 0;
  for (let length = 0, scale = 1; lengths.length < count && at < bytes.length; at++) {
    const byte = bytes[at]!;
    length += (byte & 0x7f) * scale;
    scale *= 128;
    if (byte >= 0x80) continue;
    lengths.push(length);
    length = 0;
    scale = 1;
  }
  return { lengths, end: at };
}

function joinSlices(tensor: BundleTensor, whole: Uint8Array, read: (piece: BundlePiece) => Uint8Array): Uint8Array {
  for (const piece of tensor.pieces) place(tensor, read(piece), piece.extents ?? [], whole);
  return whole;
}

/** Copies a slice row by row: only its last dimension lies together in the whole. */
function place(tensor: BundleTensor, bytes: Uint8Array, extents: readonly Extent[], whole: Uint8Array): void {
  const { shape, dtype } = tensor;
  const starts = extents.map(({ start }) => start);
  const sizes = extents.map(({ length }, axis) => (length < 0 ? shape[axis]! : length));
  const isInside =
    sizes.length === shape.length &&
    sizes.every((size, axis) => starts[axis]! >= 0 && starts[axis]! + size <= shape[axis]!);
  if (!isInside || elementCount(sizes) * elementBytes(dtype) !== bytes.length) throw mismatch(tensor);
  const row = (sizes.at(-1) ?? 1) * elementBytes(dtype);
  for (let from = 0; from < bytes.length; from += row) {
    const to = offsetOf(from / elementBytes(dtype), { sizes, starts, shape }) * elementBytes(dtype);
    whole.set(bytes.subarray(from, from + row), to);
  }
}

/** Where an element of a slice, counted row-major, lies in the whole. */
function offsetOf(element: number, slice: Readonly<Record<"sizes" | "starts" | "shape", readonly number[]>>): number {
  const { sizes, starts, shape } = slice;
  let rest = element;
  let offset = 0;
  for (let axis = sizes.length - 1, stride = 1; axis >= 0; axis--) {
    offset += (starts[axis]! + (rest % sizes[axis]!)) * stride;
    rest = Math.floor(rest / sizes[axis]!);
    stride *= shape[axis]!;
  }
  return offset;
}

function damaged({ name }: BundleTensor, shard: string): Failure {
  return new Failure("model-unreadable", `${shard} differs from its checksum at ${name}`, {
    fix: "Restore the file from where the model was exported.",
  });
}

function mismatch({ name }: BundleTensor): Failure {
  return new Failure("model-unreadable", `the stored bytes of ${name} do not fit its type and shape`, {
    fix: "Restore the checkpoint from where it was made, or export the model again.",
  });
}
