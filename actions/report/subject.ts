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

interface Ports {
  readonly event: ActionEvent;
  readonly files: Files;
  readonly forge: Forge;
}

/** Null where nobody's head is this commit any more: another run tells of the new one. */
export async function subjectOf(
  { pullRequest }: Pick<ReportInputs, "pullRequest">,
  { event, files, forge }: Ports,
): Promise<Subject | null> {
  if (pullRequest !== null) return subjectNumbered(pullRequest, forge);
  const happening = await readEvent(event, files);
  if (happening.kind === "other") throw notAbout(event);
  if (happening.kind === "measured") return subjectMeasured(happening, forge);
  const { kind, number, run, ...rest } = happening;
  return { ...rest, pullRequest: number, isQueued: kind === "queued", measuredBy: run };
}

async function subjectNumbered(number: number, forge: Forge): Promise<Subject> {
  const found = await forge.pullRequests.find(number);
  if (found !== undefined) return headOf(found, null);
  throw new Failure("usage", `${forge.repository} has no pull request #${number}`, { fix: "Correct the number." });
}

/** A fork's run tells no number, and what it tells could be anything: the forge knows whose head the commit is. */
async function subjectMeasured(
  { head, run }: Extract<Happening, { kind: "measured" }>,
  forge: Forge,
): Promise<Subject | null> {
  const [found] = await forge.pullRequests.withHead(head);
  return found === undefined ? null : headOf(found, run);
}

function headOf({ number, head, base }: PullRequest, measuredBy: number | null): Subject {
  return { pullRequest: number, head: head.commit, base: base.branch, isQueued: false, measuredBy, isForeign: false };
}

function notAbout({ name }: ActionEvent): Failure {
  return new Failure("usage", `the event ${quote(name)} belongs to no pull request`, {
    fix: "Run on pull_request, pull_request_review, merge_group or workflow_run, or give the input pull-request.",
  });
}
