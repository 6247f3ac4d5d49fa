import { describe, expect, test } from "vitest";
import type { FunctionDefinition, GraphNode, MetaGraph } from "../../../../../shared/model/graph.ts";
import { scanGraph } from "../../../../../shared/model/safety/scan-graph.ts";
import { constant, func, functionOf, node, savedModel, signature, text } from "../../graphs.ts";

/** The reasons of all findings. */
function reasons(parts: Partial<MetaGraph>): readonly string[] {
  return scanGraph(savedModel(parts)).map(({ reason }) => reason);
}

describe("a table read from a file", () => {
  const table = (filename: string) => node("init", "InitializeTableFromTextFileV2", ["table", filename]);
  const asset: Partial<MetaGraph> = { initialisers: ["init"], assets: [{ tensor: "asset:0", file: "words.txt" }] };
  const load = (...nodes: readonly GraphNode[]) => ({
    ...asset,
    nodes: [constant("asset", "/build/words.txt"), ...nodes],
  });
  const callee = (...nodes: readonly GraphNode[]): FunctionDefinition =>
    functionOf({
      name: "f",
      nodes,
      inputs: [
        ["table", "string"],
        ["name", "string"],
      ],
      outputs: [["y", "string", "name"]],
    });
  const inFunction = (functions: readonly FunctionDefinition[], ...nodes: readonly GraphNode[]) => ({
    ...load(...nodes),
    functions,
  });
  const twoBranches = (other: string) =>
    inFunction(
      [
        functionOf({ name: "same", inputs: [["name", "string"]], outputs: [["y", "string", "name"]] }),
        functionOf({
          name: "other",
          nodes: [node("pick", "Identity", [other])],
          inputs: [["name", "string"]],
          outputs: [["y", "string", "pick:output:0"]],
        }),
      ],
      node("if", "If", ["cond", "asset"], { then_branch: func("same"), else_branch: func("other") }),
      constant("elsewhere", "/etc/passwd"),
      table("if"),
    );

  test.each<[string, Partial<MetaGraph>]>([
    ["an asset", load(table("asset"))],
    [
      "an asset through copies",
      load(node("a", "Identity", ["asset"]), node("b", "Reshape", ["a", "shape"]), table("b:0")),
    ],
    [
      "an asset in a called function",
      inFunction([callee(table("name"))], node("init", "PartitionedCall", ["t", "asset"], { f: func("f") })),
    ],
    [
      "an asset that a called function hands back",
      inFunction([callee()], node("call", "f", ["t", "asset"]), table("call")),
    ],
    ["an asset on both branches", twoBranches("name")],
    [
      "an asset round a loop",
      inFunction(
        [
          functionOf({ name: "body", inputs: [["name", "string"]], outputs: [["y", "string", "name"]] }),
          functionOf({ name: "cond" }),
        ],
        node("while", "While", ["asset"], { cond: func("cond"), body: func("body") }),
        table("while"),
      ),
    ],
    [
      "an asset kept in a variable",
      load(
        node("v", "VarHandleOp", [], { shared_name: text("path") }),
        node("store", "AssignVariableOp", ["v", "asset"]),
        node("read", "ReadVariableOp", ["v", "^store"]),
        table("read"),
      ),
    ],
    [
      "an asset kept in a variable of TensorFlow 1",
      load(
        node("v", "VariableV2"),
        node("store", "Assign", ["v", "asset"]),
        node("read", "Identity", ["v", "^store"]),
        table("read"),
      ),
    ],
  ])("passes from %s", (_, parts) => {
    expect(reasons(parts)).toEqual([]);
  });

  test.each<[string, Partial<MetaGraph>, string]>([
    ["a constant path", load(constant("name", "/etc/passwd"), table("name")), 'the constant "/etc/passwd"'],
    [
      "a path joined to an asset",
      load(constant("up", "/../../x"), node("join", "StringJoin", ["asset", "up"]), table("join")),
      "joined from parts",
    ],
    ["a shard of an asset", load(node("s", "ShardedFilename", ["asset", "i", "n"]), table("s")), "joined from parts"],
    ["what another operator computes", load(node("a", "AsString", ["asset"]), table("a")), 'computed by "AsString"'],
    ["the other branch of a condition", twoBranches("/etc"), "a missing node"],
    [
      "one of two constants",
      load(constant("name", "a", "b"), node("pack", "Pack", ["asset", "name"]), table("pack")),
      'the constant "b"',
    ],
    [
      "a variable that something else may fill too",
      load(
        node("v", "VarHandleOp", [], { shared_name: text("path") }),
        node("w", "VarHandleOp", [], { shared_name: text("path") }),
        constant("name", "/etc/passwd"),
        node("store", "AssignVariableOp", ["v", "asset"]),
        node("again", "AssignVariableOp", ["w", "name"]),
        node("read", "ReadVariableOp", ["v", "^store", "^again"]),
        table("read"),
      ),
      'the constant "/etc/passwd"',
    ],
    [
      "an assignment that another may overtake",
      load(
        node("v", "VariableV2"),
        constant("name", "/etc/passwd"),
        node("again", "Assign", ["v", "name"]),
        node("store", "Assign", ["v", "asset", "^again"]),
        table("store"),
      ),
      'the constant "/etc/passwd"',
    ],
    [
      "a variable that nothing fills",
      load(node("v", "VarHandleOp"), node("read", "ReadVariableOp", ["v"]), table("read")),
      "nothing assigns",
    ],
    [
      "an asset that climbs out",
      { ...load(table("asset")), assets: [{ tensor: "asset:0", file: "../x" }] },
      "climbs out",
    ],
    [
      "a function whose caller is unknown",
      {
        nodes: [node("map", "MapDataset", ["d", "asset"], { f: func("f") })],
        functions: [callee(table("name"))],
        initialisers: ["map"],
      },
      'computed by "MapDataset"',
    ],
  ])("fails from %s", (_, parts, expected) => {
    expect(reasons(parts).join()).toContain(expected);
  });

  test("fails in a signature, where the loader fills in no asset", () => {
    const parts = { ...load(table("asset")), initialisers: [], signatures: [signature("serving_default", "init")] };
    expect(reasons(parts)).toEqual([expect.stringContaining('"/build/words.txt" (assets are filled in only while')]);
  });

  test("fails where the request names the file", () => {
    const parts = { nodes: [table("x")], signatures: [signature("serving_default", "init", "x:0")] };
    expect(reasons(parts)).toEqual([expect.stringContaining('taken from the request ("x:0")')]);
  });

  test("a hundred thousand copies end in a refusal, not in a stack overflow", () => {
    const copies = Array.from({ length: 100_000 }, (_, index) => node(`c${index}`, "Identity", [`c${index - 1}`]));
    expect(reasons(load(...copies.slice(1), node("c0", "Identity", ["asset"]), table("c99999")))).toEqual([]);
  });
});
