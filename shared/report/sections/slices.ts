import { isMeasured } from "../../evidence/evidence.ts";
import type { MetricEvidence, SliceQuality } from "../../evidence/quality.ts";
import { lossOf } from "../../gate/loss.ts";
import type { JudgedGate, Reason } from "../../gate/verdict.ts";
import { count } from "../../release/quantities.ts";
import type { Metric } from "../../schema/release.types.ts";
import { code, type Inline, joined, md, text } from "../escape.ts";
import { decimalsFor, figure, signed, whole } from "../figures.ts";
import { type Block, type Column, fold, NOTHING, paragraph, stacked, table } from "../markdown.ts";
import type { ReleaseReport } from "../report.ts";
import { barChart } from "./chart.ts";
import { mark } from "./marks.ts";
import { change, difference } from "./metrics.ts";

const MOST_IN_CHART = 30;
const BY_URGENCY: readonly (Reason["status"] | null)[] = ["fail", "inconclusive", "warn", "pass", null];

interface SliceRow {
  readonly slice: SliceQuality;
  readonly measured: MetricEvidence | null;
  /** Null where it was too small to be tested. */
  readonly status: Reason["status"] | null;
}

/** `Slices: 12 tested, 1 worse than allowed; the worst is region = 'x', −0.03 auc` */
export function slicesLine(release: ReleaseReport): Inline | null {
  const rows = rowsOf(release);
  const isJudged = release.verdict.gates.some(({ gate, status }) => gate === "slices" && status !== "skipped");
  if (rows.length === 0 || !isJudged) return null;
  const tested = rows.filter(({ status }) => status !== null);
  const small = rows.length - tested.length;
  const of = (status: Reason["status"], words: string) => {
    const found = tested.filter((row) => row.status === status).length;
    return found === 0 ? [] : [text(`${found} ${words}`)];
  };
  const counts = [
    text(`${tested.length} tested`),
    ...of("fail", "worse than allowed"),
    ...of("inconclusive", "not decided"),
    ...of("warn", "worse, perhaps by chance"),
    ...(small === 0 ? [] : [text(`${small} too small to be tested`)]),
  ];
  return md`**Slices**: ${joined(counts, md`, `)}${worst(release, tested)}`;
}

/** The slices with the worst first, as a picture and as a table. */
export function slicesFold(release: ReleaseReport, most: number): Block {
  const rows = rowsOf(release);
  if (rows.length === 0) return NOTHING;
  return fold(`Slices: ${rows.length}`, stacked([picture(release, rows), slicesTable(release, most)]));
}

export function slicesTable(release: ReleaseReport, most: number): Block {
  const rows = rowsOf(release);
  if (rows.length === 0) return NOTHING;
  const rest = rows.length - most;
  return stacked([
    table(
      columnsOf(release),
      rows.slice(0, most).map((row, index) => cells(release, row, index)),
    ),
    rest > 0 ? paragraph(md`and ${text(count(rest, "slice"))} more`) : NOTHING,
  ]);
}

function columnsOf(release: ReleaseReport): readonly Column[] {
  const metric = text(metricOf(release) ?? "");
  return [
    { title: md`#`, align: "r" },
    { title: md`slice`, align: "l" },
    { title: md`rows`, align: "r" },
    { title: metric, align: "r" },
    ...(release.champion === null ? [] : [{ title: md`difference (90 %)`, align: "r" } as const]),
  ];
}

function rowsOf({ evidence: { quality }, verdict }: ReleaseReport): readonly SliceRow[] {
  if (!isMeasured(quality)) return [];
  const gate = verdict.gates.find(({ gate }) => gate === "slices");
  const rows = quality.slices.map((slice) => ({
    slice,
    measured: slice.metrics[quality.primaryMetric] ?? null,
    status: statusOf(slice, gate),
  }));
  const loss = ({ measured }: SliceRow): number =>
    (measured === null ? null : lossOf(quality.primaryMetric, measured))?.value ?? Number.NEGATIVE_INFINITY;
  return rows.toSorted((a, b) => BY_URGENCY.indexOf(a.status) - BY_URGENCY.indexOf(b.status) || loss(b) - loss(a) || 0);
}

function statusOf({ predicate, lossPValue }: SliceQuality, gate: JudgedGate | undefined): SliceRow["status"] {
  const reason = gate?.reasons.find(({ rule }) => rule === predicate);
  if (reason !== undefined) return reason.status;
  // The reasons of a gate are cut where there are very many: those are the passing ones.
  const isCut = gate?.reasons.some(({ rule }) => rule === "more") ?? false;
  return isCut && lossPValue !== null ? "pass" : null;
}

function metricOf({ evidence: { quality } }: ReleaseReport): Metric | null {
  return isMeasured(quality) ? quality.primaryMetric : null;
}

function worst(release: ReleaseReport, tested: readonly SliceRow[]): Inline {
  const metric = metricOf(release);
  const losses = tested.flatMap(({ slice, measured }) => {
    const loss = metric === null || measured === null ? null : lossOf(metric, measured);
    return loss === null || !(loss.value > 0) ? [] : [{ slice, measured: measured!, value: loss.value }];
  });
  const [first] = losses.toSorted((a, b) => b.value - a.value);
  if (first === undefined || metric === null) return md``;
  const { difference: value, lower, upper, challenger } = first.measured;
  const shown = signed(value!, decimalsFor(challenger ?? value!, { lower, upper }));
  return md`; most is lost by ${code(first.slice.predicate, 80)}: ${text(metric)} ${text(shown)}`;
}

function cells(release: ReleaseReport, { slice, measured, status }: SliceRow, index: number): readonly Inline[] {
  const sign = status === null ? md`➖` : mark(status);
  const required = slice.isRequired ? md` (required)` : md``;
  const front = [md`${index + 1}`, md`${sign} ${code(slice.predicate)}${required}`, text(whole(slice.rows))];
  if (measured === null) return [...front, md`–`, ...(release.champion === null ? [] : [md`–`])];
  if (release.champion === null) {
    return [...front, measured.challenger === null ? md`–` : text(figure(measured.challenger))];
  }
  return [...front, change(measured), difference(measured)];
}

function picture(release: ReleaseReport, rows: readonly SliceRow[]): Block {
  const values = rows.slice(0, MOST_IN_CHART).map(({ measured }) => measured?.difference ?? null);
  const known = values.flatMap((value, index) => (value === null ? [] : [{ label: String(index + 1), value }]));
  if (release.champion === null || known.length < 2) return NOTHING;
  return barChart({
    title: `difference of ${metricOf(release)}, slice by slice`,
    labels: known.map(({ label }) => label),
    bars: known.map(({ value }) => value),
  });
}
