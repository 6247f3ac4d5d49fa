import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../../actions/validate/run.ts";
import { validatePorts } from "../../../actions/wiring/validate-ports.ts";
import { embeddedRuntime } from "../../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import type { VerdictStatus } from "../../../shared/gate/verdict.ts";
import { parsePassRecord } from "../../../shared/report/pass-record.ts";
import { git } from "../../contract/git-repository.ts";
import { forgeState, keptPullRequest } from "../../fakes/forge/state.ts";
import { silentLog } from "../../fakes/log.ts";
import { gatesWith, laidRelease, writeManifest } from "../validate/laid-release.ts";
import { jobIn, outputOf } from "./job.ts";

test("what validate has measured of two releases of one artifact is reported release by release", async () => {
  const { folder, base, head } = await proposal();
  const state = forgeState({
    pullRequests: [keptPullRequest(7, { head: { commit: head, branch: "proposal", repository: "acme/models" } })],
  });
  const pull_request = { number: 7, head: { sha: head }, base: { ref: "main", sha: base } };
  const { step } = await jobIn(folder, { pull_request }, state);

  expect(await measure(folder)).toEqual(["pass", "fail"]);

  const told = await step();
  expect([told.exitCode, outputOf(told, "verdict")]).toEqual([1, "fail"]);
  const { releases } = parsePassRecord(state.checkRuns[0]!.summary!)!;
  expect(releases.map(({ manifest, version, status }) => [manifest, version, status])).toEqual([
    ["asia/release.yaml", "1.1.0", "pass"],
    ["europe/release.yaml", "1.1.0", "fail"],
  ]);
  const kept = (path: string) => JSON.parse(readFileSync(join(folder, "model-release-evidence", path), "utf8"));
  const digests = ["sums/verdict.json", "sums-2/verdict.json"].map((path) => kept(path).evidenceDigest);
  expect(releases.map(({ evidenceDigest }) => evidenceDigest)).toEqual(digests);
});

/** Into folders as the action `validate` names them, with the model in this very process. */
async function measure(folder: string): Promise<readonly VerdictStatus[]> {
  const clock = { elapsedMs: () => performance.now() };
  const resolve = (path: string): string => join(folder, path);
  const ports = {
    ...validatePorts({ files: localFiles(), log: silentLog, clock, resolve }),
    base: "HEAD^1",
    runtime: async () => embeddedRuntime(localFiles()),
    otherRuntime: async () => null,
    signal: new AbortController().signal,
  };
  const inputs = { champion: null, runtime: "embedded", device: "auto", shard: null } as const;
  const verdicts: VerdictStatus[] = [];
  for (const [place, out] of [
    ["asia", "sums"],
    ["europe", "sums-2"],
  ]) {
    const asked = { ...inputs, manifest: `${place}/release.yaml`, out: `model-release-evidence/${out}` };
    verdicts.push((await run(asked, ports)).verdict.status);
  }
  return verdicts;
}

/** Two endpoints of one model: a new version for both, and a limit for Europe that it does not keep. */
async function proposal(): Promise<{ folder: string; base: string; head: string }> {
  const folder = await laidRelease();
  rmSync(join(folder, ".git"), { recursive: true });
  rmSync(join(folder, "release.yaml"));
  const commit = (): string => {
    git(folder, ["add", "--all"]);
    git(folder, ["commit", "--quiet", "--message", "a commit"]);
    return git(folder, ["rev-parse", "HEAD"]).trim();
  };
  git(folder, ["init", "--quiet", "--template=", "--initial-branch=main"]);
  await place(folder, "asia", { version: "1.0.0", rmse: { max: 0.2 } });
  await place(folder, "europe", { version: "1.0.0", rmse: { max: 0.2 } });
  const base = commit();
  git(folder, ["switch", "--quiet", "--create", "proposal"]);
  await place(folder, "asia", { version: "1.1.0", rmse: { max: 0.2 } });
  await place(folder, "europe", { version: "1.1.0", rmse: { max: 0.001 } });
  const head = commit();
  git(folder, ["switch", "--quiet", "main"]);
  git(folder, ["merge", "--quiet", "--no-ff", "--message", "a merge", "proposal"]);
  return { folder, base, head };
}

async function place(
  folder: string,
  name: string,
  { version, rmse }: { version: string; rmse: object },
): Promise<void> {
  const path = join(folder, name, "release.yaml");
  mkdirSync(join(folder, name), { recursive: true });
  await writeManifest(folder, `${name}/release.yaml`, {
    model: { name: "sums", version, owner: "tests" },
    gates: gatesWith(rmse),
  });
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  manifest.artifact.uri = "../artifact";
  manifest.evaluation.dataset.uri = "../eval.csv";
  manifest.golden.file = "../golden.jsonl";
  writeFileSync(path, JSON.stringify(manifest, null, 2));
}
