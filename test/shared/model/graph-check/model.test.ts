import { describe, expect, test } from "vitest";
import type { GraphSignature, MetaGraph, SavedModel } from "../../../../shared/model/graph.ts";
import { checkModel } from "../../../../shared/model/graph-check.ts";
import type { Dtype, Shape } from "../../../../shared/ports/tensor.ts";
import { dtype, metaGraph, node, savedModel, shape } from "../graphs.ts";

const nodes = [node("x", "Placeholder", [], { dtype: dtype("float32"), shape: shape(-1, 4) })];

function signature(type: Dtype, size: Shape, ...tensors: readonly string[]): GraphSignature {
  const outputs = [{ name: "y", dtype: "float32" as const, shape: null, tensors: ["x:0"] }];
  return { name: "serving_default", method: "", inputs: [{ name: "x", dtype: type, shape: size, tensors }], outputs };
}

function serving(parts: Partial<MetaGraph> = {}): MetaGraph {
  return metaGraph({ nodes, signatures: [signature("float32", [-1, 4], "x:0")], ...parts });
}

function found(model: SavedModel): readonly string[] {
  return checkModel(model).map(({ rule, where, message }) => `${rule} at ${where}: ${message}`);
}

describe("a model that can be served has no findings", () => {
  test.each<[string, SavedModel]>([
    ["one metagraph with a signature", savedModel(serving())],
    [
      "another one for training",
      savedModel(serving(), serving({ tags: ["serve", "tpu"] }), metaGraph({ tags: ["train"] })),
    ],
    [
      "a signature that knows less than the graph",
      savedModel(serving({ signatures: [signature("float32", null, "x:0")] })),
    ],
    ["one that knows more", savedModel(serving({ signatures: [signature("float32", [8, 4], "x:0")] }))],
    [
      "a sparse tensor, whose parts have types of their own",
      savedModel(serving({ signatures: [signature("int64", null, "x:0", "x")] })),
    ],
    [
      "a scalar placeholder from before shapes were meant",
      savedModel(serving({ producer: 23, signatures: [signature("float32", [-1], "x:0")] })),
    ],
    ["a graph that the newest TensorFlow may just read", savedModel(serving({ minConsumer: 2474 }))],
  ])("%s", (_, model) => {
    expect(found(model)).toEqual([]);
  });
});

describe("a model that cannot be served is found", () => {
  const withSignature = (...parts: Parameters<typeof signature>) =>
    savedModel(serving({ signatures: [signature(...parts)] }));
  test.each<[string, SavedModel, readonly string[]]>([
    [
      "another schema",
      { ...savedModel(serving()), schemaVersion: 2 },
      ["schema-version at saved_model.pb: schema version 2 is unknown; TensorFlow writes 1"],
    ],
    ["no metagraph", savedModel(), ["no-serving-metagraph at saved_model.pb: no metagraph is tagged serve"]],
    [
      "none that serves",
      savedModel(serving({ tags: ["train"] })),
      ["no-serving-metagraph at saved_model.pb: no metagraph is tagged serve, but (train)"],
    ],
    [
      "two of the same tags",
      savedModel(serving(), serving()),
      ["ambiguous-tags at saved_model.pb: several metagraphs have the tags (serve)"],
    ],
    [
      "no signature but TensorFlow's own",
      savedModel(serving({ signatures: [{ name: "__saved_model_init_op", method: "", inputs: [], outputs: [] }] })),
      ["no-signature at metagraph serve: the model has no signature that a server could call"],
    ],
    [
      "a graph for a TensorFlow to come",
      savedModel(serving({ minConsumer: 2475 })),
      ["graph-version at graph: min_consumer is 2475, but TensorFlow 2.21.0 reads up to 2474"],
    ],
    [
      "a tensor of no node",
      withSignature("float32", null, "z:0"),
      ['signature-tensor at signature serving_default: input x is "z:0": no node of that name'],
    ],
    [
      "a tensor past the last output",
      withSignature("float32", null, "x:1"),
      ['signature-tensor at signature serving_default: input x is "x:1": no tensor of that name'],
    ],
    [
      "no tensor",
      withSignature("float32", null),
      ["signature-tensor at signature serving_default: input x names no tensor of the graph"],
    ],
    [
      "another type",
      withSignature("string", null, "x:0"),
      ['signature-dtype at signature serving_default: input x is said to be string, but "x:0" is float32'],
    ],
    [
      "no type",
      withSignature("invalid", null, "x:0"),
      ["signature-dtype at signature serving_default: input x has the type invalid, which TensorFlow does not define"],
    ],
    [
      "a negative dimension",
      withSignature("float32", [-5, 4], "x:0"),
      ["signature-shape at signature serving_default: input x has the dimension -5"],
    ],
    [
      "a dimension beyond all memory",
      withSignature("float32", [2 ** 31, 4], "x:0"),
      ["signature-shape at signature serving_default: input x has a dimension of 2147483648 elements"],
    ],
    [
      "more elements than can be counted",
      withSignature("float32", [2 ** 30, 2 ** 30, 8], "x:0"),
      [
        "signature-shape at signature serving_default: input x has more than 2^63 elements",
        "signature-shape at signature serving_default: input x is said to be [1073741824, 1073741824, 8], but its placeholder takes [-1, 4]",
      ],
    ],
    [
      "another rank than the placeholder's",
      withSignature("float32", [-1], "x:0"),
      ["signature-shape at signature serving_default: input x is said to be [-1], but its placeholder takes [-1, 4]"],
    ],
    [
      "another size than the placeholder's",
      withSignature("float32", [-1, 5], "x:0"),
      [
        "signature-shape at signature serving_default: input x is said to be [-1, 5], but its placeholder takes [-1, 4]",
      ],
    ],
    [
      "an initialiser that is no node",
      savedModel(serving({ initialisers: ["init"] })),
      ['missing-node at metagraph: the initialiser is "^init": no node of that name'],
    ],
    [
      "an asset for no tensor",
      savedModel(serving({ assets: [{ tensor: "a:0", file: "vocabulary.txt" }] })),
      ['missing-node at metagraph: an asset\'s tensor is "a:0": no node of that name'],
    ],
    [
      "a saver that is no node",
      savedModel(serving({ saver: { filenameTensor: "x:0", saveTensor: "", restoreOperator: "restore" } })),
      ['missing-node at metagraph: the saver\'s operator is "^restore": no node of that name'],
    ],
  ])("%s", (_, model, expected) => {
    expect(found(model)).toEqual(expected);
  });
});
