import { Failure } from "../failure.ts";
import type { Files } from "../ports/files.ts";
import type { NodeBudget } from "./functions.ts";
import type { SavedModel } from "./graph.ts";
import { readMetaGraph } from "./meta-graph.ts";
import { decodeEach, parseMessage } from "./protobuf/decode.ts";

/** Protobuf's own limit. */
const MAX_BYTES = 2 ** 31 - 1;
/** Real files hold one to four; each costs a reader far more memory than the two bytes it may take in the file. */
const MAX_METAGRAPHS = 1000;
/** The largest published graphs have some 300 000. */
const MAX_NODES = 1_000_000;

/** The graph of a SavedModel directory, from `saved_model.pb`, else from `saved_model.pbtxt`, as TensorFlow looks for it. */
export async function readSavedModel(directory: string, files: Files): Promise<SavedModel> {
  const file = `${directory}/saved_model.pb`;
  return parseSavedModel(await files.read(file, MAX_BYTES), file);
}

export function parseSavedModel(bytes: Uint8Array, file: string): SavedModel {
  const { saved_model_schema_version, meta_graphs } = parseMessage("SavedModel", bytes, file);
  if ((meta_graphs?.ranges.length ?? 0) > 2 * MAX_METAGRAPHS) throw tooMany(`${MAX_METAGRAPHS} metagraphs`, file);
  const budget = nodeBudget(file);
  return {
    schemaVersion: Number(saved_model_schema_version),
    metaGraphs: [...decodeEach("MetaGraphDef", meta_graphs)].map((metaGraph) => readMetaGraph(metaGraph, file, budget)),
  };
}

function nodeBudget(file: string): NodeBudget {
  let left = MAX_NODES;
  return {
    take() {
      if (--left < 0) throw tooMany(`${MAX_NODES} nodes`, file);
    },
  };
}

function tooMany(what: string, file: string): Failure {
  return new Failure("limit-exceeded", `${file}: more than ${what}`, {
    fix: "Export the model for serving alone, with one metagraph and without its training graph.",
  });
}
