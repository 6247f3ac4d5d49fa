import type { Account } from "../../ports/forge.ts";
import { accountOf, type ToldAccount } from "./account.ts";
import type { Ask, Connection } from "./connection.ts";
import { isStatus } from "./failures.ts";
import { graphql } from "./graphql.ts";

interface Viewer {
  readonly viewer: { readonly login: string; readonly databaseId: number | null };
}

const OPERATION = { what: "find out whose the token is", needs: "pull-requests: write" } as const;
const VIEWER = "query { viewer { login databaseId } }";

/** Asked once, and again only when it could not be told. */
export function identityOf({ within, graphqlUrl }: Connection): () => Promise<Account> {
  let known: Account | undefined;
  return async () => {
    known ??= accountOf(await within(OPERATION, (ask) => viewerOf(ask, graphqlUrl)));
    return known;
  };
}

/** A job's own token may not ask for its user, only who views; a forge without GraphQL has nothing but the user. */
async function viewerOf(ask: Ask, graphqlUrl: string): Promise<ToldAccount> {
  try {
    const { viewer } = await graphql<Viewer>(ask, graphqlUrl, { query: VIEWER });
    if (viewer.databaseId !== null) return { login: viewer.login, id: viewer.databaseId };
  } catch (error) {
    if (!isStatus(error, 403, 404, 405)) throw error;
  }
  return (await ask("GET /user")).data;
}
