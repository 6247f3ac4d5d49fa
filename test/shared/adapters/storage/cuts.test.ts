import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { localHashedFiles } from "../../../../shared/adapters/files/hashed-files.ts";
import { cloudStorage } from "../../../../shared/adapters/storage/storage.ts";
import { type CuttingProxy, cuttingProxy } from "./cutting-proxy.ts";
import { LARGE, type Laid, laid, recordedPace, upload } from "./laid-bucket.ts";

describe("a connection that is cut", () => {
  test.each([
    ["once", [5 << 20]],
    ["again and again", [3 << 20, 4 << 20, 1 << 20, 2 << 20]],
    ["before a byte was kept", [1_000]],
  ])("%s: a large upload goes on where the service is, and is whole", async (_, cuts) => {
    const { storage, bucket, proxy } = await behindProxy();
    proxy.cutUploadsAfter(cuts);
    const written = await upload(bucket, LARGE);
    expect(written).toMatchObject({ status: "written", value: { stored: { sizeBytes: LARGE.length } } });
    const answer = await fetch(`${storage.address}/models/new`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(LARGE)).toBe(true);
  });

  test("a download goes on where it was cut, and is whole", async () => {
    const { bucket, proxy } = await behindProxy();
    const written = await upload(bucket, LARGE);
    if (written.status !== "written") throw new Error("it was there before");
    proxy.cutDownloadsAfter([4 << 20, 100, 2 << 20]);
    const chunks: Uint8Array[] = [];
    const { status } = await bucket.download(written.value.stored, (bytes) => void chunks.push(bytes.slice()));
    expect([status, Buffer.concat(chunks).equals(LARGE)]).toEqual(["downloaded", true]);
  });
});

test("a file that grows while it is uploaded leaves nothing behind", async () => {
  const { bucket, storage } = await laid({});
  const folder = mkdtempSync(join(tmpdir(), "growing-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "file");
  writeFileSync(path, LARGE);
  using source = localHashedFiles().source(path);
  const onProgress = (): void => writeFileSync(path, "more", { flag: "a" });
  await expect(bucket.upload({ object: "new", source, onProgress })).rejects.toMatchObject({
    code: "artifact-changed",
  });
  expect(storage.objects.list("models", "new")).toEqual([]);
});

async function behindProxy(): Promise<Laid & { readonly proxy: CuttingProxy }> {
  const laidOut = await laid({});
  const proxy = await cuttingProxy(laidOut.storage.address);
  onTestFinished(() => proxy.close());
  const environment = { MODEL_RELEASE_STORAGE_API: proxy.address };
  return {
    ...laidOut,
    proxy,
    bucket: cloudStorage({ environment, pace: recordedPace().pace }).bucket("models"),
  };
}
