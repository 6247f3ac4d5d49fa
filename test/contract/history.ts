import type { Repository } from "../../shared/ports/repository.ts";

/** What lies at a path: a file's content, a program's, where a link leads, or the commit of a submodule. */
export type Content = string | Uint8Array | { readonly program: string } | { readonly link: string } | "submodule";

export interface CommitSpec {
  readonly name: string;
  /** By their names; the first is the one that was built upon. */
  readonly parents?: readonly string[];
  readonly files: Readonly<Record<string, Content>>;
}

export interface History {
  readonly commits: readonly CommitSpec[];
  /** What `HEAD` is at: a branch's name, else a commit's. */
  readonly head: string;
  readonly branches?: Readonly<Record<string, string>>;
}

export interface Laid {
  readonly repository: Repository;
  /** The hash of each commit, by its name. */
  readonly commits: Readonly<Record<string, string>>;
}

export type RepositoryWorld = (history: History) => Promise<Laid>;

export const MODEL = { "saved_model.pb": "graph", "variables/variables.index": "index" };

/** A pull request: `base` went on to `main`, from `base` came `work`, and `merge` is what GitHub would make of both. */
export const PULL_REQUEST: History = {
  commits: [
    { name: "base", files: { "a/release.yaml": "a 1\n", "b/release.yaml": "b 1\n", "notes.md": "x\n" } },
    { name: "main", parents: ["base"], files: { "a/release.yaml": "a 2\n", "b/release.yaml": "b 1\n" } },
    {
      name: "work",
      parents: ["base"],
      files: { "a/release.yaml": "a 3\n", "c/release.yaml": "b 1\n", "d/release.yml": "d 1\n", "notes.md": "y\n" },
    },
    { name: "merge", parents: ["main", "work"], files: { "a/release.yaml": "a 3\n" } },
  ],
  head: "merge",
  branches: { main: "main", "feature/ü'\"": "work" },
};
