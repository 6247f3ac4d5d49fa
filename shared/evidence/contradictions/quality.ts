import { isBetterWhenLower, liesWithinOne } from "../../release/metrics.ts";
import { quote } from "../../schema/phrases.ts";
import type { Metric } from "../../schema/release.types.ts";
import { type Evidence, isMeasured } from "../evidence.ts";
import type { MetricEvidence, Metrics, QualityEvidence } from "../quality.ts";
import { type Contradiction, unless } from "./contradiction.ts";

/** Rows that are more than there are, differences that are none, and metrics that cannot be so large. */
export function measuresContradicting({ quality, dataset }: Evidence): readonly Contradiction[] {
  if (!isMeasured(quality)) return [];
  const most = isMeasured(dataset) ? dataset.rows : Number.POSITIVE_INFINITY;
  return [
    ...rowsContradicting("/quality", quality, { most, task: quality.task }),
    ...metricsContradicting("/quality/metrics", quality.metrics),
    ...quality.slices.flatMap((slice, index) => [
      ...rowsContradicting(`/quality/slices/${index}`, slice, { most: quality.rows, task: quality.task }),
      ...metricsContradicting(`/quality/slices/${index}/metrics`, slice.metrics),
    ]),
    ...toldTwice(quality.slices),
  ];
}

type Counted = Pick<QualityEvidence, "rows" | "classRows">;

function rowsContradicting(
  at: string,
  { rows, classRows }: Counted,
  { most, task }: { readonly most: number; readonly task: QualityEvidence["task"] },
): readonly Contradiction[] {
  const tooMany = unless(rows <= most, `${at}/rows`, `${rows} rows are measured, of ${most}`);
  if (task === "regression") return tooMany;
  const sum = (classRows ?? []).reduce((all, ofClass) => all + ofClass, 0);
  return [
    ...tooMany,
    ...unless(sum === rows, `${at}/classRows`, `there are ${rows} rows, and ${sum} in their classes`),
  ];
}

function metricsContradicting(at: string, metrics: Metrics): readonly Contradiction[] {
  return (Object.entries(metrics) as [Metric, MetricEvidence][]).flatMap(([metric, measured]) =>
    metricContradicting(`${at}/${metric}`, metric, measured),
  );
}

/** Of what was summed in another order, or written with fewer digits. */
const ROUNDING = 1e-6;

function metricContradicting(at: string, metric: Metric, measured: MetricEvidence): readonly Contradiction[] {
  const { challenger, champion, difference, lower, upper } = measured;
  const values = [challenger, champion].filter((value) => value !== null);
  const scale = Math.max(1, ...values.map(Math.abs));
  const impossible = values.find((value) => !isPossible(metric, value));
  const real = challenger === null || champion === null ? null : challenger - champion;
  const isReal = difference === null || (real !== null && Math.abs(difference - real) <= ROUNDING * scale);
  const isInterval = lower === null || upper === null || lower <= upper;
  return [
    ...unless(impossible === undefined, at, `no ${metric} is ${impossible}`),
    ...unless(
      isReal,
      `${at}/difference`,
      `${metric} ${challenger} is not ${difference} beside the champion's ${champion}`,
    ),
    ...unless(isInterval, `${at}/lower`, `bounds of ${lower} and ${upper} hold nothing`),
  ];
}

const BELOW_ZERO: ReadonlySet<Metric> = new Set(["mcc", "kappa", "r2"]);

function isPossible(metric: Metric, value: number): boolean {
  const least = BELOW_ZERO.has(metric) ? (metric === "r2" ? Number.NEGATIVE_INFINITY : -1) : 0;
  const most = liesWithinOne(metric) || !isBetterWhenLower(metric) ? 1 : Number.POSITIVE_INFINITY;
  return value >= least - ROUNDING && value <= most + ROUNDING;
}

/** A slice may be asked for by name and by its column, and is the same both times. */
function toldTwice(slices: QualityEvidence["slices"]): readonly Contradiction[] {
  const known = new Map<string, string>();
  return slices.flatMap(({ isRequired: _, predicate, ...measured }, index) => {
    const figures = JSON.stringify(measured);
    const isNew = (known.get(predicate) ?? figures) === figures;
    known.set(predicate, figures);
    return unless(
      isNew,
      `/quality/slices/${index}`,
      `the slice ${quote(predicate)} is there twice, with other figures`,
    );
  });
}
