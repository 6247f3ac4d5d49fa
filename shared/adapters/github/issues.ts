import type { Account } from "../../ports/forge.ts";
import type { Issue, Issues } from "../../ports/issue.ts";
import type { ToldAccount } from "./account.ts";
import type { Ask, Connection } from "./connection.ts";
import { createOnce } from "./create-once.ts";
import { all, PER_PAGE } from "./pages.ts";

interface Told {
  readonly number: number;
  readonly html_url: string;
  readonly title: string;
  readonly body?: string | null;
  readonly user: ToldAccount | null;
  /** Gitea tells of each issue that it is none. */
  readonly pull_request?: object | null;
}

export function issuesOf({ within, place, pause }: Connection, identity: () => Promise<Account>): Issues {
  const own = async (ask: Ask): Promise<readonly Issue[]> => {
    const { login, id } = await identity();
    const asked = { ...place, state: "open", creator: login, direction: "asc", per_page: PER_PAGE } as const;
    const told: readonly Told[] = await all(ask, ask("GET /repos/{owner}/{repo}/issues", asked), "issues");
    // To a forge a pull request is an issue as well.
    return told.filter((each) => (each.pull_request ?? null) === null && Number(each.user?.id) === id).map(issueOf);
  };
  return {
    own: (containing) =>
      within({ what: "read the issues", needs: "issues: read" }, async (ask) =>
        (await own(ask)).filter(({ body }) => body.includes(containing)),
      ),
    create: ({ title, body }) =>
      within({ what: "open an issue", needs: "issues: write" }, (ask) =>
        createOnce({
          create: async () => {
            const asked = { ...place, title, body, request: { retries: 0 } };
            return issueOf((await ask("POST /repos/{owner}/{repo}/issues", asked)).data);
          },
          find: async () => (await own(ask)).findLast((issue) => issue.title === title && issue.body === body),
          pause,
        }),
      ),
    close: (number) =>
      within({ what: `close issue #${number}`, needs: "issues: write" }, async (ask) => {
        const route = "PATCH /repos/{owner}/{repo}/issues/{issue_number}";
        await ask(route, { ...place, issue_number: number, state: "closed" });
      }),
  };
}

function issueOf({ number, html_url, title, body }: Told): Issue {
  return { number, url: html_url, title, body: body ?? "" };
}
