import type { Bucket } from "./bucket.ts";
import type { Endpoint } from "./endpoint.ts";
import type { LedgerBranch } from "./ledger-branch.ts";
import type { Registry } from "./registry.ts";

/** A cloud on this machine where nobody is served, and which is gone with what it is asked for. */
export interface RehearsalCloud extends AsyncDisposable {
  readonly endpoint: (id: string) => Endpoint;
  readonly registry: Registry;
  readonly bucket: Bucket;
  readonly ledger: LedgerBranch;
}

/** What has to be there before anything is rehearsed. */
export interface RehearsalPlace {
  readonly project: string;
  readonly region: string;
  readonly bucket: string;
  readonly endpoints: readonly string[];
}
