import type { Comment, Comments } from "../../ports/forge.ts";
import { accountOf, type ToldAccount } from "./account.ts";
import type { Ask, Connection } from "./connection.ts";
import { createOnce } from "./create-once.ts";
import { isStatus, unlessMissing } from "./failures.ts";
import { graphql } from "./graphql.ts";
import type { identityOf } from "./identity.ts";
import { all, PER_PAGE } from "./pages.ts";

interface Told {
  readonly id: number | bigint;
  readonly html_url: string;
  readonly body?: string;
  readonly user: ToldAccount | null;
}

const NEEDED = "pull-requests: write";
const MINIMIZE =
  "mutation($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) { minimizedComment { isMinimized } } }";

export function commentsOf(connection: Connection, identity: ReturnType<typeof identityOf>): Comments {
  const { within, place, graphqlUrl, pause } = connection;
  const own = async (ask: Ask, number: number): Promise<readonly Comment[]> => {
    const self = await identity();
    return (await commentsOn(ask, place, number))
      .filter(({ user }) => user !== null && accountOf(user).id === self.id)
      .map(commentOf);
  };
  return {
    own: (number, containing) =>
      within({ what: `read the comments on pull request #${number}`, needs: "pull-requests: read" }, async (ask) =>
        (await own(ask, number)).filter(({ body }) => body.includes(containing)),
      ),
    create: (number, body) =>
      within({ what: `comment on pull request #${number}`, needs: NEEDED }, (ask) =>
        createOnce({
          create: async () => {
            const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
            const { data } = await ask(route, { ...place, issue_number: number, body, request: { retries: 0 } });
            return commentOf(data);
          },
          find: async () => (await own(ask, number)).findLast((comment) => isSameText(comment.body, body)),
          pause,
        }),
      ),
    update: (id, body) =>
      within({ what: `change comment ${id}`, needs: NEEDED }, async (ask) => {
        const route = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
        const answer = await unlessMissing(ask(route, { ...place, comment_id: id, body }));
        return answer && commentOf(answer.data);
      }),
    delete: (id) =>
      within({ what: `delete comment ${id}`, needs: NEEDED }, async (ask) => {
        const route = "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}";
        await unlessMissing(ask(route, { ...place, comment_id: id }));
      }),
    hide: (id) =>
      within({ what: `hide comment ${id}`, needs: NEEDED }, async (ask) => {
        const route = "GET /repos/{owner}/{repo}/issues/comments/{comment_id}";
        const found = await unlessMissing(ask(route, { ...place, comment_id: id }));
        return found !== undefined && minimize(ask, graphqlUrl, found.data.node_id);
      }),
  };
}

async function commentsOn(ask: Ask, place: Connection["place"], number: number): Promise<readonly Told[]> {
  const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
  return all(ask, ask(route, { ...place, issue_number: number, per_page: PER_PAGE }), "comments");
}

function commentOf({ id, html_url, body = "" }: Told): Comment {
  return { id: Number(id), url: html_url, body };
}

/** A forge may write line ends in its own way, and drop space at the end. */
function isSameText(one: string, other: string): boolean {
  const plain = (text: string): string => text.replaceAll("\r\n", "\n").trim();
  return plain(one) === plain(other);
}

async function minimize(ask: Ask, graphqlUrl: string, id: string): Promise<boolean> {
  try {
    await graphql(ask, graphqlUrl, { query: MINIMIZE, variables: { id } });
    return true;
  } catch (error) {
    if (isStatus(error, 404, 405)) return false;
    throw error;
  }
}
