import { EndpointServiceClient } from "@google-cloud/aiplatform/build/src/v1/endpoint_service_client.js";
import { ModelServiceClient } from "@google-cloud/aiplatform/build/src/v1/model_service_client.js";
import { PredictionServiceClient } from "@google-cloud/aiplatform/build/src/v1/prediction_service_client.js";
import { Storage } from "@google-cloud/storage";
import { credentials, status } from "@grpc/grpc-js";
import { fromValue, toValue } from "../../shared/adapters/vertex/protobuf-value.ts";
import { type Step, storySteps, type Told } from "./story.ts";

type Json = Readonly<Record<string, unknown>>;
type Teller = (step: Step, request: Json) => Promise<unknown>;

export interface Addresses {
  readonly vertex: string;
  readonly storage: string;
}

/** Tells the story with Google's own Node clients, as they come. */
export async function tellByNode({ vertex, storage }: Addresses): Promise<readonly Told[]> {
  const { clients, tellers } = vertexTellers(vertex);
  const every = { ...tellers, storage: storageTeller(storage) };
  const etags: string[] = [];
  const told: Told[] = [];
  for (const step of storySteps()) {
    const text = JSON.stringify(step.request).replaceAll(/\$\{etag-(\d+)\}/g, (_, number) => etags[number - 1]!);
    told.push(await outcome(step, () => every[step.service](step, JSON.parse(text)), etags));
  }
  await Promise.all(clients.map((client) => client.close()));
  return told;
}

async function outcome(
  { title, service, told = {} }: Step,
  act: () => Promise<unknown>,
  etags: string[],
): Promise<Told> {
  try {
    const answer = await act();
    const picked = Object.keys(told).map((path) => [path, pick(answer, path, etags)] as const);
    return { title, code: "OK", told: Object.fromEntries(picked) };
  } catch (error) {
    const { code } = error as { readonly code?: number };
    if (code === undefined) throw error;
    return { title, code: service === "storage" ? String(code) : status[code]!, told: {} };
  }
}

function vertexTellers(vertex: string) {
  const [apiEndpoint, port] = vertex.split(":") as [string, string];
  const options = { apiEndpoint, port: Number(port), sslCreds: credentials.createInsecure(), projectId: "p-1" };
  const endpoints = new EndpointServiceClient(options);
  const models = new ModelServiceClient(options);
  const predictions = new PredictionServiceClient(options);
  const tellers = { endpoints: teller(endpoints), models: teller(models), predictions: teller(predictions) };
  return { clients: [endpoints, models, predictions], tellers };
}

function teller(client: EndpointServiceClient | ModelServiceClient | PredictionServiceClient): Teller {
  const methods = client as unknown as Readonly<Record<string, (request: unknown) => Promise<readonly unknown[]>>>;
  return async ({ method, isOperation = false }, request) => {
    const [answered] = await methods[method]!(messageOf(request));
    if (!isOperation) return answered;
    return (await (answered as { promise(): Promise<readonly unknown[]> }).promise())[0];
  };
}

/** From the protocol's JSON form to what the library takes. */
function messageOf({ instances, updateMask, ...request }: Json): object {
  return {
    ...request,
    ...(instances === undefined ? {} : { instances: (instances as unknown[]).map((each) => toValue(each)) }),
    ...(updateMask === undefined ? {} : { updateMask: { paths: String(updateMask).split(",").map(snakeCase) } }),
  };
}

function snakeCase(path: string): string {
  return path.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function storageTeller(apiEndpoint: string): Teller {
  const storage = new Storage({ projectId: "p", apiEndpoint });
  return async ({ method }, request) => {
    const { bucket, object, text, ifGenerationMatch } = request as {
      readonly bucket: string;
      readonly object: string;
      readonly text: string;
      readonly ifGenerationMatch: number;
    };
    if (method === "createBucket") return storage.createBucket(bucket);
    const file = storage.bucket(bucket).file(object);
    if (method === "download") return { text: (await file.download())[0].toString() };
    const preconditionOpts = { ifGenerationMatch };
    return file.save(text, { resumable: false, validation: "crc32c", preconditionOpts });
  };
}

/** What lies at a path; `[]` before it is one for each of a list. */
function pick(answer: unknown, path: string, etags: string[]): unknown {
  if (path.startsWith("[]")) {
    const [name = "", ...rest] = path.slice(2).split(".");
    const items = (name === "" ? answer : (answer as Json)[name]) as readonly unknown[];
    return items.map((item) => pick(item, rest.join("."), etags));
  }
  const found = path.split(".").reduce<unknown>((at, part) => (at as Json | undefined)?.[part], answer);
  if (path === "predictions") return (found as Parameters<typeof fromValue>[0][]).map((each) => fromValue(each));
  if (path !== "etag") return plain(found);
  if (!etags.includes(found as string)) etags.push(found as string);
  return `etag-${etags.indexOf(found as string) + 1}`;
}

/** Nothing, whatever it is called, is null; whole numbers of messages are text, as 64 bits need. */
function plain(value: unknown): unknown {
  if (value === "" || value === 0 || value === undefined || value === null) return null;
  if (typeof value === "number") return String(value);
  if (typeof value !== "object") return value;
  if (Object.keys(value).length === 0) return null;
  if (Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}
