import { type Manifest, parseManifest } from "../../../shared/release/manifest.ts";

export const ENDPOINT = "1";
export const STAGING = "2";

/** A release of a story, by a letter: its digest is that letter's. */
export interface Release {
  readonly name: string;
  readonly version: string;
  readonly rollout?: string;
  readonly rollback?: string;
  readonly hasStaging?: boolean;
}

export function digestOf(name: string): string {
  return `sha256:${Buffer.from(name.padEnd(32, name)).toString("hex").slice(0, 64)}`;
}

/** The letter of a digest; what others deployed has none. */
export function nameOf(digest: string | null | undefined): string {
  return digest === null || digest === undefined ? "foreign" : Buffer.from(digest.slice(7, 9), "hex").toString();
}

const parsed = new Map<string, Manifest>();

/** Parsed once for all the histories that release it. */
export function manifestOf(release: Release): Manifest {
  const text = textOf(release);
  const manifest = parsed.get(text) ?? parseManifest(text, "release.yaml");
  parsed.set(text, manifest);
  return manifest;
}

function textOf({ name, version, rollout, rollback, hasStaging }: Release): string {
  const staging = hasStaging ? `, stagingEndpoint: "${STAGING}"` : "";
  return `apiVersion: model-release/v1
model: {name: churn, version: ${version}, owner: growth}
artifact: {uri: artifacts/${name}, digest: "${digestOf(name)}"}
contract:
  inputs: [{name: x, dtype: float32, shape: [-1, 1]}]
  outputs: [{name: y, dtype: float32, shape: [-1, 1]}]
gates: {quality: {level: "off"}, slices: {level: "off"}, golden: {level: "off"}, sanity: {level: "off"}}
serving: {image: "europe-docker.pkg.dev/vertex-ai/prediction/tf2-cpu.2-15:latest", machineType: n1-standard-2, replicas: {min: 1, max: 1}}
target: {kind: vertex, project: p, region: europe-west4, endpoint: "${ENDPOINT}", bucket: models${staging}}
rollout: ${rollout ?? "{steps: [100], bakeSeconds: 0, minSamples: 0}"}
rollback: ${rollback ?? "{}"}
`;
}
