import type { ContractChange } from "../../release/contract-diff.ts";
import { count } from "../../release/quantities.ts";
import type { Policy } from "../policy.ts";
import { fail, few, inconclusive, pass, warn } from "../reasons.ts";
import type { Rule } from "../rule.ts";
import type { Reason } from "../verdict.ts";
import { contractTold } from "./contract-told.ts";

/** The signature keeps what the contract declares, and the contract what the champion's promised. */
export const contract: Rule<"contract"> = {
  gate: "contract",
  reads: "contract",
  judge(measured, { policy }) {
    const { mismatches } = measured;
    const { changes, brokenConsumers } = contractTold(measured, policy);
    // What served before is held to what somebody reads, and not to what was only added since.
    const isReturn = policy.healthySequence !== null;
    const breaking = changes.filter(({ effect }) => effect === "breaking");
    const reasons = [
      ...mismatches.map(({ path, declared, actual, message }) =>
        fail({ rule: path, measured: actual, limit: declared, message, fix: "Export the signature that is declared." }),
      ),
      ...breaking.filter(() => !isReturn || brokenConsumers.length > 0).map((change) => broken(change, policy)),
      ...brokenConsumers.map(({ consumer, output }) =>
        warn({ rule: "consumers", message: `${consumer} reads ${output}, which breaks`, fix: `Tell ${consumer}.` }),
      ),
    ];
    return reasons.length > 0 ? reasons : [kept(changes)];
  },
};

function broken({ path, before, after, reason }: ContractChange, policy: Policy): Reason {
  const said = { rule: path, measured: after, limit: before, message: `${path}: ${before} → ${after}: ${reason}` };
  if (policy.evolution !== "breaking") {
    return fail({ ...said, fix: "Keep what the champion's contract promised, or declare `evolution: breaking`." });
  }
  if (policy.isApproved) return warn(said);
  const approvers = policy.approvers.length > 0 ? few(policy.approvers) : "an approver";
  return inconclusive({ ...said, fix: `Ask ${approvers} to approve this head.` });
}

function kept(changes: readonly ContractChange[]): Reason {
  const compatible = changes.length === 0 ? "" : `, with ${count(changes.length, "compatible change")}`;
  return pass({ rule: "contract", message: `the signature is the declared one${compatible}` });
}
