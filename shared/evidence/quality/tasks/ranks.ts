import { type ClassTotals, rankTally } from "../../../statistics/metrics/binary/rank-tally.ts";
import type { RankMetrics } from "../../../statistics/metrics/binary/rows.ts";
import { UNKNOWN } from "../../../statistics/paired/comparison.ts";
import { delongOf, NO_PLACEMENTS, withPlacements } from "../../../statistics/paired/delong.ts";
import { type RowPlacements, rowPlacements } from "../../../statistics/paired/row-placements.ts";
import { CONFIDENCE, type Compared, symmetric } from "../compared.ts";
import type { CurveTally, Model } from "../curves.ts";
import type { KeptRows } from "../kept/kept-rows.ts";
import type { Ranking } from "../kept/ranking.ts";

/** What needs the rows in the order of their scores. */
export interface RankedTally {
  readonly rank: (ranking: Ranking, rows: KeptRows) => Promise<void>;
  /** Nothing before the rows were ranked by that model. */
  readonly metrics: (model: Model) => Partial<RankMetrics>;
  readonly compared: () => Compared;
}

/** Of a slice no curves are drawn. */
export function rankedTally(totalsOf: () => ClassTotals, curves: CurveTally | null): RankedTally {
  const metrics: Partial<Record<Model, RankMetrics>> = {};
  let challenger: RowPlacements | null = null;
  let difference = UNKNOWN;
  return {
    async rank(ranking, rows) {
      const { model } = ranking;
      const totals = totalsOf();
      const tally = rankTally(totals);
      const room = model === "challenger" ? rows.numbers.lasting : rows.numbers.passing;
      const placements = rowPlacements(totals, room(rows.rows()));
      for await (const part of rows.ranked(ranking)) {
        tally.add(part);
        placements.add(part);
        curves?.rank(model, part);
      }
      metrics[model] = tally.metrics();
      if (model === "challenger") challenger = placements;
      else {
        const isKnown = metrics.challenger?.auc !== null && metrics[model].auc !== null;
        if (isKnown) difference = delongBetween(rows, challenger!, placements);
        challenger = null;
      }
    },
    metrics: (model) => metrics[model] ?? {},
    compared: () => symmetric("auc", "delong", difference),
  };
}

function delongBetween(rows: KeptRows, challenger: RowPlacements, champion: RowPlacements) {
  let differences = NO_PLACEMENTS;
  let firstRow = 0;
  for (const { labels: wide, weights, rows: count } of rows.parts()) {
    const labels = new Uint8Array(wide);
    const placed = { challenger: challenger.read(firstRow, labels), champion: champion.read(firstRow, labels) };
    differences = withPlacements(differences, { labels, weights, ...placed });
    firstRow += count;
  }
  return delongOf(differences, { confidence: CONFIDENCE });
}
