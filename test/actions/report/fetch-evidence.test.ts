import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { RunArtifact, WorkflowRun } from "../../../shared/ports/run-artifact.ts";
import type { ForgeState } from "../../fakes/forge/state.ts";
import { zipOf } from "../../shared/model/beside/zipping.ts";
import { CHALLENGER, type Commits, evidenceOf, releaseOf, reportIn } from "./world.ts";

const NAME = "model-release-evidence";
const GOOD = Buffer.from(evidenceOf());
const reviewed = { head: { "churn/release.yaml": CHALLENGER }, handedOver: null };

const runOf = (id: number, commit: string): WorkflowRun => ({
  id,
  commit,
  url: `https://github.com/acme/models/actions/runs/${id}`,
  event: "pull_request",
  workflow: ".github/workflows/release.yml",
  headRepository: "acme/models",
  status: "completed",
});

interface Kept extends Partial<RunArtifact> {
  readonly members?: Readonly<Record<string, Buffer>>;
  readonly archive?: Buffer;
}

const artifactOf = (
  id: number,
  run: number,
  { members = { "churn/evidence.json": GOOD }, ...differing }: Kept = {},
) => {
  const archive = differing.archive ?? zipOf(members, true);
  return { id, run, name: NAME, sizeBytes: archive.length, isExpired: false, digest: null, ...differing, archive };
};

const measured =
  (runs: readonly (readonly [number, keyof Commits])[], artifacts: ForgeState["artifacts"]) =>
  (commits: Commits): Partial<ForgeState> => ({ runs: runs.map(([id, at]) => runOf(id, commits[at])), artifacts });

describe("where the job was given no evidence", () => {
  test("that of the newest run of the head counts", async () => {
    const stale = { "evidence.json": Buffer.from(evidenceOf(releaseOf("1.9.0", "b"))) };
    const forge = measured(
      [
        [11, "head"],
        [12, "head"],
      ],
      [artifactOf(1, 11, { members: stale }), artifactOf(2, 12)],
    );
    const { step, infos, folder } = await reportIn({ ...reviewed, forge });
    expect(step).toMatchObject({ verdict: "pass", exitCode: 0 });
    expect(infos).toContain(`The evidence is that of run 12, from its artifact "${NAME}".`);
    expect(readdirSync(join(folder, NAME)).sort()).toEqual(["001", "comment.md", "report.html"]);
    expect(readdirSync(join(folder, NAME, "001")).sort()).toEqual(["card.md", "evidence.json", "statement.json"]);
  });

  test("a newer run that has kept none is passed over", async () => {
    const forge = measured(
      [
        [11, "head"],
        [12, "head"],
      ],
      [artifactOf(1, 11), artifactOf(2, 12, { name: "logs" }), artifactOf(3, 12, { isExpired: true })],
    );
    expect((await reportIn({ ...reviewed, forge })).step.verdict).toBe("pass");
  });

  test.each<[string, (commits: Commits) => Partial<ForgeState>]>([
    ["no run has kept any", measured([[11, "head"]], [])],
    ["another commit's run has", measured([[11, "base"]], [artifactOf(1, 11)])],
    ["it has another name", measured([[11, "head"]], [artifactOf(1, 11, { name: "evidence" })])],
    ["it has expired", measured([[11, "head"]], [artifactOf(1, 11, { isExpired: true })])],
  ])("and %s, nothing is validated", async (_, forge) => {
    const { step, check } = await reportIn({ ...reviewed, forge });
    expect(step).toMatchObject({ verdict: "inconclusive", exitCode: 3 });
    expect(check!.annotations[0]!.message).toMatch(/no run of [0-9a-f]{12} has kept an artifact/);
  });

  test("the artifact may be called otherwise", async () => {
    const forge = measured([[11, "head"]], [artifactOf(1, 11, { name: "mine" })]);
    expect((await reportIn({ ...reviewed, forge, inputs: { artifact: "mine" } })).step.verdict).toBe("pass");
  });
});

