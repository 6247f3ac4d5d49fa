import { gitLedgerBranch } from "../../shared/adapters/git/ledger-branch.ts";
import { gitLedgerPast } from "../../shared/adapters/git/ledger-past.ts";
import { gitRepositories } from "../../shared/adapters/git/repositories.ts";
import type { LedgerBranch } from "../../shared/ports/ledger-branch.ts";
import type { LedgerPast } from "../../shared/ports/ledger-past.ts";
import type { Repositories } from "../../shared/ports/repository.ts";

export interface LedgerPorts {
  readonly repositories: Repositories;
  readonly ledgerBranch: (top: string) => Promise<LedgerBranch>;
  readonly ledgerPast: (top: string) => LedgerPast;
  /** Milliseconds since 1970, by this machine's clock: for what a person says of a moment, and nothing else. */
  readonly nowMs: () => number;
}

/** What reading a ledger reaches the world through: Git alone. */
export function ledgerPorts(): LedgerPorts {
  const { env } = process;
  return {
    repositories: gitRepositories(env),
    ledgerBranch: (top) => gitLedgerBranch(top, env),
    ledgerPast: (top) => gitLedgerPast(top, env),
    nowMs: () => Date.now(),
  };
}
