import { DEPLOY_MODEL, MUTATE_DEPLOYED_MODEL, UNDEPLOY_MODEL } from "./deployment-effects.ts";
import { CREATE_ENDPOINT, DELETE_ENDPOINT } from "./endpoints.ts";
import { DELETE_MODEL, DELETE_MODEL_VERSION, UPLOAD_MODEL } from "./model-effects.ts";
import type { Effects } from "./operations.ts";

/** What each kind of operation does when it is due. */
export const EFFECTS: Effects = {
  CreateEndpoint: CREATE_ENDPOINT,
  DeleteEndpoint: DELETE_ENDPOINT,
  DeployModel: DEPLOY_MODEL,
  UndeployModel: UNDEPLOY_MODEL,
  MutateDeployedModel: MUTATE_DEPLOYED_MODEL,
  UploadModel: UPLOAD_MODEL,
  DeleteModel: DELETE_MODEL,
  DeleteModelVersion: DELETE_MODEL_VERSION,
};
