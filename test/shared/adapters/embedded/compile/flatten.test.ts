import { describe, expect, test } from "vitest";
import { libraryOf } from "../../../../../shared/adapters/embedded/compile/body.ts";
import { type Fetch, flattenFetch, flattenFunction } from "../../../../../shared/adapters/embedded/compile/flatten.ts";
import { type Graph, NO_ATTRIBUTES } from "../../../../../shared/adapters/embedded/compile/operation.ts";
import { scalar } from "../../../../../shared/adapters/embedded/values/tensor.ts";
import type { MetaGraph } from "../../../../../shared/model/graph.ts";
import { dtype, func, functionOf, int, list, metaGraph, node } from "../../../model/graphs.ts";

const T = dtype("float32");
const call = (name: string, f: string, inputs: readonly string[] = ["x"]) =>
  node(name, "PartitionedCall", inputs, { f: func(f), Tin: list(T), Tout: list(T) });
const double = functionOf({
  name: "double",
  inputs: [["a", "float32"]],
  outputs: [["y", "float32", "sum:z:0"]],
  nodes: [node("sum", "AddV2", ["a", "a"], { T })],
});

function flat(parts: Partial<MetaGraph>, fetch: Partial<Fetch> = {}): Graph {
  const whole = { name: "main", feeds: ["x:0"], fetches: ["y:0"], targets: [], ...fetch };
  return flattenFetch(libraryOf(metaGraph(parts)), whole, new Map());
}

/** `name = op(inputs) after controls`, then what is returned. */
function written({ operations, results }: Graph): readonly string[] {
  const lines = operations.map(({ name, op, inputs, controls }) => {
    const given = inputs.map(({ from, output }) => from.name + (output === 0 ? "" : `:${output}`)).join(", ");
    const after = controls.length === 0 ? "" : ` after ${controls.map((control) => control.name).join(", ")}`;
    return `${name} = ${op}(${given})${after}`;
  });
  return [...lines, `return ${results.map(({ from, output }) => `${from.name}:${output}`).join(", ")}`];
}

describe("a fetch becomes the operations that it needs, each after what it needs", () => {
  test("and nothing else of the graph", () => {
    const nodes = [
      node("y", "Relu", ["sum"], { T }),
      node("sum", "AddV2", ["x", "x"], { T }),
      node("x", "Placeholder", [], { dtype: T }),
      node("unused", "Neg", ["x"], { T }),
    ];
    expect(written(flat({ nodes }))).toEqual([
      "x:0 = (parameter)()",
      "sum = AddV2(x:0, x:0)",
      "y = Relu(sum)",
      "return y:0",
    ]);
  });

  test("what is fed is not computed, wherever it lies", () => {
    const nodes = [node("y", "Relu", ["inner"], { T }), node("inner", "Neg", ["nothing"], { T })];
    expect(written(flat({ nodes }, { feeds: ["inner:0"] }))).toEqual([
      "inner:0 = (parameter)()",
      "y = Relu(inner:0)",
      "return y:0",
    ]);
  });

  test("a fed tensor may be fetched as it is", () => {
    expect(written(flat({}, { fetches: ["x:0"] }))).toEqual(["x:0 = (parameter)()", "return x:0:0"]);
  });

  test("what is known from elsewhere takes a node's place", () => {
    const nodes = [node("y", "Relu", ["path"], { T }), node("path", "Const")];
    const library = libraryOf(metaGraph({ nodes }));
    const known = new Map([["path:0", scalar("float32", 1)]]);
    const graph = flattenFetch(library, { name: "main", feeds: [], fetches: ["y"], targets: [] }, known);
    expect(graph.operations[0]?.inputs[0]?.from.values).toEqual([scalar("float32", 1)]);
  });

  test("targets run for their effect, and controls before what waits for them", () => {
    const nodes = [node("first", "NoOp"), node("y", "Relu", ["x", "^first"], { T }), node("effect", "NoOp", ["^y"])];
    expect(written(flat({ nodes }, { targets: ["effect"] }))).toEqual([
      "x:0 = (parameter)()",
      "first = NoOp()",
      "y = Relu(x:0) after first",
      "effect = NoOp() after y",
      "return y:0",
    ]);
  });
});

