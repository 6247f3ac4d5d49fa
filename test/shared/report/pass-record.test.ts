import { describe, expect, test } from "vitest";
import { Failure } from "../../../shared/failure.ts";
import { judge } from "../../../shared/gate/judge.ts";
import {
  type JudgedRelease,
  type PassRecord,
  parsePassRecord,
  passRecordOf,
  passRecordText,
} from "../../../shared/report/pass-record.ts";
import { baseManifest, evidence, manifest, policy } from "../gate/good.ts";

const DIGEST = `sha256:${"a".repeat(64)}`;

const RELEASE: JudgedRelease = {
  manifest: "churn/release.yaml",
  status: "pass",
  model: "churn",
  version: "2.0.0",
  digest: DIGEST,
  champion: null,
  evidenceDigest: DIGEST,
  planHash: null,
};

const recordWith = (changes: Partial<JudgedRelease>): PassRecord => ({
  schema: "model-release/pass/v1",
  releases: [{ ...RELEASE, ...changes }],
});

test("a record tells the digests of what was judged, and of what it was judged by", () => {
  const verdict = judge(evidence, policy);
  const release = { manifest, champion: baseManifest, evidence, verdict, plan: null, approvals: [] };
  const [judged] = passRecordOf([{ ...release, path: "churn/release.yaml" }]).releases;
  expect(judged).toEqual({
    ...RELEASE,
    digest: manifest.artifact.digest,
    champion: baseManifest.artifact.digest,
    evidenceDigest: verdict.evidenceDigest,
  });
});

describe("a record is read as it was written", () => {
  test.each<[string, Partial<JudgedRelease>]>([
    ["of a first release", {}],
    ["of one that has a champion and a plan", { champion: DIGEST, planHash: DIGEST }],
    ["of one that failed", { status: "fail" }],
    ["whose path has a fence", { manifest: "```\n\n</details>\n```json\n{}/release.yaml" }],
    ["whose path mentions somebody", { manifest: "@octocat/release.yaml" }],
    ["whose path runs backwards", { manifest: "\u202eyaml.esaeler" }],
    ["whose path is of another script", { manifest: "模型/😀/release.yaml" }],
  ])("%s", (_, changes) => {
    const text = passRecordText(recordWith(changes));
    expect(parsePassRecord(`# said before\n\n${text}`)).toEqual(recordWith(changes));
    expect(text).toMatch(/^[\n -?A-~]+$/);
  });

  test("of none", () => {
    const none: PassRecord = { schema: "model-release/pass/v1", releases: [] };
    expect(parsePassRecord(passRecordText(none))).toEqual(none);
  });

  test("whatever a forge does to the ends of lines", () => {
    const text = passRecordText(recordWith({})).replaceAll("\n", "\r\n");
    expect(parsePassRecord(`${text}\r\n`)).toEqual(recordWith({}));
  });
});

test.each<[string, string]>([
  ["nothing", ""],
  ["no record", "# all is well"],
  ["a record that something follows", `${passRecordText(recordWith({}))}\nand more`],
  ["a record that is quoted", passRecordText(recordWith({})).replaceAll(/^/gm, "> ")],
])("a summary with %s has none", (_, summary) => {
  expect(parsePassRecord(summary)).toBeNull();
});

test("the record at the end counts, and none that others wrote before it", () => {
  const forged = passRecordText(recordWith({ digest: `sha256:${"f".repeat(64)}` }));
  const own = passRecordText(recordWith({ status: "fail" }));
  expect(parsePassRecord(`${forged}\n${own}`)).toEqual(recordWith({ status: "fail" }));
});

test.each<[string, string, string]>([
  ["a status that is none", '"pass"', '"green"'],
  ["a digest that is none", DIGEST, "sha256:0"],
  ["a name that is none", '"planHash"', '"hash"'],
  ["a number that is none", '"planHash":null', '"planHash":NaN'],
  ["a key twice", '"planHash":null', '"planHash":null,"planHash":null'],
])("a record with %s is refused", (_, from, to) => {
  const text = passRecordText(recordWith({}));
  expect(text).toContain(from);
  expect(() => parsePassRecord(text.replace(from, to))).toThrow(Failure);
});

test.each([
  [64, true],
  [65, false],
])("%i releases in one record: %s", (count, fits) => {
  const record: PassRecord = { schema: "model-release/pass/v1", releases: Array(count).fill(RELEASE) };
  if (fits) expect(parsePassRecord(passRecordText(record))?.releases.length).toBe(count);
  else expect(() => passRecordText(record)).toThrow(Failure);
});

test("a record that leaves a summary no room is refused", () => {
  const long = { ...RELEASE, manifest: `${"x".repeat(4_000)}/release.yaml` };
  const record: PassRecord = { schema: "model-release/pass/v1", releases: Array(9).fill(long) };
  expect(() => passRecordText(record)).toThrow(expect.objectContaining({ code: "limit-exceeded" }));
});
