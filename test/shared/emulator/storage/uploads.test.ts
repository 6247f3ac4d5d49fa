import { createHash, randomBytes } from "node:crypto";
import { request } from "node:http";
import { describe, expect, test } from "vitest";
import { crc32c } from "../../../../shared/model/crc32c/crc32c.ts";
import { type Api, storageApi } from "./api.ts";

const UPLOADS = "/upload/storage/v1/b/models/o";
const QUANTUM = 256 * 1024;

function checksums(bytes: Uint8Array): { readonly crc32c: string; readonly md5Hash: string } {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32c(bytes));
  return { crc32c: sum.toString("base64"), md5Hash: createHash("md5").update(bytes).digest("base64") };
}

function multipart(resource: object, bytes: Uint8Array) {
  const head = `--b42\r\ncontent-type: application/json\r\n\r\n${JSON.stringify(resource)}\r\n--b42\r\ncontent-type: text/csv\r\n\r\n`;
  return {
    query: { uploadType: "multipart" },
    headers: { "content-type": 'multipart/related; boundary="b42"' },
    body: new Uint8Array(Buffer.concat([Buffer.from(head), bytes, Buffer.from("\r\n--b42--\r\n")])),
  };
}

describe("in one request", () => {
  test("the resource describes the bytes", async () => {
    const api = await storageApi({ nowMs: () => Date.UTC(2026, 0, 2) });
    const { json } = await api.put("a/b.txt", "hello");
    expect(json).toMatchObject({
      kind: "storage#object",
      id: `models/a/b.txt/${json.generation}`,
      name: "a/b.txt",
      bucket: "models",
      metageneration: "1",
      size: "5",
      updated: "2026-01-02T00:00:00.000Z",
      ...checksums(Buffer.from("hello")),
    });
  });

  test.each([
    ["what holds its boundary's beginning", Buffer.from("\r\n--b4\r\n--b\r\n")],
    ["nothing", Buffer.alloc(0)],
    ["bytes of every value, more than fit one packet", randomBytes(3_000_000)],
  ])("a multipart body may carry %s", async (_, bytes) => {
    const api = await storageApi();
    const { status, json } = await api.ask(`POST ${UPLOADS}`, multipart({ name: "x", metadata: { run: "7" } }, bytes));
    expect(status).toBe(200);
    expect(json).toMatchObject({ contentType: "text/csv", metadata: { run: "7" }, ...checksums(bytes) });
  });

  test.each([
    ["a wrong CRC32C", { crc32c: "AAAAAA==" }, /Provided CRC32C "AAAAAA==" doesn't match calculated CRC32C/],
    ["a wrong MD5", { md5Hash: "AAAAAAAAAAAAAAAAAAAAAA==" }, /Provided MD5 hash .* doesn't match calculated MD5 hash/],
  ])("%s is refused, and nothing is stored", async (_, claimed, message) => {
    const api = await storageApi();
    const { status, json } = await api.ask(
      `POST ${UPLOADS}`,
      multipart({ name: "x", ...claimed }, Buffer.from("hello")),
    );
    expect([status, json.error.message]).toEqual([400, expect.stringMatching(message)]);
    expect((await api.ask("GET /storage/v1/b/models/o/x")).status).toBe(404);
  });

  test("right checksums are accepted", async () => {
    const bytes = Buffer.from("hello");
    const api = await storageApi();
    expect((await api.ask(`POST ${UPLOADS}`, multipart({ name: "x", ...checksums(bytes) }, bytes))).status).toBe(200);
  });

  test.each([
    ["without a name", {}, 400],
    ["with a name of 1025 bytes", { name: "x".repeat(1025) }, 400],
    ["with a line break in its name", { name: "a\nb" }, 400],
    ["with a name of 1024 bytes", { name: "x".repeat(1024) }, 200],
    ["to a bucket that is not there", { name: "x", bucket: "nowhere" }, 404],
  ])("an upload %s", async (_, { bucket = "models", ...query }: Record<string, string>, status) => {
    const api = await storageApi();
    const path = `POST /upload/storage/v1/b/${bucket}/o`;
    expect((await api.ask(path, { query: { uploadType: "media", ...query }, body: "x" })).status).toBe(status);
  });

  test.each([
    ["has no end", "multipart/related; boundary=b42", "--b42\r\n\r\n{}\r\n--b42\r\n\r\nbytes"],
    ["has one part", "multipart/related; boundary=b42", "--b42\r\n\r\n{}\r\n--b42--"],
    ["names no boundary", "multipart/related", "--b42"],
    [
      "describes its object by no JSON",
      "multipart/related; boundary=b42",
      "--b42\r\n\r\n{\r\n--b42\r\n\r\nx\r\n--b42--",
    ],
  ])("a multipart body that %s is refused", async (_, contentType, body) => {
    const api = await storageApi();
    const query = { uploadType: "multipart", name: "x" };
    expect((await api.ask(`POST ${UPLOADS}`, { query, headers: { "content-type": contentType }, body })).status).toBe(
      400,
    );
  });
});

describe("in parts", () => {
  test("chunks come one after another, and each answer says how far it is", async () => {
    const { session, send } = await begun();
    const bytes = new Uint8Array(randomBytes(2 * QUANTUM + 5));
    expect(await session("bytes */*")).toEqual([308, null]);
    expect(await send(bytes.subarray(0, QUANTUM), `bytes 0-${QUANTUM - 1}/*`)).toEqual([308, `bytes=0-${QUANTUM - 1}`]);
    expect(await session(`bytes */${bytes.length}`)).toEqual([308, `bytes=0-${QUANTUM - 1}`]);
    const last = await send(bytes.subarray(QUANTUM), `bytes ${QUANTUM}-${bytes.length - 1}/${bytes.length}`);
    expect(last[0]).toBe(200);
    expect(await session(`bytes */${bytes.length}`)).toEqual([200, null]);
  });

  test("of a chunk that is not the last, whole quanta of 256 KiB are kept", async () => {
    const { send } = await begun();
    const bytes = new Uint8Array(randomBytes(QUANTUM + 1000));
    expect(await send(bytes, `bytes 0-${bytes.length - 1}/*`)).toEqual([308, `bytes=0-${QUANTUM - 1}`]);
  });

  test("what is sent again is passed over, what is left out is refused", async () => {
    const { api, send } = await begun();
    const bytes = new Uint8Array(randomBytes(3 * QUANTUM));
    await send(bytes.subarray(0, 2 * QUANTUM), `bytes 0-${2 * QUANTUM - 1}/*`);
    expect((await send(bytes.subarray(0, 1), `bytes ${3 * QUANTUM}-${3 * QUANTUM}/*`))[0]).toBe(400);
    expect((await send(bytes.subarray(QUANTUM), `bytes ${QUANTUM}-${bytes.length - 1}/${bytes.length}`))[0]).toBe(200);
    expect((await api.ask("GET /storage/v1/b/models/o/big")).json).toMatchObject(checksums(bytes));
  });

  test("after a cut the service knows what it has, and the rest completes it", async () => {
    const { api, place, session, send } = await begun();
    const bytes = new Uint8Array(randomBytes(4 * QUANTUM));
    await cutAfter(new URL(place, api.address), bytes.subarray(0, 2 * QUANTUM + 99), bytes.length);
    const [status, range] = await session(`bytes */${bytes.length}`);
    const kept = Number(/^bytes=0-(\d+)$/.exec(range ?? "")?.[1] ?? -1) + 1;
    expect([status, kept % QUANTUM, kept <= 2 * QUANTUM]).toEqual([308, 0, true]);
    expect((await send(bytes.subarray(kept), `bytes ${kept}-${bytes.length - 1}/${bytes.length}`))[0]).toBe(200);
    expect((await api.ask("GET /storage/v1/b/models/o/big")).json).toMatchObject(checksums(bytes));
  });

  test("a cancelled upload is forgotten", async () => {
    const { api, place, session } = await begun();
    expect((await api.ask(`DELETE ${place}`)).status).toBe(499);
    expect((await session("bytes */*"))[0]).toBe(404);
  });

  test("a wrong checksum of what was announced is found at the end", async () => {
    const { send } = await begun({ crc32c: "AAAAAA==" });
    expect((await send(new Uint8Array([1, 2]), "bytes 0-1/2"))[0]).toBe(400);
  });
});

async function begun(resource: object = {}) {
  const api = await storageApi();
  const query = { uploadType: "resumable", name: "big" };
  const { headers } = await api.ask(`POST ${UPLOADS}`, { query, body: resource });
  const { pathname, search } = new URL(headers.get("location")!);
  const place = `${pathname}${search}`;
  const send = async (body: Uint8Array<ArrayBuffer>, range: string) => answered(api, place, range, body);
  return { api, place, send, session: (range: string) => answered(api, place, range) };
}

async function answered(api: Api, place: string, range: string, body?: Uint8Array<ArrayBuffer>) {
  const sent = body === undefined ? {} : { body };
  const { status, headers } = await api.ask(`PUT ${place}`, { headers: { "content-range": range }, ...sent });
  return [status, headers.get("range")] as const;
}

/** A client that dies in the middle of its request. */
async function cutAfter(url: URL, bytes: Uint8Array, totalBytes: number): Promise<void> {
  const headers = { "content-length": totalBytes, "content-range": `bytes 0-${totalBytes - 1}/${totalBytes}` };
  const sent = request(url, { method: "PUT", headers });
  const closed = new Promise((resolve) => sent.on("error", resolve).on("close", resolve));
  await new Promise<void>((written) => sent.write(bytes, () => written()));
  sent.destroy();
  await closed;
}
