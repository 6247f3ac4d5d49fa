import type { google } from "@google-cloud/aiplatform/build/protos/protos.js";
import type { PredictAnswer, PredictRequest } from "../../ports/endpoint.ts";
import type { NotDone, Outcome } from "../../ports/outcome.ts";
import type { Fault } from "./fault.ts";
import { attempts, type EndpointGround, refusalOf } from "./ground.ts";
import { ownName, projectNumber, reference } from "./names.ts";
import { fromValue, toValue } from "./protobuf-value.ts";

/** One request and its answer, or why there was none. */
export async function predict(
  { instances, timeoutMs }: PredictRequest,
  endpoint: EndpointGround,
): Promise<Outcome<PredictAnswer>> {
  const { name, clients, pace } = endpoint;
  let sentMs = 0;
  try {
    const values = instances.map((instance) => toValue(instance));
    const client = await clients.predictions();
    const called = await attempts(
      { method: "predict", withinMs: timeoutMs },
      async (options) => {
        sentMs = pace.nowMs();
        return (await client.predict({ endpoint: name, instances: values }, { ...options, timeout: timeoutMs }))[0];
      },
      endpoint,
    );
    const latencyMs = pace.nowMs() - sentMs;
    if (called.kind === "failed") return asAnswered(called.fault, name);
    return { kind: "done", value: { ...answerOf(called.value, endpoint), latencyMs } };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { kind: "refused", reason: "invalid", message: error.message, fix: "Ask with fewer dimensions." };
  }
}

function answerOf(
  told: google.cloud.aiplatform.v1.IPredictResponse,
  { place }: EndpointGround,
): Omit<PredictAnswer, "latencyMs"> {
  const model = told.model ?? "";
  return {
    predictions: (told.predictions ?? []).map((prediction) => fromValue(prediction)),
    deployedModelId: told.deployedModelId ?? "",
    version: reference(ownName(model, place, projectNumber(model)), told.modelVersionId ?? ""),
  };
}

/** What the model's own server answers with 500 reaches us as INTERNAL: that is the release, not the platform. */
function asAnswered(fault: Fault, name: string): NotDone {
  const outcome = refusalOf(fault, "predict", name);
  if (fault.code !== "INTERNAL" && fault.code !== "UNKNOWN") return outcome;
  const fix = "Read the endpoint's container log, and try the request with model-release predict.";
  return { kind: "refused", reason: "crashed", message: outcome.message, fix };
}
