import type { ReleaseId } from "../../shared/evidence/evidence.ts";
import type { Policy } from "../../shared/gate/policy.ts";
import type { Chain } from "../../shared/ledger/chain.ts";
import { championOf, standingOf } from "../../shared/ledger/history.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { Known } from "../../shared/rollout/delivery/deliver.ts";
import type { PassOnRecord } from "../../shared/rollout/situation.ts";
import { type CheckPorts, checkPass } from "./check-pass.ts";
import { type EvidencePorts, evidencePass } from "./evidence-pass.ts";
import type { PassWish } from "./found-pass.ts";
import { failureOf, isWaived, nameOf } from "./waived-failure.ts";

export interface PassPorts extends CheckPorts, EvidencePorts {
  readonly log: Log;
  /** Whether what a person has measured may count: never where a job's check does. */
  readonly countsEvidence: boolean;
}

/** The ledger where the release served before; else the evidence that a person hands over, or the pull request's check. */
export async function passOf(
  release: ReleaseId,
  { known, wish }: { readonly known: Known; readonly wish: PassWish },
  ports: PassPorts,
): Promise<PassOnRecord> {
  const { chain } = known;
  if (standingOf(chain, release.digest) === "healthy") return servedBefore(chain, release.digest);
  const isHandedOver = wish.evidence !== null && ports.countsEvidence;
  if (wish.evidence !== null && !isHandedOver)
    ports.log.info("The evidence that was handed over is left alone: in a job only the check and the ledger count.");
  const question = { release, known, wish };
  const found = isHandedOver ? await evidencePass(question, ports) : await checkPass(question, ports);
  return "kind" in found
    ? found
    : { kind: "passed", ...found.pass, ...agreed(found.policy, { chain, release }, ports) };
}

interface Before {
  readonly chain: Chain;
  readonly release: ReleaseId;
}

function agreed(policy: Policy, { chain, release }: Before, { log }: Pick<PassPorts, "log">) {
  const failure = failureOf(chain, release.digest);
  const isFailureWaived = failure !== null && isWaived(failure, policy.waivers);
  if (failure !== null && !isFailureWaived)
    log.info(`This release failed before: to release it again, a waiver's reason has to name "${nameOf(failure)}".`);
  return { isApproved: policy.risk === "low" || policy.isApproved, isFailureWaived };
}

function servedBefore(chain: Chain, digest: string): PassOnRecord {
  const line = chain.findLast((each) => each.digest === digest && each.evidenceDigest !== null);
  return {
    kind: "passed",
    champion: championOf(chain)?.digest ?? null,
    evidenceDigest: line?.evidenceDigest ?? digest,
    planHash: null,
    isApproved: true,
    isFailureWaived: false,
  };
}
