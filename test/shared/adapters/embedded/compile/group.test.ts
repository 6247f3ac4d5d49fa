import { expect, test } from "vitest";
import { groupElementwise, VECTOR } from "../../../../../shared/adapters/embedded/compile/group.ts";
import { type Graph, type Operation, parameter } from "../../../../../shared/adapters/embedded/compile/operation.ts";
import type { VectorProgram } from "../../../../../shared/adapters/embedded/vector/program.ts";
import { dtype } from "../../../model/graphs.ts";
import { graphOf, operation } from "./graph-of.ts";

const T = { given: { T: dtype("float32") } };
const on = (op: string, ...inputs: readonly Operation[]) => operation(op, inputs, T);

function grouped(graph: Graph, conditional: readonly Operation[] = []): Graph {
  groupElementwise(graph, (each) => conditional.includes(each));
  return graph;
}

function programOf(graph: Graph, result = 0): VectorProgram {
  return graph.results[result]!.from.made as VectorProgram;
}

test("a chain becomes one, over what comes from outside", () => {
  const [x, y] = [parameter("x"), parameter("y")];
  const sum = on("AddV2", x, y);
  const root = on("Mul", on("Exp", sum), x);
  const graph = grouped(graphOf([x, y, sum, root.inputs[0]!.from, root], [root]));
  expect(graph.results[0]!.from.op).toBe(VECTOR);
  expect(graph.results[0]!.from.inputs.map(({ from }) => from.name)).toEqual(["x", "y"]);
  const { inputCount, nodes } = programOf(graph);
  expect(inputCount).toBe(2);
  expect(nodes.map(({ operator, operands }) => [operator.key, ...operands])).toEqual([
    ["AddV2", 0, 1],
    ["Exp", 2],
    ["Mul", 3, 0],
  ]);
});

test("a result inside a chain begins another", () => {
  const x = parameter("x");
  const first = on("Exp", x);
  const second = on("Neg", first);
  const graph = grouped(graphOf([x, first, second], [second, first]));
  expect([0, 1].map((result) => programOf(graph, result).nodes.length)).toEqual([1, 1]);
  expect(graph.results[0]!.from.inputs[0]!.from).toBe(graph.results[1]!.from);
});

test("one that two groups read is of neither", () => {
  const x = parameter("x");
  const shared = on("Exp", x);
  const [one, two] = [on("Neg", shared), on("Abs", shared)];
  const apart = operation("Softmax", [one], T);
  const graph = grouped(graphOf([x, shared, one, two, apart], [apart, two]));
  expect(programOf(graph, 1).nodes.map(({ operator }) => operator.key)).toEqual(["Abs"]);
});

test.each<[string, (x: Operation) => Operation]>([
  ["what waits for something", (x) => ({ ...on("Exp", x), controls: [x] })],
  ["what is known", (x) => ({ ...on("Exp", x), values: [] })],
  ["what is of another type", (x) => operation("Exp", [x], { given: { T: dtype("float64") } })],
])("%s stays apart", (_, make) => {
  const x = parameter("x");
  const apart = make(x);
  const root = on("Neg", apart);
  const graph = grouped(graphOf([x, apart, root], [root]));
  expect(programOf(graph).nodes.map(({ operator }) => operator.key)).toEqual(["Neg"]);
});

test("what may not run stays apart", () => {
  const x = parameter("x");
  const conditional = on("Exp", x);
  const graph = grouped(graphOf([x, conditional], [conditional]), [conditional]);
  expect(graph.results[0]!.from).toBe(conditional);
});

test.each([
  [40, [40]],
  [41, [40, 1]],
])("a chain of %d becomes groups of %j", (length, sizes) => {
  const x = parameter("x");
  const chain = [x];
  for (let index = 0; index < length; index++)
    chain.push(operation("Neg", [chain.at(-1)!], { ...T, name: `n${index}` }));
  const graph = grouped(graphOf(chain, [chain.at(-1)!]));
  const found: number[] = [];
  for (let at = graph.results[0]!.from; at.made !== undefined; at = at.inputs[0]!.from) {
    found.push((at.made as VectorProgram).nodes.length);
  }
  expect(found).toEqual(sizes);
});
