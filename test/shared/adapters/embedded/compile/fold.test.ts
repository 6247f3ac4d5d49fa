import { describe, expect, test } from "vitest";
import { fold } from "../../../../../shared/adapters/embedded/compile/fold.ts";
import { kernelNode } from "../../../../../shared/adapters/embedded/compile/node.ts";
import {
  constantOperation,
  type Graph,
  knownValue,
  type Operation,
  PARAMETER,
  parameter,
} from "../../../../../shared/adapters/embedded/compile/operation.ts";
import { KERNELS } from "../../../../../shared/adapters/embedded/kernels/table.ts";
import { newResources, variableOf } from "../../../../../shared/adapters/embedded/values/resource.ts";
import { numbersOf, scalar, tensorOf } from "../../../../../shared/adapters/embedded/values/tensor.ts";
import type { HostTensor, Value } from "../../../../../shared/adapters/embedded/values/value.ts";
import { dtype } from "../../../model/graphs.ts";
import { testContext } from "../kernels/kernel-case.ts";
import { edge, graphOf, operation } from "./graph-of.ts";

const I = { given: { T: dtype("int32"), dtype: dtype("int32") } };
const five = () => constantOperation("five", scalar("int32", 5));
const truth = (value: number) => constantOperation("truth", tensorOf("bool", [], [value]));
const x = () => parameter("x");

function folded(graph: Graph, written: ReadonlySet<object> = new Set()): Graph {
  fold(graph, { evaluate, written });
  return graph;
}

function evaluate(of: Operation, inputs: readonly Value[]): readonly Value[] | null {
  const kernel = KERNELS.get(of.op);
  if (kernel === undefined) return null;
  const outputs = kernel(kernelNode(of, () => ({ name: "", inputCount: 0, outputCount: 0 })))(inputs, testContext());
  return "kind" in outputs ? [outputs] : outputs;
}

function known(graph: Graph, result = 0): readonly number[] | null {
  const value = knownValue(graph.results[result]!);
  return value === null ? null : numbersOf(value as HostTensor);
}

describe("what is the same in every prediction is computed once", () => {
  test("through any number of operations", () => {
    const sum = operation("AddV2", [five(), five()], I);
    const product = operation("Mul", [sum, five()], I);
    expect(known(folded(graphOf([sum, product], [product])))).toEqual([50]);
  });

  test("and what needs an argument is not", () => {
    const argument = x();
    const sum = operation("AddV2", [argument, five()], I);
    expect(known(folded(graphOf([argument, sum], [sum])))).toBeNull();
  });

  test("nor what is drawn, though it needs none", () => {
    const drawn = operation("RandomUniformInt", [five(), five(), five()], I);
    expect(known(folded(graphOf([drawn], [drawn])))).toBeNull();
  });

  test("nor what fails: it may be that no prediction comes this way", () => {
    const [two, three] = [tensorOf("int32", [2], [1, 2]), tensorOf("int32", [3], [1, 2, 3])];
    const sum = operation("AddV2", [constantOperation("a", two), constantOperation("b", three)], I);
    expect(known(folded(graphOf([sum], [sum])))).toBeNull();
  });

  test("nor what grows to megabytes out of little", () => {
    const shape = constantOperation("shape", tensorOf("int32", [2], [2 ** 12, 2 ** 11]));
    const filled = (count: number) =>
      operation("Fill", [count === 2 ? shape : constantOperation("s", tensorOf("int32", [1], [9])), five()], {
        given: { T: dtype("int32"), index_type: dtype("int32") },
      });
    const [large, small] = [filled(2), filled(1)];
    const graph = folded(graphOf([large, small], [large, small]));
    expect(known(graph)).toBeNull();
    expect(known(graph, 1)).toHaveLength(9);
  });

  test.each([
    ["Identity", 0],
    ["StopGradient", 0],
    ["IdentityN", 1],
  ])("copies are left out: %s", (op, output) => {
    const argument = x();
    const copy = operation(op, [five(), argument], { outputCount: 2 });
    const graph = folded(graphOf([argument, copy], [edge(copy, output)]));
    expect(graph.results[0]!.from.op).toBe(output === 0 ? "Const" : PARAMETER);
  });
});

describe("a variable is a constant", () => {
  const resource = () => {
    const found = newResources().variable("v", "v");
    variableOf(found).value = scalar("int32", 7);
    return found;
  };
  const reading = (handle: Value) => {
    const read = operation("ReadVariableOp", [constantOperation("handle", handle)], I);
    return graphOf([read], [read]);
  };

  test("where nothing assigns it", () => expect(known(folded(reading(resource())))).toEqual([7]));

  test("but not where something may", () => {
    const handle = resource();
    expect(known(folded(reading(handle), new Set([handle.state])))).toBeNull();
  });

  test("nor before it has a value", () => {
    const empty = newResources().variable("w", "w");
    expect(known(folded(reading(empty)))).toBeNull();
  });
});

describe("a branch whose condition is known is settled", () => {
  /** Merge(Neg of the false side, Abs of the true side). */
  const branches = (condition: Operation) => {
    const argument = x();
    const choice = operation("Switch", [argument, condition], { outputCount: 2 });
    const [no, yes] = [operation("Neg", [edge(choice, 0)], I), operation("Abs", [edge(choice, 1)], I)];
    const merge = operation("Merge", [no, yes], { outputCount: 2 });
    return folded(graphOf([argument, condition, choice, no, yes, merge], [merge, edge(merge, 1)]));
  };

  test.each([
    [0, "Neg", 0],
    [1, "Abs", 1],
  ])("condition %d takes %s", (value, op, number) => {
    const graph = branches(truth(value));
    expect(graph.results[0]!.from.op).toBe(op);
    expect(graph.results[0]!.from.inputs[0]!.from.op).toBe(PARAMETER);
    expect(known(graph, 1)).toEqual([number]);
  });

  test("and stays where it is not", () => {
    const graph = branches(parameter("condition"));
    expect(graph.results[0]!.from.op).toBe("Merge");
  });

  test("a constant inside a branch is not known outside of it", () => {
    const [argument, condition] = [x(), parameter("condition")];
    const choice = operation("Switch", [argument, condition], { outputCount: 2 });
    const side = operation("Identity", [edge(choice, 1)]);
    const inside = { ...operation("AddV2", [five(), five()], I), controls: [side] };
    const graph = folded(graphOf([argument, condition, choice, side, inside], [inside]));
    expect(known(graph)).toBeNull();
  });
});
