import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Champion, findChampion } from "../../../shared/release/champion.ts";
import { openChampion } from "../../../shared/release/open-champion.ts";
import { MODEL } from "../../contract/history.ts";
import { fakeRepository } from "../../fakes/repository.ts";

const scratch = mkdtempSync(join(tmpdir(), "champion-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const manifest = (uri: string, more = ""): string => `apiVersion: model-release/v1
model: {name: churn, version: 1.0.0, owner: a}
artifact: {uri: "${uri}", digest: "sha256:${"0".repeat(64)}"${more}}
contract:
  inputs: [{name: x, dtype: float32, shape: [-1, 1]}]
  outputs: [{name: y, dtype: float32, shape: [-1, 1]}]
gates: {quality: {level: off}, golden: {level: off}}
`;

async function opened(text: string): Promise<Awaited<ReturnType<typeof openChampion>>> {
  const model = Object.entries(MODEL).map(([path, content]) => [`models/churn/${path}`, content]);
  const files = { "a/release.yaml": text, ...Object.fromEntries(model) };
  const { repository } = fakeRepository({ commits: [{ name: "one", files }], head: "one", branches: { main: "one" } });
  const question = { path: "a/release.yaml", model: "churn", base: "main", asked: null };
  const champion = (await findChampion(question, repository)) as Extract<Champion, { kind: "committed" }>;
  const copies = { folder: async (uri: string) => `copy of ${uri}`, file: async (uri: string) => `copy of ${uri}` };
  return openChampion(champion, mkdtempSync(join(scratch, "champion-")), { repository, copies });
}

test("the champion's artifact lies where it can be loaded from", async () => {
  const { manifest: found, directory } = await opened(manifest("../models/churn"));
  expect(found.model.version).toBe("1.0.0");
  expect(readFileSync(join(directory, "variables/variables.index"), "utf8")).toBe("index");
});

test("a champion whose artifact lies in a bucket is fetched from there", async () => {
  expect((await opened(manifest("gs://bucket/churn"))).directory).toBe("copy of gs://bucket/churn");
});

test.each([
  ["nowhere", manifest("../models/other"), "artifact-missing", /models\/other at [0-9a-f]{12} does not exist/],
  ["in more bytes than it allows", manifest("../models/churn", ", maxBytes: 9"), "limit-exceeded", /or 9 bytes/],
])("a champion whose artifact is %s is a Failure", async (_, text, code, message) => {
  await expect(opened(text)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
});
