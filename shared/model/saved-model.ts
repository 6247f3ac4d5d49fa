import { Failure } from "../failure.ts";
import type { Files } from "../ports/files.ts";
import { isPointer } from "../release/lfs-pointer.ts";
import { appearanceOf } from "./appearance.ts";
import type { SavedModel } from "./graph.ts";
import { readMetaGraph } from "./meta-graph.ts";
import { nodeBudget } from "./nodes/budget.ts";
import { nodeCheck } from "./nodes/node-check.ts";
import { decodeEach, parseWire } from "./protobuf/decode.ts";
import { transcodeText } from "./protobuf/text.ts";
import { wireOver } from "./protobuf/wire.ts";

/** In this order, as TensorFlow looks for them. */
const NAMES = ["saved_model.pb", "saved_model.pbtxt"] as const;
/** Protobuf's own limit. */
const MAX_BYTES = 2 ** 31 - 1;
/** Real files hold one to four; each costs a reader far more memory than the two bytes it may take in the file. */
const MAX_METAGRAPHS = 1000;

/** The graph of a SavedModel's folder. Nothing of it is run, and its constants stay where they were read. */
export async function readSavedModel(directory: string, files: Files): Promise<SavedModel> {
  const file = await graphFile(directory, files);
  return parseSavedModel(await files.read(file, MAX_BYTES), file);
}

/** What `saved_model.pb` or `saved_model.pbtxt` holds; the name tells which it is. */
export function parseSavedModel(bytes: Uint8Array, file: string): SavedModel {
  if (bytes.length === 0) throw unreadable(`${file} is empty`, "Export the model again, or fetch the file again.");
  if (isPointer(bytes)) throw pointer(file);
  try {
    return savedModelOf(file.endsWith(".pbtxt") ? transcodeText("SavedModel", bytes, file) : bytes, file);
  } catch (error) {
    const appearance = error instanceof Failure && error.code === "model-unreadable" ? appearanceOf(bytes) : null;
    if (appearance === null) throw error;
    throw unreadable(`${file} is not a SavedModel: it looks like ${appearance.looksLike}`, appearance.fix, error);
  }
}

async function graphFile(directory: string, files: Files): Promise<string> {
  for (const name of NAMES) {
    const file = `${directory}/${name}`;
    if ((await files.kind(file)) !== "missing") return file;
  }
  throw await missing(directory, files);
}

function savedModelOf(bytes: Uint8Array, file: string): SavedModel {
  const wire = wireOver(bytes, file);
  const { saved_model_schema_version, meta_graphs } = parseWire("SavedModel", wire, nodeCheck(wire));
  if ((meta_graphs?.ranges.length ?? 0) > 2 * MAX_METAGRAPHS) throw tooManyMetaGraphs(file);
  const budget = nodeBudget(file);
  return {
    schemaVersion: Number(saved_model_schema_version),
    metaGraphs: [...decodeEach("MetaGraphDef", meta_graphs)].map((metaGraph) => readMetaGraph(metaGraph, file, budget)),
  };
}

/** Says what lies there instead, since the usual mistake is to name a folder above or a file within. */
async function missing(directory: string, files: Files): Promise<Failure> {
  const kind = await files.kind(directory);
  if (kind === "missing") return absent(`${directory} does not exist`, "Correct the path.");
  if (kind !== "directory") {
    return absent(`${directory} is not a folder`, `Name the folder that holds ${NAMES[0]}.`);
  }
  const below = (await files.list(directory)).map(({ path }) => path).filter((path) => isGraphFile(path));
  const nearest = below[0]?.slice(0, below[0].lastIndexOf("/"));
  const fix = nearest === undefined ? "Export the model there with model.export." : `Name ${directory}/${nearest}.`;
  return absent(`${directory} holds neither ${NAMES.join(" nor ")}`, fix);
}

function isGraphFile(path: string): boolean {
  return NAMES.some((name) => path.endsWith(`/${name}`));
}

function pointer(file: string): Failure {
  const slash = file.lastIndexOf("/");
  const [folder, name] = slash < 0 ? [".", file] : [file.slice(0, slash), file.slice(slash + 1)];
  return new Failure("lfs-pointer", `${file} is a Git LFS pointer, not the model`, {
    fix: `Fetch the file with: git -C ${quoted(folder)} lfs pull --include ${quoted(name)}`,
  });
}

function quoted(argument: string): string {
  return /^[\w./@%+=:,-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}

function tooManyMetaGraphs(file: string): Failure {
  return new Failure("limit-exceeded", `${file}: more than ${MAX_METAGRAPHS} metagraphs`, {
    fix: "Export the model for serving alone, with one metagraph.",
  });
}

function absent(message: string, fix: string): Failure {
  return new Failure("artifact-missing", message, { fix });
}

function unreadable(message: string, fix: string, cause?: unknown): Failure {
  return new Failure("model-unreadable", message, { fix, cause });
}
