import { describe, expect, test } from "vitest";
import type { MetaGraph, ObjectNode } from "../../../../shared/model/graph.ts";
import { scanGraph } from "../../../../shared/model/safety/scan-graph.ts";
import { constant, functionOf, node, savedModel, signature } from "../graphs.ts";

const READ = node("leak", "ReadFile", ["name"]);
const library = [functionOf({ name: "f", nodes: [READ] })];

function object(parts: Partial<ObjectNode>): ObjectNode {
  const nothing = { identifier: "", metadata: "", operation: "", functions: [], savedBy: [], restoredBy: [] };
  return { kind: "userObject", children: new Map(), ...nothing, ...parts };
}

function paths(nodes: readonly ObjectNode[], parts: Partial<MetaGraph> = {}): readonly string[] {
  const objects = { nodes, capturedBy: new Map() };
  return scanGraph(savedModel({ functions: library, objects, ...parts })).map(({ path }) => path.join(" > "));
}

const F = object({ kind: "function", functions: ["f"] });
const child = (name: string, id: number) => ({ children: new Map([[name, id]]) });

describe("what Python's loader calls by the tree of objects", () => {
  test.each<readonly [string, readonly ObjectNode[], readonly string[]]>([
    [
      "a resource's making",
      [object({ kind: "resource", ...child("_create_resource", 1) }), F],
      ["(object 0) _create_resource > f"],
    ],
    ["its initialiser", [object({ kind: "resource", ...child("_initialize", 1) }), F], ["(object 0) _initialize > f"]],
    [
      "its end",
      [object({ kind: "resource", ...child("_destroy_resource", 1) }), F],
      ["(object 0) _destroy_resource > f"],
    ],
    ["the restoring of an object", [object({ restoredBy: [1] }), F], ["(restore of object 0) > f"]],
    ["its saving", [object({ savedBy: [1] }), F], ["(save of object 0) > f"]],
    [
      "a signature that the graph does not have",
      [object(child("signatures", 1)), object(child("serving_default", 2)), F],
      ["serving_default > f"],
    ],
    [
      "a concrete function without a Python function around it",
      [object({ kind: "resource", ...child("_initialize", 1) }), object({ kind: "bareFunction", functions: ["f"] })],
      ["(object 0) _initialize > f"],
    ],
    ["nothing that an object of the user's is called alike", [object(child("_initialize", 1)), F], []],
    ["nothing that only a caller runs", [object(child("read_any_file", 1)), F], []],
    [
      "nothing where an id leads nowhere",
      [object({ kind: "resource", ...child("_initialize", 9), restoredBy: [-1] }), F],
      [],
    ],
  ])("%s", (_, nodes, expected) => {
    expect(paths(nodes)).toEqual(expected);
  });

  test("what the graph's initialiser runs too is found once, there", () => {
    const nodes = [object({ kind: "resource", ...child("_initialize", 1) }), F];
    expect(paths(nodes, { nodes: [node("init", "f")], initialisers: ["init"] })).toEqual(["(initialiser) init > f"]);
  });
});

describe("a table's file, captured by its initialiser", () => {
  const table = functionOf({
    name: "f",
    inputs: [["file", "string"]],
    nodes: [node("load", "InitializeTableFromTextFileV2", ["table", "file"])],
  });
  const parts = { functions: [table], assets: [{ tensor: "asset:0", file: "vocab.txt" }] };
  const resource = object({ kind: "resource", ...child("_initialize", 1) });
  const init = { nodes: [constant("asset", ""), constant("other", "/etc/passwd"), node("init", "f", ["asset"])] };

  test.each<readonly [string, ObjectNode, number]>([
    ["an asset passes", object({ kind: "asset", operation: "0" }), 0],
    ["an asset that is not there fails", object({ kind: "asset", operation: "1" }), 1],
    ["a constant fails, though the graph hands in the asset", object({ kind: "constant", operation: "other" }), 1],
  ])("%s", (_, captured, findings) => {
    const objects = { nodes: [resource, F, captured], capturedBy: new Map([["f", [2]]]) };
    expect(paths([], { ...parts, ...init, initialisers: ["init"], objects })).toHaveLength(findings);
  });

  test("nothing captured fails", () => {
    expect(paths([resource, F], { ...parts, signatures: [signature("serving_default", "out")] })).toHaveLength(1);
  });
});
