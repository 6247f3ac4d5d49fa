import { Failure } from "../../failure.ts";
import type { Files } from "../../ports/files.ts";
import { isPointer } from "../../release/lfs-pointer.ts";
import type { ServableFinding } from "../servable.ts";
import { parseBundle, type TensorBundle } from "./tensor-bundle.ts";

/** The checkpoint inside a SavedModel, as far as it can be read. */
export interface Variables {
  /** Null when there is none, or when its index cannot be read. */
  readonly bundle: TensorBundle | null;
  /** What is wrong with the index, or missing beside it. */
  readonly findings: readonly ServableFinding[];
}

export interface VariableSummary {
  readonly count: number;
  readonly bytes: number;
}

const FOLDER = "variables";
const INDEX = `${FOLDER}/variables.index`;
/** A hundred thousand variables with long names need a tenth of it. */
const MAX_INDEX_BYTES = 64 * 1024 * 1024;

/** TensorFlow's description of the objects that were saved, which is no variable. */
export const OBJECT_GRAPH_KEY = "_CHECKPOINTABLE_OBJECT_GRAPH";
/** Keras keeps a layer's configuration beside its variables. */
const CONFIGURATION = "/.ATTRIBUTES/OBJECT_CONFIG_JSON";

/** A model whose graph can be read always has an answer here: what is wrong with its variables is a finding. */
export async function readVariables(directory: string, files: Files): Promise<Variables> {
  const path = `${directory}/${INDEX}`;
  try {
    if ((await files.kind(path)) === "missing") return { bundle: null, findings: await dataAlone(directory, files) };
    const bytes = await files.read(path, MAX_INDEX_BYTES);
    if (isPointer(bytes)) return { bundle: null, findings: [pointer(INDEX)] };
    return { bundle: parseBundle(bytes, INDEX), findings: [] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { bundle: null, findings: [unreadable(error)] };
  }
}

/** What a person calls the model's variables; a partitioned one counts once. */
export function variableSummary({ bundle }: Variables): VariableSummary {
  const tensors = [...(bundle?.tensors.values() ?? [])].filter(({ name }) => isVariable(name));
  const pieces = tensors.flatMap((tensor) => tensor.pieces);
  return { count: tensors.length, bytes: pieces.reduce((sum, { sizeBytes }) => sum + Math.max(0, sizeBytes), 0) };
}

function isVariable(name: string): boolean {
  return name !== OBJECT_GRAPH_KEY && !name.endsWith(CONFIGURATION);
}

/** `variables/variables.data-00000-of-00001` */
export function shardPath(shard: number, shardCount: number): string {
  const padded = (value: number) => String(value).padStart(5, "0");
  return `${FOLDER}/variables.data-${padded(shard)}-of-${padded(shardCount)}`;
}

/** A model without variables may lack the folder; weights without their index are a model cut in two. */
async function dataAlone(directory: string, files: Files): Promise<readonly ServableFinding[]> {
  if ((await files.kind(`${directory}/${FOLDER}`)) !== "directory") return [];
  const data = (await files.list(`${directory}/${FOLDER}`)).find(({ path }) => path.startsWith("variables.data-"));
  if (data === undefined) return [];
  return [
    {
      rule: "variables-index-missing",
      where: INDEX,
      message: `${FOLDER}/${data.path} is there, but ${INDEX}, without which no variable is found, is not`,
      fix: `Restore ${INDEX} from where the model was exported.`,
    },
  ];
}

export function pointer(path: string): ServableFinding {
  return {
    rule: "variables-lfs-pointer",
    where: path,
    message: `${path} is a Git LFS pointer, not the variables`,
    fix: `Fetch the files with: git lfs pull --include "${FOLDER}/*"`,
  };
}

function unreadable(failure: Failure): ServableFinding {
  return { rule: "variables-index-unreadable", where: INDEX, message: failure.message, fix: failure.fix };
}
