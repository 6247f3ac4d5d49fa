import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { emulatedStorage } from "../../../emulated-storage.ts";
import { laidRelease } from "../../validate/laid-release.ts";
import { call } from "../call.ts";

test("a manifest whose artifact lies in a bucket is inspected as if it lay beside it", async () => {
  const folder = await laidRelease();
  await using storage = await emulatedStorage({ buckets: ["models"] });
  vi.stubEnv("MODEL_RELEASE_STORAGE_API", storage.address);
  onTestFinished(() => void vi.unstubAllEnvs());
  const beside = await inspected(folder);
  await moveToBucket(folder, storage.address);
  const fetched = await inspected(folder);
  expect(fetched.exitCode).toBe(beside.exitCode);
  expect(fetched.inspection).toMatchObject({ digest: beside.inspection.digest, release: { matches: true } });
});

test("a bucket that is not there is named", async () => {
  const folder = await laidRelease();
  await using storage = await emulatedStorage({ buckets: ["models"] });
  vi.stubEnv("MODEL_RELEASE_STORAGE_API", storage.address);
  onTestFinished(() => void vi.unstubAllEnvs());
  await moveToBucket(folder, storage.address);
  const path = join(folder, "release.yaml");
  writeFileSync(path, readFileSync(path, "utf8").replace("gs://models", "gs://elsewhere"));
  const failure = { code: "bucket-missing", message: expect.stringContaining("gs://elsewhere") };
  await expect(call(folder, "inspect", "release.yaml")).rejects.toMatchObject(failure);
});

async function inspected(folder: string) {
  const { exitCode, printed } = await call(folder, "inspect", "release.yaml", "--json");
  return { exitCode, inspection: JSON.parse(printed) };
}

async function moveToBucket(folder: string, address: string): Promise<void> {
  const local = join(folder, "artifact");
  for (const entry of readdirSync(local, { recursive: true, withFileTypes: true }).filter((found) => found.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const query = new URLSearchParams({ uploadType: "media", name: `sums${path.slice(local.length)}` });
    const body = new Uint8Array(readFileSync(path));
    await fetch(`${address}/upload/storage/v1/b/models/o?${query}`, { method: "POST", body });
  }
  rmSync(local, { recursive: true });
  const path = join(folder, "release.yaml");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  manifest.artifact.uri = "gs://models/sums";
  writeFileSync(path, JSON.stringify(manifest));
}
