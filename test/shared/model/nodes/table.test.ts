import { describe, expect, test } from "vitest";
import { localFiles } from "../../../../shared/adapters/files/files.ts";
import type { GraphNode, NodeTable } from "../../../../shared/model/graph.ts";
import { tableOf } from "../../../../shared/model/nodes/table.ts";
import { readSavedModel } from "../../../../shared/model/saved-model.ts";
import { project } from "../../../repo/project.ts";
import { node } from "../graphs.ts";

const named = (...names: readonly string[]): readonly GraphNode[] => names.map((name) => node(name, "NoOp"));

function inputsOf(table: NodeTable): readonly number[] {
  const first = table.firstInput(0);
  return Array.from({ length: table.firstInput(table.count) - first }, (_, index) => first + index);
}

/** What a table says, told again from strings. */
function wiringOf(nodes: readonly GraphNode[]) {
  const places = new Map(nodes.map(({ name }, place) => [name, place]));
  return nodes.flatMap(({ inputs }) =>
    inputs.map((input) => {
      const isControl = input.startsWith("^");
      const [name, ...output] = input.slice(isControl ? 1 : 0).split(":");
      return { input, isControl, output: output.join(":"), producer: places.get(name!) ?? -1 };
    }),
  );
}

describe("a table tells of nodes what their strings tell", () => {
  test.each(["keras3-exported", "zoo/attention"])("in %s", async (model) => {
    const { metaGraphs } = await readSavedModel(`${project}/fixtures/models/${model}`, localFiles());
    const bodies = metaGraphs.flatMap((metaGraph) => [metaGraph, ...metaGraph.functions]);
    expect(bodies.length).toBeGreaterThan(1);
    for (const { nodes, table } of bodies) {
      const inputs = inputsOf(table!).map((input) => ({
        input: table!.input(input),
        isControl: table!.isControl(input),
        output: table!.output(input),
        producer: table!.producer(input),
      }));
      expect(inputs).toEqual(wiringOf(nodes));
      expect(nodes.map(({ name }) => table!.placeOf(name))).toEqual(nodes.map((_, place) => place));
      expect([table!.repeated, table!.illegal]).toEqual([[], []]);
    }
  });

  test("nodes that come from no file have one too", () => {
    const nodes = [node("é", "A"), node("b", "B", ["é:1", "^é", "c", "^", "", ":"])];
    const table = tableOf({ nodes });
    expect(inputsOf(table).map(table.producer)).toEqual([0, 0, -1, -1, -1, -1]);
    expect(table.input(0)).toBe("é:1");
    expect([0, 1, 2, 3, 4].map(table.isControl)).toEqual([false, true, false, true, false]);
    expect(table.kind(1)).toBe(nodes[1]);
  });
});

describe("names", () => {
  test("the last node of a name is found, and the later ones are named", () => {
    const table = tableOf({ nodes: named("a", "b", "a", "a") });
    expect([table.placeOf("a"), table.placeOf("b"), table.placeOf("c")]).toEqual([3, 1, undefined]);
    expect(table.repeated).toEqual([2, 3]);
  });

  test.each([
    ["a", true],
    [".a", true],
    ["9/b_c-d>e\\f.g", true],
    ["", false],
    ["_a", false],
    ["/a", false],
    ["a b", false],
    ["a:0", false],
    ["é", false],
  ])("%j is legal: %s", (name, isLegal) => {
    expect(tableOf({ nodes: named(name) }).illegal).toEqual(isLegal ? [] : [0]);
  });

  test("thousands of names of one hash are found as quickly as others", () => {
    const names = namesOfOneSlot(5000);
    const nodes = names.map((name, place) => node(name, "NoOp", [names[place - 1] ?? name]));
    const table = tableOf({ nodes });
    expect(inputsOf(table).map(table.producer)).toEqual(nodes.map((_, place) => Math.max(0, place - 1)));
    expect(table.repeated).toEqual([]);
    expect(table.placeOf(names[4999]!)).toBe(4999);
    expect(table.placeOf("none")).toBeUndefined();
  });
});

/** As a hostile file would choose them. */
function namesOfOneSlot(count: number): readonly string[] {
  const found: string[] = [];
  for (let number = 0; found.length < count; number++) {
    const name = `n${number}`;
    if ((hashOf(name) & 0x3ff) === 0) found.push(name);
  }
  return found;
}

function hashOf(name: string): number {
  let hash = 0;
  for (const byte of Buffer.from(name)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash ^ (hash >>> 15);
}
