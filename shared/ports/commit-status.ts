export interface CommitStatus {
  readonly context: string;
  readonly state: "pending" | "success" | "failure" | "error";
  /** At most 140 characters. */
  readonly description: string;
  readonly targetUrl: string | null;
}

export interface WrittenStatus extends CommitStatus {
  /** Who wrote it; null when the account is gone, and for Gitea's own, whose numbers are below zero. */
  readonly author: { readonly login: string; readonly id: number } | null;
}

/** What is said about a commit; a new word takes the place of the one before with the same context. */
export interface CommitStatuses {
  /** Those of that context, the newest first. */
  list(commit: string, context: string): Promise<readonly WrittenStatus[]>;
  create(commit: string, status: CommitStatus): Promise<void>;
}
