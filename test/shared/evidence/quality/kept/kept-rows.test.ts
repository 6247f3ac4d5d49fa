import { describe, expect, test } from "vitest";
import { type KeptRows, keeper } from "../../../../../shared/evidence/quality/kept/kept-rows.ts";
import type { Ranking } from "../../../../../shared/evidence/quality/kept/ranking.ts";
import type { ScoredBatch } from "../../../../../shared/evidence/quality/scored-batch.ts";
import { ranked } from "../../../../../shared/statistics/order/ranked.ts";
import { fakeSpill } from "../../../../fakes/spill.ts";
import { inBatches, type RowsWanted, scoredRows } from "../rows.ts";

const ROWS = 20_000;
const BLOCK = 8192;
const LITTLE = 10_000;

const byChallenger: Ranking = {
  model: "challenger",
  column: 0,
  sortBy: ({ labels, weights, challenger }) => ({ labels: new Uint8Array(labels), scores: challenger, weights }),
};

describe.each([
  ["in memory", undefined],
  ["on disk", LITTLE],
])("rows kept %s", (_, memoryBytes) => {
  test.each<[string, RowsWanted, (score: number) => number]>([
    ["double precision", { task: "binary", rows: ROWS }, (score) => score],
    ["single precision", { task: "binary", rows: ROWS, hasWeights: true }, Math.fround],
    ["whole numbers", { task: "regression", rows: ROWS, hasChampion: false }, Math.round],
    [
      "some that are none",
      { task: "regression", rows: ROWS },
      (score) => (score > 1 ? Number.NaN : Math.fround(score)),
    ],
    ["several classes", { task: "multiclass", rows: 9000, hasWeights: true }, Math.fround],
  ])("are given back exactly: %s", (_, wanted, precision) => {
    const all = scoredRows(wanted);
    for (const scores of [all.challenger, all.champion]) scores?.values.set(scores.values.map(precision));
    const kept = keptOf(all, memoryBytes);
    expect(columnsOf(kept.all)).toEqual(expectedOf(all, null));
    for (const [slice, rows] of kept.slices.entries()) {
      expect(columnsOf(rows)).toEqual(expectedOf(all, slice));
      expect(rows.rows()).toBe(expectedOf(all, slice).labels.length);
    }
  });

  test.each([false, true])("of a slice are ranked as if there were no others, weights: %s", async (hasWeights) => {
    const all = scoredRows({ task: "binary", rows: ROWS, hasWeights });
    const kept = keptOf(all, memoryBytes);
    await rankedAll(kept.all);
    for (const [slice, rows] of kept.slices.entries()) {
      const { labels, weights, challenger } = expectedOf(all, slice);
      const alone = { labels: Uint8Array.from(labels), scores: Float64Array.from(challenger) };
      const { scores, rows: order } = ranked(hasWeights ? { ...alone, weights: Float64Array.from(weights) } : alone);
      const given = await rankedAll(rows);
      expect(given.scores).toEqual([...scores]);
      expect(given.rows).toEqual([...order]);
      expect(given.labels).toEqual(Array.from(order, (row) => labels[row]));
      expect(given.weights).toEqual(hasWeights ? Array.from(order, (row) => weights[row]) : []);
    }
  });
});

function keptOf(all: ScoredBatch, memoryBytes: number | undefined) {
  const kept = keeper(all.slices.length, fakeSpill(), memoryBytes);
  for (const block of inBatches(all, [BLOCK])) kept.add(block);
  return kept;
}

function columnsOf(rows: KeptRows) {
  const columns = {
    labels: [] as number[],
    weights: [] as number[],
    challenger: [] as number[],
    champion: [] as number[],
  };
  for (const part of rows.parts()) {
    for (const [name, column] of Object.entries(columns)) column.push(...(part[name as keyof typeof columns] ?? []));
  }
  return columns;
}

function expectedOf(all: ScoredBatch, slice: number | null) {
  const { width } = all.challenger;
  const isIn = (row: number): boolean => slice === null || all.slices[slice]![row] === 1;
  const chosen = (values: Float64Array | undefined, size: number): number[] =>
    [...(values ?? [])].filter((_, index) => isIn(Math.floor(index / size)));
  return {
    labels: chosen(all.labels, 1),
    weights: chosen(all.weights, 1),
    challenger: chosen(all.challenger.values, width),
    champion: chosen(all.champion?.values, width),
  };
}

async function rankedAll(rows: KeptRows) {
  const all = { scores: [] as number[], labels: [] as number[], weights: [] as number[], rows: [] as number[] };
  for await (const part of rows.ranked(byChallenger)) {
    for (const [name, column] of Object.entries(all)) column.push(...(part[name as keyof typeof all] ?? []));
  }
  return all;
}
