import type { CommittedPath } from "./repository.ts";

/**
 * Changes that are made for people to merge: commits on a branch of their own, made away from whoever works in the
 * repository. Neither working tree nor index is touched, no hook is run, and nothing is ever forced.
 */
export interface Proposals {
  /** Where their branches are kept: at the remote `origin`, else only here. */
  readonly place: "origin" | "local";
  /** The bytes of a plain file; undefined where the commit has none there, or is not there itself. */
  read(place: CommittedPath, maxBytes: number): Promise<Uint8Array | undefined>;
  /** Whether both commits have the same at a path, whatever it is; nothing at either is the same too. */
  isSame(path: string, commits: readonly [one: string, other: string]): Promise<boolean>;
  /** The files of these names, in any folder, that differ between two commits: their paths. */
  differing(commits: readonly [one: string, other: string], names: readonly string[]): Promise<readonly string[]>;
  /** The commit on the tip that takes another one back, `git revert`; null where that does not apply. */
  revert(commit: string, onto: Onto): Promise<string | null>;
  /** The commit on the tip in which these paths are as they were at another one; null where they are already. */
  restore(paths: RestoredPaths, onto: Onto): Promise<string | null>;
  /** The tip of the branch of that name, where they are kept; null where there is none. */
  find(branch: string): Promise<string | null>;
  /** `rejected` where a branch of that name holds something else. */
  push(branch: string, commit: string): Promise<"pushed" | "rejected">;
}

export interface Onto {
  readonly tip: string;
  /** One line, and more below it. */
  readonly message: string;
}

export interface RestoredPaths {
  /** From the top, with `/` between parts. */
  readonly paths: readonly string[];
  /** Where they are as they should be; null where they should be gone. */
  readonly from: string | null;
}
