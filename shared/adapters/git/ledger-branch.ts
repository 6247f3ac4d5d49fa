import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure } from "../../failure.ts";
import type { LedgerBranch, LedgerChange, LedgerTree } from "../../ports/ledger-branch.ts";
import { ask, demand, type Place, readBlob } from "./call.ts";
import { refusedFailure } from "./failures.ts";
import { fetchTo } from "./fetch.ts";
import { originOf } from "./origin.ts";
import type { Environment } from "./safety.ts";
import { saidBy } from "./said.ts";
import { entryAt, listFolder, type TreeEntry } from "./tree.ts";

export const LEDGER_BRANCH = "model-release-ledger";

const BRANCH = `refs/heads/${LEDGER_BRANCH}`;
/** Where the remote's branch is kept, away from whatever the user fetches. */
export const FETCHED = "refs/model-release/ledger";
/** As many characters are read of a ledger; what is larger is none. */
const MOST_LEDGER_BYTES = 128 * 2 ** 20;
const NOTHING = "0".repeat(40);
/** Who our own commits are by. */
export const IDENTITY = ["-c", "user.name=model-release", "-c", "user.email=model-release@users.noreply.github.com"];

/** The ledger's branch at `origin`, else in the repository itself. Neither working tree nor index is touched. */
export async function gitLedgerBranch(folder: string, environment: Environment): Promise<LedgerBranch> {
  const { here, there, isRemote } = await originOf(folder, environment);
  return {
    place: isRemote ? "origin" : "local",
    fetch: async () => treeAt(here, isRemote ? await fetched(here, there) : await tipOf(here, BRANCH)),
    push: async (change) => {
      const commit = await committed(here, change);
      return isRemote ? pushed(there, commit) : moved(here, commit, change.parent);
    },
  };
}

async function fetched(here: Place, there: Place): Promise<string | null> {
  const { exitCode, stderr } = await fetchTo(there, BRANCH, FETCHED);
  if (exitCode === 0) return tipOf(here, FETCHED);
  if (/couldn't find remote ref/i.test(stderr)) return null;
  throw unreachable(stderr);
}

async function tipOf(place: Place, reference: string): Promise<string | null> {
  const command = ["rev-parse", "--quiet", "--verify", "--end-of-options", `${reference}^{commit}`];
  const { exitCode, stdout } = await ask(place, command);
  return exitCode === 0 ? stdout.trim() : null;
}

async function treeAt(place: Place, commit: string | null): Promise<LedgerTree> {
  if (commit === null) return { commit, names: [], read: async () => undefined };
  const entries = await listFolder(place, commit);
  return {
    commit,
    names: entries.filter(({ kind }) => kind === "file").map(({ name }) => name),
    read: async (name) => {
      const entry = await entryAt(place, commit, name);
      return entry?.kind === "file" ? readLedgerFile(place, entry) : undefined;
    },
  };
}

/** Whoever may push may push more than fits into memory. */
export async function readLedgerFile(place: Place, { name, object, sizeBytes }: TreeEntry): Promise<Uint8Array> {
  if (sizeBytes <= MOST_LEDGER_BYTES) return readBlob(place, object);
  throw new Failure("limit-exceeded", `${name} of ${LEDGER_BRANCH} has ${sizeBytes} bytes: no ledger is as large`, {
    fix: "Restore the file from the commit before: git log -p shows who made it so.",
  });
}

/** A commit of the parent's files and the changed one, made in an index of its own. */
async function committed(place: Place, { parent, name, bytes, message }: LedgerChange): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), "model-release-ledger-"));
  try {
    const own: Place = { ...place, variables: { GIT_INDEX_FILE: join(scratch, "index") } };
    await writeFile(join(scratch, "file"), bytes);
    const blob = (await demand(own, ["hash-object", "-w", "--no-filters", "--", join(scratch, "file")])).trim();
    if (parent !== null) await demand(own, ["read-tree", parent]);
    await demand(own, ["update-index", "--add", "--cacheinfo", `100644,${blob},${name}`]);
    const tree = (await demand(own, ["write-tree"])).trim();
    const parents = parent === null ? [] : ["-p", parent];
    return (await demand(own, [...IDENTITY, "commit-tree", tree, ...parents, "-m", message])).trim();
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Never forced: a branch that has moved on refuses it, and so does one that two pushes reach at once. */
async function pushed(there: Place, commit: string): Promise<"pushed" | "rejected"> {
  const command = ["push", "--porcelain", "origin", `${commit}:${BRANCH}`];
  const { exitCode, stdout, stderr } = await ask(there, command);
  if (exitCode === 0) return "pushed";
  const said = `${stdout}\n${stderr}`;
  if (
    /\[rejected\]|non-fast-forward|fetch first|cannot lock ref|failed to update ref|reference already exists/i.test(
      said,
    )
  ) {
    return "rejected";
  }
  throw unreachable(said);
}

async function moved(place: Place, commit: string, parent: string | null): Promise<"pushed" | "rejected"> {
  const command = ["update-ref", BRANCH, commit, parent ?? NOTHING];
  const { exitCode, stderr } = await ask(place, command);
  if (exitCode === 0) return "pushed";
  if (/cannot lock ref|reference already exists|is at [0-9a-f]+ but expected/i.test(stderr)) return "rejected";
  throw refusedFailure(place.folder, command, stderr);
}

function unreachable(said: string): Failure {
  return new Failure("ledger-unreachable", `the branch ${LEDGER_BRANCH} at origin: ${saidBy(said)}`, {
    fix: "Give the job contents: write, and see that no rule protects the branch against it.",
  });
}
