import type { CommitStatuses, WrittenStatus } from "../../ports/commit-status.ts";
import { accountOf, type ToldAccount } from "./account.ts";
import type { Connection } from "./connection.ts";
import { all, PER_PAGE } from "./pages.ts";

interface Told {
  readonly context: string;
  readonly state?: string;
  /** Gitea's word for the state. */
  readonly status?: string;
  readonly description: string | null;
  readonly target_url: string | null;
  readonly creator: ToldAccount | null;
}

export function statusesOf({ within, place }: Connection): CommitStatuses {
  return {
    list: (commit, context) =>
      within({ what: `read the status of ${commit.slice(0, 12)}`, needs: "statuses: read" }, async (ask) => {
        const route = "GET /repos/{owner}/{repo}/commits/{ref}/statuses";
        const told = await all(ask, ask(route, { ...place, ref: commit, per_page: PER_PAGE }), "statuses");
        return told.map(statusOf).filter((status) => status.context === context);
      }),
    create: (commit, { context, state, description, targetUrl }) =>
      within(
        { what: `write the status ${context} of ${commit.slice(0, 12)}`, needs: "statuses: write" },
        async (ask) => {
          const status = { context, state, description, ...(targetUrl !== null && { target_url: targetUrl }) };
          await ask("POST /repos/{owner}/{repo}/statuses/{sha}", { ...place, sha: commit, ...status });
        },
      ),
  };
}

function statusOf({ context, state, status, description, target_url, creator }: Told): WrittenStatus {
  return {
    context,
    state: (state ?? status) as WrittenStatus["state"],
    description: description ?? "",
    targetUrl: target_url || null,
    author: creator && accountOf(creator),
  };
}
