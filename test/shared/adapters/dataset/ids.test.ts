import { describe, expect, test } from "vitest";
import type { IntegerSink, NumberSink, TextSink } from "../../../../shared/adapters/dataset/columns/sinks.ts";
import { type Repeat, uniqueIds } from "../../../../shared/adapters/dataset/ids/unique.ts";
import { createInterner } from "../../../../shared/adapters/dataset/text/interner.ts";

const BLOCK = 4096;
const PLACE = { column: "id", width: 1, stride: 1, offset: 0 };

function textIds(): TextSink {
  return {
    ...PLACE,
    kind: "text",
    takesAnything: true,
    intern: createInterner(),
    values: new Array<Uint8Array | null>(BLOCK).fill(null),
  };
}

/** So many rows of ids, block by block. */
async function repeatsOf(rows: number, idOf: (row: number) => string | null): Promise<readonly Repeat[]> {
  const sink = textIds();
  await using ids = uniqueIds(sink);
  for (let firstRow = 0; firstRow < rows; firstRow += BLOCK) {
    const count = Math.min(BLOCK, rows - firstRow);
    for (let row = 0; row < count; row++) {
      const id = idOf(firstRow + row);
      sink.values[row] = id === null ? null : Buffer.from(id);
    }
    ids.add({ firstRow, rows: count });
    await ids.settle();
  }
  return await ids.repeats();
}

describe("ids that are there twice", () => {
  test("are found in a file of more than memory is used for, and no others", async () => {
    const rows = 600_000;
    const repeats = await repeatsOf(rows, (row) => `user-${row === rows - 1 ? 5 : row}`);
    expect(repeats).toEqual([{ row: rows - 1, firstRow: 5 }]);
  });

  test("are told in the order of the rows, and not all of very many", async () => {
    const repeats = await repeatsOf(300_000, () => "same");
    expect(repeats).toEqual(Array.from({ length: 20 }, (_, index) => ({ row: index + 1, firstRow: 0 })));
  });

  test("are not those that are missing", async () => {
    expect(await repeatsOf(100, (row) => (row < 50 ? null : String(row)))).toEqual([]);
  });

  test("may be numbers, with their lines", async () => {
    const numbers: NumberSink = { ...PLACE, kind: "number", values: Float64Array.of(1.5, Number.NaN, Number.NaN, 1.5) };
    await using ids = uniqueIds(numbers);
    ids.add({ firstRow: 0, rows: 4, lines: Uint32Array.of(2, 3, 5, 9) });
    expect(await ids.repeats()).toEqual([{ row: 3, line: 9, firstRow: 0 }]);
  });

  test("may be long integers that one double would stand for", async () => {
    const values = BigInt64Array.of(9007199254740993n, 9007199254740992n, 9007199254740993n, 0n, 0n);
    const missing = Uint8Array.of(0, 0, 0, 1, 1);
    const integers: IntegerSink = { ...PLACE, kind: "integer", isUnsigned: false, values, missing };
    await using ids = uniqueIds(integers);
    ids.add({ firstRow: 0, rows: 5 });
    expect(await ids.repeats()).toEqual([{ row: 2, firstRow: 0 }]);
  });
});
