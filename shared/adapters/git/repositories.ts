import { realpath } from "node:fs/promises";
import { Failure } from "../../failure.ts";
import type { CommittedPath, Repositories, Repository } from "../../ports/repository.ts";
import { quote } from "../../schema/phrases.ts";
import { ask, demand, type Place, readBlob } from "./call.ts";
import { fileChanges } from "./changes.ts";
import { copyFolder } from "./copy.ts";
import { missingFailure, refusedFailure } from "./failures.ts";
import type { Environment } from "./safety.ts";
import { entryAt } from "./tree.ts";

/** Repositories as the `git` of this machine reads them. */
export function gitRepositories(environment: Environment): Repositories {
  return { find: (folder) => findRepository(folder, environment) };
}

async function findRepository(folder: string, environment: Environment): Promise<Repository | undefined> {
  const real = await realpath(folder).catch((error) => {
    throw new Failure("file-missing", `${folder} does not exist`, { fix: "Correct the path.", cause: error });
  });
  const asked = { folder: real, environment };
  const command = ["rev-parse", "--show-toplevel"];
  const { exitCode, stdout, stderr } = await ask(asked, command);
  if (/not a git repository/i.test(stderr)) return undefined;
  if (/bare repository|must be run in a work tree/i.test(stderr)) {
    const fix = "Run in a checkout: git clone or git worktree add makes one.";
    throw new Failure("usage", `${folder} lies in a repository without a working tree`, { fix });
  }
  if (exitCode !== 0) throw refusedFailure(folder, command, stderr);
  const place = { folder: line(stdout), environment };
  return repositoryAt(place, {
    folder: line(await demand(asked, ["rev-parse", "--show-prefix"])).replace(/\/$/, ""),
    isShallow: line(await demand(place, ["rev-parse", "--is-shallow-repository"])) === "true",
  });
}

function repositoryAt(place: Place, { folder, isShallow }: Pick<Repository, "folder" | "isShallow">): Repository {
  return {
    top: place.folder,
    folder,
    isShallow,
    resolve: (revision) => resolveRevision(place, revision),
    mergeBase: async (one, other) => mergeBase(place, hash(one), hash(other)),
    read: async ({ commit, path }, maxBytes) => readFile(place, { commit: hash(commit), path }, maxBytes),
    copy: async ({ commit, path }, into, limits) => copyFolder(place, { commit: hash(commit), path }, { into, limits }),
    changes: async ({ from, to }, names) => fileChanges(place, { from: from && hash(from), to: hash(to) }, names),
  };
}

/** No search through history, no path and no log of what was: those need a brace or a colon. */
const REVISION = /^(?!-)[^\p{Cc}\s:{}?*[\\]{1,250}$/u;

async function resolveRevision(place: Place, revision: string): Promise<string | undefined> {
  if (!REVISION.test(revision)) return undefined;
  const command = ["rev-parse", "--quiet", "--verify", "--end-of-options", `${revision}^{commit}`];
  const { exitCode, stdout } = await ask(place, command);
  return exitCode === 0 ? line(stdout) : undefined;
}

async function mergeBase(place: Place, one: string, other: string): Promise<string | undefined> {
  const command = ["merge-base", one, other];
  const { exitCode, stdout, stderr } = await ask(place, command);
  if (exitCode > 1) throw refusedFailure(place.folder, command, stderr);
  return exitCode === 0 ? line(stdout) : undefined;
}

async function readFile(place: Place, path: CommittedPath, maxBytes: number): Promise<Uint8Array | undefined> {
  const entry = await entryAt(place, path.commit, path.path);
  if (entry === undefined) return undefined;
  const shown = `${path.path} at ${path.commit.slice(0, 12)}`;
  if (entry.kind === "missing") throw missingFailure(shown);
  if (entry.kind !== "file" && entry.kind !== "executable") {
    throw new Failure("file-refused", `${shown} is a ${entry.kind}`, { fix: "Name a plain file." });
  }
  if (entry.sizeBytes > maxBytes) {
    const what = `${shown} has ${entry.sizeBytes} bytes, more than ${maxBytes}`;
    throw new Failure("limit-exceeded", what, { fix: "Make the file smaller." });
  }
  return readBlob(place, entry.object);
}

/** Whatever else it were, Git might take it for an option. */
function hash(commit: string): string {
  if (/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(commit)) return commit;
  throw new Failure("internal", `${quote(commit)} is no commit's hash`, { fix: "Report this as a defect." });
}

function line(text: string): string {
  return text.replace(/\r?\n$/, "");
}
