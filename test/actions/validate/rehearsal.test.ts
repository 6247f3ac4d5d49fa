import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../../actions/validate/run.ts";
import type { ValidatePorts } from "../../../actions/validate/validation.ts";
import { validatePorts } from "../../../actions/wiring/validate-ports.ts";
import { embeddedRuntime } from "../../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import { isMeasured } from "../../../shared/evidence/evidence.ts";
import { digestArtifact } from "../../../shared/release/artifact.ts";
import { silentLog } from "../../fakes/log.ts";
import { laidRelease, writeManifest } from "./laid-release.ts";

const SERVED = {
  serving: {
    image: "europe-docker.pkg.dev/vertex-ai/prediction/tf2-cpu.2-15:latest",
    machineType: "n1-standard-2",
    replicas: { min: 1, max: 1 },
  },
  target: {
    kind: "vertex",
    project: "p",
    region: "europe-west4",
    endpoint: "1234567890",
    stagingEndpoint: "2345678901",
    bucket: "models",
  },
  rollout: { steps: [10, 100] },
};

async function validated(folder: string, champion: string) {
  const clock = { elapsedMs: () => performance.now() };
  const ports: ValidatePorts = {
    ...validatePorts({ files: localFiles(), log: silentLog, clock, resolve: (path) => path }),
    runtime: async () => embeddedRuntime(localFiles()),
    otherRuntime: async () => null,
  };
  const inputs = {
    manifest: join(folder, "release.yaml"),
    champion,
    runtime: "embedded",
    device: "auto",
    shard: null,
    out: null,
  } as const;
  const { evidence, verdict } = await run(inputs, ports);
  const rehearsal = verdict.gates.find(({ gate }) => gate === "rehearsal")!;
  return { rehearsal, evidence: evidence.rehearsal };
}

test("a release is promoted and taken back on a cloud of its own, with its own artifact", async () => {
  const folder = await laidRelease();
  rmSync(join(folder, ".git"), { recursive: true });
  cpSync(join(folder, "artifact"), join(folder, "before"), { recursive: true });
  rmSync(join(folder, "before/fingerprint.pb"));
  const { digest } = await digestArtifact(join(folder, "before"), localFiles());
  await writeManifest(folder, "champion.yaml", { ...SERVED, artifact: { uri: "before", digest } });
  await writeManifest(folder, "release.yaml", { ...SERVED, model: { name: "sums", version: "1.1.0", owner: "tests" } });
  const { rehearsal, evidence } = await validated(folder, join(folder, "champion.yaml"));
  expect(rehearsal).toMatchObject({ status: "pass", reasons: [{ rule: "promotion" }, { rule: "revert" }] });
  if (!isMeasured(evidence)) throw new Error(evidence.reason);
  expect(evidence.promotion.writes.map(({ kind }) => kind)).toEqual([
    "upload",
    "register",
    "deploy",
    "share",
    "share",
    "alias",
  ]);
  expect(evidence.return!.writes.map(({ kind }) => kind)).toEqual(["share", "alias"]);
});
