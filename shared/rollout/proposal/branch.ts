import type { LedgerEntry } from "../../ledger/line.ts";
import type { Forge } from "../../ports/forge.ts";
import type { Mainline, MainlineTip } from "../../ports/mainline.ts";
import type { Proposals } from "../../ports/proposals.ts";
import type { Candidate } from "./candidate.ts";
import { digestAt } from "./cause.ts";
import { type NotProposed, notProposed } from "./not-proposed.ts";

export interface Landed {
  readonly kind: "landed";
  readonly branch: string;
  readonly commit: string;
  /** It was there before. */
  readonly isKnown: boolean;
}

interface Landing {
  readonly candidate: Candidate;
  readonly failed: LedgerEntry;
  readonly manifest: string;
  readonly tip: MainlineTip;
}

interface Ports {
  readonly proposals: Proposals;
  readonly mainline: Mainline;
  readonly forge: Forge | null;
}

/** A release that is released again, and fails again, is proposed anew: so often at most. */
const MOST_BRANCHES = 9;

/** The branch of this release, as it is there already, or pushed now. */
export async function land(landing: Landing, ports: Ports): Promise<Landed | NotProposed> {
  for (let number = 1; number <= MOST_BRANCHES; number += 1) {
    const branch = branchOf(landing.failed, number);
    const found = (await occupied(branch, landing, ports)) ?? (await pushed(branch, landing, ports));
    if (found !== "merged") return found;
  }
  return refused(branchOf(landing.failed, MOST_BRANCHES));
}

function branchOf({ model, digest }: LedgerEntry, number: number): string {
  const name = `model-release/revert-${model}-${digest.slice(7, 19)}`;
  return number === 1 ? name : `${name}-${number}`;
}

async function pushed(branch: string, landing: Landing, ports: Ports): Promise<Landed | NotProposed | "merged"> {
  const { commit } = landing.candidate;
  const landed = { kind: "landed", branch, commit, isKnown: false } as const;
  if ((await ports.proposals.push(branch, commit)) === "pushed") return landed;
  // Somebody else has made it meanwhile: whatever it is, it is looked at.
  return (await occupied(branch, landing, ports)) ?? refused(branch);
}

/** What has the branch already; null where nothing has, `merged` where the revert of an earlier failure has. */
async function occupied(
  branch: string,
  { failed, manifest, tip }: Landing,
  { proposals, mainline, forge }: Ports,
): Promise<Landed | NotProposed | "merged" | null> {
  const commit = await proposals.find(branch);
  if (commit === null) return null;
  const known = forge === null ? [] : await forge.pullRequests.withHead(commit);
  const own = known.filter(({ head, isFork }) => !isFork && head.branch === branch);
  if (own.some(({ state }) => state === "open")) return { kind: "landed", branch, commit, isKnown: true };
  const merged = own.find(({ state }) => state === "merged");
  if (merged !== undefined) return answered(merged.mergedAs ?? commit, failed, mainline);
  if (own.length > 0) {
    return notProposed(`${own[0]!.url} proposed it, and was closed`, `Reopen it, or merge the branch ${branch}.`);
  }
  if ((await mainline.order(commit, tip.commit)) === "newer") return answered(commit, failed, mainline);
  const isOurs = (await digestAt(commit, manifest, proposals)) !== failed.digest;
  return isOurs ? { kind: "landed", branch, commit, isKnown: true } : refused(branch);
}

/** Whoever wants a release again after its revert was merged has heard of its failure: only another one is told. */
async function answered(merge: string, failed: LedgerEntry, mainline: Mainline): Promise<NotProposed | "merged"> {
  const isEarlier = (await mainline.order(merge, failed.commit)) === "newer";
  return isEarlier ? "merged" : notProposed("its revert was merged, and it has not failed since");
}

function refused(branch: string): NotProposed {
  const reason = `the branch ${branch} is there, and does not take the release back`;
  return notProposed(reason, `Delete the branch ${branch}, and run it again.`);
}
