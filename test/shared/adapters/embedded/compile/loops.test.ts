import { describe, expect, test } from "vitest";
import { innermostFrame } from "../../../../../shared/adapters/embedded/compile/frames.ts";
import { gatherLoops } from "../../../../../shared/adapters/embedded/compile/loops.ts";
import { type Operation, parameter } from "../../../../../shared/adapters/embedded/compile/operation.ts";
import { text } from "../../../model/graphs.ts";
import { edge, floats, graphOf, operation } from "./graph-of.ts";

interface Loop {
  readonly operations: readonly Operation[];
  readonly exit: Operation;
  readonly merge: Operation;
}

/** `while (less(v, limit)) v = body(v)`, as TensorFlow 1 writes it. */
function loopOf(name: string, start: Operation, body: (v: Operation) => readonly Operation[]): Loop {
  const frame = { given: { frame_name: text(name) } };
  const enter = operation("Enter", [start], { name: `${name}/enter`, ...frame });
  const limit = operation("Enter", [floats(9)], { name: `${name}/limit`, ...frame });
  const merge = operation("Merge", [enter, enter], { name: `${name}/merge`, outputCount: 2 });
  const less = operation("Less", [merge, limit], { name: `${name}/less` });
  const condition = operation("LoopCond", [less], { name: `${name}/cond` });
  const choice = operation("Switch", [merge, condition], { name: `${name}/switch`, outputCount: 2 });
  const inside = operation("Identity", [edge(choice, 1)], { name: `${name}/inside` });
  const steps = body(inside);
  const next = operation("NextIteration", [steps.at(-1) ?? inside], { name: `${name}/next` });
  const exit = operation("Exit", [edge(choice, 0)], { name: `${name}/exit` });
  merge.inputs[1] = edge(next, 0);
  return { operations: [enter, limit, merge, less, condition, choice, inside, ...steps, next, exit], exit, merge };
}

const inTurn = (v: Operation) => [operation("Exp", [v], { name: "exp" })];

describe("a loop of TensorFlow 1", () => {
  test("becomes one of TensorFlow 2: variables first, then what does not change", () => {
    const x = parameter("x");
    const { operations, exit } = loopOf("loop", x, inTurn);
    const graph = graphOf([x, ...operations], [exit]);
    gatherLoops(graph);
    expect(graph.operations.map(({ op }) => op)).toEqual(["(parameter)", "StatelessWhile"]);
    const [loop] = graph.operations.slice(-1);
    expect(graph.results).toEqual([{ from: loop, output: 0 }]);
    expect(loop!.inputs.map(({ from }) => from.name)).toEqual(["x", "constant"]);
    const [condition, body] = [loop!.graphs!.get("cond")!, loop!.graphs!.get("body")!];
    expect(condition.results[0]!.from.op).toBe("Less");
    expect(condition.results[0]!.from.inputs.map(({ from }) => from)).toEqual(condition.parameters);
    expect(body.results[0]!.from.op).toBe("Exp");
    expect(body.results[1]!.from).toBe(body.parameters[1]);
  });

  test("that writes may not be left out", () => {
    const x = parameter("x");
    const writing = (v: Operation) => [operation("Print", [v], { name: "print" })];
    const { operations, exit } = loopOf("loop", x, writing);
    const graph = graphOf([x, ...operations], [exit]);
    gatherLoops(graph);
    expect(graph.operations.at(-1)!.op).toBe("While");
  });

  test("in a loop goes first", () => {
    const x = parameter("x");
    let inner: Loop | undefined;
    const outer = loopOf("outer", x, (v) => {
      inner = loopOf("inner", v, inTurn);
      return [...inner.operations];
    });
    const graph = graphOf([x, ...outer.operations], [outer.exit]);
    expect(innermostFrame(graph.operations)?.name).toBe("inner");
    gatherLoops(graph);
    const body = graph.operations.at(-1)!.graphs!.get("body")!;
    expect(graph.operations.at(-1)!.name).toBe("outer");
    expect(body.results[0]!.from).toMatchObject({ name: "inner", op: "StatelessWhile" });
  });

  test("two beside each other, the second after the first", () => {
    const x = parameter("x");
    const first = loopOf("first", x, inTurn);
    const second = loopOf("second", first.exit, inTurn);
    const graph = graphOf([x, ...second.operations, ...first.operations], [second.exit]);
    gatherLoops(graph);
    expect(graph.operations.map(({ name }) => name)).toEqual(["x", "first", "second"]);
    expect(graph.operations[2]!.inputs[0]!.from.name).toBe("first");
  });
});

describe("what is no loop", () => {
  test("a graph without one stays as it is", () => {
    const x = parameter("x");
    const graph = graphOf([x, operation("Neg", [x])], [x]);
    const before = [...graph.operations];
    gatherLoops(graph);
    expect(graph.operations).toEqual(before);
  });

  test("one that is entered and has no condition is refused", () => {
    const x = parameter("x");
    const enter = operation("Enter", [x], { given: { frame_name: text("loop") } });
    expect(() => gatherLoops(graphOf([x, enter], [enter]))).toThrow(
      expect.objectContaining({ code: "model-unreadable", message: expect.stringContaining("without a condition") }),
    );
  });
});
