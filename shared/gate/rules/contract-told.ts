import type { ContractChanges } from "../../evidence/contract-changes.ts";
import type { ContractEvidence } from "../../evidence/evidence.ts";
import { canonicalJson } from "../../schema/canonical-json.ts";
import type { Policy } from "../policy.ts";

/** What the evidence tells of the two contracts, and what it leaves out of it. */
export function contractTold(told: ContractEvidence, { contract }: Policy): ContractChanges {
  return {
    changes: either(told.changes, contract.changes),
    brokenConsumers: either(told.brokenConsumers, contract.brokenConsumers),
  };
}

function either<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  const known = new Set(one.map(canonicalJson));
  return [...one, ...other.filter((each) => !known.has(canonicalJson(each)))];
}
