import { instantMs } from "../../ledger/instant.ts";
import { parseJson } from "../../schema/json.ts";

/** One answer, as whoever serves logged it. */
export interface LogRow {
  readonly timeMs: number;
  /** By the platform's id, or by the release's digest; null where the row does not say. */
  readonly deployedModelId: string | null;
  readonly digest: string | null;
  /** As HTTP has it; null where the row does not say, and then it was no error. */
  readonly status: number | null;
  readonly latencyMs: number | null;
  /** Undefined where the row holds none. */
  readonly prediction: unknown;
}

const LIMITS = { maxBytes: 2 ** 20, maxDepth: 32, maxValues: 2 ** 16 };

/** Null for what is no row: a log is written by others, and one line of it spoils no canary. */
export function readLogRow(text: string): LogRow | null {
  const { value } = parseJson(text, "the log", LIMITS);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const { time, deployedModelId, digest, status, latencyMs, prediction } = value as Record<string, unknown>;
  const timeMs = typeof time === "string" ? instantMs(time) : Number.NaN;
  if (!Number.isFinite(timeMs)) return null;
  return {
    timeMs,
    deployedModelId: nameIn(deployedModelId),
    digest: nameIn(digest),
    status: numberIn(status),
    latencyMs: numberIn(latencyMs),
    prediction,
  };
}

function nameIn(value: unknown): string | null {
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}

function numberIn(value: unknown): number | null {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) && number >= 0 ? number : null;
}
