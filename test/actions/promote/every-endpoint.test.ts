import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseInputs } from "../../../actions/promote/inputs.ts";
import { promoteAll } from "../../../actions/promote/run.ts";
import type { Failure } from "../../../shared/failure.ts";
import { laidStory } from "./story.ts";

const INPUTS = { token: "", manifest: "", wait: "true", "timeout-minutes": "", evidence: "out", "dry-run": "" };

test("a job brings each endpoint to what main says, whatever becomes of the others", { timeout: 60_000 }, async () => {
  const story = await laidStory();
  await story.merge("1.0.0");
  const failures: Failure[] = [];
  const ports = {
    ...(await story.delivery()),
    group: <T>(_: string, act: () => Promise<T>) => act(),
    report: async (failure: Failure) => void failures.push(failure),
  };

  const plan = await promoteAll(parseInputs({ ...INPUTS, "dry-run": "true" }), ports);
  expect(plan).toMatchObject({ outcome: "", exitCode: 0 });
  expect(JSON.parse(plan.result)).toEqual(await story.plan());
  expect(await promoteAll(parseInputs(INPUTS), ports)).toMatchObject({ outcome: "healthy", exitCode: 0 });

  // Two that name one endpoint would undo each other's work: neither is promoted, and both are named.
  mkdirSync(join(story.folder, "copy"));
  cpSync(join(story.folder, "release.yaml"), join(story.folder, "copy/release.yaml"));
  story.git("add", "copy");
  story.git("commit", "--quiet", "--message", "another model for the same endpoint");
  story.push();
  const contested = await promoteAll(parseInputs(INPUTS), ports);
  expect([contested.outcome, contested.exitCode]).toEqual(["refused", 1]);
  const both = "copy/release.yaml and release.yaml both name endpoint 123456789";
  expect(JSON.parse(contested.result)).toMatchObject([{ reason: both }, { reason: both }]);
  story.git("revert", "--no-edit", "HEAD");
  story.push();

  // One was deleted, while nobody can read another: that may be where it went.
  story.git("mv", "release.yaml", "gone.yaml");
  writeFileSync(join(story.folder, "release.yml"), "model: [");
  story.git("add", "--all");
  story.git("commit", "--quiet", "--message", "confusion");
  rmSync(join(story.folder, "release.yml"));
  story.push();
  expect(await promoteAll(parseInputs(INPUTS), ports)).toEqual({
    outcome: "",
    result: "[]",
    incidents: "",
    exitCode: 2,
  });
  expect(failures).toMatchObject([{ code: "manifest-invalid" }]);

  story.git("rm", "--quiet", "--cached", "release.yml");
  story.git("commit", "--quiet", "--message", "only deleted");
  story.push();
  const { outcome, result, exitCode } = await promoteAll(parseInputs(INPUTS), ports);
  expect([outcome, exitCode]).toEqual(["noop", 0]);
  expect(JSON.parse(result)).toMatchObject({ outcome: "noop", manifest: "release.yaml", release: null });
  expect(await story.served()).toEqual({ "sums 1.0.0": 100 });
});
