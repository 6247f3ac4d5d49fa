import { describe, expect, test } from "vitest";
import type { MetaGraph, SavedModel } from "../../../shared/model/graph.ts";
import { transcodeText } from "../../../shared/model/protobuf/text.ts";
import { parseSavedModel } from "../../../shared/model/saved-model.ts";
import { servingMetaGraph, servingSignatures } from "../../../shared/model/signatures.ts";

function modelOf(text: string): SavedModel {
  return parseSavedModel(transcodeText("SavedModel", Buffer.from(text), "m"), "m");
}

function metaGraphOf(text: string): MetaGraph {
  return modelOf(`meta_graphs { ${text} }`).metaGraphs[0]!;
}

const tagged = (version: string, ...tags: readonly string[]) =>
  `meta_graphs { meta_info_def { tensorflow_version: "${version}" ${tags.map((tag) => `tags: "${tag}"`).join(" ")} } }`;

describe("the metagraph that serves", () => {
  test.each<[string, readonly string[], string | undefined]>([
    ["the one tagged serve", [tagged("a", "train"), tagged("b", "serve")], "b"],
    ["the first of several", [tagged("a", "gpu", "serve"), tagged("b", "serve")], "a"],
    ["none, where none is tagged so", [tagged("a", "serving"), tagged("b")], undefined],
  ])("%s", (_, metaGraphs, version) => {
    expect(servingMetaGraph(modelOf(metaGraphs.join("\n")))?.tensorflowVersion).toBe(version);
  });
});

describe("signatures", () => {
  const signature = (name: string) => `signature_def { key: "${name}" value { method_name: "m" } }`;

  test("are sorted by name, without TensorFlow's own hooks", () => {
    const names = ["b", "__saved_model_init_op", "a", "_c", "__proto__", "B"];
    const { signatures } = metaGraphOf(names.map(signature).join("\n"));
    expect(servingSignatures(metaGraphOf(names.map(signature).join("\n"))).map(({ name }) => name)).toEqual([
      "B",
      "_c",
      "a",
      "b",
    ]);
    expect(signatures).toHaveLength(6);
  });

  test.each<[string, string, object]>([
    [
      "a plain tensor",
      'name: "x:0" dtype: DT_FLOAT tensor_shape { dim { size: -1 } dim { size: 3 } }',
      { dtype: "float32", shape: [-1, 3], tensors: ["x:0"] },
    ],
    ["a scalar", 'name: "x:0" dtype: DT_STRING tensor_shape { }', { dtype: "string", shape: [], tensors: ["x:0"] }],
    ["no shape, which is protobuf's scalar", 'name: "x:0" dtype: DT_BOOL', { dtype: "bool", shape: [] }],
    [
      "an unknown rank",
      'name: "x:0" dtype: DT_INT64 tensor_shape { unknown_rank: true }',
      { dtype: "int64", shape: null },
    ],
    ["an enumerator that nobody knows", 'name: "x:0" dtype: 99', { dtype: "unknown(99)" }],
    ["a reference", 'name: "x:0" dtype: DT_FLOAT_REF', { dtype: "float32" }],
    [
      "a sparse tensor",
      'coo_sparse { values_tensor_name: "v:0" indices_tensor_name: "i:0" dense_shape_tensor_name: "s:0" } dtype: DT_FLOAT',
      { dtype: "float32", tensors: ["v:0", "i:0", "s:0"] },
    ],
    [
      "a ragged tensor",
      'composite_tensor { components { name: "values:0" } components { name: "splits:0" } } dtype: DT_INT32',
      { dtype: "int32", tensors: ["values:0", "splits:0"] },
    ],
    ["no tensor at all", "dtype: DT_FLOAT", { tensors: [] }],
  ])("%s", (_, info, expected) => {
    const { signatures } = metaGraphOf(`signature_def { key: "s" value { inputs { key: "x" value { ${info} } } } }`);
    expect(signatures[0]?.inputs).toEqual([expect.objectContaining({ name: "x", ...expected })]);
  });
});

describe("what a metagraph says besides", () => {
  test.each<[string, string, readonly string[]]>([
    ["the initialiser of TensorFlow 2", 'key: "saved_model_main_op" value { node_list { value: "NoOp" } }', ["NoOp"]],
    ["that of TensorFlow 1, as a tensor", 'key: "legacy_init_op" value { node_list { value: "init:0" } }', ["init"]],
    ["one as bytes", 'key: "saved_model_main_op" value { bytes_list { value: "init" } }', ["init"]],
    ["none in other collections", 'key: "variables" value { node_list { value: "v" } }', []],
  ])("%s", (_, entry, initialisers) => {
    expect(metaGraphOf(`collection_def { ${entry} }`).initialisers).toEqual(initialisers);
  });

  test("the initialiser that a signature names counts once", () => {
    const hook =
      'signature_def { key: "__saved_model_init_op" value { outputs { key: "__saved_model_init_op" value { name: "NoOp" } } } }';
    const listed = 'collection_def { key: "saved_model_main_op" value { node_list { value: "NoOp" } } }';
    expect(metaGraphOf(`${hook} ${listed}`).initialisers).toEqual(["NoOp"]);
  });

  const packed = `collection_def { key: "saved_model_assets" value { any_list { value {
    [type.googleapis.com/tensorflow.AssetFileDef] { tensor_info { name: "old:0" } filename: "old.txt" } } } } }`;
  const listed = 'asset_file_def { tensor_info { name: "new:0" } filename: "new.txt" }';

  test.each<[string, string, readonly object[]]>([
    ["assets of the older collection", packed, [{ tensor: "old:0", file: "old.txt" }]],
    ["assets of the field, which comes first", packed + listed, [{ tensor: "new:0", file: "new.txt" }]],
  ])("%s", (_, text, assets) => expect(metaGraphOf(text).assets).toEqual(assets));

  test("the saver, and none where it restores nothing", () => {
    const saver = metaGraphOf('saver_def { filename_tensor_name: "f:0" restore_op_name: "r" }').saver;
    expect(saver).toMatchObject({ filenameTensor: "f:0", restoreOperator: "r" });
    expect(metaGraphOf("saver_def { }").saver).toBeNull();
  });
});
