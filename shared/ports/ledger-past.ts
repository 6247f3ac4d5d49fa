/** How the ledger's branch became what it is. */
export interface LedgerPast {
  /** The tip that this clone saw when it last fetched the branch: asked before it is fetched again. Null for none. */
  seen(): Promise<string | null>;
  /** Whether a tip still holds what was seen. */
  holds(tip: string, seen: string): Promise<boolean>;
  /** Every commit up to a tip that did more to a file than add to its end, oldest first: some hundreds at most. */
  rewrites(tip: string): Promise<LedgerRewrites>;
}

export interface LedgerRewrites {
  readonly found: readonly LedgerRewrite[];
  readonly commits: number;
  /** Whether all commits were looked at: a shallow clone has not got them. */
  readonly isWhole: boolean;
}

export interface LedgerRewrite {
  readonly commit: string;
  readonly name: string;
  /** The first line that is no longer as it was, from 1; null where the file was deleted. */
  readonly line: number | null;
  /** All that the file held before is there again today. */
  readonly isMended: boolean;
}
