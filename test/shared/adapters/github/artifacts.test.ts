import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { refused, type Trouble } from "../../../fakes/forge/http/trouble.ts";
import { failureOf, world } from "./world.ts";

const DOWNLOAD = "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}";
const scratch = mkdtempSync(join(tmpdir(), "artifacts-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const archive = Buffer.alloc(300_000, "PK");
const kept = { id: 1, name: "evidence", sizeBytes: archive.length, isExpired: false, digest: null, run: 30, archive };
const state = { artifacts: [kept] };
const newPath = (): string => join(mkdtempSync(join(scratch, "a-")), "evidence.zip");

test.each<[string, Trouble["before"], string]>([
  ["is cut off", "cut", "forge-unreachable"],
  ["is not given", refused(403, "Resource not accessible by integration"), "forge-denied"],
  ["has expired", refused(410, "Artifact has expired"), "forge-missing"],
])("an archive that %s leaves nothing behind", async (_, before, code) => {
  await using here = await world({ state, troubles: [{ on: DOWNLOAD, before: before! }] });
  const path = newPath();
  expect(await failureOf(here.forge.artifacts.download(1, { path, maxBytes: 1e6 }))).toMatchObject({ code });
  expect(existsSync(path)).toBe(false);
});

test("an archive may be as large as was said, and no byte larger", async () => {
  await using here = await world({ state });
  const path = newPath();
  await here.forge.artifacts.download(1, { path, maxBytes: archive.length });
  expect(readFileSync(path)).toEqual(archive);
  const tooLarge = here.forge.artifacts.download(1, { path: newPath(), maxBytes: archive.length - 1 });
  expect(await failureOf(tooLarge)).toMatchObject({ code: "limit-exceeded" });
});

test("a file that is there is left as it is", async () => {
  await using here = await world({ state });
  const path = newPath();
  writeFileSync(path, "mine");
  expect(await failureOf(here.forge.artifacts.download(1, { path, maxBytes: 1e6 }))).toMatchObject({ code: "io" });
  expect(readFileSync(path, "utf8")).toBe("mine");
});
