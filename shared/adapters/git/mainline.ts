import { Failure } from "../../failure.ts";
import type { CommitOrder, Mainline, MainlineTip } from "../../ports/mainline.ts";
import { ask, demand, type Place } from "./call.ts";
import { refusedFailure } from "./failures.ts";
import { fetchHistory, fetchTo } from "./fetch.ts";
import { completed, isShallow, isThere } from "./history.ts";
import { originOf } from "./origin.ts";
import type { Environment } from "./safety.ts";
import { saidBy } from "./said.ts";

const MOST_CHANGES = 1_000;

/** The default branch of `origin`, fetched; where there is no origin, what is checked out. */
export async function gitMainline(folder: string, environment: Environment): Promise<Mainline> {
  const { here, there, isRemote } = await originOf(folder, environment);
  return {
    tip: () => (isRemote ? remoteTip(here, there) : localTip(here)),
    order: async (since, tip) => {
      if (isRemote && !(await isThere(here, since))) await fetchAll(there);
      return orderOf(here, since, tip);
    },
    changesOf: async (path, tip) => {
      if (isRemote) await completed(here, there);
      const options = ["--first-parent", "--format=%H", `--max-count=${MOST_CHANGES}`, "--no-patch"];
      const said = await demand(here, ["log", ...options, "--end-of-options", tip, "--", `:(top,literal)${path}`]);
      return said.split("\n").filter((line) => line !== "");
    },
  };
}

/** One question to the remote; a fetch only where the answer is new. */
async function remoteTip(here: Place, there: Place): Promise<MainlineTip> {
  const { exitCode, stdout, stderr } = await ask(there, ["ls-remote", "--symref", "origin", "HEAD"]);
  if (exitCode !== 0) throw unreachable(stderr);
  const branch = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(stdout)?.[1];
  const commit = /^([0-9a-f]{40,64})\tHEAD$/m.exec(stdout)?.[1];
  if (branch === undefined || commit === undefined) throw unreachable("origin names no default branch");
  if (!(await isThere(here, commit))) await fetchTip(there, branch);
  return { commit, branch };
}

async function localTip(here: Place): Promise<MainlineTip> {
  const { exitCode, stdout } = await ask(here, ["rev-parse", "--quiet", "--verify", "HEAD^{commit}"]);
  if (exitCode !== 0) {
    throw new Failure("commit-missing", `${here.folder} has no commit yet`, { fix: "Commit the release." });
  }
  const branch = (await demand(here, ["rev-parse", "--abbrev-ref", "HEAD"])).trim();
  return { commit: stdout.trim(), branch };
}

async function fetchTip(there: Place, branch: string): Promise<void> {
  const { exitCode, stderr } = await fetchTo(there, `refs/heads/${branch}`, "refs/model-release/mainline");
  if (exitCode !== 0) throw unreachable(stderr);
}

/** A shallow clone knows nothing of what was before: only the whole history tells what came first. */
async function fetchAll(there: Place): Promise<void> {
  const { exitCode, stderr } = await fetchHistory(there, (await isShallow(there)) ? ["--unshallow"] : []);
  if (exitCode !== 0) throw unreachable(stderr);
}

async function orderOf(here: Place, since: string, tip: string): Promise<CommitOrder> {
  if (since === tip) return "same";
  if (!(await isThere(here, since))) return "diverged";
  if (await isAncestor(here, since, tip)) return "newer";
  return (await isAncestor(here, tip, since)) ? "older" : "diverged";
}

async function isAncestor(here: Place, one: string, other: string): Promise<boolean> {
  const command = ["merge-base", "--is-ancestor", one, other];
  const { exitCode, stderr } = await ask(here, command);
  if (exitCode > 1) throw refusedFailure(here.folder, command, stderr);
  return exitCode === 0;
}

function unreachable(said: string): Failure {
  return new Failure("forge-unreachable", `origin cannot be asked for its default branch: ${saidBy(said, /\S/)}`, {
    fix: "Give the checkout a token that may read the repository, or run again when the forge answers.",
  });
}
