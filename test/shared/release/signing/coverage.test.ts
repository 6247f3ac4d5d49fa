import { describe, expect, test } from "vitest";
import {
  bundleOf,
  check,
  hashOf,
  keyPair,
  MODEL,
  type StatementParts,
  shards,
  statement,
  trustKey,
} from "./bundle-maker.ts";

const signer = keyPair();
const trust = trustKey(signer.publicKey);
const good = bundleOf(statement(MODEL), signer);

describe("the files covered", () => {
  test.each([
    [
      "a changed file",
      { ...MODEL, "saved_model.pb": "grapH" },
      { changed: ["saved_model.pb"] },
      "changed since it was signed: saved_model.pb",
    ],
    [
      "an emptied file",
      { ...MODEL, "saved_model.pb": "" },
      { changed: ["saved_model.pb"] },
      "changed since it was signed: saved_model.pb",
    ],
    [
      "a missing file",
      { "saved_model.pb": "graph", "assets/empty.txt": "" },
      { missing: ["variables/variables.index"] },
      "signed but missing: variables/variables.index",
    ],
    ["an added file", { ...MODEL, evil: "x" }, { extra: ["evil"] }, "not covered by the signature: evil"],
    ["an added empty file", { ...MODEL, evil: "" }, { extra: ["evil"] }, "not covered by the signature: evil"],
    [
      "a file called __proto__",
      JSON.parse(JSON.stringify(MODEL).replace("{", '{"__proto__":"x",')),
      { extra: ["__proto__"] },
      "not covered by the signature: __proto__",
    ],
    [
      "Git's own files",
      { ...MODEL, ".gitattributes": "x" },
      { extra: [".gitattributes"] },
      "not covered by the signature: .gitattributes",
    ],
  ])("%s is named", (_, contents, differences, reason) => {
    expect(check(good, contents, { trust })).toEqual({
      status: "failed",
      reason,
      fix: expect.stringMatching(/\.$/),
      where: "m",
      differences: { changed: [], missing: [], extra: [], ...differences },
    });
  });

  test("names five files of many", () => {
    const added = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`evil${index}`, ""]));
    expect(check(good, { ...MODEL, ...added }, { trust })).toMatchObject({
      reason: expect.stringMatching(/: evil0, evil1, evil2, evil3, evil4 and 3 more$/),
    });
  });

  test("paths that the signer left out fail when they are there, and are told when they are not", () => {
    const bundle = bundleOf(statement(MODEL, { serialization: { ignore_paths: ["logs"] } }), signer);
    expect(check(bundle, MODEL, { trust })).toMatchObject({ status: "verified", leftOut: ["logs"] });
    expect(check(bundle, { ...MODEL, "logs/a": "x" }, { trust })).toMatchObject({ status: "failed" });
  });

  test.each([
    ["a file", ["notes.md"], { "notes.md": "x" }, "verified"],
    ["a folder", ["logs"], { "logs/a/b": "x" }, "verified"],
    ["a name that only begins alike", ["log"], { logs: "x" }, "failed"],
    ["a file of the same name deeper down", ["notes.md"], { "deep/notes.md": "x" }, "failed"],
    ["a signed file, which is compared all the same", ["saved_model.pb"], { "saved_model.pb": "x" }, "failed"],
  ])("the verifier may ignore %s", (_, ignorePaths, added, status) => {
    expect(check(good, { ...MODEL, ...added }, { trust, ignorePaths }).status).toBe(status);
  });

  test("the bundle does not cover itself inside the artifact, and every other model.sig must be covered", () => {
    const contents = { ...MODEL, "model.sig": "the bundle" };
    expect(check(good, contents, { trust, bundlePath: "m/model.sig" }).status).toBe("verified");
    expect(check(good, contents, { trust, bundlePath: "model.sig" }).status).toBe("failed");
  });
});

describe("shards", () => {
  const contents = { "a:b": "0123456789", "c/d": "abc", e: "12345" };
  const sharded = (parts: StatementParts = {}) => {
    const serialization = { method: "shards", shard_size: 5, ...parts.serialization };
    return bundleOf(statement(contents, { resources: shards(contents, 5), ...parts, serialization }), signer);
  };

  test("verify, also where a path holds a colon and a file ends with a shard", () => {
    expect(check(sharded(), contents, { trust })).toMatchObject({ status: "verified", covered: 3 });
  });

  test("verify under the plain name of their hash, as the specification writes it", () => {
    const resources = shards(contents, 5).map((it) => ({ ...it, algorithm: "sha256" }));
    expect(check(sharded({ resources }), contents, { trust }).status).toBe("verified");
  });

  test.each([
    ["changed in a later shard", { "a:b": "01234X6789" }],
    ["cut short by a whole shard", { "a:b": "01234" }],
    ["longer by a whole shard", { e: "1234512345" }],
    ["emptied", { e: "" }],
  ])("tell a file %s", (_, change) => {
    const [path] = Object.keys(change);
    expect(check(sharded(), { ...contents, ...change }, { trust })).toMatchObject({ differences: { changed: [path] } });
  });

  test("cannot cover an empty file, and say what can", () => {
    const result = check(sharded(), { ...contents, empty: "" }, { trust });
    expect(result).toMatchObject({
      status: "failed",
      differences: { extra: ["empty"] },
      fix: expect.stringMatching(/by the method files/),
    });
  });

  test.each([
    ["of another size", shards(contents, 4), { changed: ["a:b", "e"] }],
    ["with a gap", shards(contents, 5).slice(1), { changed: ["a:b"] }],
    [
      "that overlap",
      shards(contents, 5).map((it) => ({ ...it, name: it.name.replace(":5:10", ":4:10") })),
      { changed: ["a:b"] },
    ],
  ])("%s do not match", (_, resources, differences) => {
    const relabelled = resources.map((it) => ({ ...it, algorithm: "sha256" }));
    expect(check(sharded({ resources: relabelled }), contents, { trust })).toMatchObject({
      status: "failed",
      differences,
    });
  });

  test.each([
    ["without a range", "e"],
    ["with half a range", "e:0"],
    ["with a negative range", "e:-1:5"],
  ])("%s are refused", (_, name) => {
    const resources = [{ ...shards(contents, 5)[0], name }];
    expect(check(sharded({ resources }), contents, { trust })).toMatchObject({
      reason: expect.stringMatching(/is no path inside the model/),
    });
  });

  test("of one byte over a terabyte are refused without being counted out", () => {
    const bundle = sharded({
      serialization: { shard_size: 1 },
      resources: [{ name: "e:0:1", algorithm: "sha256", digest: hashOf("1") }],
    });
    const entries = [{ path: "e", sizeBytes: 2 ** 40, sha256: hashOf("") }];
    expect(check(bundle, contents, { trust, entries })).toMatchObject({ differences: { changed: ["e"] } });
  });

  test("speak of the bytes whose digest was taken, or nothing is decided", () => {
    const entries = Object.entries(contents).map(([path, text]) => ({
      path,
      sizeBytes: text.length,
      sha256: hashOf("other"),
    }));
    expect(() => check(sharded(), contents, { trust, entries })).toThrow(
      expect.objectContaining({ code: "artifact-changed" }),
    );
  });
});
