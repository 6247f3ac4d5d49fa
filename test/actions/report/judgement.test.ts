import { describe, expect, test } from "vitest";
import { parseManifest } from "../../../shared/release/manifest.ts";
import { parsePassRecord } from "../../../shared/report/pass-record.ts";
import { planOf } from "../../../shared/rollout/plan.ts";
import { evidence } from "../../shared/gate/good.ts";
import { CHALLENGER, CHAMPION, evidenceOf, manifestWith, releaseOf, reportIn } from "./world.ts";

const PASSING = { head: { "churn/release.yaml": CHALLENGER } };

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

describe("a plan is of the endpoint that the manifest names", () => {
  const servedAt = (endpoint: string) =>
    `target: {kind: vertex, project: p, region: europe-west4, endpoint: "${endpoint}", bucket: models}
serving: {image: "europe-docker.pkg.dev/vertex-ai/prediction/tf2-cpu.2-15:latest", machineType: n1-standard-2, replicas: {min: 1, max: 1}}\n`;

  test.each([
    ["where the champion is served at another", servedAt("1"), "churn 1.0.0 stays served at 1,"],
    ["where the champion was served nowhere", "", "Nothing was served before:"],
  ])("%s", async (_, more, restore) => {
    const head = manifestWith({ more: servedAt("2") });
    const { step, check, forge } = await reportIn({
      base: { "churn/release.yaml": manifestWith({ version: "1.0.0", digest: "a", more }) },
      head: { "churn/release.yaml": head },
      handedOver: { "evidence.json": evidenceOf() },
    });
    expect(step.verdict).toBe("pass");
    const [comment] = forge.state.comments;
    expect(comment!.body).toContain(`**On merge**: deployed, then 100 %. ${restore}`);
    expect(comment!.body).toContain("| 4\\. shift | `2` | nothing | churn 2.0.0 at 100 % |");
    // As the merge plans it, from that endpoint's ledger.
    const merged = planOf({ challenger: parseManifest(head, "release.yaml"), champion: null, chain: [] })!;
    expect(parsePassRecord(check!.summary!)!.releases).toMatchObject([{ planHash: merged.hash }]);
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
