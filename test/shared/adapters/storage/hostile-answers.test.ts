import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { localHashedFiles } from "../../../../shared/adapters/files/hashed-files.ts";
import { cloudStorage } from "../../../../shared/adapters/storage/storage.ts";
import { Failure } from "../../../../shared/failure.ts";
import type { Bucket } from "../../../../shared/ports/bucket.ts";

const OBJECT = {
  name: "x",
  size: "3",
  crc32c: "AAAAAA==",
  generation: "1",
  metageneration: "1",
  updated: "2026-01-01T00:00:00Z",
};

type Answer = (response: ServerResponse) => void;

const json =
  (value: unknown): Answer =>
  (response) =>
    response.end(JSON.stringify(value));

describe("a server that", () => {
  test.each<[string, Answer, string]>([
    ["answers no JSON", (response) => response.end("<html>sign in</html>"), "bucket-refused"],
    ["answers a list for an object", json([OBJECT]), "bucket-refused"],
    ["answers null", json(null), "bucket-refused"],
    ["names no size", json({ ...OBJECT, size: undefined }), "bucket-refused"],
    ["names a size beyond what can be counted", json({ ...OBJECT, size: "9".repeat(16) }), "bucket-refused"],
    ["names a negative size", json({ ...OBJECT, size: "-1" }), "bucket-refused"],
    ["names a generation that is no number", json({ ...OBJECT, generation: "latest" }), "bucket-refused"],
    ["names no time", json({ ...OBJECT, updated: "yesterday" }), "bucket-refused"],
    ["answers more than it may", (response) => response.end("x".repeat(2 << 20)), "limit-exceeded"],
    [
      "sends the client elsewhere",
      (response) => response.writeHead(302, { location: "http://evil" }).end(),
      "bucket-refused",
    ],
    ["says no time at all", undated(OBJECT), "bucket-refused"],
    ["hides a terminal's commands in its refusal", refusing(409, "\u001b[2J\u202eevil\n::error::x"), "bucket-refused"],
    ["breaks off in the middle", brokenOff, "bucket-unreachable"],
    ["hangs up", (response) => response.destroy(), "bucket-unreachable"],
  ])("%s is a Failure", async (_, answer, code) => {
    const bucket = await bucketOf(answer);
    const failure = await bucket.head({ object: "x" }).catch((thrown) => thrown);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure.code).toBe(code);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(failure.message).not.toMatch(/[\u0000-\u001f\u202e]/);
  });

  test.each<[string, Answer, string]>([
    ["lists what are no objects", json({ items: [OBJECT, { name: 7 }] }), "bucket-refused"],
    ["lists no list", json({ items: OBJECT }), "bucket-refused"],
    ["has pages without end and nothing on them", json({ nextPageToken: "again" }), "bucket-refused"],
    ["never comes to an end", json({ items: [OBJECT, OBJECT], nextPageToken: "again" }), "limit-exceeded"],
  ])("%s is a Failure of the listing", async (_, answer, code) => {
    const bucket = await bucketOf(answer);
    await expect(bucket.list({ prefix: "", maxObjects: 100 })).rejects.toMatchObject({ code });
  });

  test("gives a damaged object is asked again, and then given up", async () => {
    let asked = 0;
    const headers = { "x-goog-generation": "1", "x-goog-hash": "crc32c=AAAAAA==,md5=AAAAAAAAAAAAAAAAAAAAAA==" };
    const bucket = await bucketOf((response) => {
      asked += 1;
      response.writeHead(200, headers).end("abc");
    });
    const message = expect.stringContaining("damaged on their way");
    await expect(bucket.read({ object: "x", maxBytes: 10 })).rejects.toMatchObject({
      code: "bucket-unreachable",
      message,
    });
    expect(asked).toBeGreaterThan(2);
  });

  test.each([
    ["more bytes than were sent", "bytes=0-999999999999"],
    ["all bytes, and never an object", `bytes=0-${(9 << 20) - 1}`],
    ["no bytes, for ever", ""],
  ])("says that it has %s is given up", async (_, range) => {
    const bucket = await bucketOf((response) => {
      const headers = response.req.method === "POST" ? { location: "/upload?upload_id=1" } : { range };
      response.writeHead(response.req.method === "POST" ? 200 : 308, headers).end();
    });
    const folder = mkdtempSync(join(tmpdir(), "hostile-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "file"), new Uint8Array(9 << 20));
    using source = localHashedFiles().source(join(folder, "file"));
    await expect(bucket.upload({ object: "x", source })).rejects.toMatchObject({ code: "bucket-unreachable" });
  });

  test("gives more bytes than the object has is a Failure of the download", async () => {
    const bucket = await bucketOf((response) => response.end("abcdef"));
    const stored = { ...OBJECT, object: "x", sizeBytes: 3, crc32c: 0, updatedMs: 0 };
    await expect(bucket.download(stored, () => {})).rejects.toMatchObject({ code: "limit-exceeded" });
  });
});

function undated(value: object): Answer {
  return (response) => {
    response.sendDate = false;
    response.end(JSON.stringify(value));
  };
}

function refusing(status: number, message: string): Answer {
  return (response) => response.writeHead(status).end(JSON.stringify({ error: { message } }));
}

function brokenOff(response: ServerResponse): void {
  response.write('{"name"');
  response.destroy();
}

async function bucketOf(answer: Answer): Promise<Bucket> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => answer(response));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  const environment = { MODEL_RELEASE_STORAGE_API: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  const pace = { nowMs: () => 0, wait: async () => {}, random: () => 0 };
  return cloudStorage({ environment, pace }).bucket("models");
}
