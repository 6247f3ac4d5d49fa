import type { PullRequests } from "../../../../shared/ports/forge.ts";
import { commitOf, type ForgeState, type KeptPullRequest, type KeptReview, keptPullRequest } from "../state.ts";
import { missing } from "./refusal.ts";

export function pullRequestsOf({ pullRequests, repository, self }: ForgeState): PullRequests {
  const isOpen = ({ state }: KeptPullRequest): boolean => state === "open";
  const openFrom = (branch: string): readonly KeptPullRequest[] =>
    pullRequests.filter((each) => isOpen(each) && !each.isFork && each.head.branch === branch);
  const shown = ({ reviews: _, changes: __, ...pullRequest }: KeptPullRequest) => pullRequest;
  const kept = (number: number) => pullRequests.find((each) => each.number === number);
  const there = (number: number) => kept(number) ?? missing(`pull request #${number}`);
  return {
    find: async (number) => {
      const found = kept(number);
      return found && shown(found);
    },
    withHead: async (commit) => {
      const found = pullRequests.filter(({ head }) => head.commit === commit);
      return [...found.filter(isOpen), ...found.filter((each) => !isOpen(each))].map(shown);
    },
    thatBrought: async (commit) => pullRequests.filter(({ mergedAs }) => mergedAs === commit).map(shown),
    fromBranch: async (branch) => openFrom(branch).map(shown),
    propose: async ({ title, head, base, isDraft }) => {
      const known = openFrom(head)[0];
      if (known !== undefined) return shown(known);
      const number = Math.max(0, ...pullRequests.map((each) => each.number)) + 1;
      const at = { commit: commitOf(head), branch: head, repository };
      const differing = { title, isDraft, author: self, head: at, base: { commit: commitOf(base), branch: base } };
      pullRequests.push(keptPullRequest(number, differing));
      return shown(pullRequests.at(-1)!);
    },
    approvals: async (number) => standing(there(number).reviews),
    changes: async (number) => there(number).changes.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** A comment changes nothing of what its author said before. */
function standing(reviews: readonly KeptReview[]): Awaited<ReturnType<PullRequests["approvals"]>> {
  const lastWords = new Map<string, KeptReview>();
  for (const review of reviews) {
    if (review.by !== null && review.state !== "commented" && review.state !== "pending")
      lastWords.set(review.by.login.toLowerCase(), review);
  }
  return [...lastWords.values()]
    .filter(({ state }) => state === "approved")
    .map(({ by, commit }) => ({ by: by!, commit }));
}
