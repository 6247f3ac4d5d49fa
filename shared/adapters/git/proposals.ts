import { Failure } from "../../failure.ts";
import type { Proposals } from "../../ports/proposals.ts";
import type { CommittedPath } from "../../ports/repository.ts";
import { ask, demand, type Place, readBlob } from "./call.ts";
import { refusedFailure } from "./failures.ts";
import { fetchCommits, isThere } from "./history.ts";
import { lookUp } from "./look-up.ts";
import { originOf } from "./origin.ts";
import { restored } from "./restored.ts";
import { reverted } from "./reverted.ts";
import type { Environment } from "./safety.ts";
import { saidBy } from "./said.ts";

const NOTHING = "0".repeat(40);

/** Proposals in the repository of a folder; their branches go to its `origin`, where it has one. */
export async function gitProposals(folder: string, environment: Environment): Promise<Proposals> {
  const { here, there, isRemote } = await originOf(folder, environment);
  return {
    place: isRemote ? "origin" : "local",
    read: (place, maxBytes) => readFile(here, place, maxBytes),
    isSame: (path, commits) => isSame(here, path, commits),
    differing: ([one, other], names) => differing(here, [one, other], names),
    revert: (commit, onto) => reverted(here, commit, onto),
    restore: (paths, onto) => restored(here, paths, onto),
    find: (branch) => (isRemote ? remoteBranch(here, there, branch) : localBranch(here, branch)),
    push: (branch, commit) => (isRemote ? pushed(there, branch, commit) : created(here, branch, commit)),
  };
}

async function readFile(here: Place, { commit, path }: CommittedPath, maxBytes: number) {
  const found = await lookUp(here, commit, path);
  if (!found?.isFile) return undefined;
  if (found.sizeBytes <= maxBytes) return readBlob(here, found.object);
  const message = `${path} at ${commit.slice(0, 12)} has ${found.sizeBytes} bytes, more than ${maxBytes}`;
  throw new Failure("limit-exceeded", message, { fix: "Make the file smaller." });
}

async function isSame(here: Place, path: string, commits: readonly string[]): Promise<boolean> {
  const found = await Promise.all(commits.map((commit) => lookUp(here, commit, path)));
  return found.every((each) => each?.object === found[0]?.object);
}

async function differing(here: Place, commits: readonly string[], names: readonly string[]) {
  const patterns = names.map((name) => `:(top,glob)**/${name}`);
  const options = ["-r", "-z", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv"];
  const said = await demand(here, ["diff-tree", ...options, ...commits, "--", ...patterns]);
  return said.split("\0").slice(0, -1);
}

async function remoteBranch(here: Place, there: Place, branch: string): Promise<string | null> {
  const { exitCode, stdout, stderr } = await ask(there, ["ls-remote", "origin", `refs/heads/${branch}`]);
  if (exitCode !== 0) throw unreachable(branch, stderr);
  const commit = /^([0-9a-f]{40,64})\t/m.exec(stdout)?.[1] ?? null;
  if (commit !== null && !(await isThere(here, commit))) await fetchCommits(there, `refs/heads/${branch}`);
  return commit;
}

async function localBranch(here: Place, branch: string): Promise<string | null> {
  const command = ["rev-parse", "--quiet", "--verify", "--end-of-options", `refs/heads/${branch}^{commit}`];
  const { exitCode, stdout } = await ask(here, command);
  return exitCode === 0 ? stdout.trim() : null;
}

async function pushed(there: Place, branch: string, commit: string): Promise<"pushed" | "rejected"> {
  const command = ["push", "--porcelain", "origin", `${commit}:refs/heads/${branch}`];
  const { exitCode, stdout, stderr } = await ask(there, command);
  if (exitCode === 0) return "pushed";
  const said = `${stdout}\n${stderr}`;
  if (/\[rejected\]|cannot lock ref|reference already exists/i.test(said)) return "rejected";
  throw unreachable(branch, said);
}

async function created(here: Place, branch: string, commit: string): Promise<"pushed" | "rejected"> {
  const command = ["update-ref", `refs/heads/${branch}`, commit, NOTHING];
  const { exitCode, stderr } = await ask(here, command);
  if (exitCode === 0) return "pushed";
  if ((await localBranch(here, branch)) === null) throw refusedFailure(here.folder, command, stderr);
  return (await localBranch(here, branch)) === commit ? "pushed" : "rejected";
}

function unreachable(branch: string, said: string): Failure {
  return new Failure("forge-unreachable", `the branch ${branch} at origin: ${saidBy(said)}`, {
    fix: "Give the job contents: write, and see that no rule keeps it from making the branch.",
  });
}
