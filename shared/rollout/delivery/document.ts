import type { ReleaseId } from "../../evidence/evidence.ts";
import type { RolloutOutcome } from "../intent.ts";
import type { Call } from "./calls.ts";
import type { Delivered, Delivery } from "./deliver.ts";

/** What became of one endpoint, as `promote --json` prints it. */
export interface DeliveryDocument {
  readonly schema: "model-release/delivery/v1";
  readonly outcome: RolloutOutcome;
  readonly reason: string;
  readonly fix: string | null;
  /** From the repository's top. */
  readonly manifest: string;
  /** As the manifest names it. */
  readonly endpoint: string;
  /** What the default branch wants there; null where the manifest was deleted. */
  readonly release: ReleaseId | null;
  readonly commit: string | null;
  /** What happened in this run, as the ledger tells it. */
  readonly events: readonly string[];
  /** The writes that the platform was sent, in order. */
  readonly calls: readonly Call[];
  /** The folder that tells what was taken back, as the user would write it; null where nothing was. */
  readonly incident: string | null;
}

export function deliveryDocument(
  { place, target }: Delivery,
  delivered: Delivered,
  incident: string | null,
): DeliveryDocument {
  const { outcome, reason, fix, entries, calls, tip } = delivered;
  const manifest = tip?.manifest ?? null;
  return {
    schema: "model-release/delivery/v1",
    outcome,
    reason,
    fix,
    manifest: place.path,
    endpoint: target.endpoint,
    release: manifest && {
      model: manifest.model.name,
      version: manifest.model.version,
      digest: manifest.artifact.digest,
    },
    commit: tip?.commit ?? null,
    events: entries.map(({ event }) => event),
    calls,
    incident,
  };
}

/** A release that lost, and one that is refused, have failed; what the platform broke is not the release's. */
export const EXIT_CODES = {
  healthy: 0,
  noop: 0,
  inProgress: 0,
  bad: 1,
  refused: 1,
  stale: 3,
  aborted: 4,
} as const satisfies Record<RolloutOutcome, number>;

const WORST_FIRST: readonly RolloutOutcome[] = ["bad", "refused", "aborted", "stale", "inProgress", "healthy", "noop"];

/** Of a run that saw several endpoints. */
export function worstOf(outcomes: readonly RolloutOutcome[]): RolloutOutcome | undefined {
  return WORST_FIRST.find((outcome) => outcomes.includes(outcome));
}
