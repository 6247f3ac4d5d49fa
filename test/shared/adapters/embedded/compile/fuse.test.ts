import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { fuse } from "../../../../../shared/adapters/embedded/compile/fuse.ts";
import { type Operation, parameter } from "../../../../../shared/adapters/embedded/compile/operation.ts";
import { startWasm } from "../../../../../shared/adapters/embedded/wasm/backend.ts";
import { sweep } from "../../../../../shared/adapters/embedded/wasm/heap.ts";
import { bool, dtype } from "../../../model/graphs.ts";
import { evaluate } from "./evaluate.ts";
import { floats, graphOf, matrix, operation } from "./graph-of.ts";

const T = dtype("float32");
const plain = { given: { T, transpose_a: bool(false), transpose_b: bool(false) } };
const WEIGHTS = [1, -2, 0.5, 3, 0.25, -1];
const ROWS = [1, 2, -3, 0.5, 0, 4];

beforeAll(startWasm);
afterEach(() => {
  sweep();
});

/** x [2,3] · weights [3,2], and the steps that follow. */
function product(follow: (y: Operation) => Operation, weights = WEIGHTS) {
  const x = { ...parameter("x"), given: ROWS };
  const first = operation("MatMul", [x, matrix(3, weights)], plain);
  const steps: Operation[] = [first];
  const last = follow(first);
  for (let at = last; at !== first; at = at.inputs.find(({ from }) => from.values === null)!.from)
    steps.splice(1, 0, at);
  return { x, first, last, graph: graphOf([x, ...steps], [last]) };
}

const opsOf = (graph: { readonly results: readonly { readonly from: Operation }[] }) => graph.results[0]!.from.op;
const step = (op: string, ...inputs: readonly Operation[]) => operation(op, inputs, { given: { T } });

describe("what follows a product becomes part of it, and the answer stays", () => {
  test.each<[string, (y: Operation) => Operation]>([
    ["a bias", (y) => step("BiasAdd", y, floats(10, -20))],
    ["an addition from either side", (y) => step("AddV2", floats(1), step("AddV2", y, floats(10, -20)))],
    ["a subtraction", (y) => step("Sub", y, floats(10, -20))],
    ["a subtraction of it", (y) => step("Sub", floats(10, -20), y)],
    ["a factor", (y) => step("Mul", y, floats(2, -0.5))],
    ["a quotient", (y) => step("RealDiv", y, floats(2, -0.5))],
    [
      "factor after offset after factor",
      (y) => step("Mul", step("AddV2", step("Mul", y, floats(2, 3)), floats(1, 1)), floats(-1, 4)),
    ],
    ["an activation at the end", (y) => step("Relu", step("BiasAdd", y, floats(1, -1)))],
    ["a factor of zero", (y) => step("Mul", y, floats(0, 1))],
  ])("%s", (_, follow) => {
    const whole = product(follow);
    const before = evaluate(whole.graph, [["x", [2, 3], ROWS]]);
    fuse(whole.graph);
    expect(opsOf(whole.graph)).toBe("MatMul (fused)");
    const after = evaluate(whole.graph, [["x", [2, 3], ROWS]]);
    after.forEach((value, index) => {
      expect(value).toBeCloseTo(before[index]!, 4);
    });
  });

  test("but nothing after an activation", () => {
    const { graph } = product((y) => step("Neg", step("Relu", y)));
    fuse(graph);
    expect(opsOf(graph)).toBe("Neg");
    expect(graph.results[0]!.from.inputs[0]!.from.op).toBe("MatMul (fused)");
  });
});

describe("a step stays apart", () => {
  test.each<[string, (y: Operation) => Operation]>([
    ["where its other side is not known", (y) => step("AddV2", y, parameter("z"))],
    ["where its other side has more axes", (y) => step("AddV2", y, matrix(2, [1, 2, 3, 4]))],
    ["where it waits for something", (y) => ({ ...step("BiasAdd", y, floats(1, 2)), controls: [parameter("c")] })],
    ["where it is none of those that can be part", (y) => step("Exp", y)],
    ["where it divides by the product", (y) => step("RealDiv", floats(1, 2), y)],
  ])("%s", (_, follow) => {
    const whole = product(follow);
    fuse(whole.graph);
    expect(whole.graph.results[0]!.from).toBe(whole.last);
  });

  test("where somebody else reads the product", () => {
    const { graph, first } = product((y) => step("BiasAdd", y, floats(1, 2)));
    graph.results.push({ from: first, output: 0 });
    fuse(graph);
    expect(opsOf(graph)).toBe("BiasAdd");
  });

  test.each([
    ["a factor that is infinite", [Infinity, 1], WEIGHTS],
    ["a factor that is no number", [Number.NaN, 1], [0, 0, 0, 0, 0, 0]],
    ["weights that the factor makes infinite", [1e30, 1], [1e20, 0, 0, 0, 0, 0]],
  ])("%s: what it makes of zeros is another", (_, factor, weights) => {
    const whole = product((y) => step("Mul", y, floats(...factor)), weights);
    const before = evaluate(whole.graph, [["x", [2, 3], [0, 1e-25, 0, 1, 1, 1]]]);
    fuse(whole.graph);
    const after = evaluate(whole.graph, [["x", [2, 3], [0, 1e-25, 0, 1, 1, 1]]]);
    expect(after).toEqual(before);
  });
});
