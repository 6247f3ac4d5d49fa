import type { Spill } from "../../../ports/spill.ts";
import { BLOCK_ROWS } from "../../../statistics/exact-sum.ts";
import { type ClassTotals, rankTally } from "../../../statistics/metrics/binary/rank-tally.ts";
import type { RankMetrics } from "../../../statistics/metrics/binary/rows.ts";
import { UNKNOWN } from "../../../statistics/paired/comparison.ts";
import { delongOf, NO_PLACEMENTS, withPlacements } from "../../../statistics/paired/delong.ts";
import type { SpilledPlacements } from "../../../statistics/paired/spilled-placements.ts";
import { CONFIDENCE, type Compared, symmetric } from "../compared.ts";
import type { CurveTally, Model } from "../curves.ts";
import type { GroupRows } from "../group-rows.ts";
import type { KeptRows } from "../kept-rows.ts";
import { placedRows } from "./placed-rows.ts";
import { rankedParts } from "./ranked-parts.ts";

/** What needs the rows in the order of their scores. */
export interface RankedQuality {
  readonly challenger: RankMetrics;
  readonly champion: RankMetrics | null;
  readonly auc: Compared;
}

/** One model's rows are sorted at a time. */
export async function rankedQuality(rows: KeptRows, question: RankQuestion, spill: Spill): Promise<RankedQuality> {
  const challenger = await rankedBy("challenger", { ...question, rows }, spill);
  if (!question.hasChampion) return { challenger: challenger.metrics, champion: null, auc: compared(UNKNOWN) };
  const champion = await rankedBy("champion", { ...question, rows }, spill);
  const isKnown = challenger.metrics.auc !== null && champion.metrics.auc !== null;
  const difference = isKnown ? delongBetween(rows, challenger.placements, champion.placements) : UNKNOWN;
  return { challenger: challenger.metrics, champion: champion.metrics, auc: compared(difference) };
}

export interface RankQuestion {
  readonly totals: ClassTotals;
  readonly hasChampion: boolean;
  readonly curves: CurveTally | null;
}

interface Ranked {
  readonly metrics: RankMetrics;
  readonly placements: SpilledPlacements;
}

async function rankedBy(
  model: Model,
  { rows, totals, curves }: RankQuestion & { readonly rows: KeptRows },
  spill: Spill,
): Promise<Ranked> {
  const tally = rankTally(totals);
  const placements = placedRows({ rows, model }, totals, spill);
  const sortBy = ({ labels, weights, ...scores }: GroupRows) => ({
    labels: new Uint8Array(labels),
    scores: scores[model]!,
    weights,
  });
  for await (const part of rankedParts(rows, sortBy, spill)) {
    tally.add(part);
    placements.add(part);
    curves?.rank(model, part);
  }
  return { metrics: tally.metrics(), placements };
}

/** Whole blocks. */
const PLACED_ROWS = 8 * BLOCK_ROWS;

function delongBetween(rows: KeptRows, challenger: SpilledPlacements, champion: SpilledPlacements) {
  let differences = NO_PLACEMENTS;
  let firstRow = 0;
  for (const { labels: wide, weights, rows: count } of rows.parts(PLACED_ROWS)) {
    const labels = new Uint8Array(wide);
    const placed = { challenger: challenger.read(firstRow, labels), champion: champion.read(firstRow, labels) };
    differences = withPlacements(differences, { labels, weights, ...placed });
    firstRow += count;
  }
  return delongOf(differences, { confidence: CONFIDENCE });
}

function compared(difference: typeof UNKNOWN): Compared {
  return symmetric("auc", "delong", difference);
}
