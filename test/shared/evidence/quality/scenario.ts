import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileDatasets } from "../../../../shared/adapters/dataset/datasets.ts";
import type { Scores } from "../../../../shared/evidence/quality/scores.ts";
import type { Batch, DataInput, DatasetRequest } from "../../../../shared/ports/dataset.ts";
import { sliceRequests } from "../../../../shared/release/predicates/slices.ts";

/** A champion and a challenger of the corpus, with the rows that both are asked. */
export interface Scenario {
  readonly id: string;
  readonly task: DatasetRequest["evaluation"]["task"];
  readonly dataset: {
    readonly rows_eval: number;
    readonly label_column: string;
    readonly features_in_order: readonly string[];
    readonly slice_columns: readonly string[];
  };
  readonly signature: Readonly<Record<Side, Sided>> & { readonly score_output: string };
  readonly tolerances: {
    readonly from_stored_predictions: number;
    readonly from_running_the_models: number;
    readonly p_values_relative: number;
  };
}

export type Side = "champion" | "challenger";

interface Sided {
  readonly inputs: Readonly<Record<string, Specified>>;
  readonly outputs: Readonly<Record<string, Specified>>;
}

interface Specified {
  readonly dtype: DataInput["dtype"];
  readonly shape: readonly (number | null)[];
}

export function scenarioFolders(corpus: string): readonly string[] {
  const root = join(corpus, "scenarios");
  return readdirSync(root).filter((name) => existsSync(join(root, name, "scenario.json")));
}

export function json<T>(...path: readonly string[]): T {
  return JSON.parse(readFileSync(join(...path), "utf8"));
}

/** A score of exactly 0, as nine digits may leave it. */
export function hasZeros({ values }: Scores): boolean {
  return values.includes(0);
}

/** The evaluation set as one side's signature takes it. */
export async function batchesFor(folder: string, scenario: Scenario, side: Side): Promise<readonly Batch[]> {
  await using set = await fileDatasets().open(requestFor(join(folder, "eval/eval.csv"), scenario, side));
  return Array.fromAsync(set.batches(500));
}

export async function slicesOf(folder: string, scenario: Scenario): Promise<readonly string[]> {
  await using set = await fileDatasets().open(requestFor(join(folder, "eval/eval.csv"), scenario, "champion"));
  return set.slices.map(({ predicate }) => predicate);
}

/** What the models answered in TensorFlow, in the order of the rows; those of classes as the reference takes them. */
export function storedScores(folder: string, side: Side): Scores {
  const [header, ...lines] = readFileSync(join(folder, `reference/predictions_${side}.csv`), "utf8")
    .trim()
    .split("\n");
  const width = header!.split(",").length - 1;
  const rows = lines.map((line) => line.split(",").slice(1).map(numberOf));
  return { width, values: Float64Array.from(rows.flatMap((row) => (width === 1 ? row : summingToOne(row)))) };
}

/** Nine digits of a probability do not sum to 1 within nine digits. */
function summingToOne(row: readonly number[]): readonly number[] {
  const sum = row.reduce((all, value) => all + value, 0);
  return row.map((value) => value / sum);
}

function numberOf(field: string): number {
  return field === "" || field === "nan" ? Number.NaN : Number(field.replace("inf", "Infinity"));
}

/** One side's question of the evaluation set. */
export function requestFor(path: string, { task, dataset, signature }: Scenario, side: Side): DatasetRequest {
  const specs = Object.entries(signature[side].inputs).map(([name, spec]) => ({ name, ...sized(spec) }));
  const plain = dataset.features_in_order;
  const typed = plain.map((name) => ({ name, dtype: "float32" as const }));
  const isWhole = specs.length === 1;
  const inputs = specs.map((spec): DataInput => {
    if (!isWhole) return spec;
    return spec.dtype === "string"
      ? { ...spec, features: typed, encoding: "tf.Example" }
      : { ...spec, features: plain };
  });
  const output = { name: signature.score_output, ...sized(signature[side].outputs[signature.score_output]!) };
  return {
    path,
    evaluation: { task, label: dataset.label_column },
    contract: { inputs, outputs: [output] },
    signature: { name: "serving_default", method: "tensorflow/serving/predict", inputs: specs, outputs: [output] },
    slices: sliceRequests({ slices: dataset.slice_columns.map((by) => ({ by })) }),
  };
}

function sized({ dtype, shape }: Specified): { dtype: DataInput["dtype"]; shape: readonly number[] } {
  return { dtype, shape: shape.map((size) => size ?? -1) };
}
