import type { google } from "@google-cloud/aiplatform/build/protos/protos.js";
import type { DeployedModel, EndpointState, MachineWish, Split } from "../../ports/endpoint.ts";
import type { Place } from "./address.ts";
import { titleDigest } from "./deployed-title.ts";
import { ownName, projectNumber, reference } from "./names.ts";
import { isoTime } from "./time.ts";

type Told = google.cloud.aiplatform.v1.IEndpoint;
type ToldModel = google.cloud.aiplatform.v1.IDeployedModel;

export function endpointState(told: Told, place: Place): EndpointState {
  const number = projectNumber(told.name ?? "");
  return {
    etag: told.etag ?? "",
    split: splitOf(told.trafficSplit ?? {}),
    deployed: (told.deployedModels ?? []).map((model) => deployedModel(model, place, number)),
  };
}

function deployedModel(told: ToldModel, place: Place, number: string | null): DeployedModel {
  const displayName = told.displayName ?? "";
  return {
    id: told.id ?? "",
    version: reference(ownName(told.model ?? "", place, number), told.modelVersionId ?? ""),
    digest: titleDigest(displayName),
    displayName,
    deployedAt: isoTime(told.createTime),
    machine: machineOf(told),
  };
}

/** Zero is nothing: what is listed at 0 % gets no more than what is not listed. */
function splitOf(told: Readonly<Record<string, number>>): Split {
  return Object.fromEntries(Object.entries(told).filter(([, percent]) => percent !== 0));
}

function machineOf({ dedicatedResources }: ToldModel): MachineWish | null {
  const { machineSpec, minReplicaCount, maxReplicaCount } = dedicatedResources ?? {};
  if (!machineSpec?.machineType) return null;
  const { acceleratorCount, acceleratorType } = machineSpec;
  const min = minReplicaCount ?? 1;
  return {
    machineType: machineSpec.machineType,
    accelerator: acceleratorCount ? { type: String(acceleratorType), count: acceleratorCount } : null,
    replicas: { min, max: Math.max(min, maxReplicaCount ?? 0) },
  };
}
