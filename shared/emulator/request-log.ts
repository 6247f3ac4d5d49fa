import type { StatusName } from "./status.ts";
import type { HttpSurface } from "./surface.ts";

export type Surface = "vertex" | "storage" | "monitoring";

/** One request, as it was answered. */
export interface RequestEntry {
  /** In ISO 8601, when it came. */
  readonly time: string;
  readonly surface: Surface;
  /** As the API names it: `DeployModel`, `storage.objects.insert`. */
  readonly method: string;
  readonly resource: string;
  readonly isMutation: boolean;
  readonly status: StatusName;
  readonly durationMs: number;
}

export interface RequestLog {
  record(entry: RequestEntry): void;
  /** The latest, oldest first. */
  entries(): readonly RequestEntry[];
}

/** What a long session asks is more than anyone reads: the oldest half goes when the log is full. */
const MAX_ENTRIES = 100_000;

export function requestLog(maxEntries: number = MAX_ENTRIES): RequestLog {
  let kept: RequestEntry[] = [];
  return {
    record(entry) {
      if (kept.length === maxEntries) kept = kept.slice(maxEntries >> 1);
      kept.push(entry);
    },
    entries: () => kept,
  };
}

/** No bucket's name begins so. */
const PATH = "/_emulator/requests";

/** What was asked, for whoever is not in this process. */
export function requestLogSurface({ entries }: RequestLog): HttpSurface {
  return (request, response) => {
    if (request.method !== "GET" || request.url !== PATH) return false;
    response.setHeader("content-type", "application/json; charset=UTF-8");
    response.end(JSON.stringify({ requests: entries() }));
    return true;
  };
}
