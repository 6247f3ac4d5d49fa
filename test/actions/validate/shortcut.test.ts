import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import { gitLedgerBranch } from "../../../shared/adapters/git/ledger-branch.ts";
import { record } from "../../../shared/ledger/ledger.ts";
import { digestArtifact } from "../../../shared/release/artifact.ts";
import { git } from "../../contract/git-repository.ts";
import { silentLog } from "../../fakes/log.ts";
import { entry } from "../../shared/ledger/entries.ts";
import { laidRelease, writeManifest } from "./laid-release.ts";
import { validate } from "./proposed-releases.ts";

const SERVED = {
  serving: {
    image: "europe-docker.pkg.dev/vertex-ai/prediction/tf2-cpu.2-15:latest",
    machineType: "n1-standard-2",
    replicas: { min: 1, max: 1 },
  },
  target: { kind: "vertex", project: "p", region: "europe-west4", endpoint: "42", bucket: "models" },
};

test("a revert is judged without loading anything, and what nobody ever served is measured", async () => {
  const folder = await laidRelease();
  rmSync(join(folder, ".git"), { recursive: true });
  const commit = (message: string): string => {
    git(folder, ["add", "--all"]);
    git(folder, ["commit", "--quiet", "--message", message]);
    return git(folder, ["rev-parse", "HEAD"]).trim();
  };
  git(folder, ["init", "--quiet", "--template=", "--initial-branch=main"]);
  await writeManifest(folder, "release.yaml", SERVED);
  const first = commit("release 1.0.0");
  const { digest } = await digestArtifact(join(folder, "artifact"), localFiles());
  cpSync(join(folder, "artifact"), join(folder, "kept"), { recursive: true });
  rmSync(join(folder, "artifact/fingerprint.pb"));
  await writeManifest(folder, "release.yaml", { ...SERVED, model: { name: "sums", version: "2.0.0", owner: "tests" } });
  rmSync(join(folder, "kept"), { recursive: true });
  commit("release 2.0.0");
  git(folder, ["switch", "--quiet", "--create", "revert"]);
  git(folder, ["revert", "--no-edit", "HEAD"]);

  expect((await validate(folder, { only: "reverts" })).step).toMatchObject({ status: "", needsValidation: true });
  const measured = await validate(folder);
  expect(measured.step.status).toBe("pass");
  expect(measured.infos.join()).not.toContain("served before");

  const ledger = { branch: await gitLedgerBranch(folder, process.env), log: silentLog };
  await record([entry({ endpoint: "42", event: "healthy", digest, commit: first, model: "sums" })], ledger);
  const { step, infos } = await validate(
    folder,
    { only: "reverts" },
    { runtime: () => Promise.reject(new Error("nothing is loaded")) },
  );
  expect(step).toMatchObject({ status: "pass", needsValidation: false, exitCode: 0 });
  expect(infos).toContain("This very release served before and was well: line 1 of the ledger.");
});
