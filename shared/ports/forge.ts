import type { CommitStatuses } from "./commit-status.ts";
import type { Deployments } from "./deployment.ts";
import type { Issues } from "./issue.ts";
import type { FileChange } from "./repository.ts";
import type { RunArtifacts } from "./run-artifact.ts";

/**
 * One repository where it is hosted. Every text that it answers with was written by others. Each call ends by itself:
 * what is busy for a moment is asked again, and what stays so is a Failure.
 *
 * `forge-denied`: the token may not, and the fix is the line of `permissions` that is missing. `forge-missing`: it is
 * not there, or no longer. `forge-locked`: nobody may comment. `forge-refused`: the request as it is. `forge-limited`:
 * too many requests, with the time from which there is room again. `forge-unreachable`: no answer, or a broken one.
 */
export interface Forge {
  /** As in `owner/name`. */
  readonly repository: string;
  /** Who writes with this token. */
  identity(): Promise<Account>;
  /** A file's bytes at a commit, branch or tag; undefined when none is there. What is no plain file is `file-refused`. */
  readFile(place: FilePlace, maxBytes: number): Promise<Uint8Array | undefined>;
  readonly pullRequests: PullRequests;
  readonly comments: Comments;
  readonly checks: Checks;
  readonly statuses: CommitStatuses;
  readonly artifacts: RunArtifacts;
  readonly deployments: Deployments;
  readonly issues: Issues;
}

export interface Account {
  /** Forges tell logins apart without regard to case. */
  readonly login: string;
  readonly id: number;
}

export interface FilePlace {
  readonly ref: string;
  /** From the top, with `/` between parts. */
  readonly path: string;
}

export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly state: "open" | "closed" | "merged";
  readonly isDraft: boolean;
  readonly isLocked: boolean;
  /** Null when the account is gone. */
  readonly author: Account | null;
  readonly head: {
    readonly commit: string;
    readonly branch: string;
    /** As in `owner/name`; null when it is gone. */
    readonly repository: string | null;
  };
  readonly base: { readonly commit: string; readonly branch: string };
  /** The head lies in another repository, or in one that is gone. */
  readonly isFork: boolean;
  /** What the merge, squash or rebase made of it; null before. */
  readonly mergedAs: string | null;
}

/** An approving review that stands: the reviewer's last word, and not dismissed. */
export interface Approval {
  readonly by: Account;
  /** The head that was looked at; null when the forge does not tell. */
  readonly commit: string | null;
}

export interface Proposal {
  readonly title: string;
  readonly body: string;
  /** A branch of this repository that was pushed before. */
  readonly head: string;
  readonly base: string;
  readonly isDraft: boolean;
}

export interface PullRequests {
  /** Undefined when there is none of that number. */
  find(number: number): Promise<PullRequest | undefined>;
  /** Whose head is this commit now, those from forks among them. Open ones first. */
  withHead(commit: string): Promise<readonly PullRequest[]>;
  /** Through which a commit came to its branch. */
  thatBrought(commit: string): Promise<readonly PullRequest[]>;
  /** Open ones whose head is this branch of this repository, the oldest first. */
  fromBranch(branch: string): Promise<readonly PullRequest[]>;
  /** One for its branch: one that is open already is answered as it is. */
  propose(proposal: Proposal): Promise<PullRequest>;
  approvals(number: number): Promise<readonly Approval[]>;
  /** What it would change, sorted by path; more than 3,000 files are `limit-exceeded`. */
  changes(number: number): Promise<readonly FileChange[]>;
}

export interface Comment {
  readonly id: number;
  readonly url: string;
  readonly body: string;
}

/** On a pull request. Bodies may have 65,536 UTF-16 units. */
export interface Comments {
  /** What this token's own account wrote and that holds the text, the oldest first. Whoever else writes it counts not. */
  own(pullRequest: number, containing: string): Promise<readonly Comment[]>;
  /** One comment, even when the answer to its creation is lost. */
  create(pullRequest: number, body: string): Promise<Comment>;
  /** Undefined when it is no longer there. */
  update(id: number, body: string): Promise<Comment | undefined>;
  /** One that is gone already is no failure. */
  delete(id: number): Promise<void>;
  /** Folds it as outdated; false where the forge cannot. */
  hide(id: number): Promise<boolean>;
}

export type CheckConclusion =
  | "success"
  | "failure"
  | "neutral"
  | "cancelled"
  | "skipped"
  | "timed_out"
  | "action_required";

export interface CheckAnnotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: "notice" | "warning" | "failure";
  readonly title: string;
  readonly message: string;
}

export interface CheckReport {
  readonly name: string;
  readonly commit: string;
  /** Null while it goes on. */
  readonly conclusion: CheckConclusion | null;
  readonly title: string;
  /** Markdown of at most 65,535 UTF-16 units, like `text`. */
  readonly summary: string;
  readonly text?: string;
  readonly detailsUrl?: string;
  /** Told apart by it from the check runs of other runs. */
  readonly externalId?: string;
  /** However many there are is the adapter's concern; the first 1,000 are shown. */
  readonly annotations: readonly CheckAnnotation[];
}

export interface CheckRun {
  readonly id: number;
  readonly url: string;
  readonly name: string;
  readonly commit: string;
  readonly status: "queued" | "inProgress" | "completed";
  readonly conclusion: CheckConclusion | "stale" | null;
  readonly title: string | null;
  readonly summary: string | null;
  readonly externalId: string | null;
  /** Which app wrote it, as in `github-actions`; null when the forge does not tell. */
  readonly app: { readonly id: number; readonly slug: string } | null;
}

/** Null throughout where the forge knows no check runs: a commit's status stands in for them there. */
export interface Checks {
  /** The newest run of that name by each app, the newest first. */
  list(commit: string, name: string): Promise<readonly CheckRun[] | null>;
  create(report: CheckReport): Promise<CheckRun | null>;
  /** Of this token's own app; annotations are added to those that are there. */
  update(id: number, report: CheckReport): Promise<CheckRun | null>;
}
