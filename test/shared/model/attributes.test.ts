import { describe, expect, test } from "vitest";
import type { GraphNode } from "../../../shared/model/graph.ts";
import { transcodeText } from "../../../shared/model/protobuf/text.ts";
import { parseSavedModel } from "../../../shared/model/saved-model.ts";

function nodeWith(attributes: string): GraphNode {
  const text = `meta_graphs { graph_def { node { name: "n" op: "Op" device: "/cpu" input: ["a", "^b"] ${attributes} } } }`;
  return parseSavedModel(transcodeText("SavedModel", Buffer.from(text), "m"), "m").metaGraphs[0]!.nodes[0]!;
}

const bytes = (...values: readonly number[]) => Uint8Array.from(values);

describe("an attribute is decoded when it is asked for", () => {
  test.each<[string, string, object]>([
    ["text", 's: "\\001a"', { kind: "string", value: bytes(1, 0x61) }],
    ["a whole number", "i: -3", { kind: "int", value: -3n }],
    ["a number", "f: 0.25", { kind: "float", value: 0.25 }],
    ["false", "b: false", { kind: "bool", value: false }],
    ["a type", "type: DT_BFLOAT16", { kind: "dtype", value: "bfloat16" }],
    ["a shape", "shape { dim { size: 2 } dim { size: -1 } }", { kind: "shape", value: [2, -1] }],
    ["a shape of unknown rank", "shape { unknown_rank: true }", { kind: "shape", value: null }],
    ["a placeholder", 'placeholder: "T"', { kind: "placeholder", value: "T" }],
    ["an empty list", "list { }", { kind: "list", value: [] }],
    [
      "a list of types",
      "list { type: [DT_INT8, 200] }",
      {
        kind: "list",
        value: [
          { kind: "dtype", value: "int8" },
          { kind: "dtype", value: "unknown(200)" },
        ],
      },
    ],
    [
      "a function",
      'func { name: "f" }',
      { kind: "function", value: expect.objectContaining({ name: "f", attributeNames: [] }) },
    ],
  ])("%s", (_, value, expected) => {
    expect(nodeWith(`attr { key: "k" value { ${value} } }`).attribute("k")).toEqual(expected);
  });

  test.each<[string, string, object]>([
    [
      "numbers",
      "dtype: DT_FLOAT tensor_shape { dim { size: 4 } } float_val: 1.5",
      { dtype: "float32", shape: [4], numbers: [1.5], content: null },
    ],
    [
      "raw bytes",
      'dtype: DT_INT8 tensor_content: "\\001\\002"',
      { dtype: "int8", shape: [], content: bytes(1, 2), numbers: [] },
    ],
    ["64-bit numbers", "dtype: DT_INT64 int64_val: [9007199254740993, -1]", { numbers: [9007199254740993n, -1n] }],
    ["booleans", "dtype: DT_BOOL bool_val: [true, false]", { numbers: [1, 0] }],
    ["bytes of float8", 'dtype: DT_FLOAT8_E5M2 float8_val: "\\074"', { numbers: [60] }],
    ["strings", 'dtype: DT_STRING string_val: ["a", ""]', { strings: [bytes(0x61), bytes()], numbers: [] }],
  ])("a constant of %s", (_, tensor, expected) => {
    const attribute = nodeWith(`attr { key: "value" value { tensor { ${tensor} } } }`).attribute("value");
    expect(attribute).toMatchObject({ kind: "tensor", value: expected });
  });

  test("a function's own attributes", () => {
    const func = 'func { name: "f" attr { key: "T" value { type: DT_INT32 } } }';
    const attribute = nodeWith(`attr { key: "f" value { ${func} } }`).attribute("f");
    expect(attribute?.kind === "function" && attribute.value.attribute("T")).toEqual({ kind: "dtype", value: "int32" });
  });

  test("an attribute that is not there, or that says nothing, is undefined", () => {
    const node = nodeWith('attr { key: "empty" value { } }');
    expect([node.attribute("empty"), node.attribute("other"), node.attribute("__proto__")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("equal keys", () => {
  test("are one attribute, and the last wins", () => {
    const node = nodeWith(
      'attr { key: "k" value { i: 1 } } attr { key: "j" value { i: 5 } } attr { key: "k" value { i: 2 } }',
    );
    expect(node.attributeNames).toEqual(["k", "j"]);
    expect(node.attribute("k")).toEqual({ kind: "int", value: 2n });
  });

  test("also among many", () => {
    const many = Array.from({ length: 40 }, (_, at) => `attr { key: "k${at % 30}" value { i: ${at} } }`).join("\n");
    const node = nodeWith(many);
    expect(node.attributeNames).toHaveLength(30);
    expect(node.attribute("k3")).toEqual({ kind: "int", value: 33n });
    expect(node.attribute("k29")).toEqual({ kind: "int", value: 29n });
  });
});

test("what stands beside the attributes is there at once", () => {
  expect(nodeWith("")).toMatchObject({ name: "n", op: "Op", device: "/cpu", inputs: ["a", "^b"], attributeNames: [] });
});
