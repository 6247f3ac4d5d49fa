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

/** Of rows that are few, few take memory. */
const FIRST_BYTES = 2 ** 20;

/** One box in memory is used over and over: many small ones would leave holes that nothing fits into. */
export function shelf(spill: Spill, memoryBytes: number): Shelf {
  let scratch = new Uint8Array(0);
  let room = new Uint8Array(0);
  let box: Box = { held: room, position: 0 };
  let filled = 0;

  function spillBox(): void {
    box.position = spill.append(room.subarray(0, filled));
    box.held = null;
    box = { held: room, position: 0 };
    filled = 0;
  }

  function roomFor(sizeBytes: number): Uint8Array {
    if (filled + sizeBytes > memoryBytes) spillBox();
    const end = filled + sizeBytes;
    if (end > room.length) {
      const larger = new Uint8Array(Math.min(memoryBytes, Math.max(end, FIRST_BYTES, 2 * room.length)));
      larger.set(room.subarray(0, filled));
      room = larger;
      box.held = room;
    }
    return room.subarray(filled, end);
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
      fill(roomFor(sizeBytes));
      const place = { box, offset: filled, sizeBytes };
      filled = Math.min(memoryBytes, GRAIN * Math.ceil((filled + sizeBytes) / GRAIN));
      return place;
    },
    bytesAt({ box: { held, position }, offset, sizeBytes }) {
      if (held !== null) return held.subarray(offset, offset + sizeBytes);
      const bytes = scratchOf(sizeBytes);
      spill.read(position + offset, bytes);
      return bytes;
    },
  };
}
