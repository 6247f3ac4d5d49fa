import { toFailure } from "../../shared/failure.ts";
import { isAmong } from "../../shared/gate/policy/waivers.ts";
import { type Policy, policyOf } from "../../shared/gate/policy.ts";
import type { CheckRun, Forge, PullRequest } from "../../shared/ports/forge.ts";
import { type JudgedRelease, type PassRecord, parsePassRecord } from "../../shared/report/pass-record.ts";
import { passFromStatus } from "../../shared/report/pass-status.ts";
import type { FoundPass, NoPass, PassQuestion } from "./found-pass.ts";

export interface CheckPorts {
  /** Null where nobody says which repository this is, or with what token. */
  readonly forge: (() => Promise<Forge>) | null;
  /** As `2026-12-31`. */
  readonly today: () => string;
}

const CHECK = "model-release";
/** Who writes with a job's own token. */
const JOBS = "github-actions";

/** What the check of the pull request that was merged says of exactly this release. What cannot be asked is no pass. */
export async function checkPass(question: PassQuestion, { forge, today }: CheckPorts): Promise<FoundPass | NoPass> {
  if (forge === null) return none("no forge is known whose check could say that it passed", HAND_OVER);
  try {
    const opened = await forge();
    const merged = await mergedBy(question, opened);
    if (merged === null) return none("no pull request is known that brought it to the default branch");
    const judged = await judgedAt(merged.head.commit, question, opened);
    if ("kind" in judged) return judged;
    const { champion, evidenceDigest, planHash } = judged;
    return {
      pass: { champion, evidenceDigest, planHash },
      policy: await policyAt(merged, question, { opened, today }),
    };
  } catch (thrown) {
    const failure = toFailure(thrown);
    const { message, fix, exitCode } = failure;
    // An outage says nothing of the release: whoever runs next asks again.
    if (exitCode === 4) throw failure;
    return none(`the check cannot be read: ${message}`, fix);
  }
}

/** By the commit that made the manifest what it is: later ones have changed something else. */
async function mergedBy({ known }: PassQuestion, { pullRequests }: Forge): Promise<PullRequest | null> {
  const [commit] = (await known.view.tip()).changes;
  if (commit === undefined) return null;
  const merged = (await pullRequests.thatBrought(commit)).filter(({ state }) => state === "merged");
  return merged.find(({ mergedAs }) => mergedAs === commit) ?? merged[0] ?? null;
}

async function judgedAt(head: string, { release, wish }: PassQuestion, forge: Forge): Promise<JudgedRelease | NoPass> {
  const record = await recordAt(head, forge);
  if (record === null) return none(`the head ${head.slice(0, 12)} has no check that says how it was judged`);
  const found = record.releases.find(({ manifest, digest }) => manifest === wish.path && digest === release.digest);
  if (found === undefined) return none("the check is of another release than the one that was merged");
  if (found.status !== "pass") return none(`the check says ${found.status}`);
  return found;
}

/** A forge that keeps no checks has a status that names the record. */
async function recordAt(head: string, forge: Forge): Promise<PassRecord | null> {
  const runs = await forge.checks.list(head, CHECK);
  if (runs === null) return passFromStatus(head, forge);
  const { login } = await forge.identity();
  const run = runs.find((each) => isByUs(each, login));
  return run?.status === "completed" && run.summary !== null ? parsePassRecord(run.summary) : null;
}

/** Anybody with a token of their own may write a check of that name: only our own and the jobs' counts. */
function isByUs({ app }: CheckRun, login: string): boolean {
  return app !== null && (app.slug === JOBS || `${app.slug}[bot]` === login);
}

interface Asked {
  readonly opened: Forge;
  readonly today: () => string;
}

/** For what an approver has agreed to: the head that was judged is the one that has to be approved. */
async function policyAt(merged: PullRequest, { known }: PassQuestion, { opened, today }: Asked): Promise<Policy> {
  const [challenger, base] = [(await known.view.tip()).manifest!, await known.view.champion(known.chain)];
  const standing = await opened.pullRequests.approvals(merged.number);
  const approvals = standing.filter(({ commit }) => commit === merged.head.commit).map(({ by }) => by.login);
  const policy = policyOf({ challenger, base, approvals, today: today() });
  return { ...policy, isApproved: approvals.some((login) => isAmong(policy.approvers, login)) };
}

const HAND_OVER = "Validate it and hand over the folder: model-release promote release.yaml --evidence DIR.";
const VALIDATE = "Open a pull request with this release, and merge it once its check is green.";

function none(reason: string, fix: string = VALIDATE): NoPass {
  return { kind: "none", reason, fix };
}
