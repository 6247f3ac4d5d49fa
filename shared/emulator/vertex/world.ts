import { createHash } from "node:crypto";
import type { Assumptions, FaultPlan, Quotas } from "../faults/plan.ts";
import { ASSUMPTIONS } from "../faults/plan.ts";
import type { Artifacts } from "../models/artifacts.ts";
import type { ServedSink } from "../served.ts";
import type { Store, Table } from "../state/store.ts";
import type { EndpointDocument, ModelDocument, OperationDocument } from "./documents.ts";

/** Everything that a method reads and changes. */
export interface World {
  readonly store: Store;
  readonly endpoints: Table<EndpointDocument>;
  readonly models: Table<ModelDocument>;
  readonly operations: Table<OperationDocument>;
  readonly artifacts: Artifacts;
  readonly served: ServedSink;
  readonly quotas: Quotas;
  readonly assumptions: Assumptions;
  readonly operationMs: number;
  readonly draw: Draws;
  readonly nowMs: () => number;
  /** In ISO 8601. */
  readonly now: () => string;
}

/** Nothing comes twice, before a restart or after it; the same seed and calls draw the same. */
interface Draws {
  /** As long as the ids that Vertex AI makes: more digits than a double holds. */
  id(): string;
  etag(): string;
  /** Below 100, for one prediction; of these nothing is kept. */
  percent(): number;
}

export interface WorldParts {
  readonly store: Store;
  readonly artifacts: Artifacts;
  readonly served: ServedSink;
  readonly plan: FaultPlan;
  readonly seed: number;
  readonly nowMs: () => number;
}

const OPERATION_MS = 100;

export function createWorld({ store, artifacts, served, plan, seed, nowMs }: WorldParts): World {
  return {
    store,
    endpoints: store.table("endpoints"),
    models: store.table("models"),
    operations: store.table("operations"),
    artifacts,
    served,
    quotas: plan.quotas ?? {},
    assumptions: { ...ASSUMPTIONS, ...plan.assumptions },
    operationMs: plan.operationMs ?? OPERATION_MS,
    draw: draws(store, seed),
    nowMs,
    now: () => new Date(nowMs()).toISOString(),
  };
}

function draws(store: Store, seed: number): Draws {
  const counts = store.table<number>("draws");
  const next = (): Buffer => {
    const count = (counts.get("drawn") ?? 0) + 1;
    counts.set("drawn", count);
    return createHash("sha256").update(`${seed} ${count}`).digest();
  };
  return {
    id: () => String(10n ** 18n + (next().readBigUInt64LE(0) % (8n * 10n ** 18n))),
    etag: () => `AMEw9y${next().toString("base64url").slice(0, 26)}`,
    percent: percents(seed),
  };
}

/** Mulberry32, which is fair enough to share traffic by. */
function percents(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * 100;
  };
}
