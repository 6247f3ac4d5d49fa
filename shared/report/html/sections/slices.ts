import type { Measured } from "../../../evidence/evidence.ts";
import { isMeasured } from "../../../evidence/evidence.ts";
import type { QualityEvidence, SliceQuality } from "../../../evidence/quality.ts";
import { lossOf } from "../../../gate/loss.ts";
import type { Metric } from "../../../schema/release.types.ts";
import { forestLine, forestOf, type Interval } from "../../charts/interval.ts";
import { decimalsFor, fixed, signed, whole } from "../../figures.ts";
import { code, type Html, html, NOTHING, text } from "../markup.ts";
import { absent } from "../parts.ts";
import { type Row, table } from "../table.ts";
import { changeText } from "./metrics.ts";

const SHOWN = 25;

/** A forest plot whose every line is a row of the table: the worst slices first. */
export function slicesContent(quality: Measured<QualityEvidence>): Html {
  if (!isMeasured(quality)) return absent(quality.reason, quality.fix);
  const { slices, primaryMetric } = quality;
  if (slices.length === 0) return absent("The manifest names no slices.", "Name groups of rows in evaluation.slices.");
  const measured = slices.map((slice) => ({ slice, ...intervalOf(slice, primaryMetric) }));
  const ordered = measured.toSorted((a, b) => b.loss - a.loss);
  const forest = forestOf(ordered.flatMap(({ interval }) => (interval === null ? [] : [interval])));
  const isCompared = slices.some(({ metrics }) => typeof metrics[primaryMetric]?.champion === "number");
  const rows = ordered.map(({ slice, interval }) => {
    const { cells, ...row } = rowOf(slice, primaryMetric, interval === null ? null : forestLine(interval, forest));
    return isCompared ? { cells, ...row } : { cells: cells.slice(0, ALONE) };
  });
  const columns = COLUMNS.map((column) => (column.title === "" ? { ...column, title: primaryMetric } : column));
  const part = (caption: string, some: readonly Row[]): Html =>
    table({ caption, columns: isCompared ? columns : columns.slice(0, ALONE), rows: some });
  const caption = isCompared
    ? `${primaryMetric} of each slice, the largest loss first`
    : `${primaryMetric} of each slice`;
  const rest = rows.slice(SHOWN);
  const more =
    rest.length === 0
      ? NOTHING
      : html`<details class="more"><summary>${rest.length} more slices</summary>${part("The other slices", rest)}</details>`;
  return html`<div class="forests">${part(caption, rows.slice(0, SHOWN))}${more}</div>`;
}

const COLUMNS = [
  { title: "Slice" },
  { title: "Rows", isNumber: true },
  { title: "", isNumber: true },
  { title: "Difference", isNumber: true },
  { title: "worse ← 90 % bounds → better" },
  { title: "p of a loss", isNumber: true },
];
/** So many of them are there without a champion. */
const ALONE = 3;

interface Drawn {
  readonly interval: Interval | null;
  readonly loss: number;
}

/** Gains to the right, whichever way the metric counts. */
function intervalOf({ metrics }: SliceQuality, metric: Metric): Drawn {
  const measured = metrics[metric];
  const loss = measured === undefined ? null : lossOf(metric, measured);
  if (loss === null) return { interval: null, loss: Number.NEGATIVE_INFINITY };
  const { value, bounds } = loss;
  const [lower, upper] = bounds === null ? [null, null] : [0 - bounds.most, 0 - bounds.least];
  const tone = bounds === null ? "even" : bounds.least > 0 ? "worse" : bounds.most < 0 ? "better" : "even";
  return { interval: { value: 0 - value, lower, upper, tone }, loss: value };
}

function rowOf(slice: SliceQuality, metric: Metric, drawn: Html | null): Row {
  const { predicate, isRequired, rows, metrics, lossPValue } = slice;
  const measured = metrics[metric];
  const none = html`<span class="faint">–</span>`;
  const difference = measured?.difference ?? null;
  const decimals = measured === undefined ? 3 : decimalsFor(measured.challenger ?? 0, measured);
  const cells = [
    html`${code(predicate)}${isRequired ? html` <small>required</small>` : NOTHING}`,
    text(whole(rows)),
    measured === undefined ? none : text(changeText(measured)),
    difference === null ? none : text(signed(difference, decimals)),
    drawn ?? html`<span class="faint">not compared</span>`,
    lossPValue === null ? none : text(lossPValue < 0.001 ? "< 0.001" : fixed(lossPValue, 3)),
  ];
  return drawn === null ? { cells, tone: "faint" } : { cells };
}
