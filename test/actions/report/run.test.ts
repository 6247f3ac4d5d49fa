import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseMarker } from "../../../shared/report/marker.ts";
import { parsePassRecord } from "../../../shared/report/pass-record.ts";
import { evidence } from "../../shared/gate/good.ts";
import { CHALLENGER, CHAMPION, evidenceOf, GONE, manifestWith, releaseOf, reportIn } from "./world.ts";

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

describe("approving reviews", () => {
  const loosened = { head: { "churn/release.yaml": manifestWith({ min: 0.1 }) } };
  const by = (login: string) => ({ login, id: 1 });

  test.each<[string, string, "head" | "base", string]>([
    ["of an approver at the head counts", "octocat", "head", "pass"],
    ["of an approver in another case counts", "OctoCat", "head", "pass"],
    ["of an approver at an older head does not", "octocat", "base", "fail"],
    ["of somebody else does not", "stranger", "head", "fail"],
  ])("one %s", async (_, login, at, verdict) => {
    const reviews = (commits: { head: string; base: string }) => ({
      reviews: [{ by: by(login), state: "approved", commit: commits[at] } as const],
    });
    const { step } = await reportIn({ ...loosened, pullRequest: reviews });
    expect(step.verdict).toBe(verdict);
  });

  test("by somebody whom only the pull request makes an approver do not count", async () => {
    const own = manifestWith({ min: 0.1 }).replace("[octocat, hubot]", "[mallory]");
    const reviews = ({ head }: { head: string }) => ({
      reviews: [{ by: by("mallory"), state: "approved", commit: head } as const],
    });
    const { step } = await reportIn({ head: { "churn/release.yaml": own }, pullRequest: reviews });
    expect(step.verdict).toBe("fail");
  });
});

