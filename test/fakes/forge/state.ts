import type { WrittenStatus } from "../../../shared/ports/commit-status.ts";
import type { Deployment, DeploymentStatus } from "../../../shared/ports/deployment.ts";
import type { Account, CheckAnnotation, CheckRun, PullRequest } from "../../../shared/ports/forge.ts";
import type { FileChange } from "../../../shared/ports/repository.ts";
import type { RunArtifact, WorkflowRun } from "../../../shared/ports/run-artifact.ts";

/** All that a forge remembers of one repository. Tests lay it out, and look at what has become of it. */
export interface ForgeState {
  readonly repository: string;
  /** Who writes with the token, and through which app. */
  readonly self: Account;
  readonly app: { readonly id: number; readonly slug: string };
  readonly pullRequests: KeptPullRequest[];
  readonly comments: KeptComment[];
  /** The oldest first. */
  readonly checkRuns: KeptCheckRun[];
  readonly statuses: (WrittenStatus & { readonly commit: string })[];
  /** By the commit, branch or tag, then by the path; null is a folder. */
  readonly files: Readonly<Record<string, Readonly<Record<string, string | Uint8Array | null>>>>;
  readonly deployments: KeptDeployment[];
  readonly issues: KeptIssue[];
  readonly runs: WorkflowRun[];
  readonly artifacts: (RunArtifact & { readonly archive: Uint8Array })[];
  /** What this forge can do besides: Gitea can neither. */
  readonly knows: { readonly checks: boolean; readonly hiding: boolean };
}

export interface KeptPullRequest extends PullRequest {
  /** The oldest first. */
  readonly reviews: readonly KeptReview[];
  readonly changes: readonly FileChange[];
}

export interface KeptReview {
  readonly by: Account | null;
  readonly state: "approved" | "changesRequested" | "commented" | "dismissed" | "pending";
  readonly commit: string | null;
}

export interface KeptComment {
  readonly id: number;
  readonly pullRequest: number;
  readonly author: Account | null;
  readonly body: string;
  readonly isHidden: boolean;
}

/** Its `id` is its number. */
export interface KeptIssue {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly author: Account | null;
  readonly isOpen: boolean;
}

export interface KeptDeployment extends Deployment {
  readonly isProduction: boolean;
  /** The oldest first. */
  readonly statuses: readonly DeploymentStatus[];
}

export interface KeptCheckRun extends CheckRun {
  readonly annotations: readonly CheckAnnotation[];
  readonly text: string | null;
  readonly detailsUrl: string | null;
}

export const OCTOCAT: Account = { login: "octocat", id: 583231 };
export const ACTIONS_BOT: Account = { login: "github-actions[bot]", id: 41898282 };
/** 40 hex digits that begin with a word's own. */
export const commitOf = (word: string): string =>
  Buffer.from(word.padEnd(20, "."), "latin1").toString("hex").slice(0, 40);

export const HEAD = commitOf("head");
export const BASE = commitOf("base");

export function keptPullRequest(number: number, differing: Partial<KeptPullRequest> = {}): KeptPullRequest {
  return {
    number,
    url: `https://github.com/acme/models/pull/${number}`,
    title: `Release churn 2.${number}.0`,
    state: "open",
    isDraft: false,
    isLocked: false,
    author: OCTOCAT,
    head: { commit: HEAD, branch: "release", repository: "acme/models" },
    base: { commit: BASE, branch: "main" },
    isFork: false,
    mergedAs: null,
    reviews: [],
    changes: [],
    ...differing,
  };
}

export function forgeState(laid: Partial<ForgeState> = {}): ForgeState {
  return {
    repository: "acme/models",
    self: ACTIONS_BOT,
    app: { id: 15368, slug: "github-actions" },
    pullRequests: [keptPullRequest(7)],
    comments: [],
    checkRuns: [],
    statuses: [],
    files: {},
    deployments: [],
    issues: [],
    runs: [],
    artifacts: [],
    knows: { checks: true, hiding: true },
    ...laid,
  };
}

/** Greater than all that are there. */
export function nextId(kept: readonly { readonly id: number }[]): number {
  return Math.max(1000, ...kept.map(({ id }) => id)) + 1;
}

/** Puts another in the place of the one with the same number; false when there is none. */
export function replace<T extends { readonly id: number }>(kept: T[], id: number, change: Partial<T>): T | undefined {
  const index = kept.findIndex((each) => each.id === id);
  if (index === -1) return undefined;
  kept[index] = { ...kept[index]!, ...change };
  return kept[index];
}
