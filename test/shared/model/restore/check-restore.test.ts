import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { localFiles } from "../../../../shared/adapters/files/files.ts";
import { readVariables } from "../../../../shared/model/checkpoint/variables.ts";
import { transcodeText } from "../../../../shared/model/protobuf/text.ts";
import { checkRestore } from "../../../../shared/model/restore/check-restore.ts";
import { parseSavedModel, readSavedModel } from "../../../../shared/model/saved-model.ts";
import type { ServableFinding } from "../../../../shared/model/servable.ts";
import { servingMetaGraph } from "../../../../shared/model/signatures.ts";
import { describeCorpus } from "../../../corpus.ts";
import { fakeFiles, type Stored } from "../../../fakes/files.ts";

const EXPORTED = "fixtures/models/keras3-exported";
/** Its `numbers` are int64, two by two. */
const CHECKPOINT = "fixtures/models/checkpoint-of-all-kinds";
const INDEX = "variables/variables.index";

async function findingsAt(directory: string): Promise<readonly ServableFinding[]> {
  const metaGraph = servingMetaGraph(await readSavedModel(directory, localFiles()));
  return metaGraph === undefined ? [] : checkRestore(metaGraph, await readVariables(directory, localFiles()));
}

/** A TensorFlow 1 graph in text, with that checkpoint beside it. */
async function rulesOf(
  graph: string,
  index: Stored = readFileSync(join(CHECKPOINT, INDEX)),
): Promise<readonly string[]> {
  const text = `meta_graphs { meta_info_def { tags: "serve" } ${graph} }`;
  const [metaGraph] = parseSavedModel(transcodeText("SavedModel", Buffer.from(text), "m"), "m").metaGraphs;
  const files = fakeFiles(index === "" ? {} : { [`m/${INDEX}`]: index });
  return checkRestore(metaGraph!, await readVariables("m", files)).map(({ rule }) => rule);
}

const SERVE = 'signature_def { key: "s" value { outputs { key: "y" value { name: "y:0" } } } }';
const SAVER = 'saver_def { filename_tensor_name: "file:0" restore_op_name: "restore" }';

function variable(name: string, shape = "dim { size: 2 } dim { size: 2 }"): string {
  return `node { name: "${name}" op: "VarHandleOp"
    attr { key: "shared_name" value { s: "${name}" } }
    attr { key: "dtype" value { type: DT_INT64 } }
    attr { key: "shape" value { shape { ${shape} } } } }
    node { name: "y" op: "ReadVariableOp" input: "${name}" }`;
}

function restore(key: string, target: string, dtype = "DT_INT64"): string {
  return `node { name: "file" op: "Placeholder" }
    node { name: "names" op: "Const" attr { key: "value" value { tensor { dtype: DT_STRING string_val: "${key}" } } } }
    node { name: "slices" op: "Const" attr { key: "value" value { tensor { dtype: DT_STRING string_val: "" } } } }
    node { name: "read" op: "RestoreV2" input: ["file", "names", "slices"]
      attr { key: "dtypes" value { list { type: ${dtype} } } } }
    node { name: "value" op: "Identity" input: "read" }
    node { name: "restore" op: "AssignVariableOp" input: ["${target}", "value"] }`;
}

describe("Keras 3 models that TensorFlow saved", () => {
  test("tf.saved_model.save restores copies of what the signature reads", async () => {
    const [finding, ...rest] = await findingsAt("fixtures/models/keras3-saved");
    expect(rest).toEqual([]);
    expect(finding).toEqual({
      rule: "variables-never-restored",
      where: "serving_default",
      message:
        "the signature serving_default reads sequential/dense/bias, sequential/dense/kernel, sequential/hidden/bias, sequential/hidden/kernel, which the restore operator never fills",
      fix: "Save a Keras 3 model with model.export(path) instead of tf.saved_model.save.",
    });
  });

  test("model.export restores what the signatures read", async () => {
    expect(await findingsAt(EXPORTED)).toEqual([]);
  });
});

