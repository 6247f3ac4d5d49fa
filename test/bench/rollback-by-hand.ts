import { readFileSync } from "node:fs";
import { join } from "node:path";
import { localFiles } from "../../shared/adapters/files/files.ts";
import type { Cloud } from "../chaos/cloud.ts";
import { project } from "../repo/project.ts";
import { BUCKET, clientsOf, created, PARENT, put } from "../shared/emulator/running.ts";
import { type Return, requestsOf } from "./rollback-requests.ts";

/** An endpoint that somebody looks after with Google's own client and the usual script. */
export interface Hand extends AsyncDisposable {
  /** The version that is not served is deployed again with all traffic, and the one that was is undeployed. */
  redeploy(): Promise<Return>;
}

const MODEL = join(project, "fixtures/models/keras3-exported");

export async function openHand(cloud: Cloud): Promise<Hand> {
  const { vertex, storage } = cloud.address;
  const clients = clientsOf({ vertex, [Symbol.asyncDispose]: async () => {} });
  const { endpoints } = clients;
  for (const { path } of await localFiles().list(MODEL))
    await put(storage, `hand/${path}`, readFileSync(join(MODEL, path)));
  const model = { displayName: "hand", artifactUri: `gs://${BUCKET}/hand` };
  const [registered] = await clients.models.uploadModel({ parent: PARENT, modelId: "hand", model });
  const [{ model: name }] = await registered.promise();
  const [again] = await clients.models.uploadModel({ parent: PARENT, parentModel: name!, model });
  await again.promise();
  const endpoint = await created({ ...clients, emulator: null as never }, "hand");
  let live: string | null = null;
  let version = 1;

  const redeploy = async (): Promise<void> => {
    const before = live === null ? {} : { [live]: 0 };
    version = 3 - version;
    const [started] = await endpoints.deployModel({
      endpoint,
      deployedModel: { model: `${name}@${version}` },
      trafficSplit: { ...before, 0: 100 },
    });
    const [{ deployedModel }] = await started.promise();
    live = deployedModel!.id!;
  };
  await redeploy();
  return {
    async redeploy() {
      const seen = (await requestsOf(cloud)).length;
      const beganMs = performance.now();
      const old = live!;
      await redeploy();
      await endpoints.getEndpoint({ name: endpoint });
      const seconds = (performance.now() - beganMs) / 1000;
      const [ending] = await endpoints.undeployModel({ endpoint, deployedModelId: old });
      await ending.promise();
      const entries = (await requestsOf(cloud)).slice(seen);
      return {
        seconds,
        writes: entries.filter(({ isMutation, resource }) => isMutation && resource === endpoint).length,
      };
    },
    [Symbol.asyncDispose]: () => clients[Symbol.asyncDispose](),
  };
}
