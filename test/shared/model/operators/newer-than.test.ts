import { describe, expect, test } from "vitest";
import { minimumTensorFlow } from "../../../../shared/model/operators/minimum-version.ts";
import { newerThan } from "../../../../shared/model/operators/newer-than.ts";
import { bool, dtype, functionOf, metaGraph, node, savedModel, text } from "../graphs.ts";

const matMul = (attributes = {}) => node("product", "MatMul", ["a", "b"], { T: dtype("float32"), ...attributes });
const variable = node("w", "VarHandleOp", [], { debug_name: text("w/") });
const copyOnRead = node("free", "DisableCopyOnRead", ["w"]);

const setItem = (resizes: boolean) =>
  node("set", "TensorListSetItem", ["list", "index", "item"], {
    element_dtype: dtype("float32"),
    resize_if_index_out_of_bounds: bool(resizes),
  });

describe("what a given TensorFlow does not know", () => {
  test("names operators, attributes and values, the newest first, with their nodes", () => {
    const library = [functionOf({ name: "restore", nodes: [copyOnRead, matMul({ T: dtype("uint8") })] })];
    const rest = { value: null, nodes: expect.anything(), count: 1 };
    expect(newerThan(metaGraph({ nodes: [variable, setItem(true)], functions: library }), "2.4")).toEqual(
      [
        {
          ...rest,
          operator: "TensorListSetItem",
          attribute: "resize_if_index_out_of_bounds",
          since: "2.13",
          effect: "refused",
        },
        { ...rest, operator: "VarHandleOp", attribute: "debug_name", since: "2.15", effect: "refused", nodes: ["w"] },
        {
          ...rest,
          operator: "MatMul",
          attribute: "T",
          value: "uint8",
          since: "2.12",
          effect: "refused",
          nodes: ["restore/product"],
        },
        {
          ...rest,
          operator: "DisableCopyOnRead",
          attribute: null,
          since: "2.10",
          effect: "refused",
          nodes: ["restore/free"],
        },
      ].sort((a, b) => Number(b.since.slice(2)) - Number(a.since.slice(2))),
    );
  });

  test.each([
    ["the version that brought the attribute knows it", "2.13", []],
    ["so does each of its patches", "2.13.1", []],
    ["a version after all known ones", "2.40", []],
    ["a release candidate counts as its version", "v2.13.0-rc1", []],
    ["the version before runs the node without it", "2.12.1", ["ignored"]],
    ["2.5 was the first to do so", "2.5", ["ignored"]],
    ["2.4 refused the node", "2.4.4", ["refused"]],
    ["TensorFlow 1 counts as the oldest known", "1.15.5", ["refused"]],
  ])("%s", (_, version, effects) => {
    expect(newerThan(metaGraph({ nodes: [setItem(true)] }), version).map(({ effect }) => effect)).toEqual(effects);
  });

  test.each([
    ["a default that was not stripped", setItem(false)],
    ["a name for people", variable],
  ])("%s is ignored without harm, but refused before 2.5", (_, harmless) => {
    expect(newerThan(metaGraph({ nodes: [harmless] }), "2.5")).toEqual([]);
    expect(newerThan(metaGraph({ nodes: [harmless] }), "2.4")).toMatchObject([{ effect: "refused" }]);
  });

  test("an attribute that says which tensors go in or out is never ignored", () => {
    const attributes = { T: dtype("float32"), Tk: dtype("int16"), index_type: dtype("int32") };
    const topK = node("top", "TopKV2", ["x", "k"], attributes);
    expect(newerThan(metaGraph({ nodes: [topK] }), "2.12")).toMatchObject([{ attribute: "Tk", effect: "refused" }]);
  });

  test.each(["", "2", "2.x", "3.1", "2.1234", "latest"])("%j is refused as a version", (version) => {
    expect(() => newerThan(metaGraph(), version)).toThrow(expect.objectContaining({ code: "usage" }));
  });

  test("only a few nodes are named, all are counted, in every metagraph", () => {
    const graph = metaGraph({ nodes: Array.from({ length: 10 }, () => variable) });
    const [finding] = newerThan(savedModel(graph, graph), "2.4");
    expect(finding).toMatchObject({ count: 20, nodes: ["w", "w", "w"] });
  });
});

describe("the lowest version that knows all of a model", () => {
  test.each([
    ["nothing but old operators", metaGraph({ nodes: [matMul()] }), "2.1"],
    ["an attribute", metaGraph({ nodes: [matMul(), setItem(true)] }), "2.13"],
    ["a harmless attribute", metaGraph({ nodes: [matMul(), variable] }), "2.5"],
    ["a value", metaGraph({ nodes: [matMul({ T: dtype("uint8") })] }), "2.12"],
    ["custom operators say nothing", metaGraph({ nodes: [node("c", "MyOp")] }), "2.1"],
    ["a min_consumer that 2.8 has reached", metaGraph({ minConsumer: 987 }), "2.8"],
    ["a min_consumer just past it", metaGraph({ minConsumer: 988 }), "2.9"],
    ["a min_consumer past all known ones", metaGraph({ minConsumer: 99_999 }), "2.21"],
  ])("%s", (_, graph, expected) => {
    expect(minimumTensorFlow(savedModel(graph))).toBe(expected);
    expect(minimumTensorFlow(graph)).toBe(expected);
  });
});
