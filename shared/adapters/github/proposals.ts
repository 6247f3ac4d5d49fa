import type { Proposal, PullRequest } from "../../ports/forge.ts";
import type { Ask, Connection } from "./connection.ts";
import { createOnce } from "./create-once.ts";
import { isStatus } from "./failures.ts";
import { all, PER_PAGE } from "./pages.ts";
import { pullRequestOf } from "./told-pull-request.ts";

type Place = Connection["place"];

export async function openFrom(ask: Ask, place: Place, branch: string): Promise<readonly PullRequest[]> {
  const head = `${place.owner}:${branch}`;
  const first = ask("GET /repos/{owner}/{repo}/pulls", { ...place, state: "open", head, per_page: PER_PAGE });
  const found = (await all(ask, first, "pull requests")).map(pullRequestOf);
  // A forge that does not know the filter tells them all.
  const own = found.filter((each) => each.head.branch === branch && !each.isFork);
  return own.toSorted((a, b) => a.number - b.number);
}

export async function propose(ask: Ask, { place, pause }: Connection, proposal: Proposal): Promise<PullRequest> {
  const { title, body, head, base, isDraft } = proposal;
  const find = async () => (await openFrom(ask, place, head))[0];
  const create = async () => {
    const asked = { ...place, title, body, head, base, draft: isDraft, request: { retries: 0 } };
    return pullRequestOf((await ask("POST /repos/{owner}/{repo}/pulls", asked)).data);
  };
  try {
    return await createOnce({ create, find, pause });
  } catch (error) {
    // There may be one already; what else is not valid stays so.
    const found = isStatus(error, 409, 422) ? await find() : undefined;
    if (found === undefined) throw error;
    return found;
  }
}
