import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { emulatedStorage } from "../../../emulated-storage.ts";
import { storageApi } from "./api.ts";

describe("a listing", () => {
  const NAMES = ["a/1", "a/2", "a/b/3", "c", "ü", "Z", "\u{1f600}", "\uff5e"];

  test.each<[string, Readonly<Record<string, string>>, readonly string[], readonly string[]]>([
    ["is ordered by the bytes of the names", {}, ["Z", "a/1", "a/2", "a/b/3", "c", "ü", "\uff5e", "\u{1f600}"], []],
    ["holds what begins with the prefix", { prefix: "a/" }, ["a/1", "a/2", "a/b/3"], []],
    [
      "folds what shares the name up to the delimiter",
      { delimiter: "/" },
      ["Z", "c", "ü", "\uff5e", "\u{1f600}"],
      ["a/"],
    ],
    ["folds below the prefix", { prefix: "a/", delimiter: "/" }, ["a/1", "a/2"], ["a/b/"]],
    ["begins at the start and ends before the end", { startOffset: "a/2", endOffset: "c" }, ["a/2", "a/b/3"], []],
  ])("%s", async (_, query, names, prefixes) => {
    const api = await storageApi();
    for (const name of NAMES) await api.put(name, name);
    const { json } = await api.ask("GET /storage/v1/b/models/o", { query });
    expect((json.items ?? []).map(({ name }: { name: string }) => name)).toEqual(names);
    expect(json.prefixes ?? []).toEqual(prefixes);
  });

  test("comes in pages, which objects that come meanwhile do not shift", async () => {
    const api = await storageApi();
    for (const name of NAMES) await api.put(name, name);
    const seen: string[] = [];
    let pageToken = "";
    do {
      const { json } = await api.ask("GET /storage/v1/b/models/o", { query: { maxResults: 3, pageToken } });
      seen.push(...json.items.map(({ name }: { name: string }) => name));
      pageToken = json.nextPageToken ?? "";
      await api.put(`A${seen.length}`, "before all that follow");
    } while (pageToken !== "");
    expect(seen).toEqual(["Z", "a/1", "a/2", "a/b/3", "c", "ü", "\uff5e", "\u{1f600}"]);
  });

  test("holds earlier generations where they are kept and asked for", async () => {
    const api = await storageApi();
    await api.ask("PATCH /storage/v1/b/models", { body: { versioning: { enabled: true } } });
    const first = (await api.put("x", "1")).json.generation;
    await api.put("x", "2");
    await api.ask("DELETE /storage/v1/b/models/o/x");
    expect((await api.ask("GET /storage/v1/b/models/o")).json.items).toBeUndefined();
    const { items } = (await api.ask("GET /storage/v1/b/models/o", { query: { versions: "true" } })).json;
    expect(items).toHaveLength(2);
    expect(items[0].timeDeleted).toBeDefined();
    expect((await api.ask(`GET /storage/v1/b/models/o/x?alt=media&generation=${first}`)).text).toBe("1");
  });

  test("does not take what is no token of its own", async () => {
    const api = await storageApi();
    expect((await api.ask("GET /storage/v1/b/models/o", { query: { pageToken: "x" } })).status).toBe(400);
  });
});

