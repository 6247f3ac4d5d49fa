import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Plan, Step } from "../../../../../shared/adapters/embedded/execute/plan.ts";
import { DEAD, runPlan } from "../../../../../shared/adapters/embedded/execute/run-plan.ts";
import { newSession } from "../../../../../shared/adapters/embedded/execute/session.ts";
import type { Context, Run } from "../../../../../shared/adapters/embedded/kernels/kernel.ts";
import { newResources } from "../../../../../shared/adapters/embedded/values/resource.ts";
import { scalar, tensorOf } from "../../../../../shared/adapters/embedded/values/tensor.ts";
import type { HeapTensor, Value } from "../../../../../shared/adapters/embedded/values/value.ts";
import { startWasm } from "../../../../../shared/adapters/embedded/wasm/backend.ts";
import { allocateHeap, release, share, sweep, toHeap } from "../../../../../shared/adapters/embedded/wasm/heap.ts";
import { Failure, type FailureCode } from "../../../../../shared/failure.ts";
import { testContext } from "../kernels/kernel-case.ts";

beforeAll(startWasm);
afterEach(() => {
  sweep();
});

const one = (): HeapTensor => toHeap(tensorOf("float32", [1], [1]));
const passOn: Run = ([x]) => share(x!);
const makeNew: Run = () => allocateHeap([1]);

function step(run: Run, parts: Partial<Step>): Step {
  return { name: "n", op: "Op", run, inputs: [], outputs: [], last: [], guards: null, ...parts };
}

function plan(steps: readonly Step[], parts: Partial<Plan>): Plan {
  return { name: "plan", slots: [], parameters: [], steps, results: [], ...parts };
}

describe("memory on the heap", () => {
  test("is free when the last of its readers has run; results are the caller's, and inputs stay the caller's", () => {
    const input = one();
    const steps = [
      step(makeNew, { inputs: [0], outputs: [{ slot: 1, uses: 2 }] }),
      step(passOn, { inputs: [1], outputs: [{ slot: 2, uses: 1 }] }),
      step(makeNew, { inputs: [1, 2], outputs: [{ slot: 3, uses: 1 }] }),
    ];
    const [result] = runPlan(plan(steps, { parameters: [{ slot: 0, uses: 1 }], results: [3] }), [input], testContext());
    expect(input.block.references).toBe(1);
    expect((result as HeapTensor).block.references).toBe(1);
    release(input);
    release(result!);
    expect(sweep()).toBe(0);
  });

  test("is free at once where nobody reads it", () => {
    runPlan(plan([step(makeNew, { outputs: [{ slot: 0, uses: 0 }] })], {}), [], testContext());
    expect(sweep()).toBe(0);
  });

  test("of an argument that nobody reads stays as it was", () => {
    const input = one();
    runPlan(plan([], { parameters: [{ slot: 0, uses: 0 }] }), [input], testContext());
    expect(input.block.references).toBe(1);
  });
});

describe("a branch that was not taken", () => {
  const slots = [DEAD, scalar("int32", 1)] as readonly Value[];
  const ran = (guards: readonly number[] | null, inputs: readonly number[], op = "Neg") => {
    let count = 0;
    const run: Run = () => {
      count++;
      return scalar("int32", 2);
    };
    const steps = [step(run, { op, inputs, guards, outputs: [{ slot: 2, uses: 1 }] })];
    return { results: runPlan(plan(steps, { slots, results: [2] }), [], testContext()), count: () => count };
  };

  test.each<[string, readonly number[] | null, readonly number[], string, boolean]>([
    ["what reads it does not run", [], [0], "Neg", false],
    ["what reads it beside something does not run", [], [1, 0], "Neg", false],
    ["what waits for it does not run", [0], [1], "Neg", false],
    ["what has nothing to do with it runs", [1], [1], "Neg", true],
    ["where it meets one that was taken, that goes on", [], [0, 1], "Merge", true],
    ["where two meet of which none was taken, nothing goes on", [], [0, 0], "Merge", false],
  ])("%s", (_, guards, inputs, op, runs) => {
    const { results, count } = ran(guards, inputs, op);
    expect(count()).toBe(runs ? 1 : 0);
    expect(results[0] === DEAD).toBe(!runs);
  });
});

describe("a failure", () => {
  const failing =
    (code: FailureCode, cause?: unknown): Run =>
    () => {
      throw new Failure(code, "too small", { fix: "Do.", cause });
    };
  const thrownBy = (run: Run): unknown => {
    try {
      return runPlan(plan([step(run, { name: "a/b", op: "Conv2D" })], {}), [], testContext());
    } catch (error) {
      return error;
    }
  };

  test("names the node, the innermost only", () => {
    const inner = thrownBy(failing("prediction-failed"));
    expect(inner).toMatchObject({ code: "prediction-failed", message: "Conv2D a/b: too small", fix: "Do." });
    expect(
      thrownBy(() => {
        throw inner;
      }),
    ).toBe(inner);
  });

  test("that says where it is already is passed on", () => {
    expect(thrownBy(failing("model-hung"))).toMatchObject({ message: "too small" });
  });
});

describe("a session", () => {
  const sessionFor = (deadlineMs: number) =>
    newSession({ resources: newResources(), asset: () => new Uint8Array(0), deadlineMs });
  const calling = (context: Context, callable: object, count: number) => {
    for (let index = 0; index < count; index++) context.call(callable as Parameters<Context["call"]>[0], []);
  };

  test("leaves nothing on the heap, whether it ends well or not", () => {
    const session = sessionFor(1000);
    const left = [
      session.run(one),
      session.execute(plan([step(makeNew, { outputs: [{ slot: 0, uses: 1 }] })], {}), [], () => 0),
    ];
    expect(left.length).toBe(2);
    expect(() =>
      session.run(() => {
        one();
        throw new Error("broken");
      }),
    ).toThrow("broken");
    expect(sweep()).toBe(0);
  });

  test("ends what calls itself without end", () => {
    const session = sessionFor(60_000);
    const endless = { plan: plan([], {}) };
    const again: Run = (_, context) => {
      calling(context, endless, 1);
      return [];
    };
    endless.plan = plan([step(again, {})], {});
    expect(() => session.run(() => calling(session.context, endless, 1))).toThrow(
      expect.objectContaining({ code: "model-hung", message: expect.stringContaining("500 deep") }),
    );
    expect(() => session.run(() => calling(session.context, { plan: plan([], {}) }, 1000))).not.toThrow();
  });

  test("ends what is late at its next call, and begins anew with the next", () => {
    const session = sessionFor(0);
    expect(() =>
      session.run(() => {
        for (;;) session.context.checkDeadline();
      }),
    ).toThrow(expect.objectContaining({ code: "model-hung" }));
    expect(session.run(() => 1)).toBe(1);
  });
});
