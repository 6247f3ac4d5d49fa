/** Where Git repositories are found. Nothing is changed or fetched, and no program that a repository names is run. */
export interface Repositories {
  /** The repository whose working tree holds the folder; undefined when it lies in none. */
  find(folder: string): Promise<Repository | undefined>;
}

/** What has been committed, as far as a proposed release has to be compared with it. */
export interface Repository {
  /** The whole path of the working tree's top. */
  readonly top: string;
  /** The folder that was asked for, from the top: empty at the top itself, else with `/` between parts. */
  readonly folder: string;
  /** Whether commits may be missing that others name. */
  readonly isShallow: boolean;
  /** The commit that a branch, tag or revision such as `HEAD^1` names, as hex digits; undefined when none is there. */
  resolve(revision: string): Promise<string | undefined>;
  /** The best common ancestor; undefined when none is there. */
  mergeBase(one: string, other: string): Promise<string | undefined>;
  /** The bytes of a file; undefined when the commit has none there. Links and submodules are `file-refused`. */
  read(place: CommittedPath, maxBytes: number): Promise<Uint8Array | undefined>;
  /**
   * Writes a folder as it was committed into a folder that is made for it. Links, submodules and names that leave the
   * folder are `artifact-refused`, all named at once; what is not there is `artifact-missing`; a Git LFS pointer whose
   * object is not on this machine is `lfs-pointer`.
   */
  copy(place: CommittedPath, into: string, limits: CopyLimits): Promise<void>;
  /** What became of the files with one of these names, in any folder, between two commits: sorted by their paths. */
  changes(commits: CommitPair, names: readonly string[]): Promise<readonly FileChange[]>;
}

/** What was proposed and what it is proposed to, whoever keeps the commits. */
export type Commits = Pick<Repository, "isShallow" | "resolve" | "mergeBase" | "read" | "changes">;

export interface CommittedPath {
  /** As `resolve` gives it. */
  readonly commit: string;
  /** From the top, with `/` between parts. */
  readonly path: string;
}

export interface CopyLimits {
  readonly maxFiles: number;
  readonly maxBytes: number;
}

export interface CommitPair {
  /** Null for nothing at all: then every file of the other commit is added. */
  readonly from: string | null;
  readonly to: string;
}

export type FileChange =
  | { readonly kind: "added" | "changed" | "deleted"; readonly path: string }
  /** Much of it is as it was under another name. */
  | { readonly kind: "renamed"; readonly path: string; readonly from: string };