describe("a download", () => {
  test.each([
    ["bytes=0-3", 206, "0123", "bytes 0-3/10"],
    ["bytes=7-", 206, "789", "bytes 7-9/10"],
    ["bytes=-2", 206, "89", "bytes 8-9/10"],
    ["bytes=-20", 206, "0123456789", "bytes 0-9/10"],
    ["bytes=8-100", 206, "89", "bytes 8-9/10"],
    ["bytes=5-2", 200, "0123456789", null],
    ["lines=1-2", 200, "0123456789", null],
  ])("of %s", async (range, status, text, contentRange) => {
    const api = await storageApi();
    await api.put("x", "0123456789");
    const answer = await api.ask("GET /storage/v1/b/models/o/x?alt=media", { headers: { range } });
    expect([answer.status, answer.text, answer.headers.get("content-range")]).toEqual([status, text, contentRange]);
  });

  test("beyond the end is refused", async () => {
    const api = await storageApi();
    await api.put("x", "0123456789");
    const { status } = await api.ask("GET /storage/v1/b/models/o/x?alt=media", { headers: { range: "bytes=10-" } });
    expect(status).toBe(416);
  });

  test.each([
    ["the JSON API's path", "/storage/v1/b/models/o/a%2Fb?alt=media"],
    ["the media link", "/download/storage/v1/b/models/o/a%2Fb?alt=media"],
    ["the XML API's path", "/models/a/b"],
    ["a client's path without the API's beginning", "/b/models/o/a%2Fb?alt=media"],
  ])("is given by %s, with the checksums in its header", async (_, path) => {
    const api = await storageApi();
    const { generation, md5Hash, crc32c } = (await api.put("a/b", "hello")).json;
    const answer = await api.ask(`GET ${path}`);
    expect([answer.text, answer.headers.get("x-goog-generation")]).toEqual(["hello", generation]);
    expect(answer.headers.get("x-goog-hash")).toBe(`crc32c=${crc32c},md5=${md5Hash}`);
  });
});

describe("a bucket", () => {
  test("is created once, shown, and deleted when it is empty", async () => {
    const api = await storageApi();
    const create = () => api.ask("POST /storage/v1/b?project=p", { body: { name: "data", location: "EU" } });
    expect((await create()).json).toMatchObject({ kind: "storage#bucket", name: "data", location: "EU" });
    expect((await create()).status).toBe(409);
    expect((await api.ask("GET /storage/v1/b?project=p")).json.items).toHaveLength(2);
    expect((await api.ask("GET /storage/v1/b?project=other")).json.items).toBeUndefined();
    await api.put("x", "1");
    expect((await api.ask("DELETE /storage/v1/b/models")).status).toBe(409);
    expect((await api.ask("DELETE /storage/v1/b/data")).status).toBe(204);
    expect((await api.ask("GET /storage/v1/b/data")).status).toBe(404);
  });

  test.each(["A", "ab", "-models", "mod els", "a..b", "x".repeat(223)])("is not called %j", async (name) => {
    const api = await storageApi();
    expect((await api.ask("POST /storage/v1/b?project=p", { body: { name } })).status).toBe(400);
  });
});

test("a composed object joins its parts, and nobody knows its MD5", async () => {
  const api = await storageApi();
  for (const name of ["1", "2"]) await api.put(name, `part ${name}. `);
  const sourceObjects = [{ name: "1" }, { name: "2" }];
  const { json } = await api.ask("POST /storage/v1/b/models/o/all/compose", { body: { sourceObjects } });
  expect([json.componentCount, json.md5Hash]).toEqual([2, undefined]);
  expect((await api.ask("GET /models/all")).text).toBe("part 1. part 2. ");
});

test("what is held is neither deleted nor written over", async () => {
  const api = await storageApi();
  await api.put("x", "kept");
  await api.ask("PATCH /storage/v1/b/models/o/x", { body: { temporaryHold: true } });
  expect((await api.ask("DELETE /storage/v1/b/models/o/x")).status).toBe(403);
  expect((await api.put("x", "other")).status).toBe(403);
});

test.each([
  ["GET", "/storage/v1/b/models/o/x", 404],
  ["GET", "/storage/v1/b/nowhere/o", 404],
  ["GET", "/storage/v1/b/models/o/%E0%A4%A", 404],
  ["POST", "/storage/v1/b/models/o/x", 404],
  ["POST", "/upload/storage/v1/b/models/o?uploadType=other", 404],
  ["PUT", "/upload/storage/v1/b/models/o?uploadType=resumable&upload_id=unknown", 404],
  ["BREW", "/storage/v1/b/models", 400],
])("%s %s is answered with %i in Google's form", async (method, path, status) => {
  const api = await storageApi();
  const answer = await api.ask(`${method} ${path}`);
  expect(answer.status).toBe(status);
  if (status === 404) expect(answer.json.error).toMatchObject({ code: 404, errors: [{ reason: "notFound" }] });
});

