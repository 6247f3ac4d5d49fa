import type { VertexCloud } from "../../../../shared/adapters/vertex/cloud.ts";
import type { Outcome, Running } from "../../../../shared/ports/outcome.ts";
import { IMAGE, value, wishFor } from "../../../contract/cloud-world.ts";
import { artifactUri } from "../../../emulated-cloud.ts";
import { REGION } from "../../../laid-cloud.ts";

export const PROJECT = "p-1";
/** In a time that passes at once, so long that every operation which ends at all has ended. */
export const PATIENT_MS = 20_000_000;
const PARENT = `projects/${PROJECT}/locations/${REGION}`;

/** One call of the adapter: where a fault meets it, what it does, and what it leaves behind. */
export interface Scene {
  readonly name: string;
  /** Of Vertex AI, and on what. */
  readonly method: string;
  readonly resource: string;
  readonly kind: "read" | "write" | "predict";
  readonly act: (cloud: VertexCloud, waitMs: number) => Promise<Outcome<unknown> | Running>;
  /** How often it has had its effect. */
  readonly effects?: (cloud: VertexCloud) => Promise<number>;
}

/** What was laid out before any fault: each scene has an endpoint or a model of its own. */
export const ENDPOINTS = ["read", "deploy", "undeploy", "settle", "share", "predict"];
const MODELS = ["list", "version", "find", "alias", "remove"];

const model = (name: string): string => `${PARENT}/models/${name}`;
const version = (name: string, number: number) => ({ model: model(name), version: String(number) });
const wish = wishFor("101", version("served", 1), 1);
const upload = { model: "upload", artifactUri: artifactUri(5), image: IMAGE, description: "", labels: {} };

export const SCENES: readonly Scene[] = [
  {
    name: "endpoint.read",
    method: "GetEndpoint",
    resource: "*/endpoints/read",
    kind: "read",
    act: (cloud) => cloud.endpoint("read").read(),
  },
  {
    name: "endpoint.deploy",
    method: "DeployModel",
    resource: "*/endpoints/deploy",
    kind: "write",
    act: (cloud, waitMs) =>
      then(cloud.endpoint("deploy").deploy(wish), (it) => cloud.endpoint("deploy").settle(it, waitMs)),
    effects: async (cloud) => value(await cloud.endpoint("deploy").read()).deployed.length,
  },
  {
    name: "endpoint.undeploy",
    method: "UndeployModel",
    resource: "*/endpoints/undeploy",
    kind: "write",
    act: (cloud, waitMs) =>
      then(cloud.endpoint("undeploy").undeploy("101"), (it) => cloud.endpoint("undeploy").settle(it, waitMs)),
    effects: async (cloud) => 1 - value(await cloud.endpoint("undeploy").read()).deployed.length,
  },
  {
    name: "endpoint.settle",
    method: "GetOperation",
    resource: "*/endpoints/settle/*",
    kind: "read",
    act: (cloud, waitMs) =>
      then(cloud.endpoint("settle").deploy(wish), (it) => cloud.endpoint("settle").settle(it, waitMs)),
  },
  {
    name: "endpoint.share",
    method: "UpdateEndpoint",
    resource: "*/endpoints/share",
    kind: "write",
    act: (cloud) =>
      then(cloud.endpoint("share").read(), ({ etag }) => cloud.endpoint("share").share({ 101: 100 }, etag)),
    effects: async (cloud) => Object.keys(value(await cloud.endpoint("share").read()).split).length,
  },
  {
    name: "endpoint.predict",
    method: "Predict",
    resource: "*/endpoints/predict",
    kind: "predict",
    act: (cloud) => cloud.endpoint("predict").predict({ instances: [[1, 2]], timeoutMs: 30_000 }),
  },
  {
    name: "registry.list",
    method: "ListModelVersions",
    resource: model("list"),
    kind: "read",
    act: (cloud) => cloud.registry.list("list"),
  },
  {
    name: "registry.read",
    method: "GetModel",
    resource: `${model("version")}*`,
    kind: "read",
    act: (cloud) => cloud.registry.read(version("version", 1)),
  },
  {
    name: "registry.find",
    method: "ListModelVersions",
    resource: model("find"),
    kind: "read",
    act: (cloud) => cloud.registry.find("find", artifactUri(1)),
  },
  {
    name: "registry.upload",
    method: "UploadModel",
    resource: "*",
    kind: "write",
    act: (cloud, waitMs) => then(cloud.registry.upload(upload), (it) => cloud.registry.settle(it, waitMs)),
    effects: async (cloud) => value(await cloud.registry.list("upload")).length,
  },
  {
    name: "registry.alias",
    method: "MergeVersionAliases",
    resource: "*",
    kind: "read",
    act: (cloud) => cloud.registry.alias(version("alias", 1), ["champion"]),
  },
  {
    name: "registry.remove",
    method: "DeleteModelVersion",
    resource: "*",
    kind: "write",
    act: (cloud, waitMs) => cloud.registry.remove(version("remove", 2), waitMs),
    effects: async (cloud) => 2 - value(await cloud.registry.list("remove")).length,
  },
];

/** Lays out what the scenes need, on a cloud where nothing goes wrong. */
export async function layScenes(cloud: VertexCloud): Promise<void> {
  for (const name of ["served", ...MODELS]) await register(cloud, name, 1);
  await register(cloud, "remove", 2);
  for (const id of ["undeploy", "share", "predict"]) {
    const endpoint = cloud.endpoint(id);
    value(await then(endpoint.deploy(wish), (started) => endpoint.settle(started, PATIENT_MS)));
  }
  const predicting = cloud.endpoint("predict");
  value(await then(predicting.read(), ({ etag }) => predicting.share({ 101: 100 }, etag)));
}

async function register(cloud: VertexCloud, name: string, number: number): Promise<void> {
  const wished = { ...upload, model: name, artifactUri: artifactUri(number) };
  value(await then(cloud.registry.upload(wished), (started) => cloud.registry.settle(started, PATIENT_MS)));
}

/** The second call with what the first gave; where it gave nothing, that is how both ended. */
async function then<First, Second>(
  first: Promise<Outcome<First>>,
  second: (value: First) => Promise<Outcome<Second> | Running>,
): Promise<Outcome<Second> | Running> {
  const outcome = await first;
  return outcome.kind === "done" ? second(outcome.value) : outcome;
}
