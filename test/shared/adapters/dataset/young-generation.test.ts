import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const MODULE = join(import.meta.dirname, "../../../../shared/adapters/dataset/young-generation.ts");

/** As many blocks as let V8 grow its room for new objects as far as it goes: each outlives a collection, and dies. */
const PROGRAM = `
import { getHeapSpaceStatistics } from "node:v8";
import { withSteadyMemory } from ${JSON.stringify(MODULE)};
const size = () => getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space").space_size;
const file = {
  async *read(_, count) {
    for (let block = 0; block < count; block++) yield Array.from({ length: 4096 }, (_, row) => ({ row, text: [row] }));
  },
  async [Symbol.asyncDispose]() {},
};
const read = async (table, blocks) => {
  const kept = [];
  for await (const block of table.read(null, blocks)) kept[0] = block;
  return size();
};
const first = withSteadyMemory(file);
const second = withSteadyMemory(file);
const held = await read(first, 3000);
await first[Symbol.asyncDispose]();
const stillHeld = await read(second, 1000);
await second[Symbol.asyncDispose]();
console.log(JSON.stringify({ held, stillHeld, free: await read(file, 3000) }));
`;

test("while anything is read the room for new objects stays small, and no longer", () => {
  const arguments_ = ["--max-semi-space-size=32", "--input-type=module-typescript", "--eval", PROGRAM];
  const sizes = JSON.parse(execFileSync(process.execPath, arguments_, { encoding: "utf8" }));
  expect(sizes.held).toBeLessThanOrEqual(2 ** 25);
  expect(sizes.stillHeld).toBe(sizes.held);
  expect(sizes.free).toBeGreaterThan(sizes.held);
});
