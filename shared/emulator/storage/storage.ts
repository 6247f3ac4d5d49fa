import { createReadStream } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { Faults } from "../faults/faults.ts";
import type { RequestLog } from "../request-log.ts";
import type { Store as State } from "../state/store.ts";
import { httpCode, type Status, type StatusName } from "../status.ts";
import type { StoredObjects } from "../stored-objects.ts";
import type { HttpSurface } from "../surface.ts";
import { type Answer, isRefusal, refusal } from "./answer.ts";
import { compareNames } from "./names.ts";
import { type Route, routeOf } from "./routes.ts";
import { openStore, type Store } from "./state/store.ts";
import { openSessions, type Sessions } from "./upload/sessions.ts";

export interface StoragePorts {
  readonly state: State;
  readonly faults: Faults;
  readonly requests: RequestLog;
  /** In milliseconds since 1970. */
  readonly nowMs: () => number;
}

export interface Storage {
  /** Answers whatever no earlier surface did. */
  readonly surface: HttpSurface;
  readonly objects: StoredObjects;
}

/** Cloud Storage's JSON API, strongly consistent as the service is: a planned stale read changes nothing here. */
export function openStorage(ports: StoragePorts): Storage {
  const store = openStore(ports.state, ports.nowMs);
  const sessions = openSessions(store.newFile);
  return {
    surface: (request, response) => {
      void serve({ request, response, store, sessions, ports });
      return true;
    },
    objects: { list: (bucket, prefix) => storedObjects(store, bucket, prefix) },
  };
}

function storedObjects(store: Store, bucket: string, prefix: string): ReturnType<StoredObjects["list"]> {
  if (store.bucket(bucket) === undefined) return null;
  return store
    .objects(bucket)
    .filter(({ object, deletedMs }) => deletedMs === null && object.startsWith(prefix))
    .map((record) => ({ name: record.object, sizeBytes: record.sizeBytes, path: store.contentOf(record) }))
    .sort((one, other) => compareNames(one.name, other.name));
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly store: Store;
  readonly sessions: Sessions;
  readonly ports: StoragePorts;
}

async function serve(exchange: Exchange): Promise<void> {
  const { request, response, ports } = exchange;
  const beganMs = ports.nowMs();
  const origin = `http://${request.headers.host ?? "127.0.0.1"}`;
  const url = URL.parse(request.url ?? "", origin);
  const route = url === null ? null : routeOf(request.method ?? "", url);
  const resource = route === null ? (url?.pathname ?? "") : [route.bucket, route.object].filter(Boolean).join("/");
  const method = route?.method ?? "unknown";
  const injection = ports.faults.on({ surface: "storage", method, resource, token: tokenOf(request) });
  if (injection.delayMs > 0) await pause(injection.delayMs, undefined, { ref: false });
  const answer =
    injection.refusal === null ? await answered(exchange, route, { url: url!, origin }) : told(injection.refusal);
  const time = new Date(beganMs).toISOString();
  const durationMs = ports.nowMs() - beganMs;
  const isMutation = route?.isMutation ?? false;
  ports.requests.record({
    time,
    surface: "storage",
    method,
    resource,
    isMutation,
    status: statusOf(answer),
    durationMs,
  });
  // Whoever waits learns no more than that the connection broke.
  if (injection.lostAnswer !== null) response.destroy();
  else await send(answer, exchange);
}

async function answered(
  { request, store, sessions }: Exchange,
  route: Route | null,
  { url, origin }: { readonly url: URL; readonly origin: string },
): Promise<Answer> {
  try {
    if (route === null) throw refusal(404, "notFound", "Not Found");
    const { bucket, object, into } = route;
    return await route.act({ request, query: url.searchParams, bucket, object, into, origin, store, sessions });
  } catch (error) {
    if (isRefusal(error)) return error.answer;
    const message = error instanceof Error ? error.message : String(error);
    return refusal(500, "backendError", `The emulator failed: ${message}`).answer;
  }
}

async function send(
  { status, headers = {}, body = "" }: Answer,
  { request, response, ports }: Exchange,
): Promise<void> {
  // Unread bytes of a refused upload are let pass, or its sender would never come to read why.
  request.resume();
  const date = new Date(ports.nowMs()).toUTCString();
  const sizeBytes = typeof body === "string" ? Buffer.byteLength(body) : body.end - body.start;
  const length = status === 204 || status === 304 ? {} : { "content-length": String(sizeBytes) };
  response.writeHead(status, { date, ...length, ...headers });
  if (typeof body === "string" || sizeBytes === 0 || request.method === "HEAD") {
    response.end(typeof body === "string" ? body : "");
    return;
  }
  const { file, start, end } = body;
  const source = createReadStream(file, { start, end: end - 1, highWaterMark: 1 << 20 });
  await pipeline(source, response).catch(() => response.destroy());
}

function tokenOf({ headers: { authorization } }: IncomingMessage): string | null {
  return authorization?.replace(/^Bearer /i, "") ?? null;
}

const REASONS = { 401: "authError", 403: "forbidden", 429: "rateLimitExceeded" } as const;

/** What a fault says, as this API would. */
function told({ code, message, details }: Status): Answer {
  const status = httpCode(code);
  const { answer } = refusal(status, REASONS[status as keyof typeof REASONS] ?? "backendError", message);
  const [, seconds] = details.map(({ retryDelay }) => /^(\d+)s$/.exec(String(retryDelay))).find(Boolean) ?? [];
  if (seconds === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, "retry-after": seconds } };
}

const STATUSES: Readonly<Record<number, StatusName>> = {
  400: "INVALID_ARGUMENT",
  401: "UNAUTHENTICATED",
  403: "PERMISSION_DENIED",
  404: "NOT_FOUND",
  409: "ALREADY_EXISTS",
  412: "FAILED_PRECONDITION",
  413: "INVALID_ARGUMENT",
  416: "OUT_OF_RANGE",
  429: "RESOURCE_EXHAUSTED",
  499: "CANCELLED",
  500: "INTERNAL",
  503: "UNAVAILABLE",
  504: "DEADLINE_EXCEEDED",
};

function statusOf({ status }: Answer): StatusName {
  return status < 400 ? "OK" : (STATUSES[status] ?? "UNKNOWN");
}
