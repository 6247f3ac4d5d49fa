import { Failure } from "../../failure.ts";
import type { PullRequest, PullRequests } from "../../ports/forge.ts";
import type { FileChange } from "../../ports/repository.ts";
import { quote } from "../../schema/phrases.ts";
import { associated, searched } from "./associations.ts";
import type { Connection } from "./connection.ts";
import { unlessMissing } from "./failures.ts";
import { all, PER_PAGE } from "./pages.ts";
import { openFrom, propose } from "./proposals.ts";
import { standing } from "./reviews.ts";
import { pullRequestOf } from "./told-pull-request.ts";

const NEEDED = "pull-requests: read";
/** GitHub tells no more, without a word. */
const MAX_FILES = 3000;

export function pullRequestsOf(connection: Connection): PullRequests {
  const { within, place } = connection;
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
        const isHead = ({ head }: PullRequest): boolean => head.commit === commit;
        const known = ((await associated(ask, place, commit)) ?? []).filter(isHead);
        const found = known.length > 0 ? known : await searched(ask, place, { state: "all", isWanted: isHead });
        return found.toSorted((a, b) => Number(b.state === "open") - Number(a.state === "open"));
      }),
    thatBrought: (commit) =>
      within({ what: `find the pull request that brought ${commit.slice(0, 12)}`, needs: NEEDED }, async (ask) => {
        const known = await associated(ask, place, commit);
        if (known !== null) return known.filter(({ state }) => state === "merged");
        return searched(ask, place, { state: "closed", isWanted: ({ mergedAs }) => mergedAs === commit });
      }),
    fromBranch: (branch) =>
      within({ what: `find the pull requests of ${quote(branch)}`, needs: NEEDED }, (ask) =>
        openFrom(ask, place, branch),
      ),
    propose: (proposal) =>
      within({ what: `propose ${quote(proposal.head)}`, needs: "pull-requests: write" }, (ask) =>
        propose(ask, connection, proposal),
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
