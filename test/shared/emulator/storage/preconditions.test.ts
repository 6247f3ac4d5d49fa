import { describe, expect, test } from "vitest";
import { type Answered, type Api, storageApi } from "./api.ts";

type Act = (api: Api, query: Readonly<Record<string, string>>) => Promise<Answered>;

const HERE = "/storage/v1/b/models/o/here";

/** Each verb on the object `here`, as far as it can refuse to act. */
const WRITES: readonly (readonly [verb: string, act: Act])[] = [
  ["a media upload", (api, query) => api.put("here", "new", query)],
  [
    "a multipart upload",
    (api, query) =>
      api.ask("POST /upload/storage/v1/b/models/o", {
        query: { uploadType: "multipart", ...query },
        headers: { "content-type": "multipart/related; boundary=b" },
        body: '--b\r\ncontent-type: application/json\r\n\r\n{"name":"here"}\r\n--b\r\ncontent-type: text/plain\r\n\r\nnew\r\n--b--',
      }),
  ],
  [
    "a resumable upload's beginning",
    (api, query) =>
      api.ask("POST /upload/storage/v1/b/models/o", { query: { uploadType: "resumable", name: "here", ...query } }),
  ],
  ["a patch", (api, query) => api.ask(`PATCH ${HERE}`, { query, body: { metadata: { a: "b" } } })],
  ["an update", (api, query) => api.ask(`PUT ${HERE}`, { query, body: { contentType: "text/html" } })],
  ["a deletion", (api, query) => api.ask(`DELETE ${HERE}`, { query })],
  ["a copy onto it", (api, query) => api.ask("POST /storage/v1/b/models/o/other/copyTo/b/models/o/here", { query })],
  ["a rewrite", (api, query) => api.ask("POST /storage/v1/b/models/o/other/rewriteTo/b/models/o/here", { query })],
  [
    "a composition",
    (api, query) => api.ask(`POST ${HERE}/compose`, { query, body: { sourceObjects: [{ name: "other" }] } }),
  ],
];

describe.each(WRITES)("%s", (_, act) => {
  test.each<[string, (object: Named) => Readonly<Record<string, string>>, boolean]>([
    ["of the generation that is there", ({ generation }) => ({ ifGenerationMatch: generation }), true],
    ["of another generation", ({ generation }) => ({ ifGenerationMatch: `${generation}1` }), false],
    ["where nothing may be", () => ({ ifGenerationMatch: "0" }), false],
    ["of any but this generation", ({ generation }) => ({ ifGenerationNotMatch: generation }), false],
    ["of any but another generation", () => ({ ifGenerationNotMatch: "1" }), true],
    ["of this metageneration", () => ({ ifMetagenerationMatch: "1" }), true],
    ["of another metageneration", () => ({ ifMetagenerationMatch: "2" }), false],
    ["of any but this metageneration", () => ({ ifMetagenerationNotMatch: "1" }), false],
    ["of any but another metageneration", () => ({ ifMetagenerationNotMatch: "2" }), true],
    [
      "of this generation and another metageneration",
      ({ generation }) => ({ ifGenerationMatch: generation, ifMetagenerationMatch: "2" }),
      false,
    ],
  ])("%s", async (_, conditions, isDone) => {
    const api = await storageApi();
    await api.put("other", "other");
    const before: Named = (await api.put("here", "old")).json;
    const { status, json } = await act(api, conditions(before));
    if (isDone) expect([200, 204]).toContain(status);
    else {
      expect(status).toBe(412);
      expect(json.error).toMatchObject({ code: 412, errors: [{ reason: "conditionNotMet", domain: "global" }] });
      expect((await api.ask(`GET ${HERE}`)).json).toEqual(before);
    }
  });
});

interface Named {
  readonly generation: string;
}

describe("reading", () => {
  test.each([
    ["the resource", {}],
    ["the bytes", { alt: "media" }],
  ])("%s is told by 304 that nothing is new, and by 412 that it is another", async (_, form) => {
    const api = await storageApi();
    const { generation } = (await api.put("here", "old")).json;
    const read = async (query: object): Promise<number> =>
      (await api.ask(`GET ${HERE}`, { query: { ...form, ...query } })).status;
    expect(await read({ ifGenerationMatch: generation })).toBe(200);
    expect(await read({ ifGenerationMatch: "1" })).toBe(412);
    expect(await read({ ifGenerationNotMatch: generation })).toBe(304);
    expect(await read({ ifGenerationNotMatch: "1" })).toBe(200);
    expect(await read({ ifMetagenerationMatch: "2" })).toBe(412);
    expect(await read({ ifMetagenerationNotMatch: "1" })).toBe(304);
  });
});

test.each([
  ["of another generation of the source", { ifSourceGenerationMatch: "1" }, 412],
  ["of another metageneration of the source", { ifSourceMetagenerationMatch: "7" }, 412],
  ["of what the source is not", { ifSourceGenerationNotMatch: "1" }, 200],
])("a copy %s", async (_, query, status) => {
  const api = await storageApi();
  await api.put("other", "other");
  expect((await api.ask("POST /storage/v1/b/models/o/other/copyTo/b/models/o/new", { query })).status).toBe(status);
});

test("two writers who saw the same generation: one wins, also where both send at once", async () => {
  const api = await storageApi();
  const { generation } = (await api.put("lease", "free")).json;
  const both = ["one", "two"].map((holder) =>
    api.put("lease", holder.repeat(100_000), { ifGenerationMatch: generation }),
  );
  expect((await Promise.all(both)).map(({ status }) => status).toSorted()).toEqual([200, 412]);
});

test("what another wrote while a resumable upload was under way is not written over", async () => {
  const api = await storageApi();
  const query = { uploadType: "resumable", name: "here", ifGenerationMatch: 0 };
  const { headers } = await api.ask("POST /upload/storage/v1/b/models/o", { query });
  await api.put("here", "theirs");
  const place = new URL(headers.get("location")!);
  expect((await api.ask(`PUT ${place.pathname}${place.search}`, { body: "ours" })).status).toBe(412);
  expect((await api.ask(`GET ${HERE}?alt=media`)).text).toBe("theirs");
});

test("a condition that is no number is refused as such", async () => {
  const { status } = await (await storageApi()).put("here", "x", { ifGenerationMatch: "latest" });
  expect(status).toBe(400);
});
