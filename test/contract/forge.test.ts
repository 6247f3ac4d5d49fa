import { afterEach, expect } from "vitest";
import { gitHubForge } from "../../shared/adapters/github/forge.ts";
import { type GitHubServer, gitHubServer, TOKEN } from "../fakes/forge/http/github.ts";
import { type ForgeState, forgeState } from "../fakes/forge/state.ts";
import { fakeForge } from "../fakes/forge.ts";
import { forgeContract, plainForgeContract } from "./forge.ts";
import type { ForgeWorld } from "./forge-world.ts";

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
forgeContract("GitHub over HTTP", overHttp);
plainForgeContract("Gitea over HTTP", (laid) =>
  overHttp({ knows: { checks: false, hiding: false }, self: { login: "gitea-actions", id: 4 }, ...laid }),
);

async function overHttp(laid?: Partial<ForgeState>): Promise<ForgeWorld> {
  const state = forgeState(laid);
  const server = await gitHubServer(state);
  servers.push(server);
  const { apiUrl } = server;
  return { forge: gitHubForge({ repository: "acme/models", token: TOKEN, apiUrl, secondMs: 1 }), state };
}
