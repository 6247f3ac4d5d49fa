import type { LedgerBranch } from "../../../shared/ports/ledger-branch.ts";
import type { LedgerPast } from "../../../shared/ports/ledger-past.ts";
import type { Repositories } from "../../../shared/ports/repository.ts";

/** What reading a ledger reaches the world through. */
export interface LedgerPorts {
  readonly repositories: Repositories;
  readonly ledgerBranch: (top: string) => Promise<LedgerBranch>;
  readonly ledgerPast: (top: string) => LedgerPast;
  /** Milliseconds since 1970, by this machine's clock: for what a person says of a moment, and nothing else. */
  readonly nowMs: () => number;
}
