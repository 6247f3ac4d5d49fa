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
  const isCompared = ordered.some((metric) => quality.metrics[metric]!.champion !== null);
  const rows = ordered.map((metric) => rowOf(metric, { ...quality, gate, isCompared }));
  return html`<p>${text(counts(quality, isCompared))}</p>
${isCompared ? table({ caption: "Metrics of champion and challenger, with two-sided 90 % bounds", columns: COMPARED, rows }) : table({ caption: "Metrics", columns: ALONE, rows })}
${qualityFigures(quality, manifest)}`;
}

const COMPARED = [
  { title: "Metric" },
  ...["Champion", "Challenger", "Difference", "90 % bounds", "p"].map((title) => ({ title, isNumber: true })),
  { title: "Gate" },
];
const ALONE = [{ title: "Metric" }, { title: "Value", isNumber: true }, { title: "Gate" }];

const TESTS = { delong: "DeLong", mcnemar: "McNemar", pairedT: "paired t", bootstrap: "bootstrap" } as const;

interface Judged extends QualityEvidence {
  readonly gate: JudgedGate | undefined;
  readonly isCompared: boolean;
}

function rowOf(metric: Metric, { metrics, primaryMetric, gate, isCompared }: Judged): Row {
  const measured = metrics[metric]!;
  const name = metric === primaryMetric ? html`${code(metric)} <small>primary</small>` : code(metric);
  const numbers = isCompared ? comparison(measured) : [number(measured.challenger, decimalsOf(measured))];
  const cells = [name, ...numbers, judged(metric, gate)];
  return metric === primaryMetric ? { cells, tone: "primary" } : { cells };
}

function comparison(measured: MetricEvidence): readonly Html[] {
  const { champion, challenger, difference, lower, upper, pValue, test } = measured;
  const decimals = decimalsOf(measured);
  const bounds = html`${number(lower, decimals, signed)} … ${number(upper, decimals, signed)}`;
  const by = test === null ? NOTHING : html` <small>${text(TESTS[test])}</small>`;
  return [
    number(champion, decimals),
    number(challenger, decimals),
    number(difference, decimals, signed),
    lower === null || upper === null ? NONE : bounds,
    pValue === null ? NONE : html`${text(pOf(pValue))}${by}`,
  ];
}

const NONE = html`<span class="faint">–</span>`;

function number(value: number | null, decimals: number, write: typeof fixed = fixed): Html {
  return value === null ? NONE : text(write(value, decimals));
}

function decimalsOf({ champion, challenger, lower, upper }: MetricEvidence): number {
  return decimalsFor(challenger ?? champion ?? 0, { lower, upper });
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

function counts({ task, rows, classRows }: QualityEvidence, isCompared: boolean): string {
  const classes = classRows === null || classRows.length > 12 ? "" : ` (${classRows.map(whole).join(" / ")} by class)`;
  return `${whole(rows)} rows${classes}, scored by ${isCompared ? "both models" : "the model"}; the task is ${task}.`;
}

/** What a metric of a slice says in one line. */
export function changeText(measured: MetricEvidence): string {
  const { champion, challenger } = measured;
  if (challenger === null) return "not computed";
  const decimals = decimalsOf(measured);
  return champion === null
    ? fixed(challenger, decimals)
    : `${fixed(champion, decimals)} → ${fixed(challenger, decimals)}`;
}
