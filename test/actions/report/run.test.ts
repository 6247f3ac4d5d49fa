import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseMarker } from "../../../shared/report/marker.ts";
import { parsePassRecord } from "../../../shared/report/pass-record.ts";
import { CHALLENGER, evidenceOf, GONE, manifestWith, reportIn } from "./world.ts";

const PASSING = { head: { "churn/release.yaml": CHALLENGER } };

describe("a release that passes", () => {
  test("has a check that succeeds, a comment, a summary and its files", async () => {
    const { step, check, forge, summary, notices, folder, commits } = await reportIn(PASSING);
    expect(step).toMatchObject({ verdict: "pass", exitCode: 0, commentId: "1001" });
    expect(check).toMatchObject({
      name: "model-release",
      commit: commits.head,
      conclusion: "success",
      title: "churn 2.0.0: pass",
      externalId: "20.1",
      detailsUrl: "https://github.com/acme/models/actions/runs/20",
      annotations: [],
    });
    expect(parseMarker(forge.state.comments[0]!.body)).toEqual({ runId: 20, attempt: 1 });
    expect(summary).toMatch(/churn/);
    expect(notices).toEqual([]);
    expect(step.reportPath).toBe("model-release-evidence/report.html");
    const written = (name: string): string => readFileSync(join(folder, "model-release-evidence", name), "utf8");
    expect(written("comment.md")).toBe(forge.state.comments[0]!.body);
    expect(written("churn/card.md")).toMatch(/churn/);
    expect(JSON.parse(written("churn/statement.json"))).toMatchObject({ predicate: { verdict: "pass" } });
  });

  test("is on record, by the digests of what was judged", async () => {
    const { check } = await reportIn(PASSING);
    const [release] = parsePassRecord(check!.summary!)!.releases;
    expect(release).toMatchObject({
      manifest: "churn/release.yaml",
      status: "pass",
      model: "churn",
      version: "2.0.0",
      digest: `sha256:${"c".repeat(64)}`,
      champion: `sha256:${"a".repeat(64)}`,
      planHash: null,
    });
  });

  test("tells later steps everything as JSON", async () => {
    const { step } = await reportIn(PASSING);
    expect(JSON.parse(step.result)).toMatchObject({
      schema: "model-release/report/v1",
      status: "pass",
      releases: [{ path: "churn/release.yaml", verdict: { status: "pass", release: { version: "2.0.0" } } }],
    });
  });

  test("is judged under the base branch's limits, not its own", async () => {
    const loosened = { head: { "churn/release.yaml": manifestWith({ min: 0.1 }) } };
    const { step, check } = await reportIn(loosened);
    expect(step).toMatchObject({ verdict: "fail", exitCode: 1 });
    expect(check!.annotations).toContainEqual(
      expect.objectContaining({
        path: "churn/release.yaml",
        startLine: 14,
        level: "failure",
        title: "churn 2.0.0: lint",
        message: expect.stringMatching(/loosened from 0\.7 to 0\.1/),
      }),
    );
  });

  test("may be held to tighter limits by the pull request", async () => {
    const tightened = { head: { "churn/release.yaml": manifestWith({ min: 0.9 }) } };
    const { step, check } = await reportIn(tightened);
    expect(step).toMatchObject({ verdict: "fail", exitCode: 1 });
    expect(check!.annotations).toEqual([
      expect.objectContaining({ startLine: 14, title: "churn 2.0.0: quality", level: "failure" }),
    ]);
  });
});

test("a first release is judged by its own floors", async () => {
  const handedOver = { "churn/evidence.json": evidenceOf({ champion: null }) };
  const { step, check } = await reportIn({ base: {}, ...PASSING, handedOver });
  expect(step).toMatchObject({ verdict: "pass", exitCode: 0 });
  expect(parsePassRecord(check!.summary!)!.releases[0]!.champion).toBeNull();
});

