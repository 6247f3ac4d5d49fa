import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A SavedModel of the corpus, and what its catalog knows of it. */
export interface CorpusModel {
  readonly title: string;
  readonly directory: string;
  readonly expected: ExpectedModel;
}

interface ExpectedModel {
  readonly parse?: string;
  readonly protobuf_parse?: unknown;
  readonly ground_truth?: string;
  readonly why?: string;
  readonly description?: {
    readonly saved_model_schema_version: number;
    readonly meta_graphs: readonly ExpectedGraph[];
  };
  readonly variables?: Readonly<Record<string, ExpectedVariable>>;
}

export interface ExpectedGraph {
  readonly tags: readonly string[];
  readonly tensorflow_version: string;
  readonly graph_nodes: number;
  readonly functions: number;
  readonly function_nodes: number;
  readonly ops_graph: Readonly<Record<string, number>>;
  readonly ops_functions: Readonly<Record<string, number>>;
  readonly asset_files: readonly string[];
  readonly object_graph_nodes: number;
  readonly signatures: Readonly<Record<string, ExpectedSignature>>;
}

interface ExpectedSignature {
  readonly method_name: string;
  readonly inputs: Readonly<Record<string, ExpectedTensor>>;
  readonly outputs: Readonly<Record<string, ExpectedTensor>>;
}

export interface ExpectedTensor {
  readonly dtype: string;
  readonly shape: readonly number[] | null;
  readonly encoding: string;
  readonly tensor?: string;
}

export interface ExpectedVariable {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly sha256_little_endian_bytes?: string;
}

export function corpusModels(corpus: string, folder: string): readonly CorpusModel[] {
  return readdirSync(join(corpus, folder))
    .map((name) => ({ name, file: join(corpus, folder, name, "expected.json") }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => ({
      title: `${folder}/${name}`,
      directory: join(corpus, folder, name, "model"),
      expected: JSON.parse(readFileSync(file, "utf8")),
    }));
}
