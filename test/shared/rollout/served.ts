import type { Manifest } from "../../../shared/release/manifest.ts";
import { parseManifest } from "../../../shared/release/manifest.ts";

/** What a release of this letter pins. */
export function digestOf(release: string): string {
  return `sha256:${release.repeat(64)}`;
}

/** A model of one input and one output, a probability. */
export function servedManifest(rollout = "{steps: [50, 100], minSamples: 20}", release = "b"): Manifest {
  return parseManifest(
    `apiVersion: model-release/v1
model: {name: churn, version: 2.0.0, owner: growth}
artifact: {uri: artifacts/${release}, digest: "${digestOf(release)}"}
contract:
  inputs: [{name: x, dtype: float32, shape: [-1, 1]}]
  outputs: [{name: y, dtype: float32, shape: [-1, 1], range: [0, 1]}]
golden: {file: golden.jsonl}
gates: {quality: {level: "off"}, slices: {level: "off"}}
target: {kind: vertex, project: p, region: europe-west4, endpoint: "1", bucket: models}
rollout: ${rollout}
`,
    "release.yaml",
  );
}

/** Each asks for a number of hundredths, and was answered with it. */
export const GOLDEN = new TextEncoder().encode(
  [10, 20, 30, 40].map((x) => JSON.stringify({ instances: [[x]], predictions: [[x / 100]] })).join("\n"),
);
