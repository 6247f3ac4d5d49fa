import { describe, expect, test } from "vitest";
import { newConditions } from "../../../../../shared/adapters/embedded/compile/conditions.ts";
import { emitPlan, liveOperations } from "../../../../../shared/adapters/embedded/compile/emit.ts";
import { type Operation, parameter } from "../../../../../shared/adapters/embedded/compile/operation.ts";
import { edge, floats, graphOf, operation } from "./graph-of.ts";

function planned(operations: readonly Operation[], results: Parameters<typeof graphOf>[1]) {
  const graph = graphOf(operations, results);
  const conditions = newConditions();
  for (const each of operations) conditions.note(each);
  const live = liveOperations(graph);
  return { live, plan: emitPlan(graph, live, new Map(live.map((each) => [each, () => []])), conditions) };
}

const names = (operations: readonly Operation[]) => operations.map(({ name }) => name);

describe("what runs", () => {
  test("is what the results need, in the graph's order", () => {
    const x = parameter("x");
    const [a, b, unused] = [operation("Neg", [x]), operation("Abs", [x]), operation("Exp", [x])];
    expect(names(planned([x, unused, b, a], [a, b]).live)).toEqual(["x", "abs", "neg"]);
  });

  test("and what has an effect, with what it needs", () => {
    const x = parameter("x");
    const [value, write] = [operation("Neg", [x]), operation("AssignVariableOp", [x])];
    write.inputs.push(edge(value, 0));
    expect(names(planned([x, value, write], [x]).live)).toEqual(["x", "neg", "assignvariableop"]);
  });

  test("and what it waits for; constants never", () => {
    const x = parameter("x");
    const first = operation("Neg", [x]);
    const last = { ...operation("Abs", [floats(1)]), controls: [first] };
    expect(names(planned([x, first, last], [last]).live)).toEqual(["x", "neg", "abs"]);
  });
});

describe("memory", () => {
  test("a slot is free after the last step that looks at it", () => {
    const x = parameter("x");
    const a = operation("Neg", [x]);
    const b = operation("AddV2", [a, x]);
    const c = operation("Exp", [b]);
    const { plan } = planned([x, a, b, c], [c]);
    expect(plan.steps.map(({ op, inputs, last }) => ({ op, inputs, last: [...last].sort() }))).toEqual([
      { op: "Neg", inputs: [0], last: [] },
      { op: "AddV2", inputs: [1, 0], last: [0, 1] },
      { op: "Exp", inputs: [2], last: [2] },
    ]);
    expect(plan.results).toEqual([3]);
  });

  test("a result stays, however often it is one", () => {
    const x = parameter("x");
    const [a, b] = [operation("Neg", [x]), operation("Abs", [x])];
    const { plan } = planned([x, a, b], [a, a, x]);
    expect(plan.results).toEqual([1, 1, 0]);
    expect(plan.steps.flatMap(({ outputs }) => outputs)).toEqual([{ slot: 1, uses: 2 }]);
    expect(plan.parameters).toEqual([{ slot: 0, uses: 2 }]);
  });

  test("an output that nobody reads has no use", () => {
    const x = parameter("x");
    const split = operation("Split", [x], { outputCount: 3 });
    const { plan } = planned([x, split], [edge(split, 1)]);
    expect(plan.steps[0]!.outputs.map(({ uses }) => uses)).toEqual([0, 1, 0]);
  });

  test("one constant has one slot, which is never freed", () => {
    const [x, one] = [parameter("x"), floats(1)];
    const a = operation("AddV2", [x, one]);
    const b = operation("Mul", [a, one]);
    const { plan } = planned([x, a, b], [b]);
    const slot = plan.slots.indexOf(one.values![0]);
    expect(plan.steps.map(({ inputs }) => inputs[1])).toEqual([slot, slot]);
    expect(plan.steps.flatMap(({ last }) => last)).not.toContain(slot);
  });
});
