import { Failure } from "../../../failure.ts";
import type { Outcome } from "../../../ports/outcome.ts";
import type { ModelTelemetry, Telemetry, TelemetryReading, TelemetryWindow } from "../../../ports/telemetry.ts";
import { checkedPlace, isLoopback, type Place } from "../address.ts";
import { googleCredentials } from "../credentials.ts";
import { checkedEndpoint } from "../endpoint-id.ts";
import type { Fault } from "../fault.ts";
import { METHODS } from "../methods.ts";
import { type Pace, realPace } from "../pace.ts";
import { notDone } from "../refusal.ts";
import { histogramOf, merged, NO_LATENCY } from "./histogram.ts";
import type { Proxies } from "./rest.ts";
import { listTimeSeries, type MonitoringGround, type TimeSeries } from "./time-series.ts";

export interface TelemetryOptions extends Place {
  /** The number or name that follows `endpoints/`. */
  readonly endpoint: string;
  /** Where the emulator answers for Cloud Monitoring, as `MODEL_RELEASE_STORAGE_API` has it. */
  readonly api?: string | undefined;
  /** The variables that name a proxy: none is used on the way to the emulator. */
  readonly proxies?: Proxies;
  readonly pace?: Pace;
}

const GOOGLE = "https://monitoring.googleapis.com";
const METRIC = "aiplatform.googleapis.com/prediction/online/";
/** In milliseconds, by the unit that a series says it is in. */
const MS_PER_UNIT: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, ms: 1, s: 1e3 };

/** What Cloud Monitoring counted at one endpoint, by deployed model. */
export function cloudTelemetry({ api, proxies = {}, pace = realPace(), ...given }: TelemetryOptions): Telemetry {
  const place = checkedPlace(given);
  const endpoint = checkedEndpoint(given.endpoint);
  const origin = originOf(api);
  const credentials = origin === GOOGLE ? googleCredentials() : null;
  const renewCredentials = credentials?.renew ?? (async () => {});
  const onTheWay = credentials === null ? {} : proxies;
  const ground: MonitoringGround = { origin, credentials, proxies: onTheWay, pace, renewCredentials };
  return { read: (window) => readWindow({ window, place, endpoint }, ground) };
}

function originOf(api: string | undefined): string {
  if (api === undefined || api === "") return GOOGLE;
  const url = URL.parse(api);
  if (url !== null && url.protocol === "http:" && isLoopback(url.hostname)) return url.origin;
  throw new Failure(
    "usage",
    `MODEL_RELEASE_STORAGE_API is ${JSON.stringify(api)}, which is no address of this machine.`,
    {
      fix: "Set it to the emulator's http://127.0.0.1:PORT, or remove it.",
    },
  );
}

interface Asked {
  readonly window: TelemetryWindow;
  readonly place: Place;
  readonly endpoint: string;
}

async function readWindow(
  { window, place, endpoint }: Asked,
  ground: MonitoringGround,
): Promise<Outcome<TelemetryReading>> {
  const { project, region } = place;
  const at = `resource.type="aiplatform.googleapis.com/Endpoint" AND resource.labels.endpoint_id="${endpoint}" AND resource.labels.location="${region}"`;
  const query = (metric: string) => ({ ...window, project, filter: `metric.type="${METRIC}${metric}" AND ${at}` });
  const [responses, latencies] = await Promise.all([
    listTimeSeries(query("response_count"), ground),
    listTimeSeries(query("prediction_latencies"), ground),
  ]);
  const refusal = (fault: Fault) => notDone(fault, METHODS.listTimeSeries, `endpoints/${endpoint}`);
  if (responses.kind === "failed") return refusal(responses.fault);
  if (latencies.kind === "failed") return refusal(latencies.fault);
  return { kind: "done", value: readingOf(responses.value, latencies.value) };
}

function readingOf(responses: readonly TimeSeries[], latencies: readonly TimeSeries[]): TelemetryReading {
  const models = new Map<string, ModelTelemetry>();
  const add = (series: TimeSeries, change: (known: ModelTelemetry) => ModelTelemetry): void => {
    const deployedModelId = series.metric?.labels?.deployed_model_id ?? "";
    const known = models.get(deployedModelId) ?? { deployedModelId, answers: 0, errors: {}, latency: NO_LATENCY };
    models.set(deployedModelId, change(known));
  };
  for (const series of responses) add(series, (known) => withAnswers(known, series));
  for (const series of latencies.filter(isTotal)) add(series, (known) => withLatency(known, series));
  const ends = [...responses, ...latencies].flatMap(({ points = [] }) =>
    points.map(({ interval }) => interval?.endTime),
  );
  const until =
    ends
      .filter((end) => end !== undefined)
      .toSorted()
      .at(-1) ?? null;
  const byId = [...models.values()].toSorted((one, other) => (one.deployedModelId < other.deployedModelId ? -1 : 1));
  return { until, models: byId.filter(({ answers }) => answers > 0) };
}

/** Latency comes in parts and as the whole, where it is told apart at all. */
function isTotal({ metric }: TimeSeries): boolean {
  return (metric?.labels?.latency_type ?? "total") === "total";
}

function withAnswers(known: ModelTelemetry, { metric, points = [] }: TimeSeries): ModelTelemetry {
  const status = metric?.labels?.response_code ?? "";
  const count = points.reduce((sum, { value }) => sum + countOf(value?.int64Value), 0);
  const answers = known.answers + count;
  if (/^2/.test(status) || count === 0) return { ...known, answers };
  return { ...known, answers, errors: { ...known.errors, [status]: (known.errors[status] ?? 0) + count } };
}

function countOf(given: string | number | undefined): number {
  const value = Number(given ?? 0);
  return Number.isSafeInteger(value) && value > 0 ? value : 0;
}

function withLatency(known: ModelTelemetry, { unit = "ms", points = [] }: TimeSeries): ModelTelemetry {
  const msPerUnit = MS_PER_UNIT[unit] ?? 1;
  const latency = points.reduce(
    (sum, { value }) => merged(sum, histogramOf(value?.distributionValue ?? {}, msPerUnit)),
    known.latency,
  );
  return { ...known, latency };
}
