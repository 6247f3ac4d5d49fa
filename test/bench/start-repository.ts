import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { localFiles } from "../../shared/adapters/files/files.ts";
import type { Emulator } from "../../shared/emulator/emulator.ts";
import { digestArtifact } from "../../shared/release/artifact.ts";
import { git } from "../contract/git-repository.ts";
import { project } from "../repo/project.ts";

const ENDPOINT = "123456789";
const REGION = "europe-west4";
const BUCKET = "models";

/** A repository whose main branch names a release, and an endpoint that serves nothing yet. */
export async function layServing(folder: string, { vertex, storage }: Emulator): Promise<string> {
  mkdirSync(folder);
  cpSync(join(project, "fixtures/models/keras3-exported"), join(folder, "artifact"), { recursive: true });
  const { digest } = await digestArtifact(join(folder, "artifact"), localFiles());
  writeFileSync(join(folder, "release.yaml"), JSON.stringify(manifestOf(digest)));
  git(folder, ["init", "--quiet", "--template=", "--initial-branch=main"]);
  git(folder, ["add", "--all"]);
  git(folder, ["commit", "--quiet", "--message", "release"]);
  await post(`${storage}/storage/v1/b?project=p`, { name: BUCKET });
  const endpoints = `http://${vertex}/v1/projects/p/locations/${REGION}/endpoints?endpointId=${ENDPOINT}`;
  const { name } = (await post(endpoints, { displayName: ENDPOINT })) as { readonly name: string };
  while (!((await (await fetch(`http://${vertex}/v1/${name}`)).json()) as { readonly done?: boolean }).done)
    await delay(5);
  return folder;
}

function manifestOf(digest: string): object {
  const off = { level: "off" };
  return {
    apiVersion: "model-release/v1",
    model: { name: "sums", version: "1.0.0", owner: "bench" },
    artifact: { uri: "artifact", digest },
    contract: {
      inputs: [{ name: "x", dtype: "float32", shape: [-1, 3], features: ["a", "b", "c"] }],
      outputs: [{ name: "output_0", dtype: "float32", shape: [-1, 1] }],
    },
    gates: Object.fromEntries(
      ["quality", "slices", "sanity", "golden", "latency", "throughput"].map((id) => [id, off]),
    ),
    serving: {
      image: "europe-docker.pkg.dev/vertex-ai/prediction/tf2-cpu.2-15:latest",
      machineType: "n1-standard-2",
      replicas: { min: 1, max: 1 },
    },
    target: { kind: "vertex", project: "p", region: REGION, endpoint: ENDPOINT, bucket: BUCKET },
  };
}

async function post(url: string, body: unknown): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
}
