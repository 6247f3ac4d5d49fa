import type { FileEntry, Files } from "../../ports/files.ts";
import { foldedName } from "../../release/folded-name.ts";
import type { SafetyFinding } from "../safety/finding.ts";
import { findingAt } from "./content.ts";
import { judgeContent } from "./judge.ts";

const MAX_FINDINGS_PER_FILE = 20;
const GRAPHS: ReadonlySet<string> = new Set(["saved_model.pb", "saved_model.pbtxt", "saved_model.cpb"]);

/** What lies beside the graph of a SavedModel, read as data: each file by its content, the name only a hint. */
export async function scanFiles(
  directory: string,
  entries: readonly FileEntry[],
  files: Files,
): Promise<readonly SafetyFinding[]> {
  const contents = entries.flatMap((entry) => judgeFile(directory, entry, files));
  return [...findShadowedGraphs(entries), ...findClashes(entries), ...contents];
}

function judgeFile(directory: string, entry: FileEntry, files: Files): readonly SafetyFinding[] {
  using source = files.open(`${directory}/${entry.path}`);
  const findings = judgeContent({ place: { file: entry.path, members: [] }, source });
  const once = [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
  if (once.length <= MAX_FINDINGS_PER_FILE) return once;
  const more = findingAt(
    { file: entry.path, members: [] },
    `${once.length - MAX_FINDINGS_PER_FILE} more findings in this file`,
    "Remove the file from the artifact.",
  );
  return [...once.slice(0, MAX_FINDINGS_PER_FILE), more];
}

/** TensorFlow loads one of them and a reader of the pull request may look at another. */
function findShadowedGraphs(entries: readonly FileEntry[]): readonly SafetyFinding[] {
  const folders = Map.groupBy(
    entries.filter(({ path }) => GRAPHS.has(baseName(path).toLowerCase())),
    ({ path }) => path.slice(0, path.length - baseName(path).length),
  );
  return [...folders.values()]
    .filter((graphs) => graphs.length > 1)
    .map((graphs) => {
      const names = graphs.map(({ path }) => baseName(path)).join(" and ");
      const place = { file: graphs.at(-1)!.path, members: [] };
      return findingAt(
        place,
        `${names} lie side by side, and only one of them is served`,
        "Keep one graph and remove the other.",
      );
    });
}

function findClashes(entries: readonly FileEntry[]): readonly SafetyFinding[] {
  return [...Map.groupBy(entries, ({ path }) => foldedName(path)).values()]
    .filter((same) => same.length > 1)
    .map((same) => {
      const names = same.map(({ path }) => JSON.stringify(path)).join(" and ");
      const place = { file: same.at(-1)!.path, members: [] };
      return findingAt(place, `${names} are one file on systems that ignore case`, "Rename one of the files.");
    });
}

const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
