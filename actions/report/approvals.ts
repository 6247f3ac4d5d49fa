import { toFailure } from "../../shared/failure.ts";
import type { Forge } from "../../shared/ports/forge.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { Subject } from "./subject.ts";

interface Ports {
  readonly forge: Forge;
  readonly log: Log;
}

/** Whose approving review stands at the head. Where nobody can tell, nobody has approved. */
export async function approvalsOf(
  { pullRequest, head, isQueued }: Subject,
  { forge, log }: Ports,
): Promise<readonly string[]> {
  try {
    // A queue makes a commit of its own: what people have looked at is the pull request's head.
    const reviewed = isQueued ? (await forge.pullRequests.find(pullRequest))?.head.commit : head;
    const standing = await forge.pullRequests.approvals(pullRequest);
    return standing.filter(({ commit }) => commit === reviewed && commit !== null).map(({ by }) => by.login);
  } catch (thrown) {
    const { message, fix } = toFailure(thrown);
    log.info(`Reviews could not be read, so none counts: ${message} (fix: ${fix})`);
    return [];
  }
}
