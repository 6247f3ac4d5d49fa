import { describe, expect, test } from "vitest";
import type { Attribute, GraphNode } from "../../../../shared/model/graph.ts";
import { checkGraph } from "../../../../shared/model/graph-check.ts";
import { bool, dtype, func, int, list, metaGraph, node, shape, text } from "../graphs.ts";

const T = dtype("float32");
const placeholder = (name: string, type: Attribute = T): GraphNode =>
  node(name, "Placeholder", [], { dtype: type, shape: shape(-1) });
const relu = (name: string, ...inputs: string[]): GraphNode => node(name, "Relu", inputs, { T });
const x = placeholder("x");

function rulesOf(nodes: readonly GraphNode[]): readonly string[] {
  return checkGraph(metaGraph({ nodes })).map(({ rule, where, message }) => `${rule} at ${where}: ${message}`);
}

describe("a graph that TensorFlow takes has no findings", () => {
  test.each<[string, readonly GraphNode[]]>([
    ["nothing at all", []],
    ["nodes in any order", [relu("y", "x"), x]],
    ["an output named by its number", [x, relu("y", "x:0")]],
    ["control inputs after the others, to a node without outputs", [x, node("n", "NoOp"), relu("y", "x", "^n")]],
    ["attributes with defaults left out", [x, node("i", "Cast", ["x"], { SrcT: T, DstT: T })]],
    ["notes, which are any attribute with an underscore", [node("n", "NoOp", [], { _any: int(1) })]],
    [
      "a loop of TensorFlow 1, which closes from NextIteration to Merge",
      [
        x,
        node("enter", "Enter", ["x"], { T, frame_name: text("f") }),
        node("merge", "Merge", ["enter", "next"], { T, N: int(2) }),
        node("next", "NextIteration", ["merge"], { T }),
      ],
    ],
    ["a reference read as a value", [node("v", "VariableV2", [], { dtype: T, shape: shape(2) }), relu("y", "v")]],
    [
      "as many inputs as a number and a list of types say",
      [
        x,
        placeholder("s", dtype("string")),
        node("a", "AddN", ["x", "x", "x"], { T, N: int(3) }),
        node("i", "IdentityN", ["x", "s"], { T: list(T, dtype("string")) }),
        relu("y", "i:0"),
      ],
    ],
  ])("%s", (_, nodes) => {
    expect(rulesOf(nodes)).toEqual([]);
  });
});

