import { toFailure } from "../../shared/failure.ts";
import type { Forge } from "../../shared/ports/forge.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { Commits, FileChange, Repositories, Repository } from "../../shared/ports/repository.ts";
import type { ReportInputs } from "./inputs.ts";
import type { Subject } from "./subject.ts";

/** A proposal's commits, from wherever they are kept. */
export interface Head {
  readonly commits: Commits;
  /** As its commits name it: a hash, or a branch whose tip the forge knows. */
  readonly base: string;
}

interface Ports {
  readonly repositories: Repositories;
  readonly forge: Forge;
  readonly resolve: (path: string) => string;
  readonly log: Log;
}

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/**
 * Git where it has been fetched, else the forge: a job may stand on the merge commit, on the head, or on the base
 * branch alone, and a fork's files are read as data, never checked out.
 */
export async function openHead(
  subject: Subject,
  { base: asked }: Pick<ReportInputs, "base">,
  ports: Ports,
): Promise<Head> {
  const git = await checkout(ports);
  const base = (asked === null ? await comparedWith(subject, git) : await git?.resolve(asked)) ?? asked ?? subject.base;
  return { base, commits: await commitsOf({ ...subject, base }, git, ports.forge) };
}

/** Undefined where the job has checked nothing out, or Git cannot be asked: what it would say the forge knows as well. */
async function checkout({ repositories, resolve, log }: Ports): Promise<Repository | undefined> {
  try {
    return await repositories.find(resolve("."));
  } catch (thrown) {
    const { code, message } = toFailure(thrown);
    if (code !== "tool-missing" && code !== "tool-failed") throw thrown;
    log.info(`Git cannot be asked, so the forge is: ${message}`);
    return undefined;
  }
}

/** On the merge commit of this very head: what `validate` has compared with, whatever became of the branch since. */
async function comparedWith({ head }: Subject, git: Repository | undefined): Promise<string | undefined> {
  const isMerge = (await git?.resolve("HEAD^2")) === head;
  return isMerge ? git?.resolve("HEAD^1") : undefined;
}

async function commitsOf(subject: Subject, git: Repository | undefined, forge: Forge): Promise<Commits> {
  const { head, base, pullRequest } = subject;
  const from = (await has(git, base)) && (await has(git, head)) ? await git!.mergeBase(base, head) : undefined;
  return {
    isShallow: false,
    resolve: async (revision) => (revision === "HEAD" ? head : revision),
    mergeBase: async () => from ?? base,
    async read({ commit, path }, maxBytes) {
      try {
        if (await has(git, commit)) return await git!.read({ commit, path }, maxBytes);
      } catch (thrown) {
        // A partial clone has the commit and leaves its files out.
        if (toFailure(thrown).code !== "tool-failed") throw thrown;
      }
      return forge.readFile({ ref: commit, path }, maxBytes);
    },
    changes: async (_, names) =>
      from === undefined
        ? changesOf(await forge.pullRequests.changes(pullRequest), names)
        : git!.changes({ from, to: head }, names),
  };
}

/** A branch does not count: the forge's may have moved on since. */
async function has(git: Repository | undefined, commit: string): Promise<boolean> {
  return COMMIT.test(commit) && (await git?.resolve(commit)) === commit;
}

/** As Git tells it, which sees no other file. */
function changesOf(changes: readonly FileChange[], names: readonly string[]): readonly FileChange[] {
  const isNamed = (path: string): boolean => names.includes(path.slice(path.lastIndexOf("/") + 1));
  const found = changes.flatMap((change): readonly FileChange[] => {
    const { path } = change;
    if (change.kind !== "renamed" || isNamed(path) === isNamed(change.from)) return isNamed(path) ? [change] : [];
    return [isNamed(path) ? { kind: "added", path } : { kind: "deleted", path: change.from }];
  });
  return found.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}
