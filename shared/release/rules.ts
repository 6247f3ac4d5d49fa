import type { Problem } from "../failure.ts";
import type { ReleaseManifest } from "../schema/release.types.ts";
import type { Parsed } from "../schema/source.ts";
import type { Checked } from "../schema/validate.ts";
import { contractRules } from "./rules/contract.ts";
import { deliveryRules } from "./rules/delivery.ts";
import { evaluationRules } from "./rules/evaluation.ts";
import { gateRules } from "./rules/gates.ts";
import { pathRules } from "./rules/paths.ts";
import type { Complaint, Rule } from "./rules/rule.ts";

const RULES: readonly Rule[] = [...contractRules, ...evaluationRules, ...gateRules, ...deliveryRules, ...pathRules];

/** Every rule that a manifest breaks. Rules over a part that is malformed wait until it is not. */
export function brokenRules({ value, broken, shaped }: Checked<ReleaseManifest>, parsed: Parsed): readonly Problem[] {
  if (!shaped) return [];
  return RULES.filter(({ reads }) => !reads.some((part) => broken.has(part)))
    .flatMap((rule) => rule.find(value, parsed.places.has))
    .map((complaint) => placed(complaint, parsed));
}

export function placed({ at, onKey, message, fix }: Complaint, { file, places }: Parsed): Problem {
  return { file, ...(onKey ? places.key(at) : places.value(at)), message, fix };
}
