/**
 * The branch that keeps the ledger: its files as they were pushed, and no others. Nothing is ever forced, and the
 * working tree is not touched.
 */
export interface LedgerBranch {
  /** Where it is kept: at the remote `origin`, else only here. */
  readonly place: "origin" | "local";
  /** The branch as it is now, fetched from where it is kept. */
  fetch(): Promise<LedgerTree>;
  /** Adds a commit; `rejected` where somebody else was first, and nothing was written. */
  push(change: LedgerChange): Promise<"pushed" | "rejected">;
}

export interface LedgerTree {
  /** Null where no branch is there yet. */
  readonly commit: string | null;
  /** Those at its top, such as `1234567890.jsonl`. */
  readonly names: readonly string[];
  /** Undefined when it has no file of that name. */
  read(name: string): Promise<Uint8Array | undefined>;
}

export interface LedgerChange {
  /** The commit that it was made from: what `fetch` gave. */
  readonly parent: string | null;
  /** With `/` between parts, where it lies in a folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** One line, and more below it. */
  readonly message: string;
}
