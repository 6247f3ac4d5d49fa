import { type Dir, lstatSync, type OpenDirOptions, opendirSync, type Stats } from "node:fs";
import { resolve } from "node:path";
import { Failure } from "../../failure.ts";
import type { FileEntry } from "../../ports/files.ts";
import { foldedName } from "../../release/folded-name.ts";
import { nameProblem, shownName } from "./entry-name.ts";
import { changedFailure, isMissing, missingFailure, systemFailure } from "./failures.ts";

const MAX_ENTRIES = 100_000;
const MAX_DEPTH = 64;
const MAX_NAMED = 20;

/** A folder still to be walked; its path is relative to the root and empty for the root itself. */
interface Folder {
  readonly path: string;
  readonly depth: number;
}

interface Walk {
  readonly root: string;
  readonly files: FileEntry[];
  readonly pending: Folder[];
  readonly refused: string[];
  /** Folded path → the path that was met first. */
  readonly seen: Map<string, string>;
  readonly maxEntries: number;
  entries: number;
}

export function listFiles(directory: string, maxEntries = MAX_ENTRIES): readonly FileEntry[] {
  // Without resolve, `link/` would be followed where `link` is refused.
  const root = resolve(directory);
  requireFolder(root, directory);
  const pending = [{ path: "", depth: 0 }];
  const walk: Walk = { root, files: [], pending, refused: [], seen: new Map(), maxEntries, entries: 0 };
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) visit(folder, walk);
  if (walk.refused.length > 0) throw refusal(directory, walk.refused);
  return sortedByBytes(walk.files);
}

function requireFolder(root: string, directory: string): void {
  const stats = statsOf(root, directory);
  if (stats.isDirectory()) return;
  const [what, fix] = stats.isSymbolicLink()
    ? ["a symbolic link", "Name the folder that the link points to."]
    : ["not a folder", "Name the folder that holds the files."];
  throw new Failure("artifact-refused", `${directory} is ${what}`, { fix });
}

function statsOf(root: string, directory: string): Stats {
  try {
    return lstatSync(root);
  } catch (error) {
    throw isMissing(error)
      ? missingFailure(directory, "artifact-missing", error)
      : systemFailure(error, directory, "read");
  }
}

function visit(folder: Folder, walk: Walk): void {
  try {
    using directory = openFolder(`${walk.root}/${folder.path}`);
    for (let name = nextName(directory); name !== null; name = nextName(directory)) {
      walk.entries += 1;
      if (walk.entries > walk.maxEntries) throw tooMany(walk);
      const problem = take(name, folder, walk);
      if (problem !== null) walk.refused.push(`${pathBelow(folder, shownName(name))} ${problem}`);
    }
  } catch (error) {
    refuseFolder(error, folder.path || ".", walk);
  }
}

/** A folder that may not be read is named with all else that is refused; any other trouble ends the walk. */
function refuseFolder(error: unknown, shown: string, walk: Walk): void {
  if (isMissing(error)) throw changedFailure(walk.root, error);
  const failure = systemFailure(error, shown, "read");
  if (failure.code !== "file-refused") throw failure;
  walk.refused.push(failure.message);
}

/** Keeps a file, queues a folder, or says why it is neither. */
function take(name: Buffer, folder: Folder, walk: Walk): string | null {
  const path = pathBelow(folder, name.toString());
  const problem = nameProblem(name, path) ?? ambiguity(path, walk.seen);
  if (problem !== null) return problem;
  const stats = lstatSync(`${walk.root}/${path}`);
  const depth = folder.depth + 1;
  if (stats.isFile()) walk.files.push({ path, sizeBytes: stats.size, executable: (stats.mode & 0o111) !== 0 });
  else if (!stats.isDirectory()) return `is ${specialKind(stats)}`;
  else if (depth > MAX_DEPTH) return `lies deeper than ${MAX_DEPTH} folders`;
  else walk.pending.push({ path, depth });
  return null;
}

function pathBelow(folder: Folder, name: string): string {
  return folder.path === "" ? name : `${folder.path}/${name}`;
}

function ambiguity(path: string, seen: Map<string, string>): string | null {
  const key = foldedName(path);
  const other = seen.get(key);
  seen.set(key, other ?? path);
  return other === undefined ? null : `is the same file as ${other} on some systems`;
}

function specialKind(stats: Stats): string {
  if (stats.isSymbolicLink()) return "a symbolic link";
  if (stats.isFIFO()) return "a named pipe";
  return stats.isSocket() ? "a socket" : "a device";
}

/** JavaScript's own order is another one beyond U+FFFF. */
function sortedByBytes(entries: readonly FileEntry[]): FileEntry[] {
  const keyed = entries.map((entry) => ({ entry, bytes: Buffer.from(entry.path) }));
  return keyed.sort((a, b) => Buffer.compare(a.bytes, b.bytes)).map(({ entry }) => entry);
}

/** Names come as bytes, for they need not be valid UTF-8; then Node wants the folder's path as bytes, too. */
function openFolder(path: string): Dir {
  // As in readdir, "buffer" is an encoding here; the type declaration does not say so.
  return opendirSync(Buffer.from(path), { encoding: "buffer", bufferSize: 256 } as unknown as OpenDirOptions);
}

function nextName(directory: Dir): Buffer | null {
  return (directory.readSync()?.name as unknown as Buffer | undefined) ?? null;
}

function tooMany({ root, maxEntries }: Walk): Failure {
  return new Failure("limit-exceeded", `${root} holds more than ${maxEntries} files and folders`, {
    fix: "Name the model's own folder.",
  });
}

function refusal(directory: string, refused: readonly string[]): Failure {
  const named = refused.toSorted().slice(0, MAX_NAMED);
  const hidden = refused.length - named.length;
  const more = hidden > 0 ? `; and ${hidden} more` : "";
  return new Failure("artifact-refused", `${directory} cannot be released: ${named.join("; ")}${more}`, {
    fix: "Replace each of them by a regular file with a plain name.",
  });
}
