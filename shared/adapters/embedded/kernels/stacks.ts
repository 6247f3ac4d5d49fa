import type { Resource, Value } from "../values/value.ts";
import { detached, share } from "../wasm/heap.ts";
import { type Family, invalid } from "./kernel.ts";

/** What gradients of TensorFlow 1's loops keep their steps on. One lives for a prediction. */
export const stacks: Family = {
  StackV2:
    ({ name }) =>
    () => ({ kind: "resource", name, state: { stacked: [] } }),
  StackPushV2:
    () =>
    ([handle, element]) => {
      stackOf(handle!).push(element!.kind === "heap" ? detached(element!) : element!);
      return share(element!);
    },
  StackPopV2:
    () =>
    ([handle]) => {
      const element = stackOf(handle!).pop();
      if (element === undefined) throw invalid("the stack is empty");
      return element;
    },
  StackCloseV2: () => () => [],
};

function stackOf(value: Value): Value[] {
  const { stacked } = (value as Resource).state as { readonly stacked?: Value[] };
  if (stacked === undefined) throw invalid("what is used as a stack is none");
  return stacked;
}
