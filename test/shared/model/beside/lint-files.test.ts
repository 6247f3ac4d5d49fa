import { expect, test } from "vitest";
import { lintFiles, lintText } from "../../../../shared/model/beside/lint-files.ts";
import { fakeFiles } from "../../../fakes/files.ts";
import { threadClock } from "../../../thread-clock.ts";
import { createRandomBytes } from "./random-bytes.ts";

const ALPHABET = "aB3dE5gH7jK9mN1pQ4sT6vW8yZ0cF2iL";
/** Random enough, and assembled here so that no scanner takes this file for a leak. */
const secret = (length: number): string => ALPHABET.repeat(10).slice(0, length);
const jwt = (header: object): string =>
  [JSON.stringify(header), '{"sub":"1234567890","iat":1516239022}', secret(32)]
    .map((part) => Buffer.from(part).toString("base64url"))
    .join(".");

const SECRETS: [title: string, text: string, kind: string][] = [
  ["an AWS access key", `key=AKIA${"IOSFODNN7EXAMPLE"}`, "an AWS access key"],
  ["an AWS session key", `ASIA${"Y34FZKBOKMUTVV7A"}`, "an AWS temporary access key"],
  ["an AWS secret key", `aws_secret_access_key = ${secret(38)}/+`, "an AWS secret key"],
  ["a GitHub token", `ghp_${secret(36)}`, "a GitHub token"],
  ["a GitHub server token in a URL", `https://x:ghs_${secret(36)}@github.com`, "a GitHub token"],
  ["a fine-grained GitHub token", `github_pat_${secret(22)}_${secret(59)}`, "a GitHub token"],
  ["a Slack bot token", `xoxb-${"123456789012-123456789012"}-${secret(24)}`, "a Slack token"],
  ["a Google API key", `AIza${secret(35)}`, "a Google API key"],
  ["a Hugging Face token", `HF_TOKEN="hf_${secret(34)}"`, "a Hugging Face token"],
  ["an OpenAI key", `sk-${secret(48)}`, "an OpenAI key"],
  ["an OpenAI project key", `sk-proj-${secret(60)}`, "an OpenAI key"],
  ["a Stripe key", `sk_live_${secret(24)}`, "a Stripe key"],
  ["a private key", `-----BEGIN RSA PRIVATE ${"KEY"}-----\n${secret(64)}\n`, "a private key"],
  ["a service account", `{"private_key": "-----BEGIN PRIVATE ${"KEY"}-----\\n${secret(64)}\\n"}`, "a private key"],
  ["an SSH key", `-----BEGIN OPENSSH PRIVATE ${"KEY"}-----\r\n${secret(64)}`, "a private key"],
  ["a JSON web token", jwt({ alg: "HS256", typ: "JWT" }), "a JSON web token"],
];

test.each(SECRETS)("a secret: %s", (_, text, kind) => {
  const [lint, ...rest] = lintText(`name: x\n${text}\n`, "release.yaml");
  expect(rest).toEqual([]);
  expect(lint).toMatchObject({ rule: "secret", level: "fail", file: "release.yaml" });
  expect(lint?.message).toMatch(new RegExp(`^release.yaml holds what looks like ${kind}, at byte [0-9]+$`));
});

test.each(SECRETS)("a secret is never shown: %s", (_, text) => {
  const shown = JSON.stringify(lintText(text, "f"));
  for (const part of text.match(/[A-Za-z0-9]{16,}/g) ?? []) expect(shown).not.toContain(part);
});

test.each<[title: string, text: string]>([
  ["a placeholder of one letter", `ghp_${"x".repeat(36)}`],
  ["a token of the wrong length", `ghp_${secret(20)}`],
  ["a word that ends like a prefix", `task-${secret(48)}`],
  ["an identifier that holds a prefix", `path_hf_${secret(34)}`],
  ["a public key", `-----BEGIN PUBLIC KEY-----\n${secret(64)}`],
  ["code that looks for a private key", `text.includes("-----BEGIN PRIVATE ${"KEY"}-----")`],
  ["base64 that begins like a token", `eyJ${secret(40)}.eyJ${secret(40)}.${secret(30)}`],
  ["a digest", `sha256:${"ab01".repeat(16)}`],
  ["a name of a secret", "token: secrets.GITHUB_TOKEN"],
  ["a URL that holds /home/", "https://example.org/home/page"],
  ["a home of the machine", "/home/runner/work/repo"],
  ["the folder of all homes", "/home/ and /Users/"],
  ["a shared folder", "/Users/Shared/x"],
  ["empty text", ""],
])("nothing wrong: %s", (_, text) => {
  expect(lintText(text, "f")).toEqual([]);
});

