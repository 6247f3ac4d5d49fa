import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { localFiles } from "../../shared/adapters/files/files.ts";
import { evidenceText } from "../../shared/evidence/document.ts";
import type { ReleaseId } from "../../shared/evidence/evidence.ts";
import type { QualityEvidence } from "../../shared/evidence/quality.ts";
import { digestArtifact } from "../../shared/release/artifact.ts";
import { project } from "../repo/project.ts";
import { evidence, metric, quality } from "../shared/gate/good.ts";
import { type LocalCloud, startCloud } from "./local-cloud.ts";
import { manifestText } from "./manifest.ts";
import { runScript } from "./script.ts";

/** What a reader has: a model repository with an origin, an empty home, and `model-release` on the search path. */
export interface World {
  readonly top: string;
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Whoever clones model-release clones what is here. */
const CLONES_THIS = {
  GIT_CONFIG_COUNT: "1",
  GIT_CONFIG_KEY_0: `url.file://${project}.insteadOf`,
  GIT_CONFIG_VALUE_0: "https://github.com/OWNER/model-release",
};

const EXAMPLE = join(project, "workflows-examples/minimal/spend");
const FILES = { eval: "churn/eval.csv", golden: "churn/golden.jsonl", model: "artifacts/churn" };

const ERRORS = metric({ challenger: 0.06, champion: 0.06, difference: 0, lower: -0.001, upper: 0.001 });
const SLICES = quality.slices.map((slice) => ({ ...slice, classRows: null, metrics: { rmse: ERRORS } }));
const QUALITY: QualityEvidence = {
  ...quality,
  ...{ task: "regression" as const, primaryMetric: "rmse", classRows: null, metrics: { rmse: ERRORS }, slices: SLICES },
};

/** churn 1.0.0, then 1.1.0, merged and promoted on an emulator that keeps its state. Made once, and copied for each page. */
export async function layTemplate(): Promise<string> {
  const top = mkdtempSync(join(tmpdir(), "model-release-docs-"));
  mkdirSync(join(top, "home"));
  mkdirSync(join(top, "bin"));
  writeFileSync(join(top, "bin/model-release"), shim(), { mode: 0o755 });
  await using world = await openWorld(top, { isCloudy: true });
  await runScript(world, LAY);
  cpSync(join(EXAMPLE, "artifact"), join(world.folder, FILES.model), { recursive: true });
  cpSync(join(EXAMPLE, "eval.csv"), join(world.folder, FILES.eval), { recursive: true });
  cpSync(join(EXAMPLE, "golden.jsonl"), join(world.folder, FILES.golden), { recursive: true });
  const first = await release(world, "1.0.0", null);
  await release(world, "1.1.0", first);
  return top;
}

/** A copy that a page may do with as it likes; only one that is cloudy has an endpoint to ask. */
export async function copyWorld(template: string, { isCloudy }: { readonly isCloudy: boolean }): Promise<World> {
  const top = mkdtempSync(join(tmpdir(), "model-release-docs-"));
  cpSync(template, top, { recursive: true });
  const world = await openWorld(top, { isCloudy });
  await runScript(world, 'git remote set-url origin "$TOP/origin.git"');
  return {
    ...world,
    [Symbol.asyncDispose]: async () => {
      await world[Symbol.asyncDispose]();
      // What a page had started may still be writing its last.
      rmSync(top, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

async function openWorld(top: string, { isCloudy }: { readonly isCloudy: boolean }): Promise<World> {
  const cloud = isCloudy ? await startCloud(join(top, "cloud")) : null;
  const folder = join(top, "models");
  mkdirSync(folder, { recursive: true });
  return { top, folder, environment: environmentOf(top, cloud), [Symbol.asyncDispose]: async () => cloud?.stop() };
}

function environmentOf(top: string, cloud: LocalCloud | null): NodeJS.ProcessEnv {
  const addresses = cloud && { MODEL_RELEASE_VERTEX_API: cloud.vertex, MODEL_RELEASE_STORAGE_API: cloud.storage };
  return {
    TOP: top,
    HOME: join(top, "home"),
    PATH: [join(top, "bin"), join(process.execPath, ".."), process.env.PATH].join(delimiter),
    TMPDIR: process.env.TMPDIR,
    GIT_CONFIG_NOSYSTEM: "1",
    ...CLONES_THIS,
    ...Object.fromEntries(
      ["AUTHOR", "COMMITTER"].flatMap((who) => [
        [`GIT_${who}_NAME`, "octocat"],
        [`GIT_${who}_EMAIL`, "octocat@example.org"],
      ]),
    ),
    METADATA_SERVER_DETECTION: "none",
    ...addresses,
  };
}

/** From source, so that a page is never held to a bundle that is older than it. */
function shim(): string {
  return `#!/bin/sh\nexec '${process.execPath}' '${join(project, "actions/release/main.ts")}' "$@"\n`;
}

const ENDPOINTS = '"http://$MODEL_RELEASE_VERTEX_API/v1/projects/my-project/locations/europe-west4/endpoints';
const LAY = `
git init --quiet --bare --initial-branch=main "$TOP/origin.git"
git init --quiet --initial-branch=main
git remote add origin "$TOP/origin.git"
mkdir -p artifacts churn
printf 'out*/\\npart-*/\\nshard-*/\\n' > .gitignore
curl --silent --fail --json '{"name": "my-models"}' "$MODEL_RELEASE_STORAGE_API/storage/v1/b?project=my-project"
for endpoint in 123456789 234567890; do
  curl --silent --fail --json '{"displayName": "'$endpoint'"}' ${ENDPOINTS}?endpointId=$endpoint"
done`;

async function release(world: World, version: string, champion: ReleaseId | null): Promise<ReleaseId> {
  writeFileSync(join(world.folder, FILES.model, "assets.extra.txt"), version);
  const { digest } = await digestArtifact(join(world.folder, FILES.model), localFiles());
  writeFileSync(join(world.folder, "churn/release.yaml"), manifestText(version, digest));
  const id = { model: "churn", version, digest };
  const measured = { ...evidence, quality: QUALITY, digest: { declared: digest, actual: digest } };
  const text = evidenceText({ ...measured, release: id, champion });
  mkdirSync(join(world.folder, "out"), { recursive: true });
  writeFileSync(join(world.folder, "out/evidence.json"), text);
  await runScript(
    world,
    `
    git add --all
    git commit --quiet --message 'Release churn ${version}'
    git push --quiet origin main
    model-release promote churn/release.yaml --evidence out --wait`,
  );
  return id;
}
