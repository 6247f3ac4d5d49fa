import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { googleCredentials } from "../../../../shared/adapters/storage/credentials.ts";

test("a job's own token is exchanged for Google's, kept, and exchanged again when that has ended", async () => {
  const asked = await federation({ answers: ["first", "second"] });
  const credentials = googleCredentials("read");
  expect(asked).toEqual([]);
  expect([await credentials.bearer(), await credentials.bearer()]).toEqual(["Bearer first", "Bearer first"]);
  await credentials.renew();
  expect(await credentials.bearer()).toBe("Bearer second");
  expect(asked.map(({ token }) => token)).toEqual(["the job's token", "the job's token"]);
  expect(asked.map(({ scope }) => scope.split("/").at(-1))).toEqual(["devstorage.read_only", "devstorage.read_only"]);
});

test("a token service that is away is the platform's fault", async () => {
  await federation({ answers: [], refusal: 503 });
  await expect(googleCredentials("read").bearer()).rejects.toMatchObject({ code: "bucket-unreachable", exitCode: 4 });
});

test("an identity that is not accepted is told with what to do", async () => {
  await federation({ answers: [] });
  await expect(googleCredentials("read").bearer()).rejects.toMatchObject({
    code: "bucket-denied",
    exitCode: 2,
    message: expect.stringContaining("the pool does not know this repository"),
    fix: expect.stringContaining("google-github-actions/auth"),
  });
});

test("a file of credentials that is not there is told as well", async () => {
  vi.stubEnv("GOOGLE_APPLICATION_CREDENTIALS", "/nowhere/credentials.json");
  onTestFinished(() => void vi.unstubAllEnvs());
  await expect(googleCredentials("read").bearer()).rejects.toMatchObject({ code: "bucket-denied" });
});

interface Asked {
  readonly token: string;
  readonly scope: string;
}

interface Federation {
  readonly answers: readonly string[];
  readonly refusal?: number;
}

/** Workload Identity Federation, as google-github-actions/auth sets it up; answers what it was asked. */
async function federation({ answers, refusal = 400 }: Federation): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const token = answers[asked.length];
    const form = new URLSearchParams(body);
    asked.push({ token: form.get("subject_token") ?? "", scope: form.get("scope") ?? "" });
    const refused = { error: "invalid_grant", error_description: "the pool does not know this repository" };
    const granted = {
      access_token: token,
      issued_token_type: "urn:ietf:params:oauth:token-type:access_token",
      token_type: "Bearer",
      expires_in: 3600,
    };
    response.writeHead(token === undefined ? refusal : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(token === undefined ? refused : granted));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const folder = mkdtempSync(join(tmpdir(), "federation-"));
  const file = join(folder, "gha-creds.json");
  const subject = join(folder, "token");
  writeFileSync(subject, "the job's token");
  const pool = "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/github/providers/repository";
  const configuration = {
    type: "external_account",
    audience: pool,
    subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
    token_url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/token`,
    credential_source: { file: subject },
  };
  writeFileSync(file, JSON.stringify(configuration));
  vi.stubEnv("GOOGLE_APPLICATION_CREDENTIALS", file);
  vi.stubEnv("METADATA_SERVER_DETECTION", "none");
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    rmSync(folder, { recursive: true });
  });
  return asked;
}
