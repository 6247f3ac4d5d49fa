import { expect, test } from "vitest";
import { sampleOf } from "../../../../../shared/evidence/quality/bootstrap/sample.ts";
import { keeper } from "../../../../../shared/evidence/quality/kept/kept-rows.ts";
import { fakeSpill } from "../../../../fakes/spill.ts";
import { inBatches, scoredRows } from "../rows.ts";

const LIMIT = 16_384;

test.each([
  ["all rows where they are few", { rows: LIMIT, positive: LIMIT / 2 }, LIMIT],
  ["of more about 4,096", { rows: LIMIT + 1, positive: LIMIT / 2 }, 4096],
  ["still so many where a class is half as frequent", { rows: 40_000, positive: 20_000 }, 4096],
  ["about 2,048 of the rarer class", { rows: 40_000, positive: 8000 }, 10_240],
  ["no more than 16,384, however rare a class is", { rows: 40_000, positive: 40 }, LIMIT],
  ["a class without rows is not waited for", { rows: 40_000, positive: 0 }, 4096],
])("a sample holds %s", (_, { rows, positive }, expected) => {
  const size = sampleOf(keptRows(rows), [rows - positive, positive])!.rows.rows;
  const chance = expected === rows ? 0 : 5 * Math.sqrt(expected);
  expect(Math.abs(size - expected)).toBeLessThanOrEqual(chance);
});

test("a sample without classes is as large as a sample may be", () => {
  expect(sampleOf(keptRows(40_000), null)!.rows.rows).toBeGreaterThan(LIMIT - 5 * Math.sqrt(LIMIT));
});

function keptRows(rows: number) {
  const kept = keeper(3, fakeSpill());
  for (const batch of inBatches(scoredRows({ task: "binary", rows }), [8192])) kept.add(batch);
  return kept.all;
}
