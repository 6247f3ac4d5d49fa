import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const MODULE = join(import.meta.dirname, "../../../../shared/adapters/dataset/young-generation.ts");

/** As many blocks as let V8 grow its room for new objects as far as it goes: each outlives a collection, and dies. */
const PROGRAM = `
import { getHeapSpaceStatistics } from "node:v8";
import { youngGeneration } from ${JSON.stringify(MODULE)};
const size = () => getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space").space_size;
const read = (blocks, watch) => {
  let block = [];
  for (let count = 0; count < blocks; count++) {
    const next = [];
    for (let row = 0; row < 4096; row++) next.push({ row, text: [row] });
    block = next;
    watch();
  }
  return size() + 0 * block.length;
};
const first = youngGeneration();
const second = youngGeneration();
const held = read(3000, first.watch);
first[Symbol.dispose]();
const stillHeld = read(1000, second.watch);
second[Symbol.dispose]();
console.log(JSON.stringify({ held, stillHeld, free: read(3000, () => {}) }));
`;

test("while anything is read the room for new objects stays small, and no longer", () => {
  const arguments_ = ["--max-semi-space-size=32", "--input-type=module-typescript", "--eval", PROGRAM];
  const sizes = JSON.parse(execFileSync(process.execPath, arguments_, { encoding: "utf8" }));
  expect(sizes.held).toBeLessThanOrEqual(2 ** 25);
  expect(sizes.stillHeld).toBe(sizes.held);
  expect(sizes.free).toBeGreaterThan(sizes.held);
});
