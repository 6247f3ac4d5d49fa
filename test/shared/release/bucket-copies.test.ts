import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { localHashedFiles } from "../../../shared/adapters/files/hashed-files.ts";
import type { Bucket } from "../../../shared/ports/bucket.ts";
import { type BucketCopies, bucketCopies } from "../../../shared/release/bucket-copies.ts";
import { type FakeBuckets, fakeBuckets } from "../../fakes/bucket.ts";
import { silentLog } from "../../fakes/log.ts";

const GB = 1e9;

test("every object below the prefix becomes a file, as deep as its name says", async () => {
  const { copies, buckets } = world();
  const paths = ["saved_model.pb", "variables/variables.index", "assets/a/vocabulary.txt"];
  for (const path of paths) buckets.put("models", `churn/2/${path}`, `content of ${path}`);
  buckets.put("models", "churn/2", "beside the folder");
  buckets.put("models", "churn/20/saved_model.pb", "of another version");
  const folder = await copies.folder("gs://models/churn/2/", GB);
  expect(filesIn(folder)).toEqual(paths.toSorted());
  for (const path of paths) expect(readFileSync(join(folder, path), "utf8")).toBe(`content of ${path}`);
});

test("an object that holds nothing and is called like a folder is none of the files", async () => {
  const { copies, buckets } = world();
  buckets.put("models", "churn/", "");
  buckets.put("models", "churn/assets/", "");
  buckets.put("models", "churn/saved_model.pb", "graph");
  expect(filesIn(await copies.folder("gs://models/churn", GB))).toEqual(["saved_model.pb"]);
});

test("a file keeps the ending that tells its form", async () => {
  const { copies, buckets } = world();
  buckets.put("data", "2026/eval.csv.gz", "a,b");
  const path = await copies.file("gs://data/2026/eval.csv.gz", GB);
  expect(path).toMatch(/\.csv\.gz$/);
  expect(readFileSync(path, "utf8")).toBe("a,b");
});

test("what is asked for twice is fetched once", async () => {
  const { copies, buckets } = world();
  buckets.put("data", "eval.csv", "a,b");
  const [one, other] = await Promise.all([1, 2].map(() => copies.file("gs://data/eval.csv", GB)));
  expect(one).toBe(other);
  expect(buckets.calls.filter((call) => call.startsWith("download"))).toHaveLength(1);
});

test.each<[string, string, (buckets: FakeBuckets) => void, object]>([
  [
    "there is nothing below it",
    "gs://models/churn",
    () => {},
    { code: "artifact-missing", message: /gs:\/\/models\/churn/ },
  ],
  [
    "it holds more than is allowed",
    "gs://models/churn",
    (buckets) => buckets.put("models", "churn/big", "x".repeat(101)),
    { code: "limit-exceeded", message: /101 bytes, more than 100/ },
  ],
  ...["../evil", "a/../../evil", "a//b", "/etc/passwd", "a\\b", "a\u0000b", "."].map(
    (name) =>
      [
        `an object is called ${JSON.stringify(name)}`,
        "gs://models/churn",
        (buckets: FakeBuckets) => buckets.put("models", `churn/${name}`, "x"),
        { code: "artifact-refused", message: /a name that no file can have/ },
      ] as [string, string, (buckets: FakeBuckets) => void, object],
  ),
])("a folder is refused where %s", async (_, uri, lay, failure) => {
  const { copies, buckets, root } = world();
  lay(buckets);
  const { code, message } = failure as { code: string; message: RegExp };
  await expect(copies.folder(uri, 100)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  expect(existsSync(join(root, "..", "evil"))).toBe(false);
});

test("exactly as many bytes as are allowed are fetched", async () => {
  const { copies, buckets } = world();
  buckets.put("models", "churn/a", "x".repeat(60));
  buckets.put("models", "churn/b", "x".repeat(40));
  expect(filesIn(await copies.folder("gs://models/churn", 100))).toEqual(["a", "b"]);
});

test("a file that is not there is named with its bucket", async () => {
  const message = "gs://data/eval.csv does not exist";
  await expect(world().copies.file("gs://data/eval.csv", GB)).rejects.toMatchObject({ code: "file-missing", message });
});

test("what arrives damaged is fetched once more", async () => {
  const { copies, buckets } = world({ damaged: 1 });
  buckets.put("models", "churn/a", "as it was");
  const folder = await copies.folder("gs://models/churn", GB);
  expect(readFileSync(join(folder, "a"), "utf8")).toBe("as it was");
});

test("what arrives damaged again is the network's fault", async () => {
  const { copies, buckets } = world({ damaged: 2 });
  buckets.put("models", "churn/a", "as it was");
  const failure = { code: "bucket-unreachable", exitCode: 4, message: expect.stringContaining("gs://models/churn/a") };
  await expect(copies.folder("gs://models/churn", GB)).rejects.toMatchObject(failure);
});

test("what is replaced meanwhile has changed while it was read", async () => {
  const { copies, buckets } = world({ onList: () => buckets.put("models", "churn/a", "another") });
  buckets.put("models", "churn/a", "one");
  await expect(copies.folder("gs://models/churn", GB)).rejects.toMatchObject({ code: "artifact-changed" });
});

test("an interruption ends the fetching", async () => {
  const interruption = new AbortController();
  const { copies, buckets } = world({ onList: () => interruption.abort(), signal: interruption.signal });
  buckets.put("models", "churn/a", "one");
  await expect(copies.folder("gs://models/churn", GB)).rejects.toMatchObject({ code: "interrupted", exitCode: 4 });
});

interface Trouble {
  /** How many downloads bring other bytes. */
  readonly damaged?: number;
  readonly onList?: () => void;
  readonly signal?: AbortSignal;
}

function world({ damaged = 0, onList, signal }: Trouble = {}): {
  copies: BucketCopies;
  buckets: FakeBuckets;
  root: string;
} {
  const root = mkdtempSync(join(tmpdir(), "copies-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const buckets = fakeBuckets();
  let left = damaged;
  const troubled = (name: string): Bucket => {
    const bucket = buckets.bucket(name);
    return {
      ...bucket,
      async list(request) {
        const listing = await bucket.list(request);
        onList?.();
        return listing;
      },
      download: (stored, take) => {
        left -= 1;
        return bucket.download(stored, (bytes) => take(left >= 0 ? bytes.map((byte) => byte ^ 1) : bytes));
      },
    };
  };
  const copies = bucketCopies(root, {
    buckets: async () => ({ bucket: troubled }),
    hashedFiles: localHashedFiles(),
    makeFolder: async (path) => void mkdirSync(path, { recursive: true }),
    log: silentLog,
    signal: signal ?? new AbortController().signal,
  });
  return { copies, buckets, root };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
