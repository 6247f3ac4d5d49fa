import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import { localHashedFiles } from "../../../shared/adapters/files/hashed-files.ts";
import type { Bucket } from "../../../shared/ports/bucket.ts";
import { digestArtifact } from "../../../shared/release/artifact.ts";
import { uploadArtifact } from "../../../shared/release/upload-artifact.ts";
import { isUploaded, missingFiles } from "../../../shared/release/uploaded-artifact.ts";
import { fakeBuckets } from "../../fakes/bucket.ts";
import { silentLog } from "../../fakes/log.ts";

const MODEL = {
  "assets/vocabulary.txt": "yes\nno\n",
  "saved_model.pb": "graph",
  "variables/variables.data-00000-of-00001": "weights",
  "variables/variables.index": "index",
};

test("the files lie under the whole digest, saved_model.pb sent last, then the marker", async () => {
  const { upload, buckets, bucket, place } = await world();
  expect(await isUploaded(upload, bucket)).toBe(false);
  const uploaded = await uploadArtifact(upload, bucket, PORTS);
  expect(uploaded).toEqual({ uri: `gs://models/${place}`, sizeBytes: 24, sent: 4 });
  const written = buckets.calls.filter((call) => /^(upload|write)/.test(call));
  expect(written.slice(-2)).toEqual([`upload models/${place}/saved_model.pb`, `write models/${place}.complete.json`]);
  expect(Buffer.from(buckets.contents.get(`models/${place}/variables/variables.index`)!).toString()).toBe("index");
  expect(await isUploaded(upload, bucket)).toBe(true);
});

test("a second upload sends nothing", async () => {
  const { upload, bucket } = await world();
  const first = await uploadArtifact(upload, bucket, PORTS);
  expect(await uploadArtifact(upload, bucket, PORTS)).toEqual({ ...first, sent: 0 });
});

test("an upload that was killed is gone on with", async () => {
  const { upload, bucket, buckets, place } = await world();
  buckets.put("models", `${place}/variables/variables.index`, "index");
  expect((await uploadArtifact(upload, bucket, PORTS)).sent).toBe(3);
  expect(await isUploaded(upload, bucket)).toBe(true);
});

test("what was removed since is missed, named, and sent again", async () => {
  const { upload, bucket, buckets, place } = await world();
  expect(await missingFiles(upload, bucket)).toBeNull();
  await uploadArtifact(upload, bucket, PORTS);
  expect(await missingFiles(upload, bucket)).toEqual([]);
  buckets.put("models", `${place}/saved_model.pb`, "gra");
  const index = { object: `${place}/variables/variables.index` };
  const found = await bucket.head(index);
  await bucket.remove({ ...index, ifGeneration: found.status === "found" ? found.value.generation : "" });
  expect(await missingFiles(upload, bucket)).toEqual(["variables/variables.index", "saved_model.pb"]);
  const cut = await bucket.head({ object: `${place}/saved_model.pb` });
  await bucket.remove({
    object: `${place}/saved_model.pb`,
    ifGeneration: cut.status === "found" ? cut.value.generation : "",
  });
  expect((await uploadArtifact(upload, bucket, PORTS)).sent).toBe(2);
  expect(await isUploaded(upload, bucket)).toBe(true);
});

test.each(["", "{", "[]", '{"files": 1}', '{"files": [null]}', '{"files": [{"path": 1, "sizeBytes": 1}]}'])(
  "a marker of others, such as %j, is no proof",
  async (marker) => {
    const { upload, bucket, buckets, place } = await world();
    buckets.put("models", `${place}.complete.json`, marker);
    await expect(isUploaded(upload, bucket)).rejects.toMatchObject({ code: "artifact-refused" });
  },
);

test("two at the same time come to the same", async () => {
  const { upload, bucket } = await world();
  const both = await Promise.all([1, 2].map(() => uploadArtifact(upload, bucket, PORTS)));
  expect(both[0]!.sent + both[1]!.sent).toBe(4);
});

test.each([
  ["other bytes lie under one of its names", "saved_model.pb", "grapH", /saved_model\.pb holds other bytes/],
  ["fewer bytes lie under one of its names", "saved_model.pb", "gra", /saved_model\.pb holds other bytes/],
  ["a file more lies there", "saved_model.pbtxt", "x", /no part of the artifact: .*saved_model\.pbtxt/],
])("it is refused where %s, and nothing is marked", async (_, name, content, message) => {
  const { upload, bucket, buckets, place } = await world();
  buckets.put("models", `${place}/${name}`, content);
  const failure = { code: "artifact-refused", message: expect.stringMatching(message) };
  await expect(uploadArtifact(upload, bucket, PORTS)).rejects.toMatchObject(failure);
  expect(await isUploaded(upload, bucket)).toBe(false);
});

test("an artifact that is not the pinned one is withdrawn again", async () => {
  const { upload, bucket, buckets } = await world();
  writeFileSync(join(upload.directory, "variables/variables.index"), "other");
  await expect(uploadArtifact(upload, bucket, PORTS)).rejects.toMatchObject({ code: "artifact-changed" });
  expect([...buckets.contents.keys()]).toEqual([]);
});

test("a failure of one file ends the others before it is told", async () => {
  const { upload, bucket, buckets } = await world();
  const failing: Bucket = {
    ...bucket,
    upload: async (request) => {
      if (request.object.endsWith("variables.index")) throw new Error("the network is gone");
      return bucket.upload(request);
    },
  };
  await expect(uploadArtifact(upload, failing, PORTS)).rejects.toThrow("the network is gone");
  const callsThen = buckets.calls.length;
  await new Promise(setImmediate);
  expect(buckets.calls.length).toBe(callsThen);
  expect(buckets.calls.some((call) => call.endsWith("saved_model.pb"))).toBe(false);
});

const PORTS = { files: localFiles(), hashedFiles: localHashedFiles(), log: silentLog };

async function world() {
  const directory = mkdtempSync(join(tmpdir(), "upload-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  for (const [path, content] of Object.entries(MODEL)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  const { digest } = await digestArtifact(directory, localFiles());
  const buckets = fakeBuckets();
  const place = `churn/sha256/${digest.slice("sha256:".length)}`;
  return { upload: { directory, model: "churn", digest }, buckets, bucket: buckets.bucket("models"), place };
}
