import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { parseManifest } from "../../shared/release/manifest.ts";
import { passRecordText } from "../../shared/report/pass-record.ts";
import { laidStory, type Story } from "../actions/promote/story.ts";
import { type Job, jobIn, outputOf } from "../actions/report/job.ts";
import { forgeState, HEAD, keptPullRequest } from "../fakes/forge/state.ts";

const SLOW = { timeout: 300_000 };
const program = (name: string) => ({ PROGRAM: join(inject("bundle"), `${name}.js`) });

test("promote brings to its endpoint what a check has passed, and rollback gives it back", SLOW, async () => {
  const story = await laidStory();
  await story.merge("1.0.0");
  const first = await jobAfterMerge(story, "fail");
  const promote = { ...program("promote"), ...cloudOf(story), INPUT_WAIT: "true" };

  const refused = await first.step(promote);
  expect([refused.exitCode, outputOf(refused, "outcome")]).toEqual([1, "refused"]);
  expect(await story.served()).toEqual({});

  const [check] = first.state.checkRuns;
  first.state.checkRuns[0] = { ...check!, summary: await passRecord(story, "pass") };
  const promoted = await first.step(promote);
  expect([promoted.exitCode, outputOf(promoted, "outcome")]).toEqual([0, "healthy"]);
  expect(await story.served()).toEqual({ "sums 1.0.0": 100 });
  expect(first.state.deployments).toHaveLength(1);

  await story.merge("1.1.0");
  await story.promote("--evidence", "out");
  const { state, step } = await jobAfterMerge(story, "pass");
  const rollback = { ...program("rollback"), ...cloudOf(story) };

  const wrong = await step(rollback);
  expect(wrong.exitCode).toBe(2);
  expect(wrong.stdout).toMatch(/^::error title=usage::manifest is empty/m);

  const back = await step({ ...rollback, INPUT_MANIFEST: "release.yaml" });
  expect([back.exitCode, outputOf(back, "outcome")]).toEqual([0, "healthy"]);
  expect(await story.served()).toEqual({ "sums 1.0.0": 100 });
  const branch = expect.stringMatching(/revert-sums-/);
  expect(state.pullRequests.at(-1)).toMatchObject({ state: "open", head: { branch } });
});

/** A job on the default branch, after pull request 7 was merged with a check. */
async function jobAfterMerge(story: Story, status: "pass" | "fail"): Promise<Job> {
  const mergedAs = story.git("rev-parse", "HEAD").trim();
  const merged = keptPullRequest(7, { state: "merged", mergedAs });
  const check = {
    id: 1,
    name: "model-release",
    commit: HEAD,
    status: "completed",
    conclusion: status === "pass" ? "success" : "failure",
    title: status,
    summary: await passRecord(story, status),
    text: null,
    app: { id: 15368, slug: "github-actions" },
    url: "https://github.com/acme/models/runs/1",
    externalId: "20.1",
    annotations: [],
    detailsUrl: null,
  } as const;
  return jobIn(story.folder, { push: {} }, forgeState({ pullRequests: [merged], checkRuns: [check] }));
}

function cloudOf({ emulator, git }: Story): Readonly<Record<string, string>> {
  return {
    MODEL_RELEASE_VERTEX_API: emulator.vertex,
    MODEL_RELEASE_STORAGE_API: emulator.storage,
    METADATA_SERVER_DETECTION: "none",
    GITHUB_SHA: git("rev-parse", "HEAD").trim(),
  };
}

async function passRecord(story: Story, status: "pass" | "fail"): Promise<string> {
  const { model, artifact } = parseManifest(readFileSync(join(story.folder, "release.yaml")), "release.yaml");
  const judged = {
    manifest: "release.yaml",
    status,
    model: model.name,
    version: model.version,
    digest: artifact.digest,
    champion: null,
    evidenceDigest: `sha256:${"e".repeat(64)}`,
    planHash: (await story.plan()).hash,
  };
  return passRecordText({ schema: "model-release/pass/v1", releases: [judged] });
}
