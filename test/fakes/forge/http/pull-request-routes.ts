import { commitOf, type ForgeState, type KeptPullRequest, keptPullRequest } from "../state.ts";
import { created, list, NOT_FOUND, ok, REPOSITORY, type Routes, refusal } from "./answer.ts";
import { toldFile, toldPullRequest, toldReview } from "./told.ts";

export const PULL_REQUEST_ROUTES: Routes = {
  [`GET ${REPOSITORY}/pulls`]: ({ state, query }) => {
    const [, branch] = (query.get("head") ?? "").split(":");
    const isWanted = ({ state: each, head, isFork }: KeptPullRequest): boolean =>
      (query.get("state") === "all" || (each === "open") === ((query.get("state") ?? "open") === "open")) &&
      (branch === undefined || (head.branch === branch && !isFork));
    return list(state.pullRequests.filter(isWanted).map((each) => toldPullRequest(each, state.repository, "listed")));
  },
  [`POST ${REPOSITORY}/pulls`]: ({ state, body }) => {
    const { pullRequests, repository, self: author } = state;
    const { title, head, base, draft: isDraft } = body as { title: string; head: string; base: string; draft: boolean };
    const isThere = pullRequests.some((each) => each.state === "open" && !each.isFork && each.head.branch === head);
    if (isThere) return refusal(422, "Validation Failed", `A pull request already exists for acme:${head}.`);
    const number = Math.max(0, ...pullRequests.map((each) => each.number)) + 1;
    const at = { commit: commitOf(head), branch: head, repository };
    const kept = { title, isDraft, author, head: at, base: { commit: commitOf(base), branch: base } };
    pullRequests.push(keptPullRequest(number, kept));
    return created(toldPullRequest(pullRequests.at(-1)!, repository, "whole"));
  },
  [`GET ${REPOSITORY}/pulls/{pull_number}`]: ({ state, parameters }) => {
    const found = pullRequest(state, parameters.pull_number);
    return found === undefined ? NOT_FOUND : ok(toldPullRequest(found, state.repository, "whole"));
  },
  [`GET ${REPOSITORY}/pulls/{pull_number}/files`]: ({ state, parameters }) => {
    const found = pullRequest(state, parameters.pull_number);
    return found === undefined ? NOT_FOUND : list(found.changes.slice(0, 3000).map(toldFile));
  },
  [`GET ${REPOSITORY}/pulls/{pull_number}/reviews`]: ({ state, parameters }) => {
    const found = pullRequest(state, parameters.pull_number);
    return found === undefined ? NOT_FOUND : list(found.reviews.map(toldReview));
  },
  [`GET ${REPOSITORY}/commits/{commit_sha}/pulls`]: ({ state, parameters }) => {
    // What only a fork has is associated with nothing here.
    const found = state.pullRequests.filter(
      ({ head, isFork, mergedAs }) =>
        mergedAs === parameters.commit_sha || (head.commit === parameters.commit_sha && !isFork),
    );
    return list(found.map((each) => toldPullRequest(each, state.repository, "listed")));
  },
};

function pullRequest({ pullRequests }: ForgeState, number: string | undefined) {
  return pullRequests.find((each) => each.number === Number(number));
}
