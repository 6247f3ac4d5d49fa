import type { FileEntry, Files } from "../ports/files.ts";
import { scanFiles } from "./beside/scan-files.ts";
import { scanKerasObjects } from "./beside/scan-keras-objects.ts";
import type { SavedModel } from "./graph.ts";
import type { SafetyFinding } from "./safety/finding.ts";
import { scanGraph } from "./safety/scan-graph.ts";
import { scanNested } from "./scan-nested.ts";

interface ReadModel {
  readonly directory: string;
  readonly model: SavedModel;
  readonly entries: readonly FileEntry[];
}

/** Everything unsafe about a SavedModel, in its graph and beside it: what is to be known before it is loaded. */
export async function scanModel(
  { directory, model, entries }: ReadModel,
  files: Files,
): Promise<readonly SafetyFinding[]> {
  return [
    ...scanGraph(model),
    ...scanKerasObjects(model.metaGraphs, "saved_model.pb"),
    ...(await scanFiles(directory, entries, files)),
    ...(await scanNested(directory, entries, files)),
  ];
}
