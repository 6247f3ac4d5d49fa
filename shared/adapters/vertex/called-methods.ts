import type { Called } from "./proto-tree.ts";

const SERVICE = "google.cloud.aiplatform.v1.";

/** Everything that is called by gRPC: a method that is missing here has no definition, and no code. */
export const CALLED_METHODS: Called = {
  [`${SERVICE}EndpointService`]: ["GetEndpoint", "DeployModel", "UndeployModel", "UpdateEndpoint"],
  [`${SERVICE}ModelService`]: [
    "UploadModel",
    "GetModel",
    "ListModelVersions",
    "MergeVersionAliases",
    "DeleteModelVersion",
  ],
  [`${SERVICE}PredictionService`]: ["Predict"],
};
