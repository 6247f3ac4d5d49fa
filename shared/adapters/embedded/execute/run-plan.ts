import { Failure } from "../../../failure.ts";
import type { Context } from "../kernels/kernel.ts";
import type { Value } from "../values/value.ts";
import { release, share } from "../wasm/heap.ts";
import type { Plan, Slot, Step } from "./plan.ts";

type Slots = (Value | undefined)[];

/** What flows out of the branch that was not taken. */
export const DEAD: Value = { kind: "variant", content: Object.freeze({ dead: true }) };

/** Borrows the inputs; the outputs are the caller's. What a failed run leaves on the heap is swept by the prediction. */
export function runPlan(plan: Plan, inputs: readonly Value[], context: Context): readonly Value[] {
  const slots = plan.slots.slice();
  for (let i = 0; i < plan.parameters.length; i++) fill(slots, plan.parameters[i], share(inputs[i]!));
  for (const step of plan.steps) runStep(step, slots, context);
  return plan.results.map((slot) => slots[slot]!);
}

function runStep(step: Step, slots: Slots, context: Context): void {
  const inputs = new Array<Value>(step.inputs.length);
  for (let i = 0; i < inputs.length; i++) inputs[i] = slots[step.inputs[i]!]!;
  if (step.guards !== null && isDead(step, inputs, slots)) for (const { slot } of step.outputs) slots[slot] = DEAD;
  else fillOutputs(step, execute(step, inputs, context), slots);
  for (let i = 0; i < inputs.length; i++) release(inputs[i]!);
  for (let i = 0; i < step.last.length; i++) slots[step.last[i]!] = undefined;
}

function fillOutputs({ outputs }: Step, values: Value | readonly Value[], slots: Slots): void {
  if (!("kind" in values)) for (let i = 0; i < values.length; i++) fill(slots, outputs[i], values[i]!);
  else fill(slots, outputs[0], values);
}

/** A slot holds one reference for each use that is to come. */
function fill(slots: Slots, output: Slot | undefined, value: Value): void {
  if (output === undefined || output.uses === 0) {
    release(value);
    return;
  }
  slots[output.slot] = value;
  if (value.kind === "heap") value.block.references += output.uses - 1;
}

function execute(step: Step, inputs: readonly Value[], context: Context): Value | readonly Value[] {
  try {
    return step.run(inputs, context);
  } catch (error) {
    throw named(step, error);
  }
}

function isDead({ op, guards }: Step, inputs: readonly Value[], slots: Slots): boolean {
  if (op === "Merge" || op === "RefMerge") return inputs.every((input) => input === DEAD);
  return inputs.includes(DEAD) || guards!.some((guard) => slots[guard] === DEAD);
}

/** The innermost node is what a person can look for. */
function named({ name, op }: Step, error: unknown): unknown {
  if (error instanceof Failure) {
    if (error.code !== "prediction-failed" && error.code !== "limit-exceeded") return error;
    if (error.cause === NAMED) return error;
    return new Failure(error.code, `${op} ${name}: ${error.message}`, { fix: error.fix, cause: NAMED });
  }
  return error;
}

const NAMED = "the node is named";