describe("a call becomes the function's operations", () => {
  test("under the path of the call", () => {
    expect(written(flat({ nodes: [call("y", "double")], functions: [double] }))).toEqual([
      "x:0 = (parameter)()",
      "y/sum = AddV2(x:0, x:0)",
      "return y/sum:0",
    ]);
  });

  test("each time it is called, however deep", () => {
    const twice = functionOf({
      name: "twice",
      inputs: [["b", "float32"]],
      outputs: [["y", "float32", "two:output:0"]],
      nodes: [call("one", "double", ["b"]), call("two", "double", ["one:output:0"])],
    });
    expect(written(flat({ nodes: [call("y", "twice")], functions: [double, twice] }))).toEqual([
      "x:0 = (parameter)()",
      "y/one/sum = AddV2(x:0, x:0)",
      "y/two/sum = AddV2(y/one/sum, y/one/sum)",
      "return y/two/sum:0",
    ]);
  });

  test("what has no inputs waits for what the call was given, what waits for the call for its effects", () => {
    const effect = functionOf({
      name: "effect",
      inputs: [["a", "float32"]],
      outputs: [["y", "float32", "one:output:0"]],
      nodes: [node("one", "Const"), node("written", "WriteFile", ["one:output:0", "one:output:0"])],
    });
    const nodes = [
      call("called", "effect", ["x", "^before"]),
      node("before", "NoOp"),
      node("y", "Neg", ["x", "^called"]),
    ];
    expect(written(flat({ nodes, functions: [effect] }))).toEqual([
      "x:0 = (parameter)()",
      "before = NoOp()",
      "called/one = Const() after x:0, before",
      "called/written = WriteFile(called/one, called/one)",
      "y = Neg(x:0) after called/written, called/one",
      "return y:0",
    ]);
  });

  test("but one that calls itself stays a call", () => {
    const forever = functionOf({
      name: "forever",
      inputs: [["a", "float32"]],
      outputs: [["y", "float32", "again:output:0"]],
      nodes: [call("again", "forever", ["a"])],
    });
    expect(written(flat({ nodes: [call("y", "forever")], functions: [forever] }))).toEqual([
      "x:0 = (parameter)()",
      "y/again = PartitionedCall(x:0)",
      "return y/again:0",
    ]);
  });

  test.each([
    ["just as deep as is inlined", 100, "Neg"],
    ["one deeper stays a call", 101, "PartitionedCall"],
  ])("%s", (_, depth, op) => {
    const functions = Array.from({ length: depth }, (_, level) =>
      functionOf({
        name: `f${level}`,
        inputs: [["a", "float32"]],
        outputs: [["y", "float32", "n:0"]],
        nodes: [level === depth - 1 ? node("n", "Neg", ["a"], { T }) : call("n", `f${level + 1}`, ["a"])],
      }),
    );
    expect(flat({ nodes: [call("y", "f0")], functions }).operations.at(-1)?.op).toBe(op);
  });

  test("an argument and an output may be lists", () => {
    const lists = functionOf({
      name: "lists",
      inputs: [["a", "float32"]],
      outputs: [["y", "float32", "split:output:1"]],
      nodes: [node("axis", "Const"), node("split", "Split", ["axis:output:0", "a"], { T, num_split: int(3) })],
    });
    expect(
      flattenFunction(libraryOf(metaGraph({ functions: [lists] })), "lists", NO_ATTRIBUTES).results[0]?.output,
    ).toBe(1);
  });
});

describe("refused", () => {
  test.each<[string, Partial<MetaGraph>, string, string]>([
    ["a node that is not there", { nodes: [node("y", "Relu", ["z"], { T })] }, "model-unreadable", "node z"],
    [
      "an output that is not there",
      { nodes: [node("y", "Relu", ["x:1"], { T }), node("x", "Neg", ["x"])] },
      "model-unreadable",
      "x",
    ],
    ["a function that is not there", { nodes: [call("y", "f")] }, "model-unreadable", "function f"],
    ["a cycle", { nodes: [node("y", "Relu", ["z"]), node("z", "Neg", ["y"])] }, "model-unreadable", "cycle"],
    [
      "two nodes of one name",
      { nodes: [node("y", "Neg", ["x"]), node("y", "Relu", ["x"])] },
      "model-unreadable",
      "two nodes",
    ],
    [
      "an argument too many",
      { nodes: [call("y", "double", ["x", "x"])], functions: [double] },
      "model-unreadable",
      "2 arguments",
    ],
    [
      "an argument too few",
      { nodes: [call("y", "double", [])], functions: [double] },
      "model-unreadable",
      "0 arguments",
    ],
  ])("%s", (_, parts, code, message) => {
    expect(() => flat(parts)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) }));
  });

  test("calls that multiply beyond all bounds", () => {
    const library = libraryOf(metaGraph());
    library.spend(1_000_000);
    expect(() => library.spend(1)).toThrow(expect.objectContaining({ code: "limit-exceeded" }));
  });

  test("but not a chain of twenty thousand nodes", () => {
    const nodes = Array.from({ length: 20_000 }, (_, index) =>
      node(index === 0 ? "y" : `n${index}`, "Neg", [`n${index + 1}`], { T }),
    );
    expect(flat({ nodes }, { feeds: ["n20000:0"] }).operations.length).toBe(20_001);
  });
});
