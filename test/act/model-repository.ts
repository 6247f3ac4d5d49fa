import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import type { FileChange } from "../../shared/ports/repository.ts";
import { project } from "../repo/project.ts";

/** A repository on disk as a forge keeps it, and the folder in which a person works on it. */
export interface ModelRepository {
  readonly origin: string;
  /** The person's own. */
  readonly folder: string;
  git(...words: readonly string[]): string;
  /** What the origin says, without the line's end. */
  ask(...words: readonly string[]): string;
  /** A file as the origin has it; undefined where there is none. */
  read(ref: string, path: string): Buffer | undefined;
  commit(message: string): string;
  /** What a branch would do to main. */
  changes(branch: string): readonly FileChange[];
}

/** The files of an example, with the model that `minimal` holds. */
export function layModelRepository(scratch: string, examples: readonly string[]): ModelRepository {
  const folder = join(scratch, "person");
  const origin = join(scratch, "origin.git");
  for (const example of ["minimal/spend", ...examples]) {
    const into = example === "minimal/spend" ? join(folder, "spend") : folder;
    cpSync(join(project, "workflows-examples", example), into, { recursive: true });
  }
  git(folder, ["init", "--quiet", "--template=", "--initial-branch=main"]);
  git(scratch, ["init", "--quiet", "--template=", "--bare", "--initial-branch=main", origin]);
  git(folder, ["remote", "add", "origin", origin]);
  return {
    folder,
    origin,
    git: (...words) => git(folder, words).toString().trimEnd(),
    ask: (...words) => git(origin, words).toString().trimEnd(),
    read: (ref, path) => {
      const isThere = /^[0-9a-f]{40} blob/.test(
        git(origin, ["cat-file", "--batch-check"], `${ref}:${path}\n`).toString(),
      );
      return isThere ? git(origin, ["cat-file", "blob", `${ref}:${path}`]) : undefined;
    },
    commit(message) {
      git(folder, ["add", "--all"]);
      git(folder, ["commit", "--quiet", "--message", message]);
      return git(folder, ["rev-parse", "HEAD"]).toString().trimEnd();
    },
    changes: (branch) =>
      git(folder, ["diff", "--name-status", "--no-renames", `main...${branch}`])
        .toString()
        .trimEnd()
        .split("\n")
        .map(changeOf),
  };
}

const KINDS: Readonly<Record<string, "added" | "changed" | "deleted">> = { A: "added", M: "changed", D: "deleted" };

function changeOf(line: string): FileChange {
  const [kind = "", path = ""] = line.split("\t");
  return { kind: KINDS[kind]!, path };
}

/** Git, away from this machine's configuration. */
function git(cwd: string, words: readonly string[], input?: string): Buffer {
  const env = { PATH: process.env.PATH, HOME: cwd, GIT_CONFIG_NOSYSTEM: "1" };
  const identity = ["-c", "user.name=Octocat", "-c", "user.email=octocat@example.com"];
  return execFileSync("git", [...identity, ...words], { cwd, env, input, maxBuffer: 1 << 26 });
}
