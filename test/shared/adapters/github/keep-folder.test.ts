import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { keepFolder } from "../../../../shared/adapters/github/keep-folder.ts";
import type { KeepFolder } from "../../../../shared/ports/run-artifact.ts";
import { type ArtifactStore, artifactStore } from "../../../fakes/forge/http/artifact-store.ts";
import { failureOf } from "./world.ts";

const scratch = mkdtempSync(join(tmpdir(), "keep-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

const folder = join(scratch, "evidence");
mkdirSync(join(folder, "churn"), { recursive: true });
writeFileSync(join(scratch, "secret.txt"), "outside");
writeFileSync(join(folder, "churn/evidence.json"), "{}");
writeFileSync(join(folder, ".hidden"), "hidden");
symlinkSync(join(scratch, "secret.txt"), join(folder, "link.txt"));

/** The client reads the process's own environment. */
function keeping({ environment }: ArtifactStore, differing: Readonly<Record<string, string>> = {}): KeepFolder {
  const all = { ...environment, ...differing };
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  return keepFolder(all);
}

test("a folder is kept with all its plain files, and no link leads out of it", async () => {
  await using store = await artifactStore();
  const kept = await keeping(store)({ name: "evidence", folder, retentionDays: 7 });
  const archive = Buffer.from(store.kept.get("evidence")!).toString("latin1");
  expect(kept).toEqual({ id: 77, sizeBytes: store.kept.get("evidence")!.length });
  expect(archive).toContain("churn/evidence.json");
  expect(archive).toContain(".hidden");
  expect(archive).not.toContain("link.txt");
});

test.each([
  ["no token", { ACTIONS_RESULTS_URL: "http://127.0.0.1:1/" }],
  ["no address", { ACTIONS_RUNTIME_TOKEN: "x" }],
  ["neither", {}],
])("a runner that hands out %s offers no place", async (_, environment) => {
  const failure = await failureOf(keepFolder(environment)({ name: "evidence", folder }));
  expect(failure).toMatchObject({ code: "artifacts-absent", fix: `Upload ${folder} in a step of its own.` });
});

test("an Enterprise Server offers none either", async () => {
  await using store = await artifactStore();
  const keep = keeping(store, { GITHUB_SERVER_URL: "https://ghe.test" });
  expect(await failureOf(keep({ name: "evidence", folder }))).toMatchObject({ code: "artifacts-absent" });
});

test("an empty folder is not kept", async () => {
  await using store = await artifactStore();
  const empty = join(scratch, "empty");
  mkdirSync(empty);
  expect(await failureOf(keeping(store)({ name: "evidence", folder: empty }))).toMatchObject({ code: "file-missing" });
});

test.each([
  [
    "there is one already",
    { status: 409, msg: "an artifact with this name already exists" },
    "forge-refused",
    "has one of that name",
  ],
  ["the storage is full", { status: 403, msg: "insufficient usage to create artifact" }, "forge-refused", "is full"],
  [
    "it may not",
    { status: 403, msg: "denied for http://x.test/a?sig=s3cr3t" },
    "forge-unreachable",
    "denied for http://x.test/a",
  ],
] as const)("where %s, it says so", async (_, refusal, code, said) => {
  await using store = await artifactStore(refusal);
  const failure = await failureOf(keeping(store)({ name: "evidence", folder }));
  expect(failure.code).toBe(code);
  expect(failure.message).toContain(said);
  expect(failure.message).not.toContain("s3cr3t");
});
