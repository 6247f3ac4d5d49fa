import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { embeddedRuntime } from "../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../shared/adapters/files/files.ts";
import { evidenceText } from "../../shared/evidence/document.ts";
import type { ReleaseId } from "../../shared/evidence/evidence.ts";
import { digestArtifact } from "../../shared/release/artifact.ts";
import { REGION } from "../laid-cloud.ts";
import { project as house } from "../repo/project.ts";
import { evidence } from "../shared/gate/good.ts";

export const ENDPOINT = "123456789";
export const STAGING = "234567890";
/** Nobody waits for a canary. */
export const AT_ONCE = { steps: [50, 100], bakeSeconds: 0, minSamples: 0 };

const MODEL = join(house, "fixtures/models/keras3-exported");
const COLUMNS = ["a", "b", "c"];
const CASES = [
  [0.25, -0.5, 0.75],
  [0.5, 0.125, -0.25],
];
const OFF = { level: "off" };

export interface ReleaseWish {
  /** The model repository's working tree. */
  readonly folder: string;
  readonly version: string;
  readonly project: string;
  readonly bucket: string;
  readonly rollout: object;
}

/** Lays a release into a working tree: a small regression whose bytes are its version's own. */
export async function layRelease(wish: ReleaseWish): Promise<ReleaseId> {
  const { folder, version } = wish;
  const artifact = join(folder, "artifact");
  cpSync(MODEL, artifact, { recursive: true });
  mkdirSync(join(artifact, "assets"), { recursive: true });
  writeFileSync(join(artifact, "assets/notes.txt"), version);
  writeFileSync(join(folder, "golden.jsonl"), await goldenText());
  const { digest } = await digestArtifact(artifact, localFiles());
  writeFileSync(join(folder, "release.yaml"), JSON.stringify(manifestOf(wish, digest), null, 2));
  return { model: "sums", version, digest };
}

function manifestOf({ version, project, bucket, rollout }: ReleaseWish, digest: string): object {
  const image = "europe-docker.pkg.dev/vertex-ai/prediction/tf2-cpu.2-15:latest";
  return {
    apiVersion: "model-release/v1",
    model: { name: "sums", version, owner: "tests" },
    artifact: { uri: "artifact", digest },
    contract: {
      inputs: [{ name: "x", dtype: "float32", shape: [-1, 3], features: COLUMNS }],
      outputs: [{ name: "output_0", dtype: "float32", shape: [-1, 1] }],
    },
    golden: { file: "golden.jsonl" },
    gates: { quality: OFF, slices: OFF, sanity: OFF, latency: OFF, throughput: OFF, soak: OFF },
    serving: { image, machineType: "n1-standard-2", replicas: { min: 1, max: 1 } },
    target: { kind: "vertex", project, region: REGION, endpoint: ENDPOINT, stagingEndpoint: STAGING, bucket },
    rollout,
  };
}

/** As `validate --out` writes it. */
export function layEvidence(folder: string, release: ReleaseId, champion: ReleaseId | null): void {
  mkdirSync(folder, { recursive: true });
  const digest = { declared: release.digest, actual: release.digest };
  writeFileSync(join(folder, "evidence.json"), evidenceText({ ...evidence, release, champion, digest }));
}

async function goldenText(): Promise<string> {
  await using model = await embeddedRuntime(localFiles()).load({ directory: MODEL, signatureName: "serving_default" });
  const lines = CASES.map(async (row) => {
    const data = Float32Array.from(row);
    const answers = await model.predict(new Map([["x", { dtype: "float32", shape: [1, 3], data }]]));
    const [score] = answers.get("output_0")!.data as Float32Array;
    return JSON.stringify({ instances: [row], predictions: [[score]] });
  });
  return `${(await Promise.all(lines)).join("\n")}\n`;
}
