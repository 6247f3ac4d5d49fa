/** The default branch, where the repository is kept: what is merged there is what is wanted. */
export interface Mainline {
  /** As it is now. */
  tip(): Promise<MainlineTip>;
  /** How a commit of the branch stands to another that was its tip before. */
  order(since: string, tip: string): Promise<CommitOrder>;
}

export interface MainlineTip {
  /** All digits of its hash; it can be read from the repository. */
  readonly commit: string;
  /** Such as `main`. */
  readonly branch: string;
}

/** `diverged`: neither holds the other, as after a forced push. */
export type CommitOrder = "same" | "newer" | "older" | "diverged";
