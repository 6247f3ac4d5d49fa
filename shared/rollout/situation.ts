import type { Failure } from "../failure.ts";
import type { Chain } from "../ledger/chain.ts";
import type { EndpointState } from "../ports/endpoint.ts";
import type { Manifest } from "../release/manifest.ts";
import type { Cause, Intent } from "./intent.ts";

/** All that decides what is done next. */
export interface Situation {
  /** By the clock of the service that keeps the lease, in milliseconds since 1970. */
  readonly nowMs: number;
  readonly fence: number;
  /** As the manifest names it. */
  readonly endpointId: string;
  readonly desired: Desired;
  /** The default branch cannot be read: what is desired is what it said before, if anything. */
  readonly isBlind: boolean;
  /** What is wrong with the ledger; null where nothing is. */
  readonly broken: Obstacle | null;
  /** Whoever held the lease before may be about to write with what was read then. */
  readonly isTakenOver: boolean;
  /** With the lines that wait to be pushed; of a broken ledger those before the break. */
  readonly chain: Chain;
  readonly intent: Intent | null;
  /** Whoever was here before was about to take all traffic off, and has not said whether it did. */
  readonly isStopping: boolean;
  readonly endpoint: EndpointState;
  /** At rest, where one is declared and answers: nothing of ours should be there. */
  readonly staging: EndpointState | null;
  readonly record: PassOnRecord;
  /** What a closer look in this run has found against what is wanted. */
  readonly objection: Objection | null;
  /** Digests that this run could not remove, and leaves alone. */
  readonly spared: ReadonlySet<string>;
}

/** Why a release is not begun, before anything was written. */
export interface Objection {
  /** Of the release. */
  readonly digest: string;
  readonly reason: string;
  readonly fix: string;
}

/** Why only what gives traffic back is done. */
export interface Obstacle extends Pick<Failure, "message" | "fix"> {
  /** It may be over with the next run. */
  readonly isOutage?: boolean;
}

/** What the tip of the default branch says. */
export interface Desired {
  readonly cause: Omit<Cause, "evidenceDigest">;
  /** Null where the manifest was deleted. */
  readonly manifest: Manifest | null;
  /** What then becomes of the endpoint. */
  readonly onDelete: "hold" | "undeploy";
  /** Of what the merge would do, from manifests alone. */
  readonly planHash: string | null;
  /** A person asked to try again what the platform failed for too long. */
  readonly isRetry: boolean;
  /** Why a person takes back what the default branch says: what is underway for it has failed, and what serves goes. */
  readonly withdrawn?: string;
  /** Why nobody can tell what the default branch wants here: several manifests name the endpoint. */
  readonly contested?: Obstacle;
  /** The file `model-release.freeze` is there: nothing is written but a rollback. */
  readonly isFrozen: boolean;
  /** How the tip stands to the last commit that the ledger names. */
  readonly order: "same" | "newer" | "older" | "diverged";
}

/** Whether somebody may promote this digest, and after what comparison. */
export type PassOnRecord =
  | {
      readonly kind: "passed";
      /** What it was compared with; null for a first release. */
      readonly champion: string | null;
      readonly evidenceDigest: string;
      /** Null where the pass needs only the digest. */
      readonly planHash: string | null;
      /** An approver has reviewed it, or the model needs none. */
      readonly isApproved: boolean;
      /** A waiver names the failure of this very digest before. */
      readonly isFailureWaived: boolean;
    }
  | { readonly kind: "none"; readonly reason: string; readonly fix: string };
