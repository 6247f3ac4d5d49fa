import type { DeploymentWish, Endpoint, VersionReference } from "../../shared/ports/endpoint.ts";
import type { Done, Outcome, Running } from "../../shared/ports/outcome.ts";
import type { ModelVersion, Registry } from "../../shared/ports/registry.ts";

/** Somewhere to deploy to, with artifacts that can be served. */
export interface CloudWorld {
  readonly title: string;
  /** A new one each time, with nothing in it. In a slow one an operation is surely not over with the next call. */
  open(pace?: { readonly isSlow: boolean }): Promise<OpenCloud>;
}

export interface OpenCloud extends AsyncDisposable {
  readonly endpoint: Endpoint;
  readonly elsewhere: Endpoint;
  readonly registry: Registry;
  /** Where an artifact lies, another for each number from 0 to 15. */
  artifactUri(number: number): string;
}

/** Longer than any operation takes here. */
export const LONG_MS = 120_000;
export const IMAGE = "europe-docker.pkg.dev/vertex-ai/prediction/tf2-cpu.2-15:latest";
export const MACHINE = { machineType: "n1-standard-2", accelerator: null, replicas: { min: 1, max: 2 } };

export function digestOf(number: number): string {
  return `sha256:${number.toString(16).padStart(64, "0")}`;
}

export async function registered(cloud: OpenCloud, number: number): Promise<ModelVersion> {
  const wish = { model: "churn", artifactUri: cloud.artifactUri(number), image: IMAGE, description: "", labels: {} };
  const operation = value(await cloud.registry.upload(wish));
  return value(await cloud.registry.settle(operation, LONG_MS));
}

export function wishFor(deployedModelId: string, version: VersionReference, number: number): DeploymentWish {
  const digest = digestOf(number);
  return { deployedModelId, version, digest, title: `churn 1.0.${number}`, machine: MACHINE, serviceAccount: null };
}

/** Registers an artifact and deploys it at 0 %. */
export async function deployed(cloud: OpenCloud, deployedModelId: string, number: number): Promise<ModelVersion> {
  const version = await registered(cloud, number);
  const operation = value(await cloud.endpoint.deploy(wishFor(deployedModelId, version.reference, number)));
  value(await cloud.endpoint.settle(operation, LONG_MS));
  return version;
}

export function value<Value>(outcome: Outcome<Value> | Running): Value {
  if (outcome.kind !== "done") throw new Error(`not done: ${JSON.stringify(outcome)}`);
  return (outcome as Done<Value>).value;
}
