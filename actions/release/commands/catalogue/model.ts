import type { CommandDescription } from "../command.ts";
import { JSON_OPTION } from "./options.ts";

/** What a model is, before anything is measured. */
export const MODEL_COMMANDS: readonly CommandDescription[] = [
  {
    name: "inspect",
    summary: "say what a SavedModel or a release is, and whether it is safe and servable, without loading it",
    operands: "<savedmodel | release.yaml>",
    arity: { min: 1, max: 1 },
    options: [
      JSON_OPTION,
      { name: "tensorflow-version", value: "V", description: "also say what that TensorFlow cannot load, such as 2.9" },
    ],
    details:
      "Reads the graph as data: digest, signatures, operators, variables with their checksums, what could harm a " +
      "server, what would keep one from serving. Exits 1 when something is unsafe or cannot be served, 2 when the " +
      "graph cannot be read.",
    examples: ["model-release inspect artifacts/churn", "model-release inspect release.yaml --json"],
    load: async () => (await import("../inspect.ts")).inspect,
  },
  {
    name: "pack",
    summary: "write or refresh the release.yaml of a SavedModel",
    operands: "<savedmodel>",
    arity: { min: 1, max: 1 },
    options: [
      JSON_OPTION,
      { name: "out", value: "FILE", description: "the manifest to write or refresh (default: release.yaml)" },
    ],
    details:
      "Fills in what the artifact decides: digest, contract, versions. What only a person knows becomes a TODO. " +
      "An existing manifest keeps its comments, its order and everything that a person wrote.",
    examples: ["model-release pack artifacts/churn", "model-release pack artifacts/churn --out churn/release.yaml"],
    load: async () => (await import("../pack.ts")).pack,
  },
  {
    name: "init",
    summary: "begin a model repository: manifest, golden cases, workflow and owners",
    operands: "[path]",
    arity: { min: 0, max: 1 },
    options: [
      JSON_OPTION,
      { name: "model", value: "DIR", description: "the SavedModel (default: the only one below the path)" },
      { name: "dataset", value: "FILE", description: "the evaluation set, whose first rows become golden cases" },
      { name: "task", value: "T", description: "binary, multiclass or regression: what the rows are about" },
      { name: "label", value: "COLUMN", description: "the column that holds the truth" },
      { name: "features", value: "A,B,…", description: "the columns of the model's only input (default: by name)" },
      { name: "runtime", value: "R", description: "auto, tensorflow or embedded (default: auto)" },
    ],
    details:
      "Writes release.yaml into the path (default: this folder), as `pack` does, and golden.jsonl with what the model " +
      "itself answers; at the top of the repository the smallest workflow that is shown as an example, and CODEOWNERS. " +
      "What is there already is left as it is. Says at the end what only a person can fill in.",
    examples: [
      "model-release init",
      "model-release init churn --dataset churn/eval.csv --task binary --label churned --features age,tenure",
    ],
    load: async () => (await import("../init.ts")).init,
  },
  {
    name: "predict",
    summary: "ask a SavedModel as TensorFlow Serving would be asked",
    operands: "<savedmodel>",
    arity: { min: 1, max: 1 },
    options: [
      {
        name: "input",
        value: "FILE",
        description: "the request, as JSON: a file, a pipe, or - for the standard input",
      },
      {
        name: "signature",
        value: "S",
        description: "the signature to ask (default: the request's, or serving_default)",
      },
      { name: "runtime", value: "R", description: "auto, tensorflow or embedded (default: auto)" },
    ],
    details:
      'Takes the serving API\'s request, rows in {"instances": […]} or columns in {"inputs": …}, and prints its ' +
      "response and nothing else. The model runs in a process of its own that sees no secret. Exits 1 when the model " +
      "is not safe to load, 2 when the request does not fit it.",
    examples: [
      "model-release predict artifacts/churn --input request.json",
      "echo '{\"instances\": [[1, 2]]}' | model-release predict artifacts/churn --input -",
    ],
    load: async () => (await import("../predict.ts")).predict,
  },
];
