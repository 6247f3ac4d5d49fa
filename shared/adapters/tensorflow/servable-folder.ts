import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, symlinkSync, writeSync } from "node:fs";
import { join, resolve } from "node:path";
import type { MetaGraph, SavedModel } from "../../model/graph.ts";
import { transcodeText } from "../../model/protobuf/text.ts";
import type { Files } from "../../ports/files.ts";
import { amendGraph } from "./amend-graph.ts";

export interface CopyWish {
  readonly directory: string;
  readonly model: SavedModel;
  readonly metaGraph: MetaGraph;
  /** An encoded GraphDef to be added to that of the metagraph. */
  readonly graph: Uint8Array | null;
  /** The folder for copies. */
  readonly scratch: string;
}

/** The model's folder as TensorFlow is given it. */
export interface ServableFolder extends Disposable {
  readonly directory: string;
}

const MAX_BYTES = 2 ** 31 - 1;
const GRAPH = /^saved_model\.(pb|pbtxt|cpb)$/;
/** TensorFlow's own names of the processor that every machine has. */
const PROCESSOR = /^(\/job:localhost)?(\/replica:0)?(\/task:0)?\/?(device:)?cpu:(0|\*)$/i;

/**
 * A server puts what a graph places on a device that is not there on one that is, and the addon cannot ask for it. So
 * such a graph is copied without these places; everything else of the model stays where it is.
 */
export async function servableFolder(wish: CopyWish, files: Files): Promise<ServableFolder> {
  const { directory, graph, metaGraph, model, scratch } = wish;
  if (graph === null && !hasForeignDevices(metaGraph)) return { directory, [Symbol.dispose]: () => {} };
  const addition = graph === null ? null : { metaGraph: model.metaGraphs.indexOf(metaGraph), graph };
  const { bytes, file } = await graphOf(directory, files);
  const folder = mkdtempSync(join(scratch, "model-"));
  linkRest(directory, folder);
  write(join(folder, "saved_model.pb"), amendGraph(bytes, { addition, isDropped: isForeign }, file));
  return { directory: folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

function hasForeignDevices({ nodes, functions }: MetaGraph): boolean {
  const isElsewhere = ({ device }: { readonly device: string }) => isForeign(device);
  return nodes.some(isElsewhere) || functions.some((each) => each.nodes.some(isElsewhere));
}

function isForeign(device: string): boolean {
  return device !== "" && !PROCESSOR.test(device);
}

async function graphOf(
  directory: string,
  files: Files,
): Promise<{ readonly bytes: Uint8Array; readonly file: string }> {
  const binary = join(directory, "saved_model.pb");
  if ((await files.kind(binary)) === "file") return { bytes: await files.read(binary, MAX_BYTES), file: binary };
  const text = join(directory, "saved_model.pbtxt");
  return { bytes: transcodeText("SavedModel", await files.read(text, MAX_BYTES), text), file: text };
}

function linkRest(directory: string, folder: string): void {
  for (const name of readdirSync(directory)) {
    if (!GRAPH.test(name)) symlinkSync(join(resolve(directory), name), join(folder, name));
  }
}

function write(path: string, pieces: readonly Uint8Array[]): void {
  const descriptor = openSync(path, "wx", 0o600);
  try {
    for (const piece of pieces) for (let at = 0; at < piece.length; ) at += writeSync(descriptor, piece, at);
  } finally {
    closeSync(descriptor);
  }
}
