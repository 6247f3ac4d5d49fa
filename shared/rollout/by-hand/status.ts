import type { Chain } from "../../ledger/chain.ts";
import { instantText } from "../../ledger/instant.ts";
import type { ServedShare } from "../../ledger/line.ts";
import type { EndpointState } from "../../ports/endpoint.ts";
import type { Intent } from "../intent.ts";
import { expectedShares, hasDrifted, servedShares, sharesText } from "../served.ts";
import type { Desired } from "../situation.ts";
import type { SeenLease } from "./seen-lease.ts";

/** How an endpoint stands to what the default branch says of it. */
export interface EndpointStatus {
  readonly schema: "model-release/status/v1";
  readonly endpoint: string;
  /** From the repository's top. */
  readonly manifest: string;
  /** Null where the manifest was deleted. */
  readonly desired: { readonly version: string; readonly digest: string; readonly commit: string } | null;
  /** Who answers. */
  readonly live: readonly ServedShare[];
  /** All answers are the desired release's. */
  readonly inSync: boolean;
  readonly state: string;
  /** What stops promotions; null where nothing does. */
  readonly freeze: string | null;
}

export interface Seen {
  readonly endpointId: string;
  readonly manifest: string;
  readonly desired: Desired;
  readonly chain: Chain;
  readonly endpoint: EndpointState;
  /** Null where nobody ever held it. */
  readonly lease: SeenLease | null;
}

export function statusOf(seen: Seen): EndpointStatus {
  const { endpointId, manifest, desired } = seen;
  return {
    schema: "model-release/status/v1",
    endpoint: endpointId,
    manifest,
    desired: desired.manifest && {
      version: desired.manifest.model.version,
      digest: desired.manifest.artifact.digest,
      commit: desired.cause.commit,
    },
    live: liveOf(seen),
    inSync: isInSync(seen),
    state: stateOf(seen),
    freeze: freezeOf(seen),
  };
}

/** A release that is merged has a version, even where the ledger was never told of it. */
function liveOf({ endpoint, chain, desired }: Pick<Seen, "endpoint" | "chain" | "desired">): readonly ServedShare[] {
  const { manifest } = desired;
  return servedShares(endpoint, chain).map((share) =>
    share.version === null && share.digest !== null && share.digest === manifest?.artifact.digest
      ? { ...share, version: manifest.model.version }
      : share,
  );
}

function isInSync(seen: Seen): boolean {
  const { manifest, onDelete } = seen.desired;
  const live = liveOf(seen);
  if (manifest === null) return onDelete === "hold" || live.length === 0;
  return live.length > 0 && live.every(({ digest }) => digest === manifest.artifact.digest);
}

function stateOf(seen: Seen): string {
  const { lease } = seen;
  const intent = lease?.intent ?? null;
  const doing = intent === null ? restText(seen) : intentText(intent);
  if (lease?.state === "held") return `${doing}, held by ${lease.holder}`;
  return intent === null ? doing : `${doing}, and nobody is at it: the next run goes on`;
}

function restText({ chain, endpoint }: Seen): string {
  const last = chain.at(-1);
  if (last?.event === "frozen") return `frozen since ${last.time}`;
  if (!hasDrifted({ endpoint, chain })) return "idle";
  return `drifted: the ledger says ${sharesText(expectedShares(chain))}`;
}

function intentText({ kind, release, latch, steps, step, stepSinceMs }: Intent): string {
  if (latch !== null) return `taking ${release.version} back: ${latch.reason}`;
  if (kind === "rollback") return `rolling back to ${release.version}`;
  if (step < 0) return `promoting ${release.version}, with no traffic yet`;
  const since = stepSinceMs === null ? "" : ` since ${instantText(stepSinceMs)}`;
  return `promoting ${release.version}, ${steps[step] ?? 100} %${since}`;
}

function freezeOf({ desired, chain }: Seen): string | null {
  if (desired.isFrozen) return "the file model-release.freeze is on the default branch";
  const last = chain.at(-1);
  return last?.event === "frozen" ? (last.reason ?? "the ledger does not say why") : null;
}