describe("the graph against its checkpoint", () => {
  const key = "numbers";
  const other = variable("w").replace('name: "y"', 'name: "z"');

  test.each<[string, string, readonly string[]]>([
    ["what is read is restored", `graph_def { ${variable("w")} ${restore(key, "w")} } ${SAVER} ${SERVE}`, []],
    [
      "what is read is not restored",
      `graph_def { ${variable("v")} ${other} ${restore(key, "w")} } ${SAVER} ${SERVE}`,
      ["variables-never-restored"],
    ],
    [
      "what is not read need not be restored",
      `graph_def { ${variable("w")} ${other.replaceAll('"w"', '"u"')} ${restore(key, "w")} } ${SAVER} ${SERVE}`,
      [],
    ],
    [
      "what is read is initialised at load",
      `graph_def { ${variable("w")} ${restore(key, "w")} } collection_def { key: "saved_model_main_op" value { node_list { value: "restore" } } } ${SERVE}`,
      [],
    ],
    ["nothing restores", `graph_def { ${variable("w")} } ${SERVE}`, ["variables-never-restored"]],
    [
      "the checkpoint lacks the name",
      `graph_def { ${variable("w")} ${restore("nowhere", "w")} } ${SAVER} ${SERVE}`,
      ["variables-not-in-checkpoint"],
    ],
    [
      "the checkpoint has another type",
      `graph_def { ${variable("w")} ${restore(key, "w", "DT_FLOAT")} } ${SAVER} ${SERVE}`,
      ["variables-type"],
    ],
    [
      "the checkpoint has another shape",
      `graph_def { ${variable("w", "dim { size: 3 }")} ${restore(key, "w")} } ${SAVER} ${SERVE}`,
      ["variables-shape"],
    ],
    [
      "the graph leaves a size open",
      `graph_def { ${variable("w", "dim { size: 2 } dim { size: -1 }")} ${restore(key, "w")} } ${SAVER} ${SERVE}`,
      [],
    ],
  ])("%s", async (_, graph, rules) => expect(await rulesOf(graph)).toEqual(rules));

  test("a graph that reads variables needs a checkpoint", async () => {
    const graph = `graph_def { ${variable("w")} ${restore(key, "w")} } ${SAVER} ${SERVE}`;
    expect(await rulesOf(graph, "")).toEqual(["variables-missing"]);
  });

  test("a graph that reads none needs none", async () => {
    expect(await rulesOf(`graph_def { node { name: "y" op: "Const" } } ${SERVE}`, "")).toEqual([]);
  });

  test("what is wrong with the index is said once, by whoever read it", async () => {
    const graph = `graph_def { ${variable("w")} ${restore(key, "w")} } ${SAVER} ${SERVE}`;
    expect(await rulesOf(graph, "damaged")).toEqual([]);
  });
});

describeCorpus("restoring the corpus", (corpus) => {
  /** Which of them a TensorFlow session (compat.v1.saved_model.load) finds uninitialised was measured once, on 2.21. */
  test.each([
    ["generated/slots/model", ["variables-never-restored"]],
    ["scenarios/p1_regression_task_improvement/champion", ["variables-never-restored"]],
    ["scenarios/a1_clear_improvement/champion", []],
    ["malformed/vars_of_other_model/model", ["variables-not-in-checkpoint"]],
    [
      "savedmodels/SciSharp__TensorFlow.NET--test_TensorFlowNET.UnitTest_Utilities_models_example1/model",
      ["variables-missing"],
    ],
    ["generated/v1_partitioned/model", []],
    ["generated/v1_multi_metagraph/model", []],
    ["generated/stateful/model", []],
    ["generated/table/model", []],
    ["generated/keras2/model", []],
    ["generated/keras3/model", []],
    ["savedmodels/tensorflow__tfx--trainer_keras_Format-Serving/model", []],
    ["savedmodels/davidstanke__tensorflow--half_plus_two_00000123/model", []],
    ["savedmodels/dotnet__machinelearning-testdata--Microsoft.ML.TensorFlow.TestModels_mnist_lr_model/model", []],
  ])("%s", async (name, rules) => {
    expect((await findingsAt(join(corpus, name))).map(({ rule }) => rule)).toEqual(rules);
  });
});
