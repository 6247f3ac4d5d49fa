import type { CommitPair, FileChange } from "../../ports/repository.ts";
import { demand, type Place } from "./call.ts";

const KINDS: Readonly<Record<string, "added" | "changed" | "deleted">> = { A: "added", D: "deleted" };
/** A link or submodule is no file that can be read. */
const FILE = /^100/;

/** Git compares by content alone: what the repository names to show differences with is not asked. */
export async function fileChanges(
  place: Place,
  { from, to }: CommitPair,
  names: readonly string[],
): Promise<readonly FileChange[]> {
  const patterns = names.map((name) => `:(top,glob)**/${name}`);
  const options = ["-r", "-z", "-M50%", "--raw", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all"];
  const before = from ?? emptyTreeLike(to);
  const said = await demand(place, ["diff-tree", ...options, before, to, "--", ...patterns]);
  return changesIn(said.split("\0").slice(0, -1)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Git knows the tree without any file by its hash alone, of either length. */
function emptyTreeLike(commit: string): string {
  return commit.length === 40
    ? "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
    : "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321";
}

/** Each is a line of modes, hashes and a letter, then one path, or two where it was renamed. */
function changesIn(fields: readonly string[]): readonly FileChange[] {
  const changes: FileChange[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const [oldMode = "", newMode = "", , , status = ""] = fields[at]!.slice(1).split(" ");
    const path = fields[at + 1]!;
    if (status.startsWith("R")) changes.push({ kind: "renamed", from: path, path: fields[at + 2]! });
    else if (FILE.test(status === "D" ? oldMode : newMode)) changes.push({ kind: KINDS[status] ?? "changed", path });
    else if (status !== "A") changes.push({ kind: "deleted", path });
    at += status.startsWith("R") ? 3 : 2;
  }
  return changes;
}