describe("a node that TensorFlow refuses is found", () => {
  test.each<[string, readonly GraphNode[], readonly string[]]>([
    ["a name twice", [x, x], ['duplicate-name at x: "x" names more than one node']],
    ["a name with a space", [placeholder("a b")], ['illegal-name at a b: "a b" is no legal name of a node']],
    [
      "a name that begins with an underscore",
      [placeholder("_a")],
      ['illegal-name at _a: "_a" is no legal name of a node'],
    ],
    ["no such device", [{ ...x, device: "@@" }], ['device at x: "@@" names no device']],
    [
      "a device shared with no node",
      [node("n", "NoOp", [], { _class: list(text("loc:@z")) })],
      ['missing-node at n: shares a device with "z": no node of that name'],
    ],
    ["no such input", [relu("y", "z")], ['input at y: input 0 "z": no node of that name']],
    ["no such control input", [x, relu("y", "x", "^z")], ['input at y: input 1 "^z": no node of that name']],
    ["an output past the last", [x, relu("y", "x:1")], ['input at y: input 0 "x:1": no tensor of that name']],
    ["too few inputs", [relu("y")], ["input at y: Relu takes 1 inputs, but has 0"]],
    ["too many inputs", [x, relu("y", "x", "x")], ["input at y: Relu takes 1 inputs, but has 2"]],
    [
      "an input after a control input",
      [x, relu("y", "^x", "x")],
      ['input at y: input 1 "x" comes after a control input'],
    ],
    [
      "an input of another type",
      [placeholder("i", dtype("int32")), relu("y", "i")],
      ['input-dtype at y: Relu takes float32, but input 0 "i" is int32'],
    ],
    [
      "a value where a reference is wanted",
      [x, node("a", "Assign", ["x", "x"], { T })],
      ['input-dtype at a: Assign takes float32 reference, but input 0 "x" is float32'],
    ],
    [
      "nodes that wait for each other",
      [relu("y", "z"), relu("z", "y")],
      ["cycle at y: these nodes wait for each other: y → z → y"],
    ],
    ["a node that waits for itself", [x, relu("y", "x", "^y")], ["cycle at y: these nodes wait for each other: y → y"]],
    ["an attribute that is missing", [x, node("y", "Relu", ["x"])], ["attribute at y: Relu: attribute T is missing"]],
    [
      "an attribute that TensorFlow does not know",
      [node("n", "NoOp", [], { any: int(1) })],
      ["attribute at n: NoOp: attribute any is unknown to TensorFlow"],
    ],
    [
      "an attribute of the wrong kind",
      [node("x", "Placeholder", [], { dtype: int(1) })],
      ["attribute at x: Placeholder: attribute dtype is no type"],
    ],
    [
      "a type that no TensorFlow defines",
      [placeholder("x", dtype("unknown(200)"))],
      ["attribute at x: Placeholder: attribute dtype has the type unknown(200), which TensorFlow does not define"],
    ],
    [
      "a type that the operator does not take",
      [placeholder("s", dtype("string")), node("y", "Relu", ["s"], { T: dtype("string") })],
      [expect.stringMatching(/^attribute at y: Relu: attribute T is "string", but only float32, .* are allowed$/)],
    ],
    [
      "a number below the minimum",
      [x, node("c", "AddN", [], { T, N: int(0) })],
      ["attribute at c: AddN: attribute N is 0, but at least 1 is needed"],
    ],
    [
      "a list below the minimum",
      [x, node("i", "IdentityN", [], { T: list() })],
      ["attribute at i: IdentityN: attribute T has 0 values, but at least 1 are needed"],
    ],
    [
      "an operator that was removed",
      [node("w", "TensorForestTreeSize", ["x"]), placeholder("x", dtype("resource"))],
      ["removed-operator at w: TensorForestTreeSize was removed after TensorFlow 2.4"],
    ],
    [
      "an operator that graphs as new as this may not use",
      [x, node("w", "BatchSvd", ["x"], { T: dtype("float32"), compute_uv: bool(true) })],
      [
        expect.stringMatching(
          /^removed-operator at w: BatchSvd is not available to graphs of version \d+ and later; this is 2474$/,
        ),
      ],
    ],
    [
      "a custom operator, once, with its outputs taken on trust",
      [node("c", "MyOp"), node("d", "MyOp"), relu("y", "c:7")],
      ["unknown-operator at c: no TensorFlow registers MyOp: 2 nodes need the library that does"],
    ],
    [
      "a function that the library lacks",
      [node("c", "PartitionedCall", [], { Tin: list(), Tout: list(), f: func("g") })],
      ['unknown-function at c: PartitionedCall: f names the function "g", which the graph\'s library lacks'],
    ],
  ])("%s", (_, nodes, expected) => {
    expect(rulesOf(nodes)).toEqual(expected);
  });
});

test("a TensorFlow newer than the catalogue may know more attributes", () => {
  const nodes = [node("n", "NoOp", [], { any: int(1) })];
  expect(checkGraph(metaGraph({ nodes, producer: 2474 }))).toHaveLength(1);
  expect(checkGraph(metaGraph({ nodes, producer: 2475 }))).toHaveLength(0);
});

test("every finding says what to do", () => {
  const [finding] = checkGraph(metaGraph({ nodes: [x, x] }));
  expect(finding?.fix).toBe("Export the model again: its graph was edited or damaged after TensorFlow wrote it.");
});
