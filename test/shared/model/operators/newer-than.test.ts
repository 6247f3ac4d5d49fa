import { describe, expect, test } from "vitest";
import { minimumTensorFlow } from "../../../../shared/model/operators/minimum-version.ts";
import { newerThan } from "../../../../shared/model/operators/newer-than.ts";
import { bool, dtype, functionOf, metaGraph, node, savedModel, text } from "./graphs.ts";

const matMul = (attributes = {}) =>
  node({ name: "product", op: "MatMul", inputs: ["a", "b"], attributes: { T: dtype("float32"), ...attributes } });
const variable = node({ name: "w", op: "VarHandleOp", attributes: { debug_name: text("w/") } });
const copyOnRead = node({ name: "free", op: "DisableCopyOnRead", inputs: ["w"] });

describe("what a given TensorFlow does not know", () => {
  test("names operators, attributes and values, the newest first, with their nodes", () => {
    const library = [functionOf({ name: "restore", nodes: [copyOnRead, matMul({ T: dtype("uint8") })] })];
    expect(newerThan(metaGraph({ nodes: [variable], functions: library }), "2.9")).toEqual([
      { operator: "VarHandleOp", attribute: "debug_name", value: null, since: "2.15", nodes: ["w"], count: 1 },
      { operator: "MatMul", attribute: "T", value: "uint8", since: "2.12", nodes: ["restore/product"], count: 1 },
      { operator: "DisableCopyOnRead", attribute: null, value: null, since: "2.10", nodes: ["restore/free"], count: 1 },
    ]);
  });

  test.each([
    ["the version that brought the attribute knows it", "2.15", 0],
    ["so does each of its patches", "2.15.1", 0],
    ["the version before does not", "2.14.1", 1],
    ["a version after all known ones knows it", "2.40", 0],
    ["a release candidate counts as its version", "v2.15.0-rc1", 0],
    ["TensorFlow 1 counts as the oldest known", "1.15.5", 1],
  ])("%s", (_, version, findings) => {
    expect(newerThan(metaGraph({ nodes: [variable] }), version)).toHaveLength(findings);
  });

  test.each(["", "2", "2.x", "3.1", "2.1234", "latest"])("%j is refused as a version", (version) => {
    expect(() => newerThan(metaGraph(), version)).toThrow(expect.objectContaining({ code: "usage" }));
  });

  test("an attribute that equals its default is still refused by the C++ loader", () => {
    expect(newerThan(metaGraph({ nodes: [matMul({ grad_a: bool(false) })] }), "2.15")).toMatchObject([
      { operator: "MatMul", attribute: "grad_a", since: "2.16" },
    ]);
  });

  test("only a few nodes are named, all are counted, in every metagraph", () => {
    const graph = metaGraph({ nodes: Array.from({ length: 10 }, () => variable) });
    const [finding] = newerThan(savedModel(graph, graph), "2.9");
    expect(finding).toMatchObject({ count: 20, nodes: ["w", "w", "w"] });
  });
});

describe("the lowest version that knows all of a model", () => {
  test.each([
    ["nothing but old operators", metaGraph({ nodes: [matMul()] }), "2.1"],
    ["an attribute", metaGraph({ nodes: [matMul(), variable] }), "2.15"],
    ["a value", metaGraph({ nodes: [matMul({ T: dtype("uint8") })] }), "2.12"],
    ["custom operators say nothing", metaGraph({ nodes: [node({ name: "c", op: "MyOp" })] }), "2.1"],
    ["a min_consumer that 2.8 has reached", metaGraph({ minConsumer: 987 }), "2.8"],
    ["a min_consumer just past it", metaGraph({ minConsumer: 988 }), "2.9"],
    ["a min_consumer past all known ones", metaGraph({ minConsumer: 99_999 }), "2.21"],
  ])("%s", (_, graph, expected) => {
    expect(minimumTensorFlow(savedModel(graph))).toBe(expected);
    expect(minimumTensorFlow(graph)).toBe(expected);
  });
});
