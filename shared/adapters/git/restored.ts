import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Onto, RestoredPaths } from "../../ports/proposals.ts";
import { demand, type Place } from "./call.ts";
import { IDENTITY } from "./ledger-branch.ts";
import { entryAt, type TreeEntry } from "./tree.ts";

/** The tip's tree with some paths as they were before, put together in an index of its own: nothing is checked out. */
export async function restored(
  here: Place,
  { paths, from }: RestoredPaths,
  { tip, message }: Onto,
): Promise<string | null> {
  const scratch = await mkdtemp(join(tmpdir(), "model-release-restore-"));
  const own: Place = { ...here, variables: { GIT_INDEX_FILE: join(scratch, "index") } };
  try {
    await demand(own, ["read-tree", tip]);
    for (const path of paths) await put(own, path, from === null ? undefined : await entryAt(here, from, path));
    const tree = (await demand(own, ["write-tree"])).trim();
    if (tree === (await demand(here, ["rev-parse", `${tip}^{tree}`])).trim()) return null;
    return (await demand(here, [...IDENTITY, "commit-tree", tree, "-p", tip, "-m", message])).trim();
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

const MODES: Partial<Readonly<Record<TreeEntry["kind"], string>>> = {
  file: "100644",
  executable: "100755",
  link: "120000",
  submodule: "160000",
  missing: "100644",
};

async function put(own: Place, path: string, entry: TreeEntry | undefined): Promise<void> {
  const gone = ["rm", "-r", "-f", "--quiet", "--sparse", "--cached", "--ignore-unmatch", "--", `:(top,literal)${path}`];
  await demand(own, gone);
  if (entry === undefined) return;
  if (entry.kind === "folder") await demand(own, ["read-tree", `--prefix=${path}/`, entry.object]);
  else
    await demand(own, [
      "update-index",
      "--add",
      "--replace",
      "--cacheinfo",
      `${MODES[entry.kind]},${entry.object},${path}`,
    ]);
}
