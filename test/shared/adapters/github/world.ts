import { gitHubForge } from "../../../../shared/adapters/github/forge.ts";
import { Failure } from "../../../../shared/failure.ts";
import type { Forge } from "../../../../shared/ports/forge.ts";
import { type GitHubServer, gitHubServer, TOKEN } from "../../../fakes/forge/http/github.ts";
import type { Trouble } from "../../../fakes/forge/http/trouble.ts";
import { type ForgeState, forgeState } from "../../../fakes/forge/state.ts";

interface World extends AsyncDisposable {
  readonly forge: Forge;
  readonly state: ForgeState;
  readonly server: GitHubServer;
}

interface Laid {
  readonly state?: Partial<ForgeState>;
  readonly troubles?: readonly Trouble[];
  readonly token?: string;
  readonly deadlineMs?: number;
  readonly attemptMs?: number;
}

/** The adapter before a GitHub on loopback, with what is to befall its requests; a second of waiting takes 1 ms. */
export async function world({ state: laid, troubles = [], token = TOKEN, ...limits }: Laid = {}): Promise<World> {
  const state = forgeState(laid);
  const server = await gitHubServer(state);
  server.troubles.push(...troubles);
  const { apiUrl } = server;
  const place = { repository: "acme/models", apiUrl, graphqlUrl: `${apiUrl}/graphql` };
  const forge = gitHubForge({ ...place, token, secondMs: 1, ...limits });
  return { forge, state, server, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

export async function failureOf(act: Promise<unknown>): Promise<Failure> {
  const thrown = await act.then(
    (value) => new Error(`nothing failed: ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
  if (thrown instanceof Failure) return thrown;
  throw thrown;
}

export function times<T>(count: number, value: T): readonly T[] {
  return Array.from({ length: count }, () => value);
}
