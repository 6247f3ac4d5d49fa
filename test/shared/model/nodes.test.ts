import { describe, expect, test } from "vitest";
import type { GraphNode } from "../../../shared/model/graph.ts";
import { transcodeText } from "../../../shared/model/protobuf/text.ts";
import { parseSavedModel } from "../../../shared/model/saved-model.ts";

function nodesIn(...nodes: readonly string[]): readonly GraphNode[] {
  const text = `meta_graphs { graph_def { ${nodes.map((node) => `node { ${node} }`).join(" ")} } }`;
  return parseSavedModel(transcodeText("SavedModel", Buffer.from(text), "m"), "m").metaGraphs[0]!.nodes;
}

const FLOAT = 'attr { key: "T" value { type: DT_FLOAT } }';
const INT = 'attr { key: "T" value { type: DT_INT32 } }';

describe("nodes are read one by one", () => {
  test("those of equal attributes share them, under names of their own", () => {
    const [first, second, other] = nodesIn(`name: "a" ${FLOAT}`, `name: "b" ${FLOAT}`, `name: "c" ${INT}`);
    expect(second!.attributesKey).toBe(first!.attributesKey);
    expect(other!.attributesKey).not.toBe(first!.attributesKey);
    expect([first, second, other].map((node) => [node!.name, node!.attribute("T")])).toEqual([
      ["a", { kind: "dtype", value: "float32" }],
      ["b", { kind: "dtype", value: "float32" }],
      ["c", { kind: "dtype", value: "int32" }],
    ]);
  });

  test.each([
    ["names behind the attributes", [`${FLOAT} name: "a" input: "x"`, `${FLOAT} name: "b" input: "x"`], ["a", "b"]],
    ["names beyond ASCII", ['name: "é" input: "x"', 'name: "b" input: "x"'], ["é", "b"]],
    ["names of thousands of bytes", [`name: "${"n".repeat(5000)}" input: "x"`], ["n".repeat(5000)]],
    [
      "names on both sides of a long stretch",
      Array.from({ length: 300 }, (_, index) => `name: "node_${index}" input: "x"`),
      Array.from({ length: 300 }, (_, index) => `node_${index}`),
    ],
  ])("%s", (_, nodes, names) => {
    expect(nodesIn(...nodes).map(({ name, inputs }) => [name, inputs])).toEqual(names.map((name) => [name, ["x"]]));
  });
});
