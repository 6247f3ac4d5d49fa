import type { Chain } from "../../ledger/chain.ts";
import { championOf } from "../../ledger/history.ts";
import type { LedgerEntry, LedgerLine } from "../../ledger/line.ts";
import type { Forge, PullRequest } from "../../ports/forge.ts";
import type { Log } from "../../ports/log.ts";
import type { Mainline, MainlineTip } from "../../ports/mainline.ts";
import type { Proposals } from "../../ports/proposals.ts";
import { quote } from "../../schema/phrases.ts";
import { type Landed, land } from "./branch.ts";
import { type Candidate, candidateOf } from "./candidate.ts";
import { broughtBy, digestAt } from "./cause.ts";
import { commandsOf } from "./commands.ts";
import { loopOf } from "./loop.ts";
import { type NotProposed, notProposed } from "./not-proposed.ts";

export interface RevertQuestion {
  /** The line `bad` of a release that the default branch still wants. */
  readonly failed: LedgerEntry;
  /** Of its endpoint, that line among them. */
  readonly chain: Chain;
  /** The manifest's path from the repository's top. */
  readonly manifest: string;
}

export interface ProposalPorts {
  readonly proposals: Proposals;
  readonly mainline: Mainline;
  /** Null where the repository has none: then there is a branch, and commands to merge it. */
  readonly forge: Forge | null;
  readonly log: Log;
  /** What people read. All that is handed to it was written by others. */
  readonly words: (story: RevertStory) => RevertWords;
}

export interface RevertWords {
  readonly title: string;
  readonly body: string;
}

/** All that the proposal tells. */
export interface RevertStory extends RevertQuestion, Pick<Candidate, "how" | "brought"> {
  /** What serves again; null where nothing did before. */
  readonly champion: LedgerLine | null;
  readonly branch: string;
  /** Such as `main`. */
  readonly base: string;
  /** What is proposed with a job's own token starts no workflow, so that its checks never come. */
  readonly startsNoWorkflow: boolean;
}

export type RevertProposal =
  | {
      readonly kind: "proposed";
      readonly branch: string;
      readonly commit: string;
      readonly how: Candidate["how"];
      /** Null without a forge. */
      readonly pullRequest: PullRequest | null;
      /** An earlier run has proposed it already. */
      readonly isKnown: boolean;
      /** What a person runs to merge it. */
      readonly commands: readonly string[];
    }
  | NotProposed;

/** Who writes with the token that each job is given. */
const JOB_ACCOUNT = "github-actions[bot]";

/** A commit that makes Git say again what is served, for people to merge: one for each release that failed. */
export async function proposeRevert(question: RevertQuestion, ports: ProposalPorts): Promise<RevertProposal> {
  const { failed, chain, manifest } = question;
  const loop = loopOf(failed, chain);
  if (loop !== null) return loop;
  const tip = await ports.mainline.tip();
  if ((await digestAt(tip.commit, manifest, ports.proposals)) !== failed.digest) {
    return notProposed(`${tip.branch} no longer wants ${failed.model} ${quote(failed.version)}`);
  }
  const changes = await ports.mainline.changesOf(manifest, tip.commit);
  const brought = await broughtBy(failed.digest, { path: manifest, changes }, ports.proposals);
  if (brought === null) return notProposed("no commit of the default branch brought it", BY_HAND);
  const champion = championOf(chain);
  const wish = { brought, champion, failed, manifest, changes, tip: tip.commit };
  const candidate = await candidateOf(wish, ports.proposals);
  if (candidate === null) return notProposed("what served before is no longer in the repository", BY_HAND);
  const landed = await land({ candidate, tip, ...question }, ports);
  if (landed.kind === "none") return landed;
  return proposed({ question, champion, tip, candidate, landed }, ports);
}

const BY_HAND = "Commit the manifest and the artifact of a release that was healthy, by hand.";

interface Landing {
  readonly question: RevertQuestion;
  readonly champion: LedgerLine | null;
  readonly tip: MainlineTip;
  readonly candidate: Candidate;
  readonly landed: Landed;
}

async function proposed(landing: Landing, { forge, proposals, log, words }: ProposalPorts): Promise<RevertProposal> {
  const { question, champion, tip, candidate, landed } = landing;
  const { branch, commit, isKnown } = landed;
  const { how, brought } = candidate;
  const commands = commandsOf(landed, tip.branch, proposals.place);
  const common = { kind: "proposed", branch, commit, how, commands } as const;
  if (forge === null) {
    for (const command of commands) log.info(`To merge the revert: ${command}`);
    return { ...common, pullRequest: null, isKnown };
  }
  const [open] = await forge.pullRequests.fromBranch(branch);
  if (open !== undefined) return { ...common, pullRequest: open, isKnown: true };
  const startsNoWorkflow = await isJobAccount(forge);
  if (startsNoWorkflow) log.info(NO_WORKFLOW);
  const { title, body } = words({ ...question, how, brought, champion, branch, base: tip.branch, startsNoWorkflow });
  const request = { title, body, head: branch, base: tip.branch, isDraft: false };
  return { ...common, pullRequest: await forge.pullRequests.propose(request), isKnown: false };
}

const NO_WORKFLOW =
  "The revert is proposed with the job's own token, which starts no workflow: close and reopen it for its checks, or give the token of a GitHub App.";

async function isJobAccount(forge: Forge): Promise<boolean> {
  try {
    return (await forge.identity()).login.toLowerCase() === JOB_ACCOUNT;
  } catch {
    // Whose the token is changes a sentence of the proposal, and nothing else.
    return false;
  }
}
