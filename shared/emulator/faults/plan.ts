import schema from "../../schema/faults.schema.json" with { type: "json" };
import { parseJson } from "../../schema/json.ts";
import type { JsonSchema } from "../../schema/json-schema.ts";
import { validate } from "../../schema/validate.ts";
import type { Surface } from "../request-log.ts";
import type { StatusName } from "../status.ts";

export type FaultKind =
  | "delay"
  | "tooManyRequests"
  | "unavailable"
  | "refuse"
  | "loseAnswer"
  | "failLate"
  | "neverEnd"
  | "staleRead"
  | "quota"
  | "expireToken";

/** One fault of a file: what happens to the calls that match. */
export interface PlannedFault {
  readonly fault: FaultKind;
  readonly surface?: Surface;
  readonly method?: string;
  readonly resource?: string;
  readonly calls?: readonly number[];
  readonly ms?: number;
  readonly status?: Exclude<StatusName, "OK">;
  readonly message?: string;
  readonly retryAfterSeconds?: number;
}

export interface RandomFaults {
  readonly seed: number;
  readonly rate: number;
  readonly kinds?: readonly FaultKind[];
  readonly method?: string;
  readonly resource?: string;
}

export interface Quotas {
  readonly endpoints?: number;
  readonly models?: number;
  readonly deployedModels?: number;
  readonly accelerators?: Readonly<Record<string, number>>;
}

/** What Google's documents leave open. */
export interface Assumptions {
  readonly etagConflict: "ABORTED" | "FAILED_PRECONDITION";
  readonly operationsPerEndpoint: "many" | "one";
  readonly deletingDefaultVersion: "refused" | "allowed";
  readonly resources: "optional" | "required";
  readonly image: "optional" | "required";
}

/** What a person writes into the file that `--faults` names; everything in it may be left out. */
export interface FaultPlan {
  readonly schema?: "model-release/faults/v1";
  readonly faults?: readonly PlannedFault[];
  readonly random?: RandomFaults;
  readonly operationMs?: number;
  readonly quotas?: Quotas;
  readonly assumptions?: Partial<Assumptions>;
}

export const ASSUMPTIONS: Assumptions = {
  etagConflict: "ABORTED",
  operationsPerEndpoint: "many",
  deletingDefaultVersion: "refused",
  resources: "optional",
  image: "optional",
};

/** A plan from a person's file, or one Failure with every problem of it. */
export function parseFaultPlan(text: Uint8Array | string, file: string): FaultPlan {
  return validate<FaultPlan>(schema as JsonSchema, parseJson(text, file));
}
