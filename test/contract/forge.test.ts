import { afterEach, expect } from "vitest";
import { gitHubForge } from "../../shared/adapters/github/forge.ts";
import { type GitHubServer, gitHubServer, TOKEN } from "../fakes/forge/http/github.ts";
import { forgeState } from "../fakes/forge/state.ts";
import { fakeForge } from "../fakes/forge.ts";
import { forgeContract } from "./forge.ts";

const servers: GitHubServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    await server[Symbol.asyncDispose]();
    expect(server.violations).toEqual([]);
  }
});

forgeContract("a forge in memory", async (laid) => {
  const forge = fakeForge(laid);
  return { forge, state: forge.state };
});
forgeContract("GitHub over HTTP", async (laid) => {
  const state = forgeState(laid);
  const server = await gitHubServer(state);
  servers.push(server);
  const { apiUrl } = server;
  const forge = gitHubForge({
    repository: "acme/models",
    token: TOKEN,
    apiUrl,
    graphqlUrl: `${apiUrl}/graphql`,
    secondMs: 1,
  });
  return { forge, state };
});
