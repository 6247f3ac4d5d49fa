import type { Spill } from "../../../ports/spill.ts";

/** Takes bytes and gives them back: from memory while they are few, then from disk. */
export interface Shelf {
  /** Room for so many, which is to be filled at once; it begins at a multiple of 8 of its buffer. */
  readonly put: (sizeBytes: number, fill: (room: Uint8Array) => void) => Place;
  /** Gone when others are asked for. */
  readonly bytesAt: (place: Place) => Uint8Array;
}

export interface Place {
  readonly box: Box;
  readonly offset: number;
  readonly sizeBytes: number;
}

/** What is filled in memory, and then lies on disk as a whole. */
interface Box {
  held: Uint8Array | null;
  position: number;
}

const GRAIN = 8;

/** One box in memory is used over and over: many small ones would leave holes that nothing fits into. */
export function shelf(spill: Spill, memoryBytes: number): Shelf {
  let room: Uint8Array | null = null;
  let scratch = new Uint8Array(0);
  let box: Box = { held: null, position: 0 };
  let filled = memoryBytes;

  function empty(): void {
    if (box.held !== null) box.position = spill.append(box.held.subarray(0, filled));
    box.held = null;
    // What was never written takes no memory.
    room ??= new Uint8Array(memoryBytes);
    box = { held: room, position: 0 };
    filled = 0;
  }

  function scratchOf(sizeBytes: number): Uint8Array {
    if (scratch.length < sizeBytes) scratch = new Uint8Array(sizeBytes);
    return scratch.subarray(0, sizeBytes);
  }

  return {
    put(sizeBytes, fill) {
      if (sizeBytes > memoryBytes) {
        const bytes = scratchOf(sizeBytes);
        fill(bytes);
        return { box: { held: null, position: spill.append(bytes) }, offset: 0, sizeBytes };
      }
      if (filled + sizeBytes > memoryBytes) empty();
      const offset = filled;
      fill(box.held!.subarray(offset, offset + sizeBytes));
      filled = Math.min(memoryBytes, GRAIN * Math.ceil((offset + sizeBytes) / GRAIN));
      return { box, offset, sizeBytes };
    },
    bytesAt({ box: { held, position }, offset, sizeBytes }) {
      if (held !== null) return held.subarray(offset, offset + sizeBytes);
      const bytes = scratchOf(sizeBytes);
      spill.read(position + offset, bytes);
      return bytes;
    },
  };
}
