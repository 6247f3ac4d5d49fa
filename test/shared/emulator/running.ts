import { EndpointServiceClient } from "@google-cloud/aiplatform/build/src/v1/endpoint_service_client.js";
import { ModelServiceClient } from "@google-cloud/aiplatform/build/src/v1/model_service_client.js";
import { PredictionServiceClient } from "@google-cloud/aiplatform/build/src/v1/prediction_service_client.js";
import { credentials } from "@grpc/grpc-js";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../../shared/emulator/emulator.ts";
import { silentLog } from "../../fakes/log.ts";
import { sumRuntime } from "../../fakes/sum-runtime.ts";

process.env.METADATA_SERVER_DETECTION = "none";

export const PARENT = "projects/p/locations/europe-west4";
export const BUCKET = "models";

/** Google's clients ask ten times a second how an operation does: a test has hundreds of them. */
const QUICKLY = {
  longrunning: {
    initialRetryDelayMillis: 4,
    retryDelayMultiplier: 1.5,
    maxRetryDelayMillis: 100,
    initialRpcTimeoutMillis: null,
    maxRpcTimeoutMillis: null,
    totalTimeoutMillis: 30_000,
  },
};

/** An emulator and Google's own clients of it, as they come. */
export interface Running extends AsyncDisposable {
  readonly emulator: Emulator;
  readonly endpoints: EndpointServiceClient;
  readonly models: ModelServiceClient;
  readonly predictions: PredictionServiceClient;
}

export async function running(options: Partial<EmulatorOptions> = {}): Promise<Running> {
  const { plan, ...others } = options;
  const quick = { operationMs: 0, ...plan };
  const emulator = await startEmulator({ runtime: sumRuntime(), log: silentLog, ...others, plan: quick });
  return { emulator, ...clientsOf(emulator) };
}

export function clientsOf({
  vertex,
  ...emulator
}: Pick<Emulator, "vertex"> & AsyncDisposable): Omit<Running, "emulator"> {
  const [apiEndpoint = "", port] = vertex.split(":");
  const options = { apiEndpoint, port: Number(port), sslCreds: credentials.createInsecure(), projectId: "p" };
  const endpoints = new EndpointServiceClient(options);
  const models = new ModelServiceClient(options);
  const predictions = new PredictionServiceClient(options);
  return {
    endpoints,
    models,
    predictions,
    async [Symbol.asyncDispose]() {
      await Promise.all([endpoints.close(), models.close(), predictions.close()]);
      await emulator[Symbol.asyncDispose]();
    },
  };
}

/** Puts bytes into the bucket, which is made where it is not there. */
export async function put(storage: string, name: string, bytes: Uint8Array | string): Promise<void> {
  const bucket = JSON.stringify({ name: BUCKET });
  await fetch(`${storage}/storage/v1/b?project=p`, { method: "POST", body: bucket });
  const query = `uploadType=media&name=${encodeURIComponent(name)}`;
  const answer = await fetch(`${storage}/upload/storage/v1/b/${BUCKET}/o?${query}`, { method: "POST", body: bytes });
  if (!answer.ok) throw new Error(await answer.text());
}

/** A registered model whose bytes any runtime of a test takes: its name. */
export async function registered({ emulator, models }: Running, id: string, parent = PARENT): Promise<string> {
  await put(emulator.storage, `${id}/saved_model.pb`, `the bytes of ${id}`);
  const model = { displayName: id, artifactUri: `gs://${BUCKET}/${id}` };
  const [operation] = await models.uploadModel({ parent, modelId: id, model }, QUICKLY);
  const [{ model: name }] = await operation.promise();
  return name!;
}

export async function created({ endpoints }: Running, endpointId: string, parent = PARENT): Promise<string> {
  const [operation] = await endpoints.createEndpoint(
    { parent, endpointId, endpoint: { displayName: endpointId } },
    QUICKLY,
  );
  const [{ name }] = await operation.promise();
  return name!;
}

export async function deployed(
  { endpoints }: Running,
  endpoint: string,
  { id, model, split = {} }: { readonly id: string; readonly model: string; readonly split?: Record<string, number> },
): Promise<void> {
  const [operation] = await endpoints.deployModel(
    { endpoint, deployedModel: { id, model }, trafficSplit: split },
    QUICKLY,
  );
  await operation.promise();
}

/** Something with code 0, as Google's clients have none for what went well. */
export async function codeOf(call: Promise<unknown>): Promise<number> {
  try {
    await call;
    return 0;
  } catch (error) {
    return (error as { code: number }).code;
  }
}
