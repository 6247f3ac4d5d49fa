import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/** V8's room for new objects while files are read. */
export interface YoungGeneration extends Disposable {
  /** To be called for every block. */
  readonly watch: () => void;
}

/** Both halves of it: enough that a block's texts are seldom copied, and little beside what is kept of the rows. */
const ENOUGH_BYTES = 2 ** 24;

let readers = 0;
let isHeld = false;

/**
 * V8 doubles that room, up to 64 MB, each time that as much as it holds has outlived it: sooner or later every long file
 * gets there, however little is alive at a time. While anything is read, enough is enough.
 */
export function youngGeneration(): YoungGeneration {
  readers++;
  return {
    watch() {
      if (isHeld || sizeBytes() < ENOUGH_BYTES) return;
      isHeld = true;
      setFlagsFromString("--semi-space-growth-factor=1");
    },
    [Symbol.dispose]() {
      if (--readers > 0 || !isHeld) return;
      isHeld = false;
      setFlagsFromString("--semi-space-growth-factor=2");
    },
  };
}

function sizeBytes(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space")?.space_size ?? 0;
}
