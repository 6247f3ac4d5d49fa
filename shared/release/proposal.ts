import { Failure } from "../failure.ts";
import type { Commits, FileChange } from "../ports/repository.ts";
import { quote } from "../schema/phrases.ts";

/** What a pull request would change, and what it proposes. */
export interface Proposal {
  /** The tip of the base branch: it names the champions. */
  readonly base: string;
  readonly head: string;
}

export const MANIFEST_NAMES: readonly string[] = ["release.yaml", "release.yml"];

/** Where a person's clone keeps what is released, when nobody says. */
const DEFAULT_BASES = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];

/**
 * The commits that `base` and `HEAD` name; null where nobody names a base and the repository has no branch of a usual
 * name. On the merge commit that GitHub makes of a pull request, the base is `HEAD^1`.
 */
export async function proposalOf(base: string | null, repository: Commits): Promise<Proposal | null> {
  const head = await repository.resolve("HEAD");
  if (head === undefined) return null;
  for (const each of base === null ? DEFAULT_BASES : [base]) {
    const commit = await repository.resolve(each);
    if (commit !== undefined) return { base: commit, head };
  }
  // A first release is never what a clone says that only lacks the branch to compare with.
  if (base === null && !repository.isShallow) return null;
  throw missingBase(base, repository);
}

/** Every manifest that the proposal adds, changes, renames or deletes, by its path: each is a release of its own. */
export async function changedManifests(proposal: Proposal, repository: Commits): Promise<readonly FileChange[]> {
  const { base, head } = proposal;
  const from = await repository.mergeBase(base, head);
  if (from === undefined) throw missingAncestor(repository);
  return repository.changes({ from, to: head }, MANIFEST_NAMES);
}

const DEEPEN = "Set fetch-depth: 0 for actions/checkout, or run git fetch --unshallow.";

function missingBase(base: string | null, { isShallow }: Commits): Failure {
  if (base === null || isShallow) {
    const named = base === null ? "the base branch" : `the base ${quote(base)}`;
    return new Failure("commit-missing", `${named} is not in this clone, which is shallow`, { fix: DEEPEN });
  }
  const [, remote, branch] = /^(origin|upstream)\/([\w./-]+)$/.exec(base) ?? [];
  return new Failure("commit-missing", `this repository has no commit ${quote(base)}`, {
    fix: branch === undefined ? "Name a commit, a branch or a tag of it." : `Run git fetch ${remote} ${branch}.`,
  });
}

function missingAncestor({ isShallow }: Commits): Failure {
  const what = isShallow
    ? "this clone is shallow: where HEAD left the base branch is not in it"
    : "HEAD and the base branch have no commit in common";
  return new Failure("commit-missing", what, { fix: isShallow ? DEEPEN : "Start the branch from the base branch." });
}
