import { Failure } from "../../failure.ts";
import type { Approval, Proposal, PullRequest, PullRequests } from "../../ports/forge.ts";
import type { FileChange } from "../../ports/repository.ts";
import { quote } from "../../schema/phrases.ts";
import { accountOf, type ToldAccount } from "./account.ts";
import type { Ask, Connection } from "./connection.ts";
import { createOnce } from "./create-once.ts";
import { isStatus, unlessMissing } from "./failures.ts";
import { all, PER_PAGE, pages } from "./pages.ts";
import { pullRequestOf } from "./told-pull-request.ts";

const NEEDED = "pull-requests: read";
/** Among so many that are open a head is looked for. */
const MAX_SEARCHED_PAGES = 10;
/** GitHub tells no more, without a word. */
const MAX_FILES = 3000;

export function pullRequestsOf({ within, place }: Connection): PullRequests {
  const at = (number: number) => ({ ...place, pull_number: number, per_page: PER_PAGE });
  return {
    find: (number) =>
      within({ what: `read pull request #${number}`, needs: NEEDED }, async (ask) => {
        const asked = ask("GET /repos/{owner}/{repo}/pulls/{pull_number}", { ...place, pull_number: number });
        const answer = await unlessMissing(asked);
        return answer && pullRequestOf(answer.data);
      }),
    withHead: (commit) =>
      within({ what: `find the pull request of ${commit.slice(0, 12)}`, needs: NEEDED }, async (ask) => {
        const known = (await associated(ask, place, commit)).filter(({ head }) => head.commit === commit);
        const found = known.length > 0 ? known : await openWithHead(ask, place, commit);
        return found.toSorted((a, b) => Number(b.state === "open") - Number(a.state === "open"));
      }),
    thatBrought: (commit) =>
      within({ what: `find the pull request that brought ${commit.slice(0, 12)}`, needs: NEEDED }, async (ask) =>
        (await associated(ask, place, commit)).filter(({ state }) => state === "merged"),
      ),
    fromBranch: (branch) =>
      within({ what: `find the pull requests of ${quote(branch)}`, needs: NEEDED }, (ask) =>
        openFrom(ask, place, branch),
      ),
    propose: (proposal) =>
      within({ what: `propose ${quote(proposal.head)}`, needs: "pull-requests: write" }, (ask) =>
        propose(ask, place, proposal),
      ),
    approvals: (number) =>
      within({ what: `read the reviews of pull request #${number}`, needs: NEEDED }, async (ask) =>
        standing(await all(ask, ask("GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews", at(number)), "reviews")),
      ),
    changes: (number) =>
      within({ what: `read what pull request #${number} changes`, needs: NEEDED }, async (ask) => {
        const files = ask("GET /repos/{owner}/{repo}/pulls/{pull_number}/files", at(number));
        return sorted((await all(ask, files, "files")).map(changeOf), number);
      }),
  };
}

async function associated(ask: Ask, place: Connection["place"], commit: string): Promise<readonly PullRequest[]> {
  const asked = ask("GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls", {
    ...place,
    commit_sha: commit,
    per_page: PER_PAGE,
  });
  // A commit that only a fork has is none of this repository.
  const first = await unlessMissing(asked, 404, 409, 422);
  if (first === undefined) return [];
  return (await all(ask, Promise.resolve(first), "pull requests")).map(pullRequestOf);
}

/** A fork's commits are associated with nothing here, so its pull request is searched among those that are open. */
async function openWithHead(ask: Ask, place: Connection["place"], commit: string): Promise<readonly PullRequest[]> {
  const first = ask("GET /repos/{owner}/{repo}/pulls", {
    ...place,
    state: "open",
    sort: "updated",
    direction: "desc",
    per_page: PER_PAGE,
  });
  let searched = 0;
  for await (const { data } of pages(ask, first, "pull requests")) {
    const found = data.filter(({ head }) => head.sha === commit).map(pullRequestOf);
    searched += 1;
    if (found.length > 0 || searched === MAX_SEARCHED_PAGES) return found;
  }
  return [];
}

async function openFrom(ask: Ask, place: Connection["place"], branch: string): Promise<readonly PullRequest[]> {
  const head = `${place.owner}:${branch}`;
  const first = ask("GET /repos/{owner}/{repo}/pulls", { ...place, state: "open", head, per_page: PER_PAGE });
  const found = (await all(ask, first, "pull requests")).map(pullRequestOf);
  // A forge that does not know the filter tells them all.
  const own = found.filter((each) => each.head.branch === branch && !each.isFork);
  return own.toSorted((a, b) => a.number - b.number);
}

async function propose(ask: Ask, place: Connection["place"], proposal: Proposal): Promise<PullRequest> {
  const { title, body, head, base, isDraft } = proposal;
  const find = async () => (await openFrom(ask, place, head))[0];
  const create = async () => {
    const asked = { ...place, title, body, head, base, draft: isDraft, request: { retries: 0 } };
    return pullRequestOf((await ask("POST /repos/{owner}/{repo}/pulls", asked)).data);
  };
  try {
    return await createOnce({ create, find });
  } catch (error) {
    // There may be one already; what else is not valid stays so.
    const found = isStatus(error, 409, 422) ? await find() : undefined;
    if (found === undefined) throw error;
    return found;
  }
}

interface ToldReview {
  readonly user: ToldAccount | null;
  readonly state: string;
  readonly commit_id: string | null;
  /** Gitea's. */
  readonly dismissed?: boolean;
}

/** The others, such as a comment, leave standing what their author said before. */
const LAST_WORDS = ["APPROVED", "CHANGES_REQUESTED", "REQUEST_CHANGES", "DISMISSED"];

function standing(reviews: readonly ToldReview[]): readonly Approval[] {
  const lastWords = new Map<number | bigint, Approval & Pick<ToldReview, "state" | "dismissed">>();
  for (const { user, state, commit_id, dismissed = false } of reviews) {
    if (user === null || !LAST_WORDS.includes(state)) continue;
    lastWords.set(user.id, { by: accountOf(user), commit: commit_id, state, dismissed });
  }
  return [...lastWords.values()]
    .filter(({ state, dismissed }) => state === "APPROVED" && dismissed !== true)
    .map(({ by, commit }) => ({ by, commit }));
}

interface ToldFile {
  readonly filename: string;
  readonly status: string;
  readonly previous_filename?: string;
}

function changeOf({ filename: path, status, previous_filename: from }: ToldFile): FileChange {
  if (status === "renamed" && from !== undefined) return { kind: "renamed", path, from };
  if (status === "added" || status === "copied") return { kind: "added", path };
  return { kind: status === "removed" || status === "deleted" ? "deleted" : "changed", path };
}

function sorted(changes: readonly FileChange[], number: number): readonly FileChange[] {
  if (changes.length < MAX_FILES) return changes.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  throw new Failure("limit-exceeded", `pull request #${number} changes ${MAX_FILES} files or more`, {
    fix: "Propose the release in a pull request of its own.",
  });
}
