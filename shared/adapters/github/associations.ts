import type { PullRequest } from "../../ports/forge.ts";
import type { Ask, Connection } from "./connection.ts";
import { unlessMissing, unlessUnknown } from "./failures.ts";
import { all, PER_PAGE, pages } from "./pages.ts";
import { pullRequestOf } from "./told-pull-request.ts";

type Place = Connection["place"];

/** Among so many a pull request is looked for. */
const MAX_SEARCHED_PAGES = 10;

/** Null where the forge does not tell. */
export async function associated(ask: Ask, place: Place, commit: string): Promise<readonly PullRequest[] | null> {
  const route = "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls";
  const asked = unlessUnknown(ask(route, { ...place, commit_sha: commit, per_page: PER_PAGE }));
  // A commit that only a fork has is none of this repository.
  const first = await unlessMissing(asked, 404, 409, 422);
  if (first === undefined || first === null) return first === null ? null : [];
  return (await all(ask, Promise.resolve(first), "pull requests")).map(pullRequestOf);
}

interface Search {
  readonly state: "all" | "closed";
  readonly isWanted: (pullRequest: PullRequest) => boolean;
}

/** A fork's commits are associated with nothing here, so its pull request is searched among those of late. */
export async function searched(ask: Ask, place: Place, { state, isWanted }: Search): Promise<readonly PullRequest[]> {
  const order = { sort: "updated", direction: "desc", per_page: PER_PAGE } as const;
  let count = 0;
  const first = ask("GET /repos/{owner}/{repo}/pulls", { ...place, state, ...order });
  for await (const { data } of pages(ask, first, "pull requests")) {
    const found = data.map(pullRequestOf).filter(isWanted);
    count += 1;
    if (found.length > 0 || count === MAX_SEARCHED_PAGES) return found;
  }
  return [];
}
