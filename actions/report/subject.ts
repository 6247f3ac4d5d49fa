import { Failure } from "../../shared/failure.ts";
import type { Files } from "../../shared/ports/files.ts";
import type { Forge, PullRequest } from "../../shared/ports/forge.ts";
import { quote } from "../../shared/schema/phrases.ts";
import { type ActionEvent, type Happening, readEvent } from "./event.ts";
import type { ReportInputs } from "./inputs.ts";

/** What is reported on: the head of one pull request, or what a merge queue made of it. */
export interface Subject {
  readonly pullRequest: number;
  readonly head: string;
  /** What it is proposed to: a branch, or the commit that a merge queue builds on. */
  readonly base: string;
  /** Nobody looks for a comment on what a queue tries. */
  readonly isQueued: boolean;
  /** The run whose evidence it is; null where this one's own is meant. */
  readonly measuredBy: number | null;
  /** A fork's own run: its token may only read. */
  readonly isForeign: boolean;
}

/** Nothing is left to report on, and why. */
interface Over {
  readonly over: string;
}

interface Ports {
  readonly event: ActionEvent;
  readonly files: Files;
  readonly forge: Forge;
}

const MOVED_ON = "This commit is no pull request's head any more: the run of the new one tells.";
/** What is on record lets the merge be promoted; compared with itself, no release could pass again. */
const MERGED = "The pull request is merged: what it was merged with stands.";

/** What the event says, as far as the forge does not know better. */
export async function subjectOf(
  { pullRequest }: Pick<ReportInputs, "pullRequest">,
  { event, files, forge }: Ports,
): Promise<Subject | Over> {
  if (pullRequest !== null) return subjectNumbered(pullRequest, forge);
  const happening = await readEvent(event, files);
  if (happening.kind === "other") throw notAbout(event);
  if (happening.kind === "measured") return subjectMeasured(happening, forge);
  const { kind, number, run, isMerged, ...rest } = happening;
  if (isMerged || (await isMergedNow(number, forge))) return { over: MERGED };
  return { ...rest, pullRequest: number, isQueued: kind === "queued", measuredBy: run };
}

/** A run that is started again has its old event; where the forge cannot say, that counts. */
async function isMergedNow(number: number, { pullRequests }: Forge): Promise<boolean> {
  try {
    return (await pullRequests.find(number))?.state === "merged";
  } catch {
    return false;
  }
}

async function subjectNumbered(number: number, forge: Forge): Promise<Subject | Over> {
  const found = await forge.pullRequests.find(number);
  if (found !== undefined) return headOf(found, null);
  throw new Failure("usage", `${forge.repository} has no pull request #${number}`, { fix: "Correct the number." });
}

/** A fork's run tells no number, and what it tells could be anything: the forge knows whose head the commit is. */
async function subjectMeasured(
  { head, run }: Extract<Happening, { kind: "measured" }>,
  forge: Forge,
): Promise<Subject | Over> {
  const [found] = await forge.pullRequests.withHead(head);
  return found === undefined ? { over: MOVED_ON } : headOf(found, run);
}

function headOf({ number, state, head, base }: PullRequest, measuredBy: number | null): Subject | Over {
  if (state === "merged") return { over: MERGED };
  const proposal = { pullRequest: number, head: head.commit, base: base.branch };
  return { ...proposal, isQueued: false, measuredBy, isForeign: false };
}

function notAbout({ name }: ActionEvent): Failure {
  return new Failure("usage", `the event ${quote(name)} belongs to no pull request`, {
    fix: "Run on pull_request, pull_request_review, merge_group or workflow_run, or give the input pull-request.",
  });
}
