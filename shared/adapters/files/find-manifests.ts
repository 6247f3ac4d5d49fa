import { type Dirent, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { MANIFEST_NAMES } from "../../release/proposal.ts";

const MAX_FOLDERS = 10_000;
const MAX_DEPTH = 12;
const GRAPH_NAMES = ["saved_model.pb", "saved_model.pbtxt"];

/** Every `release.yaml` below a folder, sorted. */
export function findManifests(root: string): readonly string[] {
  return findFiles(root, MANIFEST_NAMES);
}

/** Every folder below one, or itself, that holds a SavedModel, sorted. */
export function findSavedModels(root: string): readonly string[] {
  return [...new Set(findFiles(root, GRAPH_NAMES).map(dirname))];
}

/** Hidden folders and dependencies hold none of ours; no link is followed. */
function findFiles(root: string, names: readonly string[]): readonly string[] {
  const found: string[] = [];
  const pending = [{ folder: root, depth: 0 }];
  for (let visited = 0; visited < MAX_FOLDERS; visited += 1) {
    const next = pending.pop();
    if (next === undefined) break;
    for (const entry of entriesOf(next.folder)) {
      const path = join(next.folder, entry.name);
      if (entry.isFile() && names.includes(entry.name)) found.push(path);
      const isOurs = entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules";
      if (isOurs && next.depth < MAX_DEPTH) pending.push({ folder: path, depth: next.depth + 1 });
    }
  }
  return found.sort();
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
