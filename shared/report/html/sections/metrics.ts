import type { Measured } from "../../../evidence/evidence.ts";
import { isMeasured } from "../../../evidence/evidence.ts";
import type { MetricEvidence, QualityEvidence } from "../../../evidence/quality.ts";
import { type JudgedGate, worst } from "../../../gate/verdict.ts";
import type { Manifest } from "../../../release/manifest.ts";
import type { Metric } from "../../../schema/release.types.ts";
import { decimalsFor, fixed, signed, whole } from "../../figures.ts";
import { code, type Html, html, NOTHING, text } from "../markup.ts";
import { absent, status } from "../parts.ts";
import { type Row, table } from "../table.ts";
import { qualityFigures } from "./quality-figures.ts";

export interface MetricsQuestion {
  readonly quality: Measured<QualityEvidence>;
  readonly gate: JudgedGate | undefined;
  readonly manifest: Manifest;
}

/** Champion and challenger, metric by metric, and what the curves look like. */
export function metricsContent({ quality, gate, manifest }: MetricsQuestion): Html {
  if (!isMeasured(quality)) return absent(quality.reason, quality.fix);
  const names = Object.keys(quality.metrics) as Metric[];
  const ordered = names.toSorted((a, b) => Number(b === quality.primaryMetric) - Number(a === quality.primaryMetric));
  const rows = ordered.map((metric) => rowOf(metric, quality, gate));
  return html`<p>${text(counts(quality))}</p>
${table({ caption: "Metrics of champion and challenger, with two-sided 90 % bounds", columns: COLUMNS, rows })}
${qualityFigures(quality, manifest)}`;
}

const COLUMNS = [
  { title: "Metric" },
  ...["Champion", "Challenger", "Difference", "90 % bounds", "p"].map((title) => ({ title, isNumber: true })),
  { title: "Gate" },
];

const TESTS = { delong: "DeLong", mcnemar: "McNemar", pairedT: "paired t", bootstrap: "bootstrap" } as const;

function rowOf(metric: Metric, { metrics, primaryMetric }: QualityEvidence, gate: JudgedGate | undefined): Row {
  const { champion, challenger, difference, lower, upper, pValue, test } = metrics[metric]!;
  const decimals = decimalsFor(challenger ?? champion ?? 0, { lower, upper });
  const number = (value: number | null, write: typeof fixed = fixed): Html => {
    return value === null ? html`<span class="faint">–</span>` : text(write(value, decimals));
  };
  const bounds =
    lower === null || upper === null ? number(null) : html`${number(lower, signed)} … ${number(upper, signed)}`;
  const chance =
    pValue === null
      ? number(null)
      : html`${text(pOf(pValue))}${test === null ? NOTHING : html` <small>${text(TESTS[test])}</small>`}`;
  const name = metric === primaryMetric ? html`${code(metric)} <small>primary</small>` : code(metric);
  const cells = [
    name,
    number(champion),
    number(challenger),
    number(difference, signed),
    bounds,
    chance,
    judged(metric, gate),
  ];
  return metric === primaryMetric ? { cells, tone: "primary" } : { cells };
}

function pOf(value: number): string {
  return value < 0.001 ? "< 0.001" : fixed(value, 3);
}

/** What the gate says of this metric, by the names of its rules. */
function judged(metric: Metric, gate: JudgedGate | undefined): Html {
  const own = gate?.reasons.filter(({ rule }) => rule === metric || rule.startsWith(`${metric}.`)) ?? [];
  if (own.length === 0) return html`<span class="faint">not limited</span>`;
  const found = worst(own.map((reason) => reason.status));
  return status(found === "pass" && own.some((reason) => reason.status === "warn") ? "warn" : found);
}

function counts({ task, rows, classRows }: QualityEvidence): string {
  const classes = classRows === null || classRows.length > 12 ? "" : ` (${classRows.map(whole).join(" / ")} by class)`;
  return `${whole(rows)} rows${classes}, scored by both models as ${task}.`;
}

/** What a metric of a slice says in one line. */
export function changeText({ champion, challenger, lower, upper }: MetricEvidence): string {
  if (challenger === null) return "not computed";
  const decimals = decimalsFor(challenger, { lower, upper });
  return champion === null
    ? fixed(challenger, decimals)
    : `${fixed(champion, decimals)} → ${fixed(challenger, decimals)}`;
}
