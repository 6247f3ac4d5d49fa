import type { FileEntry } from "../ports/files.ts";
import type { MetaGraph } from "./graph.ts";
import { servingProgram } from "./restore/restore-program.ts";
import { assignments } from "./safety/flow/assignment.ts";
import { dataInputs } from "./safety/flow/copy.ts";
import { originsOf } from "./safety/flow/origin.ts";
import { reachedSites } from "./safety/reach/reach.ts";
import type { ServableFinding } from "./servable.ts";

const READS_AT_LOAD: ReadonlySet<string> = new Set(["InitializeTableFromTextFile", "InitializeTableFromTextFileV2"]);
const FILE_NAME = 1;

/**
 * The vocabularies that the model's tables read at load and that the artifact lacks. An asset that nothing reads may be
 * missing: TensorFlow only puts its name into the graph.
 */
export function checkAssets(metaGraph: MetaGraph, entries: readonly FileEntry[]): readonly ServableFinding[] {
  const present = new Set(entries.map(({ path }) => path));
  return [...new Set(assetsRead(metaGraph))]
    .map((file) => `assets/${file}`)
    .filter((path) => !present.has(path))
    .map((path) => ({
      rule: "asset-missing",
      where: path,
      message: `a table reads ${path} at load, and the artifact does not hold it`,
      fix: `Restore ${path} from where the model was exported.`,
    }));
}

function assetsRead(metaGraph: MetaGraph): readonly string[] {
  const program = servingProgram(metaGraph);
  const assigned = assignments();
  return [...reachedSites(program.reached.initialise, program.scopes)]
    .filter(({ node }) => READS_AT_LOAD.has(node.op))
    .flatMap(({ scope, node }) => {
      const tensor = dataInputs(node)[FILE_NAME] ?? "";
      return originsOf(program, { phase: "initialise", scope, tensor, role: "whole" }, assigned);
    })
    .flatMap((origin) => (origin.kind === "asset" ? [origin.file] : []));
}
