import type { Manifest } from "../../../shared/release/manifest.ts";
import type { Desired } from "../../../shared/rollout/situation.ts";
import { manifestOf, type Release } from "./releases.ts";

/** The default branch of a story: how a commit came to be does not matter, only what the tree says after it. */
export interface MainBranch {
  readonly commits: Commit[];
  merge(release: Release | null, merged?: Merged): void;
  /** The tree says again what it said before the last commit; nothing where that was the first. */
  revert(): void;
  /** The tree says again what it said at a commit. */
  restore(index: number): void;
  /** The last commit was never there, and another is: a forced push. */
  rewrite(): void;
  /** As it was after so many commits. */
  desired(since: string | null, upTo?: number): Desired;
}

export interface Merged {
  readonly isFrozen?: boolean;
  readonly onDelete?: "hold" | "undeploy";
}

interface Commit extends Required<Merged> {
  readonly hash: string;
  readonly manifest: Manifest | null;
}

export function mainBranch(): MainBranch {
  const commits: Commit[] = [];
  let count = 0;
  const hash = (): string => {
    count += 1;
    return String(count).padStart(40, "0");
  };
  return {
    commits,
    merge(release, { isFrozen = false, onDelete = "hold" } = {}) {
      const manifest = release === null ? null : manifestOf(release);
      commits.push({ hash: hash(), manifest, isFrozen, onDelete });
    },
    revert() {
      const before = commits.at(-2) ?? { manifest: null, onDelete: "hold", isFrozen: false };
      commits.push({ ...before, hash: hash() });
    },
    restore(index) {
      commits.push({ ...commits[index]!, isFrozen: commits.at(-1)!.isFrozen, hash: hash() });
    },
    rewrite() {
      commits.push({ ...commits.pop()!, hash: hash() });
    },
    desired: (since, upTo = commits.length) => desiredAt(commits, Math.min(upTo, commits.length), since),
  };
}

function desiredAt(commits: readonly Commit[], upTo: number, since: string | null): Desired {
  const { hash, manifest, onDelete, isFrozen } = commits[upTo - 1]!;
  const cause = { commit: hash, pullRequest: upTo, actor: "octocat" };
  const at = commits.findIndex((commit) => commit.hash === since) + 1;
  return { cause, manifest, onDelete, planHash: null, isRetry: false, isFrozen, order: orderOf(upTo, at, since) };
}

function orderOf(upTo: number, at: number, since: string | null): Desired["order"] {
  if (since === null) return "newer";
  if (at === 0) return "diverged";
  if (at === upTo) return "same";
  return at < upTo ? "newer" : "older";
}