test("a manifest that moved is compared with the one that it was", async () => {
  const head = { "churn/release.yaml": GONE, "models/churn/release.yaml": CHALLENGER };
  expect((await reportIn({ head })).step.verdict).toBe("pass");
});

test("a merged version that changes its digest is refused on the digest's line", async () => {
  const head = { "churn/release.yaml": manifestWith({ version: "1.0.0" }) };
  const { step, check } = await reportIn({ head });
  expect(step).toMatchObject({ verdict: "inconclusive", exitCode: 2 });
  expect(check!.annotations[0]).toMatchObject({
    startLine: 5,
    message: expect.stringMatching(/never changes its digest/),
  });
});

test("a manifest whose paths leave the repository is refused", async () => {
  const head = { "churn/release.yaml": CHALLENGER.replace("uri: eval.csv", "uri: ../../eval.csv") };
  const { step, check } = await reportIn({ head });
  expect(step.exitCode).toBe(2);
  expect(check!.annotations[0]!.message).toMatch(/leaves the repository/);
});

test("a base that cannot be read is said at its own place", async () => {
  const { step, check } = await reportIn({ ...PASSING, base: { "churn/release.yaml": "model: 1\n" } });
  expect(step).toMatchObject({ verdict: "inconclusive", exitCode: 2 });
  expect(check!.annotations[0]).toMatchObject({
    path: "churn/release.yaml",
    startLine: 1,
    message: expect.stringMatching(/^churn\/release\.yaml at [0-9a-f]{12}:1:/),
  });
});

describe("nothing to judge", () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ["where no release.yaml changes", { "notes.md": "new" }],
    ["where one is deleted", { "churn/release.yaml": GONE }],
  ])("%s: the check succeeds and says so, and nobody is told", async (_, head) => {
    const { step, check, forge, summary } = await reportIn({ head });
    expect(step).toMatchObject({ verdict: "", exitCode: 0, commentId: "" });
    expect(check).toMatchObject({ conclusion: "success", title: "No release.yaml is added or changed" });
    expect(forge.state.comments).toEqual([]);
    expect(summary).toMatch(/No release is added or changed/);
  });

  test("any more: who has been told otherwise is told", async () => {
    const first = await reportIn(PASSING);
    const { state } = first.forge;
    const { forge } = await reportIn({ head: { "notes.md": "new" }, forge: () => ({ comments: state.comments }) });
    expect(forge.state.comments).toHaveLength(1);
    expect(forge.state.comments[0]!.body).toMatch(/No release is added or changed/);
  });
});

describe("what is asked for", () => {
  test("one manifest alone", async () => {
    const head = { "churn/release.yaml": CHALLENGER, "fraud/release.yaml": "broken" };
    const { step } = await reportIn({ head, inputs: { manifest: "./churn/release.yaml" } });
    expect(step.verdict).toBe("pass");
  });

  test("a manifest that is not there", async () => {
    const { step } = await reportIn({ ...PASSING, inputs: { manifest: "fraud/release.yaml" } });
    expect(step).toMatchObject({ verdict: "inconclusive", exitCode: 2 });
  });

  test("no comment", async () => {
    const { forge, step } = await reportIn({ ...PASSING, inputs: { comment: "off" } });
    expect([forge.state.comments, step.commentId]).toEqual([[], ""]);
  });

  test("another page", async () => {
    const { folder, step } = await reportIn({ ...PASSING, inputs: { report: "out/page.html" } });
    expect(step.reportPath).toBe("out/page.html");
    expect(existsSync(join(folder, "out/page.html"))).toBe(true);
    expect(existsSync(join(folder, "out/comment.md"))).toBe(true);
  });

  test("another base, by what Git calls it", async () => {
    const { step, commits } = await reportIn({ ...PASSING, checkout: "head", inputs: { base: "main" } });
    expect(step.verdict).toBe("pass");
    const { check } = await reportIn({ ...PASSING, checkout: "head", inputs: { base: "main" } });
    expect(check!.summary).toContain(commits.base);
  });
});
