import { Failure } from "../failure.ts";
import type { FileEntry, Files } from "../ports/files.ts";
import { isDamage } from "./beside/bytes.ts";
import { cannotBeJudged, findingAt } from "./beside/content.ts";
import type { SafetyFinding } from "./safety/finding.ts";
import { scanGraph } from "./safety/scan-graph.ts";
import { readSavedModel } from "./saved-model.ts";

/** A model for each country is plausible, hundreds of them are a way to spend our time. */
const MAX_NESTED = 50;
const GRAPH = /\/saved_model\.(pb|pbtxt)$/;

/**
 * SavedModels below this one: numbered versions, or modules that were packed along. A server that is pointed at their
 * folder loads them, so each is judged as the model itself is.
 */
export async function scanNested(
  directory: string,
  entries: readonly FileEntry[],
  files: Files,
): Promise<readonly SafetyFinding[]> {
  const graphs = entries.map(({ path }) => path).filter((path) => GRAPH.test(path));
  const findings: SafetyFinding[] = [];
  for (const path of graphs.slice(0, MAX_NESTED)) findings.push(...(await scanOne(directory, path, files)));
  return graphs.length > MAX_NESTED ? [...findings, tooMany(graphs[MAX_NESTED]!)] : findings;
}

async function scanOne(directory: string, path: string, files: Files): Promise<readonly SafetyFinding[]> {
  try {
    const model = await readSavedModel(`${directory}/${path.slice(0, path.lastIndexOf("/"))}`, files);
    return scanGraph(model).map((finding) => ({ ...finding, path: [path, ...finding.path] }));
  } catch (error) {
    const isUnread = isDamage(error) || (error instanceof Failure && error.code === "lfs-pointer");
    if (isUnread) return [cannotBeJudged({ file: path, members: [] }, error.message)];
    throw error;
  }
}

function tooMany(path: string): SafetyFinding {
  const reason = `cannot be judged: more than ${MAX_NESTED} models lie below this one`;
  return findingAt({ file: path, members: [] }, reason, "Release one model at a time.");
}
