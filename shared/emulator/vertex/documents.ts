import type { Message } from "../protos/json.ts";
import type { Status } from "../status.ts";

/** An endpoint as it is kept: the fields that the emulator knows, and whatever else its owner gave. */
export interface EndpointDocument extends Message {
  readonly name: string;
  readonly displayName: string;
  readonly etag: string;
  readonly trafficSplit: TrafficSplit;
  readonly deployedModels: readonly DeployedModelDocument[];
  readonly createTime: string;
  readonly updateTime: string;
  readonly labels?: Labels;
}

/** Percents by the ids of deployed models: they sum to 100, or there are none. */
export type TrafficSplit = Readonly<Record<string, number>>;
export type Labels = Readonly<Record<string, string>>;

export interface DeployedModelDocument extends Message {
  readonly id: string;
  /** Without a version, which stands beside it. */
  readonly model: string;
  readonly modelVersionId: string;
  readonly displayName: string;
  readonly createTime: string;
  readonly dedicatedResources?: DedicatedResources;
}

export interface DedicatedResources extends Message {
  readonly machineSpec?: {
    readonly machineType?: string;
    readonly acceleratorType?: string;
    readonly acceleratorCount?: number;
  };
  readonly minReplicaCount?: number;
  readonly maxReplicaCount?: number;
}

/** A model and all its versions: what is common to them stands here alone. */
export interface ModelDocument {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly labels: Labels;
  readonly etag: string;
  readonly createTime: string;
  readonly updateTime: string;
  /** Of all that there ever were: a number never comes again. */
  readonly latestVersion: number;
  readonly versions: readonly VersionDocument[];
}

export interface VersionDocument extends Message {
  readonly versionId: string;
  readonly versionAliases: readonly string[];
  readonly versionCreateTime: string;
  readonly versionUpdateTime: string;
  readonly labels?: Labels;
  readonly artifactUri?: string;
  readonly containerSpec?: { readonly imageUri?: string };
}

/** What a running operation does is done by its kind and input alone: it goes on after a restart. */
export interface OperationDocument {
  readonly name: string;
  readonly kind: OperationKind;
  /** What it works at; one that is being made has a name already. */
  readonly resource: string;
  readonly input: Message;
  readonly createTime: string;
  readonly updateTime: string;
  readonly dueMs: number;
  readonly ending: Status | "never" | null;
  readonly result: OperationResult | null;
}

export type OperationResult = { readonly response: Message } | { readonly error: Status };

export type OperationKind =
  | "CreateEndpoint"
  | "DeleteEndpoint"
  | "DeployModel"
  | "UndeployModel"
  | "MutateDeployedModel"
  | "UploadModel"
  | "DeleteModel"
  | "DeleteModelVersion";
