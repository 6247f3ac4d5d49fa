import { describe, expect, test } from "vitest";
import type { GraphNode, MetaGraph } from "../../../../shared/model/graph.ts";
import { checkGraph } from "../../../../shared/model/graph-check.ts";
import { dtype, func, functionOf, int, list, metaGraph, node } from "../graphs.ts";

const T = dtype("float32");
const MANY = 30_000;

function times<Item>(count: number, make: (index: number) => Item): readonly Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function chain(index: number): GraphNode {
  return node(`n${index}`, "Relu", [`n${index + 1}`], { T });
}

function caller(index: number): MetaGraph["functions"][number] {
  const attributes = { Tin: list(), Tout: list(), f: func(`f${(index + 1) % MANY}`) };
  return functionOf({ name: `f${index}`, nodes: [node("call", "PartitionedCall", [], attributes)] });
}

const wide = node(
  "w",
  "NoOp",
  times(MANY, () => "^n"),
);
const shaped = (count: number): GraphNode => node("s", "Split", ["d", "x"], { T, num_split: int(count) });

describe("a hostile graph is judged in bounded time, depth and output", () => {
  test.each<[string, Partial<MetaGraph>, string]>([
    [
      "a chain of many nodes",
      { nodes: [...times(MANY, chain), node(`n${MANY}`, "Placeholder", [], { dtype: T })] },
      "",
    ],
    [
      "a ring of many nodes",
      { nodes: times(MANY, (index) => node(`n${index}`, "NoOp", [`^n${(index + 1) % MANY}`])) },
      "cycle",
    ],
    ["a ring of many functions", { functions: times(MANY, caller) }, "recursion"],
    ["a node with many inputs from one", { nodes: [wide, node("n", "NoOp")] }, ""],
    ["more outputs than memory holds", { nodes: [shaped(2 ** 40)] }, "attribute"],
    ["many nodes of one name", { nodes: times(MANY, () => node("n", "NoOp")) }, "duplicate-name"],
    [
      "many custom operators",
      { nodes: times(MANY, (index) => node(`n${index}`, `Custom${index}`)) },
      "unknown-operator",
    ],
    ["a device of many slashes", { nodes: [{ ...node("n", "NoOp"), device: `${"/".repeat(MANY)}x` }] }, "device"],
    ["a name of many characters", { nodes: [node("n ".repeat(MANY), "NoOp")] }, "illegal-name"],
    [
      "a reference of many colons",
      { functions: [functionOf({ name: "f", nodes: [node("n", "NoOp", [":".repeat(MANY)])] })] },
      "input",
    ],
  ])("%s", (_, parts, rule) => {
    const started = process.cpuUsage();
    const found = checkGraph(metaGraph(parts));
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000, "milliseconds").toBeLessThan(2000);
    expect(found.map((finding) => finding.rule)).toEqual(rule === "" ? [] : expect.arrayContaining([rule]));
    expect(found.length).toBeLessThanOrEqual(51);
    expect(JSON.stringify(found).length).toBeLessThan(40_000);
  });

  test("beyond 50 findings only their number is told", () => {
    const found = checkGraph(metaGraph({ nodes: times(60, (index) => node(`n ${index}`, "NoOp")) }));
    expect(found).toHaveLength(51);
    expect(found.at(-1)).toMatchObject({ rule: "more", message: "and 10 more" });
  });
});