test("everything is there again after a restart, and generations go on", async () => {
  const stateFolder = mkdtempSync(join(tmpdir(), "storage-"));
  onTestFinished(() => rmSync(stateFolder, { recursive: true }));
  const first = await emulatedStorage({ buckets: ["models"], stateFolder, nowMs: () => 2_000 });
  const put = (address: string, text: string) =>
    fetch(`${address}/upload/storage/v1/b/models/o?uploadType=media&name=x`, { method: "POST", body: text });
  const before = (await (await put(first.address, "kept")).json()) as { readonly generation: string };
  await first[Symbol.asyncDispose]();
  // Another clock may be behind.
  await using second = await emulatedStorage({ stateFolder, nowMs: () => 1_000 });
  expect(await (await fetch(`${second.address}/models/x`)).text()).toBe("kept");
  expect(second.objects.list("models", "")).toMatchObject([{ name: "x", sizeBytes: 4 }]);
  const after = (await (await put(second.address, "new")).json()) as { readonly generation: string };
  expect(BigInt(after.generation)).toBeGreaterThan(BigInt(before.generation));
});

test("bytes that a killed run left without a record are swept", async () => {
  const stateFolder = mkdtempSync(join(tmpdir(), "storage-"));
  onTestFinished(() => rmSync(stateFolder, { recursive: true }));
  const objects = join(stateFolder, "storage/objects");
  const first = await emulatedStorage({ buckets: ["models"], stateFolder });
  const query = "uploadType=media&name=x";
  await fetch(`${first.address}/upload/storage/v1/b/models/o?${query}`, { method: "POST", body: "kept" });
  await first[Symbol.asyncDispose]();
  writeFileSync(join(objects, "1"), "of nobody");
  await using second = await emulatedStorage({ stateFolder });
  expect(readdirSync(objects)).toHaveLength(1);
  expect(await (await fetch(`${second.address}/models/x`)).text()).toBe("kept");
});

describe("a planned fault", () => {
  test("refuses before the effect, in the API's own form", async () => {
    const fault = { fault: "tooManyRequests", method: "storage.objects.insert", calls: [1] } as const;
    const api = await storageApi({ plan: { faults: [fault] } });
    const { status, json } = await api.put("x", "1");
    expect([status, json.error.errors[0].reason]).toEqual([429, "rateLimitExceeded"]);
    expect((await api.ask("GET /storage/v1/b/models/o/x")).status).toBe(404);
    expect((await api.put("x", "1")).status).toBe(200);
  });

  test("loses the answer after the effect", async () => {
    const fault = { fault: "loseAnswer", method: "storage.objects.insert", resource: "models", calls: [1] } as const;
    const api = await storageApi({ plan: { faults: [fault] } });
    await expect(api.put("x", "1")).rejects.toThrow();
    expect((await api.ask("GET /models/x")).text).toBe("1");
  });

  test("ends a token until another is shown", async () => {
    const api = await storageApi({ plan: { faults: [{ fault: "expireToken", surface: "storage", calls: [2] }] } });
    const get = async (token: string): Promise<number> =>
      (await api.ask("GET /storage/v1/b/models", { headers: { authorization: `Bearer ${token}` } })).status;
    expect([await get("old"), await get("old"), await get("new")]).toEqual([401, 401, 200]);
  });
});

test("what was asked is logged by the API's names", async () => {
  const api = await storageApi();
  await api.put("x", "1");
  await api.ask("GET /models/y");
  expect(api.requests().slice(-2)).toMatchObject([
    { surface: "storage", method: "storage.objects.insert", resource: "models", isMutation: true, status: "OK" },
    { method: "storage.objects.get", resource: "models/y", isMutation: false, status: "NOT_FOUND" },
  ]);
});