describe("after another workflow", () => {
  const event = ({ head }: Commits) => ({
    name: "workflow_run",
    payload: { workflow_run: { id: 11, event: "pull_request", head_sha: head, head_branch: "patch" } },
  });

  test("its own evidence counts, though a newer run has kept some", async () => {
    const none = { "notes.txt": Buffer.from("none") };
    const forge = measured(
      [
        [11, "head"],
        [12, "head"],
      ],
      [artifactOf(1, 11), artifactOf(2, 12, { members: none })],
    );
    const files = ({ head }: Commits) => ({ main: {}, [head]: { "churn/release.yaml": CHALLENGER } });
    const {
      step,
      check,
      commits,
      forge: told,
    } = await reportIn({
      ...reviewed,
      event,
      checkout: null,
      forge: (commits) => ({ ...forge(commits), files: files(commits) }),
      pullRequest: () => ({ changes: [{ kind: "added", path: "churn/release.yaml" }] }),
    });
    expect([check!.commit, told.state.comments.length]).toEqual([commits.head, 1]);
    // The base branch has no such release: it is the evidence that speaks of a champion.
    expect(step.verdict).toBe("inconclusive");
    expect(check!.annotations[0]!.message).toMatch(/compared with churn 1\.0\.0, and the champion is none/);
  });

  test("a run that was for another commit has nothing to say", async () => {
    const forge = measured([[11, "base"]], [artifactOf(1, 11)]);
    expect((await reportIn({ ...reviewed, event, forge })).step.verdict).toBe("inconclusive");
  });
});

describe("names in an archive are no paths", () => {
  test.each([
    "../../evidence.json",
    "/etc/evidence.json",
    "a\\..\\..\\b/evidence.json",
    "\u202e/evidence.json",
    `${"x/".repeat(200)}evidence.json`,
  ])("%j is a folder of a number", async (name) => {
    const forge = measured([[11, "head"]], [artifactOf(1, 11, { members: { [name]: GOOD } })]);
    const { step, folder } = await reportIn({ ...reviewed, forge });
    expect(step.verdict).toBe("pass");
    expect(readFileSync(join(folder, NAME, "001/evidence.json")).equals(GOOD)).toBe(true);
    expect(readdirSync(folder)).toEqual([NAME]);
  });

  test("what is no evidence stays packed", async () => {
    const members = { "churn/evidence.json": GOOD, "../x.js": GOOD, "evidence.json.sh": GOOD, "report.html": GOOD };
    const { folder } = await reportIn({
      ...reviewed,
      forge: measured([[11, "head"]], [artifactOf(1, 11, { members })]),
    });
    expect(readFileSync(join(folder, NAME, "report.html")).equals(GOOD)).toBe(false);
    expect(readdirSync(folder)).toEqual([NAME]);
  });

  test("they keep the order in which validate walks", async () => {
    const named = (digest: string): Buffer => Buffer.from(evidenceOf(releaseOf("2.0.0", digest)));
    const members = {
      "m-10/evidence.json": named("1"),
      "m/evidence.json": named("2"),
      "m-2/evidence.json": named("3"),
    };
    const { folder } = await reportIn({
      ...reviewed,
      forge: measured([[11, "head"]], [artifactOf(1, 11, { members })]),
    });
    const digests = ["001", "002", "003"].map((place) => {
      return JSON.parse(readFileSync(join(folder, NAME, place, "evidence.json"), "utf8")).release.digest.slice(7, 8);
    });
    expect(digests.join("")).toBe("231");
  });
});

describe("an archive that is none is refused", () => {
  const many = Object.fromEntries(Array.from({ length: 129 }, (_, index) => [`${index}/evidence.json`, GOOD]));

  test.each<[string, Kept, RegExp]>([
    ["no zip", { archive: Buffer.from("<html>") }, /artifact "model-release-evidence" of run 11 .*zip/],
    ["cut", { archive: zipOf({ "evidence.json": GOOD }, true).subarray(0, 900) }, /of run 11/],
    ["a bomb", { members: { "evidence.json": Buffer.alloc(2 ** 27 + 1) } }, /unpacks to 134217729 bytes/],
    ["too many files", { members: many }, /129 files of evidence/],
  ])("as %s", async (_, kept, why) => {
    const forge = measured([[11, "head"]], [artifactOf(1, 11, kept)]);
    const { step, check } = await reportIn({ ...reviewed, forge });
    expect(step).toMatchObject({ verdict: "inconclusive", exitCode: 3 });
    expect(check!.annotations[0]!.message).toMatch(why);
    expect(check!.annotations[0]!.message).not.toMatch(/scratch-|an index that you trust/);
  });
});
