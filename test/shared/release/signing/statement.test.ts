import { describe, expect, test } from "vitest";
import {
  bundleOf,
  check,
  keyPair,
  MODEL,
  type StatementParts,
  statement,
  trustKey,
  wholeFiles,
} from "./bundle-maker.ts";

const signer = keyPair();
const trust = trustKey(signer.publicKey);

const checkStatement = (parts: StatementParts) => check(bundleOf(statement(MODEL, parts), signer), MODEL, { trust });

describe("the signed statement", () => {
  const [first, ...others] = wholeFiles(MODEL);

  test.each<[string, StatementParts, RegExp]>([
    ["of another type", { over: { _type: "https://in-toto.io/Statement/v0.1" } }, /Statement\/v0\.1, not a model/],
    ["with another predicate", { over: { predicateType: "https://slsa.dev/provenance/v1" } }, /slsa\.dev.*not a model/],
    ["without files", { resources: [] }, /covers no file/],
    ["without a subject", { subject: [] }, /exactly one subject/],
    ["with two subjects", { subject: [0, 1].map(() => ({ digest: { sha256: "" } })) }, /exactly one subject/],
    ["with another root digest", { subject: [{ digest: { sha256: "0".repeat(64) } }] }, /its subject has the digest 0/],
    ["in an unknown method", { serialization: { method: "trees" } }, /serializes by trees/],
    ["in shards of no size", { serialization: { method: "shards" } }, /shards of no size/],
    ["in shards of half a byte", { serialization: { method: "shards", shard_size: 0.5 } }, /shards of no size/],
    ["in BLAKE3", { serialization: { hash_type: "blake3" } }, /hashes with blake3, which is not supported/],
    ["in MD5", { serialization: { hash_type: "md5" } }, /hashes with md5/],
    ["in a hash named after a prototype", { serialization: { hash_type: "__proto__" } }, /hashes with __proto__/],
    [
      "with a digest of another algorithm",
      { resources: [{ ...first, algorithm: "md5" }, ...others] },
      /no sha256 digest, but md5/,
    ],
    ["with a short digest", { resources: [{ ...first, digest: "00" }, ...others] }, /no sha256 digest/],
    [
      "with a path that leaves the model",
      { resources: [{ ...first, name: "../x" }, ...others] },
      /"\.\.\/x", which is no path/,
    ],
    ["with an inner way out", { resources: [{ ...first, name: "a/../../x" }, ...others] }, /is no path inside/],
    ["with an absolute path", { resources: [{ ...first, name: "/etc/passwd" }, ...others] }, /is no path inside/],
    ["with an empty path", { resources: [{ ...first, name: "" }, ...others] }, /is no path inside/],
    ["with a file listed twice", { resources: [first!, first!, ...others] }, /is listed twice/],
    [
      "with one file in two spellings",
      { resources: [first!, { ...first, name: `./${first!.name}` }] },
      /is listed twice/,
    ],
  ])("%s is refused", (_, parts, reason) => {
    expect(checkStatement(parts)).toMatchObject({
      status: "failed",
      reason: expect.stringMatching(reason),
      where: "m.sig",
    });
  });

  test.each<[string, StatementParts]>([
    ["with paths that need tidying", { resources: wholeFiles(MODEL).map((it) => ({ ...it, name: `.//${it.name}` })) }],
    [
      "with digests in capitals",
      { resources: wholeFiles(MODEL).map((it) => ({ ...it, digest: it.digest.toUpperCase() })) },
    ],
    ["with files in another order", { resources: wholeFiles(MODEL).reverse() }],
    ["that allowed links", { serialization: { allow_symlinks: true } }],
    [
      "hashed with BLAKE2b",
      { resources: wholeFiles(MODEL, "blake2b", "blake2b512"), serialization: { hash_type: "blake2b" } },
    ],
  ])("%s verifies", (_, parts) => {
    expect(checkStatement(parts)).toMatchObject({ status: "verified", covered: 3 });
  });

  test("that is not JSON cannot be read", () => {
    expect(() => check(bundleOf("{", signer), MODEL, { trust })).toThrow(/signed statement:1:2: /);
  });

  test("without a serialization cannot be read", () => {
    const broken = statement(MODEL, { over: { predicate: { resources: wholeFiles(MODEL) } } });
    expect(() => check(bundleOf(broken, signer), MODEL, { trust })).toThrow(/serialization\.method is missing/);
  });

  test("of one file named by a dot covers an artifact of one file", () => {
    const contents = { "model.bin": "x" };
    const resources = [{ ...wholeFiles(contents)[0], name: "." }];
    const bundle = bundleOf(statement(contents, { resources }), signer);
    expect(check(bundle, contents, { trust })).toMatchObject({ status: "verified", covered: 1 });
    expect(check(bundle, { ...contents, more: "y" }, { trust })).toMatchObject({
      differences: { extra: ["model.bin", "more"] },
    });
  });
});
