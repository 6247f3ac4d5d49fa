import type { PullRequest } from "../../ports/forge.ts";
import { accountOf, type ToldAccount } from "./account.ts";

/** What the list, the number and the commit tell alike. */
export interface ToldPullRequest {
  readonly number: number;
  readonly html_url: string;
  readonly title: string;
  readonly state: string;
  readonly draft?: boolean | undefined;
  readonly locked: boolean;
  /** Gitea's. */
  readonly is_locked?: boolean;
  readonly user: ToldAccount | null;
  readonly head: { readonly sha: string; readonly ref: string; readonly repo: { full_name: string } | null };
  readonly base: { readonly sha: string; readonly ref: string; readonly repo: { full_name: string } };
  readonly merged_at: string | null;
  readonly merge_commit_sha: string | null;
}

export function pullRequestOf(told: ToldPullRequest): PullRequest {
  const { head, base } = told;
  const repository = head.repo?.full_name ?? null;
  return {
    number: told.number,
    url: told.html_url,
    title: told.title,
    state: told.merged_at !== null ? "merged" : told.state === "open" ? "open" : "closed",
    isDraft: told.draft === true,
    isLocked: told.locked === true || told.is_locked === true,
    author: told.user && accountOf(told.user),
    head: { commit: head.sha, branch: head.ref, repository },
    base: { commit: base.sha, branch: base.ref },
    isFork: repository?.toLowerCase() !== base.repo.full_name.toLowerCase(),
    // Before the merge it names a commit that was made to try it.
    mergedAs: told.merged_at === null ? null : told.merge_commit_sha,
  };
}
