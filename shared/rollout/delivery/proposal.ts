import { toFailure } from "../../failure.ts";
import { readLedger } from "../../ledger/ledger.ts";
import type { LedgerEntry } from "../../ledger/line.ts";
import { proposeRevert, type RevertProposal } from "../proposal/propose.ts";
import type { Place } from "./place.ts";
import type { DeliveryPorts } from "./ports.ts";
import type { DeliveryWords } from "./words.ts";

interface Proposing {
  readonly place: Place;
  readonly words: Pick<DeliveryWords, "revert">;
}

/** Asks for the revert of what failed. That nobody can be asked changes nothing of what is served. */
export async function proposeReturn(
  failed: LedgerEntry,
  { place, words }: Proposing,
  ports: Pick<DeliveryPorts, "proposals" | "forge" | "log">,
): Promise<RevertProposal | null> {
  const { log } = ports;
  const { mainline, path, repository, ledger } = place;
  try {
    const chain = await readLedger(failed.endpoint, { branch: ledger, log });
    const proposals = await ports.proposals(repository.top);
    const forge = ports.forge === null ? null : await ports.forge();
    const reached = { proposals, mainline, forge, log, words: words.revert };
    const proposal = await proposeRevert({ failed, chain, manifest: path }, reached);
    log.info(proposalText(proposal));
    return proposal;
  } catch (thrown) {
    const { message, fix } = toFailure(thrown);
    log.info(`The revert could not be proposed: ${message} (fix: ${fix})`);
    return null;
  }
}

function proposalText(proposal: RevertProposal): string {
  if (proposal.kind === "none") {
    const fix = proposal.fix === null ? "" : ` (fix: ${proposal.fix})`;
    return `No revert is proposed: ${proposal.reason}${fix}`;
  }
  const { branch, pullRequest } = proposal;
  return `The revert is proposed: ${pullRequest === null ? `the branch ${branch}` : pullRequest.url}`;
}
