import { numberOf } from "../values/tensor.ts";
import type { Value } from "../values/value.ts";
import { release, share, toHost } from "../wasm/heap.ts";
import { type Callable, type Context, type Family, invalid, type Kernel } from "./kernel.ts";

const call: Kernel = (node) => {
  const callable = node.function("f");
  return (inputs, context) => context.call(callable, inputs);
};

const choose: Kernel = (node) => {
  const branches = [node.function("else_branch"), node.function("then_branch")] as const;
  return ([condition, ...inputs], context) => context.call(branches[isTrue(condition!) ? 1 : 0], inputs);
};

/** An index outside of the branches means the last one. */
const chooseOf: Kernel = (node) => {
  const branches = node.functions("branches");
  return ([index, ...inputs], context) => {
    const branch = branches[numberOf(toHost(index!))] ?? branches.at(-1);
    if (branch === undefined) throw invalid("there is no branch");
    return context.call(branch, inputs);
  };
};

const loop: Kernel = (node) => {
  const condition = node.function("cond");
  const body = node.function("body");
  return (inputs, context) => {
    let values: readonly Value[] = inputs.map(share);
    while (holds(condition, values, context)) {
      const next = context.call(body, values);
      for (const value of values) release(value);
      values = next;
    }
    return values;
  };
};

/** Operators that call the model's functions. */
export const calls: Family = {
  PartitionedCall: call,
  StatefulPartitionedCall: call,
  If: choose,
  StatelessIf: choose,
  Case: chooseOf,
  StatelessCase: chooseOf,
  While: loop,
  StatelessWhile: loop,
};

function holds(condition: Callable, values: readonly Value[], context: Context): boolean {
  const [answer] = context.call(condition, values);
  const isHeld = isTrue(answer!);
  release(answer!);
  return isHeld;
}

/** As TensorFlow decides it: a scalar that is not zero or empty, or any tensor with elements. */
function isTrue(value: Value): boolean {
  const { shape, data } = toHost(value);
  if (shape.length > 0) return data.length > 0;
  const element = (data as ArrayLike<number | bigint | Uint8Array>)[0];
  return element instanceof Uint8Array ? element.length > 0 : Number(element) !== 0;
}