describe("a release that is not validated", () => {
  test.each<[string, Parameters<typeof reportIn>[0]["handedOver"], RegExp]>([
    ["for nothing was handed over", {}, /nothing of it was handed over/],
    ["for other files were", { "notes.json": "{}", "verdict.json": "{}" }, /nothing of it was handed over/],
    [
      "for what was handed over is of an older head",
      { "churn/evidence.json": evidenceOf(releaseOf("1.9.0", "b")) },
      /of churn 1\.9\.0 \(sha256:b/,
    ],
    [
      "for what was handed over is of another artifact",
      { "churn/evidence.json": evidenceOf(releaseOf("2.0.0", "b")) },
      /of churn 2\.0\.0 \(sha256:b/,
    ],
  ])("%s, is inconclusive", async (_, handedOver, why) => {
    const { step, check, forge } = await reportIn({ ...PASSING, handedOver });
    expect(step).toMatchObject({ verdict: "inconclusive", exitCode: 3 });
    expect(check).toMatchObject({ conclusion: "action_required", title: "Not judged" });
    expect(check!.annotations).toEqual([
      expect.objectContaining({ path: "churn/release.yaml", startLine: 5, message: expect.stringMatching(why) }),
    ]);
    expect(forge.state.comments[0]!.body).toMatch(/not validated/);
    expect(parsePassRecord(check!.summary!)).toEqual({ schema: "model-release/pass/v1", releases: [] });
  });

  test("is inconclusive where it was compared with another champion", async () => {
    const champion = { model: "churn", version: "0.9.0", digest: `sha256:${"9".repeat(64)}` };
    const { step, check } = await reportIn({ ...PASSING, handedOver: { "evidence.json": evidenceOf({ champion }) } });
    expect(step).toMatchObject({ verdict: "inconclusive", exitCode: 3 });
    expect(check!.annotations[0]!.message).toMatch(/compared with churn 0\.9\.0, and the champion is churn 1\.0\.0/);
  });

  test("is inconclusive where it was, though the manifests switch the gate off that says so", async () => {
    const more = "  digest: {level: off}\n";
    const { step, check } = await reportIn({
      base: { "churn/release.yaml": manifestWith({ version: "1.0.0", digest: "a", more }) },
      head: { "churn/release.yaml": manifestWith({ more }) },
      handedOver: { "evidence.json": evidenceOf({ champion: { ...evidence.champion!, version: "0.9.0" } }) },
    });
    expect(step).toMatchObject({ verdict: "inconclusive", exitCode: 3 });
    expect(check!.annotations[0]!.message).toMatch(
      /it was compared with churn 0\.9\.0 .*, and the champion is churn 1\.0\.0/,
    );
  });

  test("is inconclusive where it says that there is no champion", async () => {
    const { step } = await reportIn({ ...PASSING, handedOver: { "evidence.json": evidenceOf({ champion: null }) } });
    expect(step.verdict).toBe("inconclusive");
  });
});

describe("several releases", () => {
  const second = (digest: string) => manifestWith({ name: "fraud", digest });
  const both = { "churn/release.yaml": CHALLENGER, "fraud/release.yml": second("d") };
  const base = {
    "churn/release.yaml": CHAMPION,
    "fraud/release.yml": manifestWith({ name: "fraud", version: "1.0.0", digest: "b" }),
  };
  const fraud = evidenceOf({
    ...releaseOf("2.0.0", "d", "fraud"),
    champion: { model: "fraud", version: "1.0.0", digest: `sha256:${"b".repeat(64)}` },
  });

  test("have one check, one comment, and a verdict each", async () => {
    const handedOver = { "churn/evidence.json": evidenceOf(), "anything/else/evidence.json": fraud };
    const { step, check, forge } = await reportIn({ base, head: both, handedOver });
    expect(step).toMatchObject({ verdict: "pass", exitCode: 0 });
    expect(check!.title).toBe("2 releases: pass");
    expect([forge.state.checkRuns.length, forge.state.comments.length]).toEqual([1, 1]);
    const { releases } = parsePassRecord(check!.summary!)!;
    expect(releases.map(({ manifest, status }) => [manifest, status])).toEqual([
      ["churn/release.yaml", "pass"],
      ["fraud/release.yml", "pass"],
    ]);
  });

  test("pass together or not at all", async () => {
    const { step, check } = await reportIn({ base, head: both });
    expect(step).toMatchObject({ verdict: "inconclusive", exitCode: 3 });
    expect(parsePassRecord(check!.summary!)!.releases.map(({ manifest }) => manifest)).toEqual(["churn/release.yaml"]);
  });

  test("are judged though one cannot be read", async () => {
    const head = { "churn/release.yaml": CHALLENGER, "fraud/release.yml": "apiVersion: model-release/v1\nmodle: {}\n" };
    const { step, check } = await reportIn({ base, head });
    expect(step).toMatchObject({ verdict: "inconclusive", exitCode: 2 });
    expect(check!.annotations).toContainEqual(
      expect.objectContaining({ path: "fraud/release.yml", startLine: 2, title: "manifest-invalid" }),
    );
    expect(parsePassRecord(check!.summary!)!.releases).toHaveLength(1);
  });

  test("of one artifact have their evidence in the order of their manifests", async () => {
    const head = { "a/release.yaml": manifestWith({ min: 0.75 }), "b/release.yaml": CHALLENGER };
    const worse = { quality: { unmeasured: "notPossible", reason: "no data", fix: null } } as const;
    const firsts = { ...releaseOf("2.0.0", "c"), champion: null };
    const handedOver = {
      "churn/evidence.json": evidenceOf(firsts),
      "churn-2/evidence.json": evidenceOf({ ...firsts, ...worse }),
    };
    const { step } = await reportIn({ base: {}, head, handedOver });
    const told = JSON.parse(step.result).releases as { path: string; verdict: { status: string } }[];
    expect(told.map(({ path, verdict }) => [path, verdict.status])).toEqual([
      ["a/release.yaml", "pass"],
      ["b/release.yaml", "inconclusive"],
    ]);
  });
});

describe("evidence that was handed over twice", () => {
  test("counts once where both say the same", async () => {
    const handedOver = { "a/evidence.json": evidenceOf(), "b/evidence.json": evidenceOf() };
    expect((await reportIn({ ...PASSING, handedOver })).step.verdict).toBe("pass");
  });

  test("counts for nothing where they contradict each other", async () => {
    const handedOver = {
      "a/evidence.json": evidenceOf(),
      "b/evidence.json": evidenceOf({ size: { bytes: 1, files: 1 } }),
    };
    const { step, check } = await reportIn({ ...PASSING, handedOver });
    expect(step).toMatchObject({ verdict: "inconclusive", exitCode: 3 });
    expect(check!.annotations[0]!.message).toMatch(/2 files of evidence say different things/);
  });

  test("is left alone, and said, where nobody proposes what it is of", async () => {
    const handedOver = { "a/evidence.json": evidenceOf(), "b/evidence.json": evidenceOf(releaseOf("3.0.0", "e")) };
    const { step, infos } = await reportIn({ ...PASSING, handedOver });
    expect(step.verdict).toBe("pass");
    expect(infos).toContainEqual(expect.stringMatching(/^The evidence of churn 3\.0\.0 .* is left alone/));
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

  test("another base", async () => {
    const { step } = await reportIn({ ...PASSING, inputs: { base: "HEAD^2" } });
    expect(JSON.parse(step.result).status).toBe("pass");
  });
});