test.each<[title: string, text: string, path: string]>([
  ["Linux", "file: /home/jane/models/churn.py", "/home/jane"],
  ["macOS", '"/Users/jane.doe/notebooks/a.ipynb"', "/Users/jane.doe"],
  ["Windows", "C:\\Users\\Jane\\model", "C:\\Users\\Jane"],
  ["Windows in JSON", '"C:\\\\Users\\\\Jane\\\\model"', "C:\\\\Users\\\\Jane"],
  ["Windows with slashes", "D:/Users/Jane/model", "D:/Users/Jane"],
])("a person's path: %s", (_, text, path) => {
  const [lint] = lintText(text, "f");
  expect(lint).toMatchObject({ rule: "personal-path", level: "warn" });
  expect(lint?.message).toContain(`${path}, at byte`);
});

test("the same path again and again is one warning", () => {
  const [lint, ...rest] = lintText("/home/jane/a /home/jane/b /home/joe/c", "f");
  expect(rest).toEqual([]);
  expect(lint?.message).toBe("f holds a person's path, /home/jane, at byte 0, and 2 more like it");
});

test.each<[path: string, text: string, kind: string | null]>([
  ["eval.csv", "a,b", "a table (CSV)"],
  ["data/train.PARQUET", "x", "a table (Parquet)"],
  ["train.csv.gz", "x", "a table (CSV)"],
  ["records", "PAR1....", "a table (Parquet)"],
  ["cache", "SQLite format 3\0", "a database (SQLite)"],
  ["variables/kernel.npy", "x", "an array (NumPy)"],
  ["assets/vocabulary.csv", "a,b", null],
  ["assets.extra/requests.tfrecord", "x", null],
  ["my.assets/vocabulary.csv", "a,b", "a table (CSV)"],
  ["saved_model.pb", "x", null],
  ["model.keras", "x", null],
  ["weights.h5", "x", null],
])("data: %s", async (path, text, kind) => {
  const lints = await lintArtifact({ [path]: text });
  expect(lints).toEqual(
    kind === null ? [] : [expect.objectContaining({ rule: "data-file", level: "warn", message: `${path} is ${kind}` })],
  );
});

test.each<[title: string, offset: number]>([
  ["across the end of the first window", 2 ** 20 - 20],
  ["at the end of the third window", 3 * 2 ** 20 - 41],
])("a secret %s is found once, at its byte", async (_, offset) => {
  const bytes = Buffer.alloc(4 * 2 ** 20, " ");
  bytes.write(`ghp_${secret(36)}`, offset);
  const lints = await lintArtifact({ "assets/notes.txt": bytes });
  expect(lints.map(({ message }) => message)).toEqual([
    `assets/notes.txt holds what looks like a GitHub token, at byte ${offset}`,
  ]);
});

test("random tensors hold no secrets, and of a shard only its ends are read", async () => {
  const random = createRandomBytes(3);
  const bytes = Buffer.concat(Array.from({ length: 4 }, () => random(2 ** 20)));
  bytes.write(` ghp_${secret(36)} `, 2 * 2 ** 20);
  expect(await lintArtifact({ "variables/variables.data-00000-of-00001": bytes })).toEqual([]);
  bytes.write(` ghp_${secret(36)} `, 4 * 2 ** 20 - 100);
  expect(await lintArtifact({ "variables/variables.data-00000-of-00001": bytes })).toHaveLength(1);
});

test.each<[title: string, unit: string]>([
  ["token prefixes", "eyJ."],
  ["long token parts", `.eyJ${"A".repeat(1990)}`],
  ["key headers", "-----BEGIN "],
  ["paths", "/home/j "],
  ["pat prefixes", " ghp_"],
])("2 MiB of %s cost no more than half a second of computing", async (_, unit) => {
  const bytes = Buffer.alloc(2 * 2 ** 20, unit);
  const computedMs = threadClock();
  await lintArtifact({ "assets/x": bytes });
  expect(computedMs()).toBeLessThan(500);
});

async function lintArtifact(contents: Record<string, Buffer | string>) {
  const files = fakeFiles(Object.fromEntries(Object.entries(contents).map(([path, held]) => [`model/${path}`, held])));
  return lintFiles("model", await files.list("model"), files);
}
