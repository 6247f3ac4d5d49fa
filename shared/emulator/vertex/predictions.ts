import { Failure } from "../../failure.ts";
import { parseRequest } from "../../model/serving/request.ts";
import { printResponse } from "../../model/serving/response.ts";
import type { Message, Value } from "../protos/json.ts";
import { refusal, statusOf } from "../status.ts";
import type { DeployedModelDocument, EndpointDocument } from "./documents.ts";
import { endpointIn } from "./endpoints.ts";
import { looseJson, looseText } from "./loose-json.ts";
import { type Call, type MethodHandler, method, seen } from "./method.ts";
import { endpointName, modelName } from "./names.ts";
import { chosen } from "./traffic-split.ts";
import { findModel } from "./versions.ts";

interface PredictRequest {
  readonly endpoint?: string;
  readonly instances?: readonly Value[];
}

interface RawPredictRequest {
  readonly endpoint?: string;
  readonly httpBody?: { readonly contentType?: string; readonly data?: string };
}

/** What a public endpoint takes in one request. */
const MAX_REQUEST_BYTES = 1_500_000;

export const PREDICTION_METHODS: Readonly<Record<string, MethodHandler>> = {
  Predict: method<PredictRequest>({ isMutation: false, resource: ({ endpoint }) => endpoint, answer: predict }),
  RawPredict: method<RawPredictRequest>({
    isMutation: false,
    resource: ({ endpoint }) => endpoint,
    answer: rawPredict,
  }),
};

async function predict({ endpoint: name = "", instances = [] }: PredictRequest, call: Call): Promise<Message> {
  const endpoint = endpointIn(seen(call.world.endpoints, call), endpointName(name));
  const deployed = route(endpoint, call);
  const text = await serve(Buffer.from(`{"instances":${looseText(instances)}}`), endpoint, deployed, call);
  const { predictions = [] } = looseJson(text) as { predictions?: readonly Value[] };
  const { model, modelVersionId } = deployed;
  const displayName = findModel(call.world.models, modelName(model)).displayName;
  return { predictions, deployedModelId: deployed.id, model, modelVersionId, modelDisplayName: displayName };
}

async function rawPredict({ endpoint: name = "", httpBody = {} }: RawPredictRequest, call: Call): Promise<Message> {
  const endpoint = endpointIn(seen(call.world.endpoints, call), endpointName(name));
  const deployed = route(endpoint, call);
  call.header("x-vertex-ai-endpoint-id", endpointName(endpoint.name).id);
  call.header("x-vertex-ai-deployed-model-id", deployed.id);
  const text = await serve(Buffer.from(httpBody.data ?? "", "base64"), endpoint, deployed, call);
  return { contentType: "application/json", data: Buffer.from(text).toString("base64") };
}

/** Each request is drawn for itself; what has no traffic cannot be asked. */
function route(endpoint: EndpointDocument, { world }: Call): DeployedModelDocument {
  const id = chosen(endpoint.trafficSplit, world.draw.percent());
  const deployed = endpoint.deployedModels.find((each) => each.id === id);
  if (deployed !== undefined) return deployed;
  throw refusal("FAILED_PRECONDITION", `The Endpoint "${endpoint.name}" has no deployed model with traffic.`);
}

/** The answer of the model's server as it sends it, which is counted whatever it says. */
async function serve(
  body: Uint8Array,
  endpoint: EndpointDocument,
  { id: deployedModelId }: DeployedModelDocument,
  { world }: Call,
): Promise<string> {
  const startedMs = performance.now();
  const record = (status: ReturnType<typeof statusOf>["code"]): void => {
    const latencyMs = performance.now() - startedMs;
    world.served({ endpoint: endpoint.name, deployedModelId, timeMs: world.nowMs(), latencyMs, status });
  };
  try {
    if (body.length > MAX_REQUEST_BYTES) throw tooLarge(body.length);
    const request = parseRequest(body, "request");
    const model = await world.artifacts.model(endpoint.name, deployedModelId, request.signatureName);
    const answer = printResponse(await model.predict(request.inputs(model.signature)), request.form);
    record("OK");
    return answer;
  } catch (error) {
    const refused = refusedBy(error);
    record(statusOf(refused).code);
    throw refused;
  }
}

function tooLarge(bytes: number): Error {
  return refusal("INVALID_ARGUMENT", `The request has ${bytes} bytes: the limit is ${MAX_REQUEST_BYTES}.`);
}

/** What a request got wrong is its own fault; what became of the model's process is not. */
function refusedBy(error: unknown): unknown {
  if (!(error instanceof Failure)) return error;
  const { code, message, fix } = error;
  const isOwnFault = ["request-invalid", "document-invalid", "limit-exceeded", "prediction-failed", "model-unreadable"];
  return refusal(
    isOwnFault.includes(code) ? "INVALID_ARGUMENT" : "UNAVAILABLE",
    JSON.stringify({ error: message, fix }),
  );
}
