import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Onto } from "../../ports/proposals.ts";
import { ask, demand, type Place } from "./call.ts";
import { IDENTITY } from "./ledger-branch.ts";

/** No file of the tree is wanted on the disk; said here, since `git sparse-checkout` would change the user's settings. */
const SPARSE = ["-c", "core.sparseCheckout=true", "-c", "core.sparseCheckoutCone=false"];
/** What was renamed, or resolved once before, is for people to look at. */
const EXACT = ["-c", "merge.renames=false", "-c", "rerere.enabled=false"];

/** `git revert` in a working tree of its own, into which no file is checked out: models are large. */
export async function reverted(here: Place, commit: string, { tip, message }: Onto): Promise<string | null> {
  if (await hasMergeDrivers(here)) return null;
  await using tree = await emptyTree(here, tip);
  const own: Place = { ...here, folder: tree.folder };
  const merged = (await parentsOf(here, commit)) > 1 ? ["-m", "1"] : [];
  const { exitCode } = await ask(own, [...SPARSE, ...EXACT, ...IDENTITY, "revert", "--no-commit", ...merged, commit]);
  if (exitCode !== 0) return null;
  const written = (await demand(own, ["write-tree"])).trim();
  if (written === (await demand(here, ["rev-parse", `${tip}^{tree}`])).trim()) return null;
  // The message is ours: that of the commit may close issues a second time.
  return (await demand(here, [...IDENTITY, "commit-tree", written, "-p", tip, "-m", message])).trim();
}

/** Programs that a repository's settings name are not run. */
async function hasMergeDrivers(here: Place): Promise<boolean> {
  const { stdout } = await ask(here, ["config", "--name-only", "--get-regexp", "^merge\\..*\\.driver$"]);
  return stdout.trim() !== "";
}

async function parentsOf(here: Place, commit: string): Promise<number> {
  const said = await demand(here, ["rev-list", "--parents", "--max-count=1", commit]);
  return said.trim().split(" ").length - 1;
}

interface Tree extends AsyncDisposable {
  readonly folder: string;
}

async function emptyTree(here: Place, tip: string): Promise<Tree> {
  const scratch = await mkdtemp(join(tmpdir(), "model-release-revert-"));
  const own: Place = { ...here, folder: join(scratch, "tree") };
  const remove = async (): Promise<void> => {
    await ask(here, ["worktree", "remove", "--force", own.folder]);
    await rm(scratch, { recursive: true, force: true });
  };
  try {
    await demand(here, ["worktree", "add", "--quiet", "--detach", "--no-checkout", own.folder, tip]);
    const patterns = (await demand(own, ["rev-parse", "--git-path", "info/sparse-checkout"])).trim();
    await mkdir(dirname(resolve(own.folder, patterns)), { recursive: true });
    await writeFile(resolve(own.folder, patterns), "/nothing-at-all\n");
    await demand(own, [...SPARSE, "read-tree", "-m", "-u", "HEAD"]);
    return { folder: own.folder, [Symbol.asyncDispose]: remove };
  } catch (thrown) {
    await remove();
    throw thrown;
  }
}
