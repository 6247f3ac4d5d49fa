import { type ContractChanges, contractChanges } from "../evidence/contract-changes.ts";
import type { Tolerance } from "../evidence/difference.ts";
import type { ReleaseId } from "../evidence/evidence.ts";
import { type Completeness, completeness } from "../release/completeness.ts";
import type { Manifest } from "../release/manifest.ts";
import type { Gates, Rollout, Waiver } from "../schema/release.types.ts";
import { type Loosening, loosenings, restored } from "./policy/loosening.ts";
import { isAmong, judgeWaivers } from "./policy/waivers.ts";
import { fail, few, pass, warn } from "./reasons.ts";
import type { Reason } from "./verdict.ts";

/** What a challenger is held to: the base branch's limits, as far as the pull request does not tighten them. */
export interface Policy {
  /** What is judged, and beside what: evidence about other releases does not count. */
  readonly release: ReleaseId;
  readonly champion: ReleaseId | null;
  readonly gates: Gates;
  readonly golden: Tolerance | null;
  readonly evaluation: NonNullable<Manifest["evaluation"]> | null;
  readonly rollout: Rollout;
  readonly risk: "low" | "high";
  readonly evolution: "backward" | "breaking";
  /** Of the champion's contract and the challenger's, as their manifests tell it: evidence may say more, and no less. */
  readonly contract: ContractChanges;
  /** As the manifest tells it, likewise. */
  readonly completeness: Completeness;
  readonly maxArtifactBytes: number;
  /** Whether somebody has to have signed the artifact. */
  readonly isSigned: boolean;
  /** The device that serves; null where the manifest does not say. */
  readonly servingDevice: "cpu" | "gpu" | null;
  /** The manifest says what serves the model, and where: a promotion can be rehearsed. */
  readonly isServed: boolean;
  /** The ledger's line of a release that was well before; null for any other. */
  readonly healthySequence: number | null;
  readonly approvers: readonly string[];
  /** An approver has reviewed the head: waivers, loosened limits and a breaking contract count. */
  readonly isApproved: boolean;
  /** Those that count. */
  readonly waivers: readonly Waiver[];
  /** What the gate `lint` says of the policy itself. */
  readonly remarks: readonly Reason[];
}

/** A release that was well at its endpoint, as the ledger says that whoever judges has read. */
export interface ServedBefore {
  readonly sequence: number;
  /** The proposal brings back the manifest of that time, word for word: nobody loosens anything by it. */
  readonly isSameManifest: boolean;
}

export interface PolicySources {
  readonly challenger: Manifest;
  /** The base branch's manifest of the same path; null for a first release. */
  readonly base: Manifest | null;
  /** Logins whose approving review stands at the head. */
  readonly approvals: readonly string[];
  /** As `2026-12-31`. */
  readonly today: string;
  /** Null, as without, for what never served. */
  readonly served?: ServedBefore | null;
}

/** The policy that judges a pull request, and everything that has to be said of it. */
export function policyOf({ challenger, base, approvals, today, served = null }: PolicySources): Policy {
  const approvers = (base ?? challenger).model.approvers ?? [];
  const isApproved = approvals.some((login) => isAmong(approvers, login));
  const loosened = base === null ? [] : loosenings(base, challenger);
  const held = isApproved ? challenger : restored(challenger, loosened);
  const { counting, remarks } = judgeWaivers(challenger.waivers ?? [], { approvers, isApproved, today });
  const review = { approvers, isApproved };
  return {
    ...heldTo(held),
    release: idOf(challenger),
    champion: base === null ? null : idOf(base),
    evolution: challenger.contract.evolution,
    contract: contractChanges(base?.contract ?? null, challenger.contract),
    completeness: completeness(challenger),
    ...review,
    isServed: challenger.serving !== undefined && challenger.target !== undefined,
    waivers: counting,
    healthySequence: served?.sequence ?? null,
    remarks: [
      ...loosened.filter(() => !served?.isSameManifest).map((one) => remarkOn(one, review)),
      ...remarks,
      ...ofItself(held, base, isApproved),
    ],
  };
}

function heldTo({ model, artifact, gates, golden, evaluation, rollout, serving }: Manifest) {
  const servingDevice = serving === undefined ? null : serving.accelerator === undefined ? "cpu" : "gpu";
  return {
    gates,
    golden: golden === undefined ? null : { rtol: golden.rtol, atol: golden.atol },
    evaluation: evaluation ?? null,
    rollout,
    risk: model.risk ?? "low",
    maxArtifactBytes: artifact.maxBytes,
    isSigned: artifact.signedBy !== undefined,
    servingDevice,
  } as const;
}

function idOf({ model, artifact }: Manifest): ReleaseId {
  return { model: model.name, version: model.version, digest: artifact.digest };
}

function remarkOn({ field, before, after }: Loosening, { approvers, isApproved }: Review): Reason {
  const said = { rule: field, measured: after, limit: before };
  const message = `${field} is loosened from ${before} to ${after}`;
  if (isApproved) return warn({ ...said, message: `${message}, as an approver has agreed` });
  const fix =
    approvers.length > 0 ? `Ask ${few(approvers)} to approve this head, or` : "Name approvers on the base branch, or";
  return fail({
    ...said,
    message: `${message}: until an approver agrees, ${before} judges`,
    fix: `${fix} restore ${before}.`,
  });
}

type Review = Pick<Policy, "approvers" | "isApproved">;

function ofItself({ model }: Manifest, base: Manifest | null, isApproved: boolean): readonly Reason[] {
  const found: Reason[] = [];
  if (base === null) {
    found.push(
      pass({ rule: "policy", message: "there is no champion whose limits would hold: these are the challenger's own" }),
    );
  }
  if (model.risk === "high" && !isApproved) {
    const message = "the model is of high risk: an approver has to review this head before traffic moves";
    found.push(warn({ rule: "risk", measured: "high", message, fix: "Ask an approver to review this head." }));
  }
  return found;
}
