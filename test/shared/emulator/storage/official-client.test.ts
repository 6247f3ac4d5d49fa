import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Storage } from "@google-cloud/storage";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EmulatedStorage, emulatedStorage } from "../../../emulated-storage.ts";

// Google's own client, as it is: what it does not understand, no user's script would either.

const folder = mkdtempSync(join(tmpdir(), "official-"));
const big = randomBytes(6 << 20);
const file = join(folder, "big.bin");
let emulator: EmulatedStorage;
let storage: Storage;

beforeAll(async () => {
  writeFileSync(file, big);
  emulator = await emulatedStorage({});
  const retryOptions = { autoRetry: false };
  const apiEndpoint = emulator.address;
  storage = new Storage({ apiEndpoint, projectId: "p", useAuthWithCustomEndpoint: false, retryOptions });
  await storage.createBucket("models");
});
afterAll(async () => {
  await emulator[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

test.each([
  ["in one request", { resumable: false, validation: "crc32c" }],
  ["resumably", { resumable: true, validation: "md5" }],
  ["resumably, in chunks", { resumable: true, chunkSize: 1 << 20, validation: "crc32c" }],
] as const)("uploads %s and downloads what it uploaded", async (destination, options) => {
  const bucket = storage.bucket("models");
  const [stored] = await bucket.upload(file, { destination, ...options });
  expect(Number(stored.metadata.size)).toBe(big.length);
  const [downloaded] = await bucket.file(destination).download();
  expect(downloaded.equals(big)).toBe(true);
  const [part] = await bucket.file(destination).download({ start: 10, end: 19 });
  expect(part).toEqual(big.subarray(10, 20));
});

test("is refused where a precondition does not hold, by every verb it has", async () => {
  const bucket = storage.bucket("models");
  const lease = bucket.file("lease");
  const only = (ifGenerationMatch: number | string) => ({ resumable: false, preconditionOpts: { ifGenerationMatch } });
  await lease.save("first", only(0));
  const { generation } = lease.metadata;
  const refused = { code: 412 };
  await expect(bucket.file("lease").save("second", only(0))).rejects.toMatchObject(refused);
  await expect(bucket.file("lease").save("second", { ...only(0), resumable: true })).rejects.toMatchObject(refused);
  await expect(lease.delete({ ifGenerationMatch: 1 })).rejects.toMatchObject(refused);
  await expect(lease.setMetadata({ metadata: {} }, { ifMetagenerationMatch: 9 })).rejects.toMatchObject(refused);
  await expect(lease.copy(lease, { preconditionOpts: { ifGenerationMatch: 0 } })).rejects.toMatchObject(refused);
  await lease.save("second", only(generation!));
  expect((await bucket.file("lease").download()).toString()).toBe("second");
});

test("lists with a prefix, in pages, and by folders", async () => {
  const bucket = storage.bucket("models");
  for (const name of ["v1/a", "v1/b", "v2/a"]) await bucket.file(name).save(name, { resumable: false });
  expect((await bucket.getFiles({ prefix: "v1/" }))[0].map(({ name }) => name)).toEqual(["v1/a", "v1/b"]);
  const [page, next] = await bucket.getFiles({ prefix: "v", maxResults: 2, autoPaginate: false });
  expect([page.length, next === null]).toEqual([2, false]);
  const [, , answer] = await bucket.getFiles({ prefix: "v", delimiter: "/", autoPaginate: false });
  expect((answer as { prefixes: string[] }).prefixes).toEqual(["v1/", "v2/"]);
});

test("combines, moves, describes and deletes", async () => {
  const bucket = storage.bucket("models");
  await bucket.file("left").save("left ", { resumable: false, metadata: { metadata: { side: "l" } } });
  await bucket.file("right").save("right", { resumable: false });
  const [both] = await bucket.combine(["left", "right"], "both");
  expect((await both.download()).toString()).toBe("left right");
  await bucket.file("right").move("moved");
  expect((await bucket.file("right").exists())[0]).toBe(false);
  expect((await bucket.file("left").getMetadata())[0].metadata).toEqual({ side: "l" });
  await bucket.deleteFiles({ prefix: "" });
  expect((await bucket.getFiles())[0]).toEqual([]);
  await bucket.delete();
  expect((await bucket.exists())[0]).toBe(false);
});
