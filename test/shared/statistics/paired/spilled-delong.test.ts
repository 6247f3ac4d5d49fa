import { describe, expect, test } from "vitest";
import { BLOCK_ROWS } from "../../../../shared/statistics/block-rows.ts";
import { classTotalsOf } from "../../../../shared/statistics/metrics/binary/measure.ts";
import { mergeRuns } from "../../../../shared/statistics/order/merge-runs.ts";
import { ranked } from "../../../../shared/statistics/order/ranked.ts";
import { type ByteStore, rowStore } from "../../../../shared/statistics/order/row-store.ts";
import { UNKNOWN } from "../../../../shared/statistics/paired/comparison.ts";
import {
  delong,
  delongOf,
  NO_PLACEMENTS,
  type ScoredPair,
  withPlacements,
} from "../../../../shared/statistics/paired/delong.ts";
import { rowPlacements } from "../../../../shared/statistics/paired/row-placements.ts";
import { scoredRows, seeded } from "../random.ts";

const ROWS = 3 * BLOCK_ROWS + 1000;
const RUN_ROWS = 2 * BLOCK_ROWS;
const options = { confidence: 0.9 };

describe("DeLong's test over sorted runs is the one in memory, to the last bit", () => {
  const { labels, scores: champion, weights } = scoredRows(ROWS, 31);
  const random = seeded(32);
  const noisy = champion.map((score) => score + 0.3 * random());

  test.each([
    ["scores that tie now and then", { labels, champion, challenger: noisy }],
    ["weighted rows", { labels, champion, challenger: noisy, weights }],
    ["three scores, each of which fills several parts", { labels, champion, challenger: noisy.map(coarse), weights }],
    ["a constant score", { labels, champion, challenger: champion.map(() => 0.5) }],
    ["the same scores", { labels, champion, challenger: champion }],
  ])("%s", async (_, pair: ScoredPair) => {
    const [one, other] = [await placed(pair, "champion"), await placed(pair, "challenger")];
    const blocks = Array.from({ length: Math.ceil(ROWS / BLOCK_ROWS) }, (_, block) => block * BLOCK_ROWS);
    const differences = blocks.reduce((before, start) => {
      const own = pair.labels.subarray(start, start + BLOCK_ROWS);
      const rows = { labels: own, champion: one.read(start, own), challenger: other.read(start, own) };
      return withPlacements(before, { ...rows, weights: pair.weights?.subarray(start, start + BLOCK_ROWS) });
    }, NO_PLACEMENTS);
    expect(delongOf(differences, options)).toEqual(delong(pair, options));
  });
});

test.each([0, 1])("a NaN in a row of class %i is not placed, and leaves the difference unknown", (label) => {
  const labels = Uint8Array.of(0, 1, 1 - label, label);
  const placements = rowPlacements({ positive: 2, negative: 2, rows: 4 }, rowStore(memory()));
  placements.add(ranked({ labels, scores: Float64Array.of(0.1, 0.2, 0.3, Number.NaN) }));
  const challenger = placements.read(0, labels);
  expect(challenger[3]).toBeNaN();
  const differences = withPlacements(NO_PLACEMENTS, { labels, champion: new Float64Array(4), challenger });
  expect(delongOf(differences, options)).toEqual(UNKNOWN);
});

describe("numbers by row", () => {
  const count = 300_000;
  const shuffled = shuffledRows(count);

  test("are read in the order of the rows, in whatever order they were written", () => {
    const store = rowStore(memory());
    for (let start = 0; start < count; start += 7001) {
      const rows = shuffled.subarray(start, start + 7001);
      store.write(rows, Float64Array.from(rows, Math.sqrt));
    }
    for (const [first, length] of [
      [0, 1000],
      [262_000, 500],
      [299_999, 1],
      [0, count],
    ] as const)
      expect(store.read(first, length)).toEqual(Float64Array.from({ length }, (_, row) => Math.sqrt(first + row)));
  });

  test("lie in the store, but for a part of each bucket", () => {
    const { bytes, ...store } = memory();
    rowStore(store).write(shuffled, new Float64Array(count));
    expect(bytes()).toBeGreaterThan(12 * (count - 2 * 1024));
  });
});

function coarse(score: number): number {
  return Math.round(2 * score) / 2;
}

async function placed({ labels, weights, ...scores }: ScoredPair, model: "champion" | "challenger") {
  const runs = Array.from({ length: Math.ceil(ROWS / RUN_ROWS) }, (_, run) => {
    const [start, end] = [run * RUN_ROWS, (run + 1) * RUN_ROWS];
    const part = { labels: labels.subarray(start, end), weights: weights?.subarray(start, end) };
    return [ranked({ ...part, scores: scores[model].subarray(start, end) }, start)];
  });
  const placements = rowPlacements(classTotalsOf({ labels, weights }), rowStore(memory()));
  for await (const part of mergeRuns(runs)) placements.add(part);
  return placements;
}

function memory(): ByteStore & { bytes(): number } {
  const all: number[] = [];
  return {
    append: (bytes) => all.push(...bytes) - bytes.length,
    read: (position, into) => into.set(all.slice(position, position + into.length)),
    bytes: () => all.length,
  };
}

function shuffledRows(count: number): Uint32Array {
  const random = seeded(5);
  const keys = Float64Array.from({ length: count }, random);
  return Uint32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]!);
}
