import { Failure } from "../failure.ts";
import type { Files } from "../ports/files.ts";
import type { SavedModel } from "./graph.ts";
import { parseMessage } from "./protobuf/decode.ts";

const FILE = "keras_metadata.pb";
const MAX_BYTES = 64 * 1024 * 1024;
const KEY = '"keras_version"';

/**
 * The Keras that saved the model: from Keras 2.5 on beside the graph, before within it. Null where neither tells:
 * Keras 3 leaves no trace, and a model may be made without Keras.
 */
export async function kerasVersion(directory: string, model: SavedModel, files: Files): Promise<string | null> {
  const within = model.metaGraphs.flatMap(({ objects }) => objects?.nodes.map(({ metadata }) => metadata) ?? []);
  return firstVersion(await metadataBeside(directory, files)) ?? firstVersion(within);
}

/** TensorFlow serves a model whose Keras metadata is damaged, so here it only tells nothing. */
async function metadataBeside(directory: string, files: Files): Promise<readonly string[]> {
  const file = `${directory}/${FILE}`;
  if ((await files.kind(file)) !== "file") return [];
  try {
    const { nodes } = parseMessage("KerasMetadata", await files.read(file, MAX_BYTES), file);
    return nodes.map(({ metadata }) => metadata);
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}

function firstVersion(metadata: readonly string[]): string | null {
  for (const text of metadata) {
    const version = text.includes(KEY) ? versionIn(text) : null;
    if (version !== null) return version;
  }
  return null;
}

function versionIn(metadata: string): string | null {
  try {
    const { keras_version: version } = JSON.parse(metadata);
    return typeof version === "string" && /^[\w.+-]{1,64}$/.test(version) ? version : null;
  } catch {
    return null;
  }
}
