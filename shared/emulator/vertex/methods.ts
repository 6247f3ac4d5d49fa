import { type Method, methodsOf } from "../protos/services.ts";
import { DEPLOYMENT_METHODS } from "./deployments.ts";
import { ENDPOINT_METHODS } from "./endpoints.ts";
import { LOCATION_METHODS } from "./location-methods.ts";
import type { MethodHandler } from "./method.ts";
import { MODEL_CHANGE_METHODS } from "./model-changes.ts";
import { MODEL_METHODS } from "./models.ts";
import { OPERATION_METHODS } from "./operation-methods.ts";
import { PREDICTION_METHODS } from "./predictions.ts";

/** A method that the emulator knows how to answer. */
export interface AnsweredMethod {
  readonly method: Method;
  readonly handler: MethodHandler;
}

const PACKAGE = "google.cloud.aiplatform.v1";
const SERVICES: Readonly<Record<string, Readonly<Record<string, MethodHandler>>>> = {
  [`${PACKAGE}.EndpointService`]: { ...ENDPOINT_METHODS, ...DEPLOYMENT_METHODS },
  [`${PACKAGE}.ModelService`]: { ...MODEL_METHODS, ...MODEL_CHANGE_METHODS },
  [`${PACKAGE}.PredictionService`]: PREDICTION_METHODS,
  "google.longrunning.Operations": OPERATION_METHODS,
  "google.cloud.location.Locations": LOCATION_METHODS,
};

/** Every other method of Vertex AI is UNIMPLEMENTED. */
export function answeredMethods(): readonly AnsweredMethod[] {
  return Object.entries(SERVICES).flatMap(([service, handlers]) =>
    methodsOf(service).flatMap((method) => {
      const handler = handlers[method.name];
      return handler === undefined ? [] : [{ method, handler }];
    }),
  );
}
