/** The default branch, where the repository is kept: what is merged there is what is wanted. */
export interface Mainline {
  /** As it is now. */
  tip(): Promise<MainlineTip>;
  /** How a commit of the branch stands to another that was its tip before. */
  order(since: string, tip: string): Promise<CommitOrder>;
  /** The commits of the branch by which a file became what it is at the tip, the newest first: 1,000 at most. */
  changesOf(path: string, tip: string): Promise<readonly string[]>;
}

export interface MainlineTip {
  /** All digits of its hash; it can be read from the repository. */
  readonly commit: string;
  /** Such as `main`. */
  readonly branch: string;
}

/** `diverged`: neither holds the other, as after a forced push. */
export type CommitOrder = "same" | "newer" | "older" | "diverged";
