import { newConditions } from "../../../../../shared/adapters/embedded/compile/conditions.ts";
import { emitPlan, liveOperations } from "../../../../../shared/adapters/embedded/compile/emit.ts";
import { kernelNode } from "../../../../../shared/adapters/embedded/compile/node.ts";
import { type Graph, PARAMETER } from "../../../../../shared/adapters/embedded/compile/operation.ts";
import { runPlan } from "../../../../../shared/adapters/embedded/execute/run-plan.ts";
import { KERNELS } from "../../../../../shared/adapters/embedded/kernels/table.ts";
import { tensorOf } from "../../../../../shared/adapters/embedded/values/tensor.ts";
import { detached } from "../../../../../shared/adapters/embedded/wasm/heap.ts";
import { testContext } from "../kernels/kernel-case.ts";

type Given = readonly [name: string, shape: readonly number[], values: readonly number[]];

/** The numbers of a graph's first result, as its operations are. */
export function evaluate(graph: Graph, given: readonly Given[]): readonly number[] {
  const conditions = newConditions();
  for (const operation of graph.operations) conditions.note(operation);
  const live = liveOperations(graph);
  const runs = live
    .filter(({ op }) => op !== PARAMETER)
    .map((operation) => {
      const node = kernelNode(operation, () => {
        throw new Error("no functions here");
      });
      return [operation, KERNELS.get(operation.op)!(node)] as const;
    });
  const plan = emitPlan(graph, live, new Map(runs), conditions);
  const inputs = given.map(([, shape, values]) => tensorOf("float32", shape, values));
  const [result] = runPlan(plan, inputs, testContext());
  return Array.from(detached(result!).data as ArrayLike<number>, Number);
}
