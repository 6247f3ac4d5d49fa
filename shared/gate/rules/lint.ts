import type { Evidence, LintEvidence } from "../../evidence/evidence.ts";
import { isMeasured } from "../../evidence/evidence.ts";
import { count } from "../../release/quantities.ts";
import type { Policy } from "../policy.ts";
import { fail, few, pass, warn } from "../reasons.ts";
import type { Rule } from "../rule.ts";
import type { Reason } from "../verdict.ts";
import { contractTold } from "./contract-told.ts";

/** The manifest and what lies beside it are in order, and nothing is loosened behind an approver's back. */
export const lint: Rule<"lint"> = {
  gate: "lint",
  reads: "lint",
  judge(measured, { evidence, policy }) {
    const reasons = [
      ...policy.remarks,
      ...unapprovedBreak(evidence, policy),
      ...filesInOrder(measured),
      ...complete(measured.completeness, policy),
      ...measured.warnings.map((message) => warn({ rule: "remark", message })),
    ];
    return reasons.length > 0 ? reasons : [pass({ rule: "lint", message: "the manifest and its files are in order" })];
  },
};

function unapprovedBreak({ contract }: Evidence, policy: Policy): readonly Reason[] {
  const { evolution, isApproved, approvers } = policy;
  if (evolution !== "breaking" || isApproved || !isMeasured(contract)) return [];
  const breaking = contractTold(contract, policy).changes.filter(({ effect }) => effect === "breaking").length;
  if (breaking === 0) return [];
  const message = `the contract breaks in ${count(breaking, "place")}, and no approver has reviewed this head`;
  const fix =
    approvers.length > 0 ? `Ask ${few(approvers)} to approve this head.` : "Name approvers on the base branch.";
  return [fail({ rule: "unapproved", measured: breaking, limit: 0, message, fix })];
}

function filesInOrder({ findings, missing, placeholders, servable }: LintEvidence): readonly Reason[] {
  const reasons = findings.map(({ rule, level, message, fix }) =>
    level === "fail" ? fail({ rule, message, fix }) : warn({ rule, message, fix }),
  );
  for (const path of missing) {
    const message = `the manifest names ${path}, which does not exist`;
    reasons.push(fail({ rule: "missing-file", message, fix: "Add the file, or correct the path." }));
  }
  if (placeholders.length > 0) {
    const message = `${few(placeholders)} still ${placeholders.length === 1 ? "says" : "say"} TODO`;
    reasons.push(fail({ rule: "placeholder", measured: placeholders.length, limit: 0, message, fix: "Fill them in." }));
  }
  for (const { rule, where, message, fix } of servable) {
    reasons.push(warn({ rule, message: where === "" ? message : `${where}: ${message}`, fix }));
  }
  return reasons;
}

/** Where nothing may be missing, the manifest itself is asked. */
function complete(told: LintEvidence["completeness"], { risk, completeness }: Policy): readonly Reason[] {
  const { named, of, missing } = risk === "high" && completeness.named < told.named ? completeness : told;
  if (missing.length === 0) return [];
  const stated = `${named} of ${of} facts of a complete release are named; missing: ${missing.join(", ")}`;
  const said = { rule: "completeness", measured: named, limit: of, fix: "Name them in the manifest." };
  if (risk === "low") return [warn({ ...said, message: stated })];
  return [fail({ ...said, message: `${stated}; a model of high risk needs them all` })];
}
