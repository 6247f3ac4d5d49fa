import { describe, expect, expectTypeOf, test } from "vitest";
import { evidenceText, parseEvidence } from "../../../shared/evidence/document.ts";
import type { Evidence } from "../../../shared/evidence/evidence.ts";
import { Failure, type FailureCode } from "../../../shared/failure.ts";
import { canonicalJson } from "../../../shared/schema/canonical-json.ts";
import type { EvidenceDocument } from "../../../shared/schema/evidence.types.ts";
import { BROKEN } from "../gate/broken.ts";
import { evidence, quality } from "../gate/good.ts";

/** A number that may stand as text is a number once it is read, and new codes of failures need no new schema. */
type Read<T> = [number] extends [T]
  ? Exclude<T, string>
  : T extends object
    ? { readonly [Key in keyof T]: Read<T[Key]> }
    : T extends FailureCode
      ? string
      : T;

test("the schema and the types say the same", () => {
  expectTypeOf<Read<EvidenceDocument>>().toEqualTypeOf<Read<Evidence>>();
});

describe("what is written is read again", () => {
  const silent = { unmeasured: "notPossible", reason: "the disk is full", fix: null } as const;
  const failed = { status: "failed", reason: "r", fix: "f", where: "w" } as const;
  const differences = { changed: ["a"], missing: [], extra: ["ü"] };

  test.each<[string, Partial<Evidence>]>([
    ["all is good", {}],
    ["there is no champion", { champion: null }],
    ["nothing was measured", { quality: silent, load: silent, runtime: silent, dataset: silent, golden: silent }],
    ["the files differ from the signed ones", { signature: { ...failed, differences } }],
    [
      "a slice has no rows",
      { quality: { ...quality, slices: [{ ...quality.slices[0]!, rows: 0, classRows: [0, 0], metrics: {} }] } },
    ],
    ["a number is too large to be written out", { size: { bytes: 2 ** 60, files: 1 } }],
    ["nothing of a run is a number", { soak: soakOf(Number.NaN) }],
    ["memory grows for ever", { soak: soakOf(Number.POSITIVE_INFINITY) }],
    ["memory shrinks for ever", { soak: soakOf(Number.NEGATIVE_INFINITY) }],
    ["a message says NaN", { quality: { ...silent, reason: "NaN" }, runtime: { ...silent, fix: "Infinity" } }],
    ...Object.entries(BROKEN).map(([gate, broken]): [string, Partial<Evidence>] => [`${gate} fails`, broken]),
  ])("%s", (_, changes) => {
    const written = { ...evidence, ...changes };
    expect(parseEvidence(evidenceText(written), "evidence.json")).toEqual(written);
  });

  test("half of a surrogate pair becomes the character that stands for none", () => {
    const { lint } = parseEvidence(
      evidenceText({ ...evidence, lint: { ...evidence.lint, warnings: ["\ud800"] } }),
      "e",
    );
    expect(lint.warnings).toEqual(["\ufffd"]);
  });
});

describe("what is refused", () => {
  const text = canonicalJson(evidence);
  const put = (from: string, to: string) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  };

  test.each([
    ["another version", put("evidence/v1", "evidence/v2"), "schema must be model-release/evidence/v1"],
    ["an unknown key", put('{"baseline"', '{"opinion":1,"baseline"'), "opinion"],
    ["a missing part", put('"safety":{"findings":[]},', ""), "safety is missing"],
    ["text for a number", put('"lower":-200000', '"lower":"0"'), "soak.bytesPerMinute.lower must be a number"],
    ["text for a whole number", put('"bytes":12000000', '"bytes":"NaN"'), "size.bytes must be"],
    ["a negative count", put('"bytes":12000000', '"bytes":-1'), "size.bytes must be"],
    ["a metric that is text", put('"challenger":0.82', '"challenger":"NaN"'), "challenger must be"],
    ["an unknown metric", put('"metrics":{"auc"', '"metrics":{"luck"'), "luck"],
    ["a probability above 1", put('"lossPValue":0.9', '"lossPValue":1.5'), "lossPValue must be"],
    ["a digest that is none", put("sha256:cccc", "sha256:zzzz"), "digest"],
    ["a word that is too long", put("2.15.1", "x".repeat(65_537)), "version"],
    ["a list that is too long", put('"missing":[]', `"missing":[${"1,".repeat(70_000)}1]`), "missing"],
    ["what is no JSON", "{", "where a key"],
    ["nesting", "[".repeat(100_000), "nested more than 16 levels deep"],
    ["a file of zeros", "0".repeat(2 ** 25 + 1), "bytes"],
  ])("%s", (_, hostile, message) => {
    const failure = failureOf(() => parseEvidence(hostile, "evidence.json"));
    expect(failure.code).toBe("document-invalid");
    expect(`${failure.message} ${failure.problems.map((problem) => problem.message)}`).toContain(message);
  });
});

function soakOf(value: number): Evidence["soak"] {
  return { durationSeconds: 60, requests: 1, errors: 0, bytesPerMinute: { value, lower: value, upper: value } };
}

function failureOf(run: () => unknown): Failure {
  try {
    run();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
