import type { Message } from "../protos/json.ts";
import { grpcCode } from "../status.ts";
import type { OperationDocument, OperationKind } from "./documents.ts";

const PACKAGE = "type.googleapis.com/google.cloud.aiplatform.v1.";
const EMPTY = "type.googleapis.com/google.protobuf.Empty";

/** What an operation tells while it runs, and what it leaves when it has ended well. */
const TYPES: Readonly<Record<OperationKind, readonly [metadata: string, response: string]>> = {
  CreateEndpoint: ["CreateEndpointOperationMetadata", `${PACKAGE}Endpoint`],
  DeleteEndpoint: ["DeleteOperationMetadata", EMPTY],
  DeployModel: ["DeployModelOperationMetadata", `${PACKAGE}DeployModelResponse`],
  UndeployModel: ["UndeployModelOperationMetadata", `${PACKAGE}UndeployModelResponse`],
  MutateDeployedModel: ["MutateDeployedModelOperationMetadata", `${PACKAGE}MutateDeployedModelResponse`],
  UploadModel: ["UploadModelOperationMetadata", `${PACKAGE}UploadModelResponse`],
  DeleteModel: ["DeleteOperationMetadata", EMPTY],
  DeleteModelVersion: ["DeleteOperationMetadata", EMPTY],
};

/** google.longrunning.Operation. */
export function operationMessage({ name, kind, createTime, updateTime, result }: OperationDocument): Message {
  const [metadata, response] = TYPES[kind];
  const running = {
    name,
    metadata: { "@type": `${PACKAGE}${metadata}`, genericMetadata: { createTime, updateTime } },
  };
  if (result === null) return running;
  if ("response" in result) return { ...running, done: true, response: { "@type": response, ...result.response } };
  const { code, message, details } = result.error;
  return { ...running, done: true, error: { code: grpcCode(code), message, details: details as readonly Message[] } };
}
