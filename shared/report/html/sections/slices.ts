import type { Measured } from "../../../evidence/evidence.ts";
import { isMeasured } from "../../../evidence/evidence.ts";
import type { QualityEvidence, SliceQuality } from "../../../evidence/quality.ts";
import { lossOf } from "../../../gate/loss.ts";
import type { JudgedGate, Reason } from "../../../gate/verdict.ts";
import type { Metric } from "../../../schema/release.types.ts";
import { forestLine, forestOf, type Interval } from "../../charts/interval.ts";
import { decimalsFor, fixed, signed, whole } from "../../figures.ts";
import { code, type Html, html, NOTHING, text } from "../markup.ts";
import { absent, status } from "../parts.ts";
import { type Row, table } from "../table.ts";
import { changeText } from "./metrics.ts";

const SHOWN = 25;
const URGENCY: readonly Reason["status"][] = ["fail", "inconclusive", "warn", "pass"];

/** A forest plot whose every line is a row of the table: the worst slices first. */
export function slicesContent(quality: Measured<QualityEvidence>, gate: JudgedGate | undefined): Html {
  if (!isMeasured(quality)) return absent(quality.reason, quality.fix);
  const { slices, primaryMetric } = quality;
  if (slices.length === 0) return absent("The manifest names no slices.", "Name groups of rows in evaluation.slices.");
  const findings = new Map(gate?.reasons.map(({ rule, status: found }) => [rule, found]));
  const measured = slices.map((slice) => {
    const found = findings.get(slice.predicate) ?? "pass";
    return { slice, found, ...intervalOf(slice, primaryMetric) };
  });
  const ordered = measured.toSorted((a, b) => URGENCY.indexOf(a.found) - URGENCY.indexOf(b.found) || b.loss - a.loss);
  const forest = forestOf(ordered.flatMap(({ interval }) => (interval === null ? [] : [interval])));
  const isCompared = slices.some(({ metrics }) => typeof metrics[primaryMetric]?.champion === "number");
  const rows = ordered.map(({ slice, interval, found }) => {
    const drawn = interval === null ? null : forestLine(interval, forest);
    const row = rowOf(slice, { metric: primaryMetric, found, drawn });
    return isCompared ? row : { cells: row.cells.slice(0, ALONE) };
  });
  return tables(rows, primaryMetric, isCompared);
}

/** The rest is there for those who ask for it. */
function tables(rows: readonly Row[], metric: Metric, isCompared: boolean): Html {
  const all = COLUMNS.map((column) => (column.title === "" ? { ...column, title: metric } : column));
  const columns = isCompared ? all : all.slice(0, ALONE);
  const order = isCompared ? ", what the gate objects to first, then the largest loss" : "";
  const shown = table({ caption: `${metric} of each slice${order}`, columns, rows: rows.slice(0, SHOWN) });
  const rest = rows.slice(SHOWN);
  if (rest.length === 0) return html`<div class="forests">${shown}</div>`;
  const others = table({ caption: "The other slices", columns, rows: rest });
  return html`<div class="forests">${shown}<details class="more"><summary>${rest.length} more slices</summary>${others}</details></div>`;
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

interface Told {
  readonly metric: Metric;
  /** What the gate says of it. */
  readonly found: Reason["status"];
  readonly drawn: Html | null;
}

function rowOf(slice: SliceQuality, { metric, found, drawn }: Told): Row {
  const { predicate, isRequired, rows, metrics, lossPValue } = slice;
  const measured = metrics[metric];
  const none = html`<span class="faint">–</span>`;
  const difference = measured?.difference ?? null;
  const decimals = measured === undefined ? 3 : decimalsFor(measured.challenger ?? 0, measured);
  const cells = [
    html`${code(predicate)}${isRequired ? html` <small>required</small>` : NOTHING}${found === "pass" ? NOTHING : html` ${status(found)}`}`,
    text(whole(rows)),
    measured === undefined ? none : text(changeText(measured)),
    difference === null ? none : text(signed(difference, decimals)),
    drawn ?? html`<span class="faint">not compared</span>`,
    lossPValue === null ? none : text(lossPValue < 0.001 ? "< 0.001" : fixed(lossPValue, 3)),
  ];
  if (found === "fail") return { cells, tone: found };
  return drawn === null ? { cells, tone: "faint" } : { cells };
}
