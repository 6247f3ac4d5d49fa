import type { Interval } from "./counts.ts";
import type { Fields } from "./filter.ts";
import { LATENCY_BUCKETS } from "./latency-buckets.ts";

/** One time series in Monitoring's JSON form. */
export interface Series {
  readonly fields: Fields;
  readonly document: { readonly points: readonly object[] } & object;
}

/** How people called what answered. */
export interface ServedNames {
  readonly model: string;
  readonly endpoint: string;
}

export type NamesOf = (served: Pick<Interval, "endpoint" | "deployedModelId">) => ServedNames;

const PREFIX = "aiplatform.googleapis.com/prediction/online/";
const RESOURCE = "aiplatform.googleapis.com/Endpoint";

/** A metric of Vertex AI, and what it is of an interval by each value of its own label. */
interface Metric {
  readonly name: string;
  readonly valueType: "INT64" | "DISTRIBUTION";
  readonly unit: string;
  readonly values: (interval: Interval) => readonly Value[];
}

interface Value {
  readonly labels: Fields;
  readonly value: object;
}

/** By the names and labels of Google's list of metrics; of the latencies, the total. */
const METRICS: readonly Metric[] = [
  {
    name: "prediction_count",
    valueType: "INT64",
    unit: "1",
    values: ({ latency }) => [{ labels: {}, value: { int64Value: String(latency.count) } }],
  },
  {
    name: "response_count",
    valueType: "INT64",
    unit: "1",
    values: ({ responses }) =>
      Object.entries(responses).map(([code, count]) => ({
        labels: { response_code: code },
        value: { int64Value: String(count) },
      })),
  },
  {
    name: "error_count",
    valueType: "INT64",
    unit: "1",
    values: ({ responses, latency }) => {
      const errors = latency.count - (responses["2xx"] ?? 0);
      return errors === 0 ? [] : [{ labels: {}, value: { int64Value: String(errors) } }];
    },
  },
  {
    name: "prediction_latencies",
    valueType: "DISTRIBUTION",
    unit: "ms",
    values: ({ latency }) => [
      { labels: { latency_type: "total" }, value: { distributionValue: distribution(latency) } },
    ],
  },
];

/** Each series with the points whose intervals end after `fromMs` and not after `toMs`, the newest first. */
export function seriesOf(
  intervals: readonly Interval[],
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
  namesOf: NamesOf,
): readonly Series[] {
  const found = new Map<string, { readonly head: Series; readonly points: object[] }>();
  for (const interval of intervals) {
    if (interval.endMs <= fromMs || interval.endMs > toMs) continue;
    for (const metric of METRICS) {
      for (const { labels, value } of metric.values(interval)) {
        const head = headOf(metric, interval, { ...labels, ...ownLabels(interval, namesOf) });
        const key = JSON.stringify(head.fields);
        const series = found.get(key) ?? { head, points: [] };
        found.set(key, series);
        series.points.unshift({ interval: { startTime: iso(interval.startMs), endTime: iso(interval.endMs) }, value });
      }
    }
  }
  return Array.from(found.values(), ({ head, points }) => ({ ...head, document: { ...head.document, points } }));
}

function headOf({ name, valueType, unit }: Metric, { endpoint }: Interval, labels: Fields): Series {
  const [, project = "", , location = "", , id = ""] = endpoint.split("/");
  const metric = { type: `${PREFIX}${name}`, labels };
  const resource = {
    type: RESOURCE,
    labels: { project_id: project, resource_container: project, location, endpoint_id: id },
  };
  const document = { metric, resource, metricKind: "DELTA", valueType, unit, points: [] };
  return { fields: { ...fieldsOf("metric", metric), ...fieldsOf("resource", resource) }, document };
}

function ownLabels(interval: Interval, namesOf: NamesOf): Fields {
  const { model, endpoint } = namesOf(interval);
  return {
    deployed_model_id: interval.deployedModelId,
    spot: "False",
    model_display_name: model,
    endpoint_display_name: endpoint,
  };
}

function fieldsOf(kind: string, { type, labels }: { readonly type: string; readonly labels: Fields }): Fields {
  const named = Object.entries(labels).map(([name, value]) => [`${kind}.labels.${name}`, value]);
  return { [`${kind}.type`]: type, ...Object.fromEntries(named) };
}

function distribution({ count, meanMs, squaredDeviation, buckets }: Interval["latency"]): object {
  const last = Math.max(...Object.keys(buckets).map(Number));
  return {
    count: String(count),
    mean: meanMs,
    sumOfSquaredDeviation: squaredDeviation,
    bucketOptions: LATENCY_BUCKETS,
    bucketCounts: Array.from({ length: last + 1 }, (_, bucket) => String(buckets[bucket] ?? 0)),
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
