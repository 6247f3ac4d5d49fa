import { type BundleTensor, denseBytes } from "../../../model/checkpoint/tensor-bundle.ts";
import { type Checkpoint, readTensor } from "../../../model/checkpoint/tensor-values.ts";
import { tensorOfBytes } from "../values/constant.ts";
import { tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { MAX_BYTES, newWeightMemory, type WeightMemory } from "../weights/memory.ts";

export interface PlacedTensors {
  /** Null where none is large. */
  readonly weights: WeightMemory | null;
  read(entry: BundleTensor): HostTensor;
}

interface Place {
  /** Of the flag that tells that the tensor has been read and verified. */
  readonly index: number;
  readonly offset: number;
  readonly sizeBytes: number;
}

/** Smaller ones are no matter of memory. */
const MIN_BYTES = 2 ** 12;
/** Where a line of the processor's cache begins. */
const ALIGNMENT = 64;
const FLAG_BYTES = Int32Array.BYTES_PER_ELEMENT;

/**
 * Large tensors are read straight to where they are used, each once for all threads; the order of the index decides
 * where, so that every thread knows the same places. A model may name more than it needs: only what is asked for is
 * read.
 */
export function placedTensors(checkpoint: Checkpoint, known: WeightMemory | null): PlacedTensors {
  const { places, sizeBytes } = placesOf([...checkpoint.bundle.tensors.values()]);
  const weights = places.size === 0 ? null : (known ?? newWeightMemory(sizeBytes));
  return {
    weights,
    read(entry) {
      const place = places.get(entry.name);
      return place === undefined || weights === null
        ? ownTensor(entry, checkpoint)
        : placedTensor(entry, checkpoint, { place, weights });
    },
  };
}

function placesOf(entries: readonly BundleTensor[]): {
  readonly places: ReadonlyMap<string, Place>;
  readonly sizeBytes: number;
} {
  const places = new Map<string, Place>();
  let end = aligned(entries.length * FLAG_BYTES);
  for (const { name, dtype, shape } of entries) {
    const sizeBytes = denseBytes(dtype, shape) ?? 0;
    // What does not fit in is read elsewhere.
    if (sizeBytes < MIN_BYTES || dtype === "bool" || end + sizeBytes > MAX_BYTES) continue;
    places.set(name, { index: places.size, offset: end, sizeBytes });
    end = aligned(end + sizeBytes);
  }
  return { places, sizeBytes: end };
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

interface Room {
  readonly place: Place;
  readonly weights: WeightMemory;
}

/** Threads that read the same one at the same time write the same bytes. */
function placedTensor(entry: BundleTensor, checkpoint: Checkpoint, { place, weights }: Room): HostTensor {
  const { index, offset, sizeBytes } = place;
  const { bytes } = weights;
  const flags = new Int32Array(bytes.buffer, 0, index + 1);
  const room = bytes.subarray(offset, offset + sizeBytes);
  if (Atomics.load(flags, index) === 0) readTensor(entry, checkpoint, room);
  Atomics.store(flags, index, 1);
  return tensorOfBytes(entry.dtype, entry.shape, room);
}

function ownTensor(entry: BundleTensor, checkpoint: Checkpoint): HostTensor {
  const { dtype, shape, content, strings } = readTensor(entry, checkpoint);
  return dtype === "string" ? tensor(dtype, shape, strings) : tensorOfBytes(dtype, shape, content);
}
