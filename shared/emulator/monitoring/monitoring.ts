import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Faults } from "../faults/faults.ts";
import type { RequestLog } from "../request-log.ts";
import type { ServedSink } from "../served.ts";
import type { Store } from "../state/store.ts";
import { httpCode, refusal, type Status, statusOf } from "../status.ts";
import type { HttpSurface } from "../surface.ts";
import { type Counts, servedCounts } from "./counts.ts";
import { parseFilter } from "./filter.ts";
import { type NamesOf, seriesOf } from "./series.ts";

export interface MonitoringPorts {
  readonly state: Store;
  readonly faults: Faults;
  readonly requests: RequestLog;
  /** In milliseconds since 1970. */
  readonly nowMs: () => number;
  readonly namesOf: NamesOf;
}

export interface Monitoring extends Disposable {
  readonly surface: HttpSurface;
  readonly served: ServedSink;
}

const PATH = /^\/v3\/projects\/([^/]{1,200})\/timeSeries$/;
const METHOD = "timeSeries.list";
const MAX_PAGE = 100_000;

/** Cloud Monitoring's `timeSeries.list`, of what deployed models answered. */
export function openMonitoring(ports: MonitoringPorts): Monitoring {
  const counts = servedCounts(ports.state);
  return {
    surface: (request, response) => {
      const url = URL.parse(request.url ?? "", "http://127.0.0.1");
      const [, project] = PATH.exec(url?.pathname ?? "") ?? [];
      if (url === null || project === undefined || request.method !== "GET") return false;
      void serve({ request, response, query: url.searchParams, project: decoded(project), counts, ports });
      return true;
    },
    served: counts.add,
    [Symbol.dispose]: counts.flush,
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
  readonly project: string;
  readonly counts: Counts;
  readonly ports: MonitoringPorts;
}

async function serve(exchange: Exchange): Promise<void> {
  const { request, response, project, ports } = exchange;
  const { faults, requests, nowMs } = ports;
  const beganMs = nowMs();
  const resource = `projects/${project}`;
  const token = request.headers.authorization?.replace(/^Bearer /i, "") ?? null;
  const injection = faults.on({ surface: "monitoring", method: METHOD, resource, token });
  if (injection.delayMs > 0) await pause(injection.delayMs, undefined, { ref: false });
  const answer = injection.refusal === null ? answered(exchange) : told(injection.refusal);
  const entry = { time: new Date(beganMs).toISOString(), surface: "monitoring", method: METHOD, resource } as const;
  requests.record({ ...entry, isMutation: false, status: answer.status, durationMs: nowMs() - beganMs });
  if (injection.lostAnswer !== null) {
    response.destroy();
    return;
  }
  response.writeHead(httpCode(answer.status), { "content-type": "application/json; charset=UTF-8" });
  response.end(JSON.stringify(answer.body));
}

interface Answer {
  readonly status: Status["code"];
  readonly body: object;
}

function answered({ query, project, counts, ports }: Exchange): Answer {
  try {
    if ([...query.keys()].some((name) => name.startsWith("aggregation.")))
      throw refusal("UNIMPLEMENTED", "The emulator does not aggregate: ask for the series as they are.");
    const matches = parseFilter(query.get("filter") ?? "");
    const toMs = timeOf(query, "interval.endTime");
    const fromMs = query.has("interval.startTime") ? timeOf(query, "interval.startTime") : toMs - 1;
    const found = seriesOf(counts.intervals(), { fromMs, toMs }, ports.namesOf)
      .filter(({ fields }) => fields["resource.labels.project_id"] === project && matches(fields))
      .map(({ document }) => (query.get("view") === "HEADERS" ? { ...document, points: [] } : document));
    return { status: "OK", body: page(found, query) };
  } catch (error) {
    return told(statusOf(error));
  }
}

function page(found: readonly object[], query: URLSearchParams): object {
  const start = Number(query.get("pageToken") || 0);
  const size = Math.min(Number(query.get("pageSize") || MAX_PAGE), MAX_PAGE);
  if (!Number.isSafeInteger(start) || start < 0 || !(size > 0))
    throw refusal("INVALID_ARGUMENT", "Field pageToken had an invalid value.");
  const timeSeries = found.slice(start, start + size);
  const nextPageToken = start + size < found.length ? { nextPageToken: String(start + size) } : {};
  return { ...(timeSeries.length === 0 ? {} : { timeSeries }), ...nextPageToken };
}

function timeOf(query: URLSearchParams, name: string): number {
  const ms = Date.parse(query.get(name) ?? "");
  if (Number.isNaN(ms)) throw refusal("INVALID_ARGUMENT", `Field ${name} had an invalid value: it must be a time.`);
  return ms;
}

function told({ code, message, details }: Status): Answer {
  return { status: code, body: { error: { code: httpCode(code), message, status: code, details } } };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
