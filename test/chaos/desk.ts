import { mkdirSync } from "node:fs";
import type { ReleaseId } from "../../shared/evidence/evidence.ts";
import { git } from "../contract/git-repository.ts";
import { type ForgeState, type KeptPullRequest, keptPullRequest } from "../fakes/forge/state.ts";
import { AT_ONCE, layEvidence, layRelease } from "./releases.ts";

/** What people do to a model repository: all of it is merged by pull requests. */
export interface Desk {
  /** A release, with what `validate` found of it beside a champion. */
  merge(version: string, champion: string | null, rollout?: object): Promise<void>;
  /** `git revert` of the newest merge. */
  revert(): void;
  /** The revert that was proposed is merged. */
  mergeProposal(): void;
}

interface DeskWish {
  readonly folder: string;
  /** The bare repository. */
  readonly origin: string;
  readonly forge: ForgeState;
  /** The folder for what `validate --out` writes. */
  readonly evidence: string;
  readonly project: string;
  readonly bucket: string;
}

export function layDesk({ folder, origin, forge, evidence, project, bucket }: DeskWish): Desk {
  mkdirSync(folder, { recursive: true });
  git(folder, ["init", "--quiet", "--bare", "--template=", "--initial-branch=main", origin]);
  git(folder, ["init", "--quiet", "--template=", "--initial-branch=main"]);
  git(folder, ["remote", "add", "origin", origin]);
  const releases = new Map<string | null, ReleaseId>();
  return {
    async merge(version, champion, rollout = AT_ONCE) {
      const release = await layRelease({ folder, version, project, bucket, rollout });
      layEvidence(evidence, release, releases.get(champion) ?? null);
      releases.set(version, release);
      git(folder, ["add", "--all"]);
      git(folder, ["commit", "--quiet", "--message", `release ${version}`]);
      mergeNew(folder, forge);
    },
    revert() {
      git(folder, ["revert", "--no-edit", "HEAD"]);
      mergeNew(folder, forge);
    },
    mergeProposal() {
      const index = forge.pullRequests.findIndex(({ state }) => state === "open");
      const proposed = forge.pullRequests[index]!;
      git(folder, ["pull", "--quiet", "--no-rebase", "--no-edit", "origin", proposed.head.branch]);
      forge.pullRequests[index] = { ...proposed, state: "merged", mergedAs: pushed(folder) };
    },
  };
}

/** A pull request comes from a fork, so that it is told apart from what our own runs propose. */
function mergeNew(folder: string, { pullRequests }: ForgeState): void {
  const merged = { state: "merged", mergedAs: pushed(folder), isFork: true } as const;
  pullRequests.push(keptPullRequest(pullRequests.length + 1, merged));
}

function pushed(folder: string): string {
  git(folder, ["push", "--quiet", "origin", "main"]);
  return git(folder, ["rev-parse", "HEAD"]).trim();
}

/** Of a pull request that is opened by its branch's name the forge knows the commit. */
export function knowingHeads(origin: string): KeptPullRequest[] {
  const kept: KeptPullRequest[] = [];
  kept.push = (...added) => {
    const known = added.map((each): KeptPullRequest => {
      if (each.state !== "open") return each;
      const commit = git(origin, ["rev-parse", `refs/heads/${each.head.branch}`]).trim();
      return { ...each, head: { ...each.head, commit } };
    });
    return Array.prototype.push.apply(kept, known);
  };
  return kept;
}
