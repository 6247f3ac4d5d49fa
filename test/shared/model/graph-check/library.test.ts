import { describe, expect, test } from "vitest";
import type { FunctionDefinition, GraphNode } from "../../../../shared/model/graph.ts";
import { checkGraph } from "../../../../shared/model/graph-check.ts";
import type { Dtype } from "../../../../shared/ports/tensor.ts";
import { dtype, type FunctionParts, func, functionOf, int, list, metaGraph, node, text } from "../graphs.ts";

const T = dtype("float32");

function double(parts: Partial<FunctionParts> = {}): FunctionDefinition {
  return functionOf({
    name: "double",
    inputs: [["x", "float32"]],
    outputs: [["y", "float32", "sum:z:0"]],
    nodes: [node("sum", "AddV2", ["x", "x"], { T })],
    ...parts,
  });
}

function call(
  name: string,
  f: string,
  given: readonly Dtype[] = ["float32"],
  taken: readonly Dtype[] = ["float32"],
): GraphNode {
  const types = { Tin: list(...given.map(dtype)), Tout: list(...taken.map(dtype)) };
  return node(
    name,
    "PartitionedCall",
    given.map(() => "x"),
    { ...types, f: func(f) },
  );
}

function caller(name: string, callee: string): FunctionDefinition {
  return double({ name, nodes: [call("c", callee)], outputs: [["y", "float32", "c:output:0"]] });
}

function found(functions: readonly FunctionDefinition[], nodes: readonly GraphNode[] = []): readonly string[] {
  return checkGraph(metaGraph({ functions, nodes })).map(
    ({ rule, where, message }) => `${rule} at ${where}: ${message}`,
  );
}

const x = node("x", "Placeholder", [], { dtype: T });

describe("a library that TensorFlow takes has no findings", () => {
  test.each<[string, readonly FunctionDefinition[], readonly GraphNode[]]>([
    ["a function that calls another", [caller("outer", "double"), double()], []],
    ["a function called by its name", [double()], [x, node("d", "double", ["x"], { any: T })]],
    ["an output without its number", [double({ outputs: [["y", "float32", "sum:z"]] })], []],
    ["an argument returned as it is", [double({ outputs: [["y", "float32", "x"]] })], []],
    ["a control input to an argument", [double({ nodes: [node("sum", "AddV2", ["x", "x", "^x"], { T })] })], []],
    [
      "a generic function, whose types and counts come from the call",
      [
        {
          ...double({
            nodes: [
              node("sum", "AddN", ["x", "x:1"], {
                T: { kind: "placeholder", value: "T" },
                N: int(2),
                _class: list(text("loc:@caller")),
              }),
            ],
            outputs: [],
          }),
          inputs: [{ ...double().inputs[0]!, dtype: null, typeAttribute: "T", numberAttribute: "N" }],
        },
      ],
      [],
    ],
    ["the same function twice", [double(), double()], []],
  ])("%s", (_, functions, nodes) => {
    expect(found(functions, nodes)).toEqual([]);
  });
});

describe("a function that TensorFlow refuses is found", () => {
  test.each<[string, readonly FunctionDefinition[], readonly string[]]>([
    [
      "two functions of a name",
      [double(), caller("double", "double2"), double({ name: "double2" })],
      ['duplicate-name at double: "double" names more than one function'],
    ],
    [
      "a node named as an argument",
      [double({ nodes: [node("x", "NoOp")], outputs: [] })],
      ['duplicate-name at double/x: "x" names more than one node'],
    ],
    [
      "a tensor in the notation of a graph",
      [double({ outputs: [["y", "float32", "sum:0"]] })],
      ['return at double: output y is "sum:0": no tensor of that name'],
    ],
    [
      "a return of nothing",
      [{ ...double(), returns: new Map() }],
      ["return at double: output y is returned by no tensor"],
    ],
    [
      "a return of another type",
      [double({ outputs: [["y", "int32", "sum:z:0"]] })],
      ['return at double: output y is int32, but "sum:z:0" is float32'],
    ],
    [
      "an argument of a type that no TensorFlow defines",
      [double({ inputs: [["x", "unknown(77)"]], nodes: [], outputs: [] })],
      ["return at double: x has the type unknown(77), which TensorFlow does not define"],
    ],
    [
      "a control output that is no node",
      [{ ...double(), controlReturns: new Map([["done", "gone"]]) }],
      ['return at double: control output "gone": no node of that name'],
    ],
    [
      "an attribute without a value, even a note",
      [double({ nodes: [{ ...node("n", "NoOp"), attributeNames: ["_note"] }], outputs: [] })],
      ["attribute at double/n: NoOp: attribute _note has no value"],
    ],
    ["a function that calls itself", [caller("a", "a")], ["recursion at a: these functions call each other: a → a"]],
    [
      "an attribute that waits for a call to give it, in a function that is not generic",
      [
        double({
          nodes: [node("n", "NoOp", [], { _T: { kind: "placeholder", value: "T" } })],
          outputs: [],
        }),
      ],
      ["attribute at double/n: NoOp: attribute _T stands for T, which no call gives"],
    ],
    [
      "functions that call each other",
      [caller("a", "b"), caller("b", "c"), caller("c", "a")],
      ["recursion at a: these functions call each other: a → b → c → a"],
    ],
    [
      "a call that hands on other types",
      [double(), double({ name: "outer", nodes: [call("c", "double", ["float32", "float32"])], outputs: [] })],
      ['call at outer/c: PartitionedCall: the function "double" takes (float32), but the call says (float32, float32)'],
    ],
    [
      "a call that takes back other types",
      [double(), double({ name: "outer", nodes: [call("c", "double", ["float32"], ["string"])], outputs: [] })],
      ['call at outer/c: PartitionedCall: the function "double" returns (float32), but the call says (string)'],
    ],
  ])("%s", (_, functions, expected) => {
    expect(found(functions)).toEqual(expected);
  });
});
