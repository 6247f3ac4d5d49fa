import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { googleCredentials } from "../../../../shared/adapters/vertex/credentials.ts";

afterEach(() => vi.unstubAllEnvs());

test("a job's federated identity is exchanged for a token, and for another when it is renewed", async () => {
  const exchange = await tokenExchange();
  vi.stubEnv("GOOGLE_APPLICATION_CREDENTIALS", federatedIdentity(exchange.url));
  const credentials = googleCredentials();
  expect(await credentials.bearer()).toBe("Bearer token-1");
  expect(await credentials.bearer()).toBe("Bearer token-1");
  await credentials.renew();
  expect(await credentials.bearer()).toBe("Bearer token-2");
  expect(exchange.asked).toHaveLength(2);
  for (const asked of exchange.asked) {
    expect(asked.get("subject_token")).toBe("the job's own");
    expect(asked.get("grant_type")).toBe("urn:ietf:params:oauth:grant-type:token-exchange");
  }
});

test("an identity that is not there is told by whoever asks for it", async () => {
  vi.stubEnv("GOOGLE_APPLICATION_CREDENTIALS", "/nowhere/credentials.json");
  await expect(googleCredentials().bearer()).rejects.toThrow(/credentials/);
});

async function tokenExchange(): Promise<{ readonly url: string; readonly asked: URLSearchParams[] }> {
  const asked: URLSearchParams[] = [];
  const server = createServer(async (request, response) => {
    asked.push(new URLSearchParams(await text(request)));
    const token = { access_token: `token-${asked.length}`, expires_in: 3600, token_type: "Bearer" };
    const issued = { ...token, issued_token_type: "urn:ietf:params:oauth:token-type:access_token" };
    response.setHeader("content-type", "application/json").end(JSON.stringify(issued));
  });
  onTestFinished(() => void server.close());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/token`, asked };
}

/** As google-github-actions/auth writes it. */
function federatedIdentity(tokenUrl: string): string {
  const folder = mkdtempSync(join(tmpdir(), "credentials-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "subject"), "the job's own");
  const file = join(folder, "credentials.json");
  const pool = "projects/123456/locations/global/workloadIdentityPools/github/providers/repository";
  const account = {
    type: "external_account",
    audience: `//iam.googleapis.com/${pool}`,
    subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
    token_url: tokenUrl,
    credential_source: { file: join(folder, "subject") },
  };
  writeFileSync(file, JSON.stringify(account));
  return file;
}
