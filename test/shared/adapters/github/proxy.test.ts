import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Forge } from "../../../../shared/ports/forge.ts";
import { type GitHubServer, gitHubServer, TOKEN } from "../../../fakes/forge/http/github.ts";
import { forgeState } from "../../../fakes/forge/state.ts";

const reached: string[] = [];
const state = forgeState({ files: { main: { "release.yaml": "a: 1\n" } } });
let github: GitHubServer;
let forge: Forge;

/** Whatever host it is asked for, it leads to the GitHub on loopback. */
const proxy = createServer().on("connect", (request, socket) => {
  reached.push(request.url!);
  const onward = connect(Number(new URL(github.apiUrl).port), "127.0.0.1", () => {
    socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    onward.pipe(socket).pipe(onward);
  });
  onward.on("error", () => socket.destroy());
  socket.on("error", () => onward.destroy());
});

beforeAll(async () => {
  github = await gitHubServer(state);
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  // The toolkit looks at both when it is loaded.
  vi.stubEnv("GITHUB_API_URL", "http://ghe.test");
  vi.stubEnv("http_proxy", `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
  vi.stubEnv("no_proxy", "");
  const { gitHubForge } = await import("../../../../shared/adapters/github/forge.ts");
  forge = gitHubForge({ repository: "acme/models", token: TOKEN, apiUrl: "http://ghe.test", secondMs: 1 });
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await github[Symbol.asyncDispose]();
  proxy.closeAllConnections();
  proxy.close();
});

test("a runner's proxy is gone through, whatever is asked", async () => {
  const comment = await forge.comments.create(7, "ü");
  expect(await forge.comments.own(7, "ü")).toEqual([comment]);
  expect(Buffer.from((await forge.readFile({ ref: "main", path: "release.yaml" }, 10))!).toString()).toBe("a: 1\n");
  expect(await forge.pullRequests.find(8)).toBeUndefined();
  expect(new Set(reached)).toEqual(new Set(["ghe.test:80"]));
  expect(github.violations).toEqual([]);
});

test("trouble behind a proxy is trouble all the same", async () => {
  const on = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
  github.troubles.push({ on, before: "reset" }, { on, before: "cut" });
  expect(await forge.pullRequests.find(7)).toMatchObject({ number: 7 });
  for (let count = 0; count < 4; count += 1) github.troubles.push({ on, before: "cut" });
  await expect(forge.pullRequests.find(7)).rejects.toMatchObject({ code: "forge-unreachable" });
});
