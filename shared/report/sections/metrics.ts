import { isMeasured } from "../../evidence/evidence.ts";
import type { MetricEvidence } from "../../evidence/quality.ts";
import type { Reason } from "../../gate/verdict.ts";
import { type Inline, joined, md, text } from "../escape.ts";
import { decimalsFor, figure, fixed, percent, signed } from "../figures.ts";
import { type Block, type Column, fold, NOTHING, table } from "../markdown.ts";
import type { ReleaseReport } from "../report.ts";
import { mark } from "./marks.ts";

const MOST_AT_ONCE = 6;
const WORST_FIRST: readonly Reason["status"][] = ["fail", "inconclusive", "warn", "pass"];

interface MetricRow {
  readonly name: string;
  readonly measured: MetricEvidence;
  readonly isPrimary: boolean;
  /** What the gate has to say of it. */
  readonly reasons: readonly Reason[];
}

/** The metrics that decide: the primary one, and those that have a limit. */
export function metricsBlock(release: ReleaseReport, most = MOST_AT_ONCE): Block {
  const { quality } = release.evidence;
  // Why not is the gate's to say.
  if (!isMeasured(quality)) return NOTHING;
  const rows = rowsOf(release).filter(({ isPrimary, reasons }) => isPrimary || reasons.length > 0);
  return metricTable(release, rows.toSorted(byUrgency).slice(0, most));
}

/** Every metric of the task; empty where all are shown anyway. */
export function allMetricsFold(release: ReleaseReport): Block {
  const rows = rowsOf(release);
  return rows.length < 2 ? NOTHING : fold(`All ${rows.length} metrics`, metricTable(release, rows));
}

export function metricTable(release: ReleaseReport, rows: readonly MetricRow[]): Block {
  return release.champion === null ? alone(rows) : compared(rows);
}

export function rowsOf({ evidence: { quality }, verdict }: ReleaseReport): readonly MetricRow[] {
  if (!isMeasured(quality)) return [];
  const reasons = verdict.gates.find(({ gate }) => gate === "quality")?.reasons ?? [];
  return Object.entries(quality.metrics).map(([name, measured]) => ({
    name,
    measured,
    isPrimary: name === quality.primaryMetric,
    reasons: reasons.filter(({ rule }) => rule === name || rule.startsWith(`${name}.`)),
  }));
}

/** `0.841 → 0.853`: as many digits as the difference bears. */
export function change({ champion, challenger, ...interval }: MetricEvidence): Inline {
  const decimals = decimalsFor(challenger ?? champion ?? 0, interval);
  const written = (value: number | null): Inline => (value === null ? md`–` : md`${text(fixed(value, decimals))}`);
  return md`${written(champion)} → ${written(challenger)}`;
}

/** `+0.012 (+0.004 to +0.020)` */
export function difference({ challenger, difference: value, lower, upper }: MetricEvidence): Inline {
  if (value === null) return md`–`;
  const decimals = decimalsFor(challenger ?? value, { lower, upper });
  const bounds =
    lower === null || upper === null || lower === upper
      ? md``
      : md` (${text(signed(lower, decimals))} to ${text(signed(upper, decimals))})`;
  return md`${text(signed(value, decimals))}${bounds}`;
}

function compared(rows: readonly MetricRow[]): Block {
  return table(
    [METRIC, { title: md`champion → challenger`, align: "r" }, { title: md`difference (90 %)`, align: "r" }, LIMIT],
    rows.map((row) => [nameOf(row), change(row.measured), difference(row.measured), limitsOf(row)]),
  );
}

function alone(rows: readonly MetricRow[]): Block {
  return table(
    [METRIC, { title: md`value`, align: "r" }, LIMIT],
    rows.map((row) => {
      const { challenger } = row.measured;
      return [nameOf(row), challenger === null ? md`–` : text(figure(challenger)), limitsOf(row)];
    }),
  );
}

const METRIC: Column = { title: md`metric`, align: "l" };
const LIMIT: Column = { title: md`limit`, align: "l" };

function nameOf({ name, isPrimary, reasons }: MetricRow): Inline {
  const worst = worstOf(reasons);
  const shown = isPrimary ? md`**${text(name)}**` : text(name);
  return worst === undefined ? shown : md`${mark(worst)} ${shown}`;
}

/** The limits as the manifest has them, in words and in one order. */
function limitsOf({ reasons }: MetricRow): Inline {
  const said = Object.entries(LIMITS).flatMap(([name, write]) =>
    reasons.filter(({ rule }) => rule.endsWith(`.${name}`)).map(({ limit }) => write(limit)),
  );
  return said.length === 0 && reasons.length > 0 ? md`cannot be computed` : joined(said, md`, `);
}

const LIMITS: Readonly<Record<string, (limit: Reason["limit"]) => Inline>> = {
  min: (limit) => md`at least ${shown(limit)}`,
  max: (limit) => md`at most ${shown(limit)}`,
  maxLoss: (limit) => md`loss ≤ ${shown(limit)}`,
  maxLossRatio: (limit) => md`loss ≤ ${typeof limit === "number" ? text(percent(limit)) : shown(limit)}`,
  minGain: (limit) => md`gain ≥ ${shown(limit)}`,
  neverWorse: (limit) => md`p ≥ ${shown(limit)}`,
  limit: () => md`none is given`,
  leakage: () => md`a leak?`,
};

function shown(limit: Reason["limit"]): Inline {
  return text(typeof limit === "number" ? figure(limit) : String(limit ?? ""), 40);
}

/** The primary metric, then the worst. */
function byUrgency(a: MetricRow, b: MetricRow): number {
  const rank = ({ isPrimary, reasons }: MetricRow): number => {
    const worst = worstOf(reasons);
    return isPrimary ? -1 : worst === undefined ? WORST_FIRST.length : WORST_FIRST.indexOf(worst);
  };
  return rank(a) - rank(b);
}

function worstOf(reasons: readonly Reason[]): Reason["status"] | undefined {
  return WORST_FIRST.find((status) => reasons.some((reason) => reason.status === status));
}
