import type { ReleaseId } from "../evidence/evidence.ts";
import type { Chain } from "../ledger/chain.ts";
import type { LedgerEntry } from "../ledger/line.ts";
import type { Bucket } from "../ports/bucket.ts";
import type { Clock } from "../ports/clock.ts";
import type { Endpoint } from "../ports/endpoint.ts";
import type { LedgerBranch } from "../ports/ledger-branch.ts";
import type { Log } from "../ports/log.ts";
import type { Outcome } from "../ports/outcome.ts";
import type { Registry } from "../ports/registry.ts";
import type { Manifest } from "../release/manifest.ts";
import type { CanaryJudgement, CanaryQuestion } from "./canary.ts";
import type { Finding } from "./preflight/finding.ts";
import type { Desired, PassOnRecord } from "./situation.ts";
import type { SmokeResult } from "./smoke.ts";

/** All that a rollout reaches the world through. */
export interface RolloutPorts {
  readonly endpoint: Endpoint;
  /** By the number or name that a manifest gives it. */
  readonly staging: (endpointId: string) => Endpoint;
  readonly registry: Registry;
  readonly bucket: Bucket;
  readonly ledger: LedgerBranch;
  readonly clock: Clock;
  readonly log: Log;
  /** What the default branch says now. `since` is the last commit that the ledger names; null where it names none. */
  readonly desire: (since: string | null, chain: Chain) => Promise<Desired>;
  /** Of a release that the chain calls healthy nobody outside is asked: nothing delays its return. */
  readonly passOf: (release: ReleaseId, chain: Chain) => Promise<PassOnRecord>;
  /** Whether the artifact is there to be uploaded, and is the one that is pinned. Asked before anything is written. */
  readonly source?: (manifest: Manifest) => Promise<Finding>;
  /** Every byte of the artifact, verified, where its URI says; what is there already is left as it is. */
  readonly upload: (manifest: Manifest) => Promise<Outcome<null>>;
  readonly smoke: (manifest: Manifest, at: Endpoint) => Promise<SmokeResult>;
  readonly judge: (question: CanaryQuestion) => Promise<CanaryJudgement>;
  /** A revert for people to merge, once for each release that failed. */
  readonly propose: (failed: LedgerEntry) => Promise<void>;
  /** The story as it goes, for people: it never keeps anything from happening. */
  readonly tell: (entry: LedgerEntry) => Promise<void>;
  readonly sleep: (ms: number) => Promise<void>;
  /** Acts again and again until it is stopped, which waits for an act that goes on. Without it nothing long is kept alive. */
  readonly heartbeat?: (everyMs: number, act: () => Promise<void>) => { stop(): Promise<void> };
}
