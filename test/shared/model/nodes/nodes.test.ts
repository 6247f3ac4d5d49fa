import { describe, expect, test } from "vitest";
import type { MetaGraph } from "../../../../shared/model/graph.ts";
import { tableOf } from "../../../../shared/model/nodes/table.ts";
import { transcodeText } from "../../../../shared/model/protobuf/text.ts";
import { parseSavedModel } from "../../../../shared/model/saved-model.ts";

function graphOf(...nodes: readonly string[]): MetaGraph {
  const text = `meta_graphs { graph_def { ${nodes.map((node) => `node { ${node} }`).join(" ")} } }`;
  return parseSavedModel(transcodeText("SavedModel", Buffer.from(text), "m"), "m").metaGraphs[0]!;
}

const FLOAT = 'attr { key: "T" value { type: DT_FLOAT } }';
const INT = 'attr { key: "T" value { type: DT_INT32 } }';

describe("nodes are read one by one", () => {
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
    expect(graphOf(...nodes).nodes.map(({ name, inputs }) => [name, inputs])).toEqual(
      names.map((name) => [name, ["x"]]),
    );
  });

  test("equal attributes are those of each node that has them", () => {
    const { nodes } = graphOf(`name: "a" ${FLOAT}`, `name: "b" ${FLOAT}`, `name: "c" ${INT}`);
    expect(nodes.map((node) => [node.name, node.attribute("T")])).toEqual([
      ["a", { kind: "dtype", value: "float32" }],
      ["b", { kind: "dtype", value: "float32" }],
      ["c", { kind: "dtype", value: "int32" }],
    ]);
  });

  test.each([
    ["a later attribute of a name counts", `op: "Neg" ${FLOAT} ${INT}`, "int32"],
    ["an operator may stand between attributes", `${FLOAT} op: "Neg" attr { key: "U" value { i: 1 } }`, "float32"],
  ])("%s", (_, text, dtype) => {
    const [node] = graphOf(`name: "a" ${text}`).nodes;
    expect(node!.attribute("T")).toEqual({ kind: "dtype", value: dtype });
    expect(node!.op).toBe("Neg");
  });
});

describe("nodes are of one kind when they differ in name and inputs only", () => {
  const first = `op: "Neg" ${FLOAT}`;
  test.each([
    ["equal operators and attributes", first, true],
    ["another operator", `op: "Abs" ${FLOAT}`, false],
    ["other attributes", `op: "Neg" ${INT}`, false],
    ["another device", `op: "Neg" device: "/gpu:0" ${FLOAT}`, false],
    ["an operator behind the attributes", `${FLOAT} op: "Neg"`, false],
  ])("%s", (_, second, isOne) => {
    const table = tableOf(graphOf(`name: "a" ${first}`, `name: "b" input: "a" ${second}`));
    expect(table.kind(0) === table.kind(1)).toBe(isOne);
    expect([table.name(0), table.name(1)]).toEqual(["a", "b"]);
  });
});
