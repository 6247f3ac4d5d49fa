import { Failure } from "../../failure.ts";
import type { Dtype, Shape } from "../../ports/tensor.ts";
import { shapeOf } from "../attributes.ts";
import { dtypeOf, elementBytes } from "../dtypes.ts";
import { parseMessage } from "../protobuf/decode.ts";
import type { Decoded } from "../protobuf/descriptors.ts";
import { type Extent, sliceKey } from "./ordered-code.ts";
import { readTable } from "./sstable.ts";

/** The index of a checkpoint: which tensor lies where in which shard. */
export interface TensorBundle {
  readonly shardCount: number;
  readonly isBigEndian: boolean;
  /** By name; a partitioned variable is one tensor with several slices. */
  readonly tensors: ReadonlyMap<string, BundleTensor>;
}

export interface BundleTensor {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** Where its bytes lie, or those of each of its slices. */
  readonly pieces: readonly BundlePiece[];
}

export interface BundlePiece {
  /** Which part of the tensor; null is all of it. */
  readonly extents: readonly Extent[] | null;
  readonly shape: readonly number[];
  readonly shard: number;
  readonly offset: number;
  readonly sizeBytes: number;
  /** Masked, of the bytes as they are stored. */
  readonly crc32c: number;
}

type Entry = Decoded<"BundleEntryProto">;
type Entries = ReadonlyMap<string, Entry>;

/** What this reader understands of tensor_bundle.proto: TensorFlow has never written another version. */
const VERSION = 1;
const MAX_SHARDS = 100_000;
/** A rank above this is no tensor of TensorFlow's. */
const MAX_RANK = 254;

export function parseBundle(bytes: Uint8Array, file: string): TensorBundle {
  const [first, ...rest] = readTable(bytes, file);
  if (first === undefined || first.key.length > 0) throw damaged(file, "it has no header");
  const header = parseMessage("BundleHeaderProto", first.value, file);
  requireReadable(header, file);
  const entries: Entries = new Map(
    rest.map(({ key, value }) => [latin1(key), parseMessage("BundleEntryProto", value, file)]),
  );
  const tensors = [...entries].filter(([key]) => !isSliceKey(key)).map(([key, entry]) => tensorOf(key, entry, entries));
  return {
    shardCount: header.num_shards,
    isBigEndian: header.endianness === 1,
    tensors: new Map(tensors.map((tensor) => [tensor.name, tensor])),
  };
}

export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** How many bytes a tensor takes, or null where its elements vary in size. */
export function denseBytes(dtype: Dtype, shape: readonly number[]): number | null {
  const size = elementBytes(dtype);
  return size === 0 ? null : size * elementCount(shape);
}

function requireReadable(header: Decoded<"BundleHeaderProto">, file: string): void {
  const { num_shards, version } = header;
  if (num_shards < 1 || num_shards > MAX_SHARDS) throw damaged(file, `it speaks of ${num_shards} shards`);
  if (version !== undefined && version.min_consumer > VERSION) {
    throw damaged(file, `it needs a reader of version ${version.min_consumer}, and TensorFlow has version ${VERSION}`);
  }
}

function tensorOf(key: string, entry: Entry, entries: Entries): BundleTensor {
  const shape = dimensions(shapeOf(entry.shape));
  const pieces = entry.slices.length === 0 ? [pieceOf(entry, null)] : slicesOf(key, entry, entries);
  return { name: Buffer.from(key, "latin1").toString(), dtype: dtypeOf(entry.dtype), shape, pieces };
}

/** A slice that has no entry of its own stands with no bytes in a shard that does not exist. */
function slicesOf(key: string, entry: Entry, entries: Entries): readonly BundlePiece[] {
  return entry.slices.map(({ extent }) => {
    const extents = extent.map(({ start, length }) => ({ start: Number(start), length: Number(length ?? -1n) }));
    const slice = entries.get(latin1(sliceKey(Buffer.from(key, "latin1"), extents)));
    return slice === undefined ? missingPiece(extents) : pieceOf(slice, extents);
  });
}

function pieceOf(entry: Entry, extents: readonly Extent[] | null): BundlePiece {
  return {
    extents,
    shape: dimensions(shapeOf(entry.shape)),
    shard: entry.shard_id,
    offset: Number(entry.offset),
    sizeBytes: Number(entry.size),
    crc32c: entry.crc32c,
  };
}

function missingPiece(extents: readonly Extent[]): BundlePiece {
  return { extents, shape: [], shard: -1, offset: 0, sizeBytes: 0, crc32c: 0 };
}

/** An unknown rank or size cannot be stored; −1 keeps it visible to whoever checks the sizes. */
function dimensions(shape: Shape): readonly number[] {
  return shape === null || shape.length > MAX_RANK ? [-1] : shape;
}

/** Slices have names that begin with a zero byte, which no variable's name does. */
function isSliceKey(key: string): boolean {
  return key.startsWith("\0");
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

function damaged(file: string, reason: string): Failure {
  return new Failure("model-unreadable", `${file}: ${reason}`, {
    fix: "Restore the checkpoint from where it was made, or export the model again.",
  });
}
