import type { Contract } from "./contract.ts";
import type { ContractChange } from "./contract-diff/change.ts";
import { diffInputs } from "./contract-diff/inputs.ts";
import { diffOutputs } from "./contract-diff/outputs.ts";

export type { ContractChange } from "./contract-diff/change.ts";

/** Every difference between two contracts, and whether callers of the first can go on with the second. */
export function diffContracts(before: Contract, after: Contract): readonly ContractChange[] {
  return [...diffInputs(before.inputs, after.inputs), ...diffOutputs(before, after)];
}
