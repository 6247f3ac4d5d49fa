import { expect, test } from "vitest";
import { type KerasPlace, scanKerasConfiguration } from "../../../../../shared/model/beside/keras/configuration.ts";

const file: KerasPlace = { place: { file: "m.h5", members: ["model_config"] }, foreign: "refused" };
const reasonsOf = (value: unknown, where: KerasPlace = file): readonly string[] =>
  scanKerasConfiguration(typeof value === "string" ? value : JSON.stringify(value), where).map(({ reason }) => reason);
const layer = (module: string | null, name: string, config: object = {}) => ({ module, class_name: name, config });

test.each<[module: string | null, name: string]>([
  ["keras.layers", "Dense"],
  ["keras.src.layers.core.dense", "Dense"],
  ["keras.layers.experimental.preprocessing", "Normalization"],
  ["keras.src.engine.functional", "Functional"],
  ["keras.engine.sequential", "Sequential"],
  ["keras", "Sequential"],
  ["tf_keras.layers", "LSTM"],
  ["tf_keras.src.engine.functional", "Functional"],
  ["tensorflow.keras.layers", "Conv2D"],
  ["tensorflow.python.keras.layers.core", "Dense"],
  ["keras.optimizers.schedules", "CosineDecay"],
  ["keras.src.ops.numpy", "GetItem"],
  ["keras.ops", "Relu"],
  ["keras.random", "SeedGenerator"],
  ["keras.utils", "FeatureSpace"],
  ["keras.src.layers.preprocessing.feature_space", "TFDConcat"],
  ["keras.dtype_policies", "DTypePolicyMap"],
  ["keras.losses", "LossFunctionWrapper"],
  ["keras.src.distillation.distiller", "Distiller"],
  ["keras.distillation", "LogitsDistillation"],
  [null, "InputLayer"],
  [null, "__tuple__"],
])("Keras' own: %s %s", (module, name) => {
  expect(reasonsOf(layer(module, name))).toEqual([]);
});

test.each<[module: string | null, name: string]>([
  ["builtins", "eval"],
  ["os", "system"],
  ["keras.utils", "get_file"],
  ["keras.utils", "Sequential"],
  ["keras.config", "enable_unsafe_deserialization"],
  ["keras.src.saving.saving_lib", "load_model"],
  ["keras.models", "load_model"],
  ["keras.src.backend", "Variable"],
  ["keras.layers.", "Dense"],
  ["keras..layers", "Dense"],
  ["keras.layers\nos", "Dense"],
  ["Keras.layers", "Dense"],
  ["keras.layers", "dense"],
  ["keras.layers", "__import__"],
  ["keras.ops", "__class__"],
  ["keras.src.ops.numpy_evil", "Add"],
  ["keras_hub.layers", "TransformerDecoder"],
  [null, "Addons>GELU"],
  [null, "constructor"],
])("foreign: %s %s", (module, name) => {
  expect(reasonsOf(layer(module, name))).toHaveLength(1);
});

test("what a wrapper of Keras brings along is looked at like everything else", () => {
  const evil = { module: "os", class_name: "function", config: "system", registered_name: "function" };
  expect(reasonsOf(layer("keras.losses", "LossFunctionWrapper", { fn: evil }))).toEqual([
    'a Keras configuration names the foreign function "os.system"',
  ]);
  const student = layer("builtins", "eval");
  expect(reasonsOf(layer("keras.distillation", "Distiller", { student }))).toHaveLength(1);
});

test.each<[called: string, isPlain: boolean]>([
  ["math.add", true],
  ["nn.relu", true],
  ["image.resize", true],
  ["__operators__.getitem", true],
  ["concat", true],
  ["compat.v1.transpose", true],
  ["keras.backend.permute_dimensions", true],
  ["io.read_file", false],
  ["io.write_file", false],
  ["raw_ops.WriteFile", false],
  ["py_function", false],
  ["numpy_function", false],
  ["print", false],
  ["load_op_library", false],
  ["keras.utils.get_file", false],
  ["saved_model.load", false],
  ["strings.reduce_join", true],
])("a wrapped TensorFlow function: %s", (called, isPlain) => {
  expect(reasonsOf(layer(null, "TFOpLambda", { name: "x", function: called })).length === 0).toBe(isPlain);
});

test.each<[title: string, config: object, phrase: string | null]>([
  ["the largest layer a machine can name", { units: 2 ** 31 - 1 }, null],
  ["one unit more", { units: 2 ** 31 }, "asks for 2147483648"],
  ["a size that is no number in JSON", { units: Number.NaN }, null],
  ["an unknown dimension", { batch_shape: [null, 224, 224, 3] }, null],
  ["a shape that is inferred", { target_shape: [-1, 10] }, null],
  ["a shape of 2^33 elements", { batch_shape: [2 ** 30, 8] }, null],
  ["a shape above that", { batch_shape: [2 ** 30, 9] }, "asks for the shape [1073741824, 9]"],
  ["a dimension below -1", { target_shape: [-2] }, "asks for the shape [-2]"],
])("sizes: %s", (_, config, phrase) => {
  expect(reasonsOf(layer("keras.layers", "Dense", config)).join()).toEqual(
    phrase === null ? "" : expect.stringContaining(phrase),
  );
});

test.each<[title: string, text: string, reasons: string[]]>([
  ["nesting at the limit", `${"[".repeat(200)}${"]".repeat(200)}`, []],
  [
    "nesting just over it",
    `${"[".repeat(201)}${"]".repeat(201)}`,
    ["cannot be judged: its configuration is nested deeper than 200 levels"],
  ],
  ["brackets inside strings", JSON.stringify({ name: "[".repeat(500) }), []],
  ["NaN and infinities outside strings", '{"a": [NaN, -Infinity, Infinity], "b": "NaN"}', []],
  [
    "a million empty lists",
    `[${"[],".repeat(1_000_000)}[]]`,
    ["cannot be judged: its configuration holds more than we read"],
  ],
  ["no JSON at all", "keras", ["cannot be judged: its configuration is not JSON"]],
  ["an empty text", "", ["cannot be judged: its configuration is not JSON"]],
  ["a string that never ends", '{"a": "', ["cannot be judged: its configuration is not JSON"]],
  [
    "__proto__ as a key",
    '{"__proto__": {"module": "os", "class_name": "system"}}',
    ['a Keras configuration names the foreign class "os.system"'],
  ],
])("JSON: %s", (_, text, reasons) => {
  expect(reasonsOf(text)).toEqual(reasons);
});

test("a SavedModel's own metadata may name foreign classes, but carry no bytecode", () => {
  const metadata: KerasPlace = { place: { file: "keras_metadata.pb", members: [] }, foreign: "tolerated" };
  expect(reasonsOf(layer("my.package", "Mine", { units: 1e15 }), metadata)).toEqual([]);
  const lambda = layer(null, "Lambda", { function: ["4wEAAAAAAAAAAAAAAAIAAAAT", null, null] });
  expect(reasonsOf(lambda, metadata)).toEqual(["a Keras configuration carries Python bytecode in a Lambda"]);
});

test("each problem is told once, ten at most", () => {
  expect(reasonsOf([layer("os", "system"), layer("os", "system")])).toHaveLength(1);
  expect(reasonsOf(Array.from({ length: 100 }, (_, index) => layer("os", `f${index}`)))).toHaveLength(10);
});
