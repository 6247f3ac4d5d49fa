import type { Buckets } from "../../ports/bucket.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Endpoint } from "../../ports/endpoint.ts";
import type { Files } from "../../ports/files.ts";
import type { Forge } from "../../ports/forge.ts";
import type { LedgerBranch } from "../../ports/ledger-branch.ts";
import type { Log } from "../../ports/log.ts";
import type { Mainline } from "../../ports/mainline.ts";
import type { Proposals } from "../../ports/proposals.ts";
import type { Registry } from "../../ports/registry.ts";
import type { Repositories } from "../../ports/repository.ts";
import type { Telemetry } from "../../ports/telemetry.ts";
import type { CopyPorts } from "../../release/bucket-copies.ts";

/** All that bringing a release to its endpoint reaches the world through, wherever the manifest says that is. */
export interface DeliveryPorts extends CopyPorts {
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
  /** A path as the user wrote it, seen from where the user stands. */
  readonly resolve: (path: string) => string;
  /** A folder that is gone with what it is asked for. */
  readonly scratch: () => Promise<Scratch>;
  /** Ends early when the user asks for an end. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Acts again and again until it is stopped, which waits for an act that goes on. */
  readonly heartbeat: (everyMs: number, act: () => Promise<void>) => Heartbeat;
  readonly repositories: Repositories;
  readonly mainline: (folder: string) => Promise<Mainline>;
  readonly ledgerBranch: (folder: string) => Promise<LedgerBranch>;
  readonly cloud: (place: CloudPlace) => Promise<Cloud>;
  readonly telemetry: (place: CloudPlace & { readonly endpoint: string }) => Promise<Telemetry>;
  readonly buckets: () => Promise<Buckets>;
  readonly proposals: (folder: string) => Promise<Proposals>;
  /** Null where nobody says which repository this is, or with what token. */
  readonly forge: (() => Promise<Forge>) | null;
  /** Told apart from every other run. */
  readonly holder: string;
}

export interface CloudPlace {
  readonly project: string;
  readonly region: string;
}

export interface Cloud extends AsyncDisposable {
  endpoint(id: string): Endpoint;
  readonly registry: Registry;
}

export interface Scratch extends AsyncDisposable {
  readonly folder: string;
}

export interface Heartbeat {
  stop(): Promise<void>;
}
