import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";
import type { Table } from "./columns/table.ts";

/** Both halves of V8's room for new objects: a block's texts are seldom copied in it, and what is kept of the rows is more. */
const ENOUGH_BYTES = 2 ** 24;

let openTables = 0;
let isHeld = false;

/**
 * V8 doubles that room, up to 64 MB, each time that as much as it holds has outlived it: sooner or later every long file
 * gets there, however little is alive at a time. While any table is open, enough is enough.
 */
export function withSteadyMemory(table: Table): Table {
  openTables++;
  return {
    columns: table.columns,
    survey: (reading, take) =>
      table.survey(reading, (block) => {
        holdWhereEnough();
        return take(block);
      }),
    async *read(reading, range) {
      for await (const block of table.read(reading, range)) {
        holdWhereEnough();
        yield block;
      }
    },
    [Symbol.asyncDispose]() {
      if (--openTables === 0) release();
      return table[Symbol.asyncDispose]();
    },
  };
}

function holdWhereEnough(): void {
  if (isHeld || sizeBytes() < ENOUGH_BYTES) return;
  isHeld = true;
  setFlagsFromString("--semi-space-growth-factor=1");
}

function release(): void {
  if (isHeld) setFlagsFromString("--semi-space-growth-factor=2");
  isHeld = false;
}

function sizeBytes(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space")?.space_size ?? 0;
}
