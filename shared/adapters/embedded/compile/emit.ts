import type { Plan, Slot, Step } from "../execute/plan.ts";
import type { Run } from "../kernels/kernel.ts";
import type { Value } from "../values/value.ts";
import { isMerge } from "./body.ts";
import type { ConditionMap } from "./conditions.ts";
import { hasEffect } from "./effects.ts";
import { type Edge, type Graph, type Operation, PARAMETER } from "./operation.ts";

/** What of a graph must run, in its order: what the results need, and what has an effect. */
export function liveOperations(graph: Graph): readonly Operation[] {
  const live = new Set<Operation>();
  const waiting = graph.operations.filter(({ op, values }) => values === null && hasEffect(op) && op !== PARAMETER);
  waiting.push(...graph.results.map(({ from }) => from));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (live.has(next) || next.values !== null) continue;
    live.add(next);
    for (const { from } of next.inputs) waiting.push(from);
    waiting.push(...next.controls);
  }
  return graph.operations.filter((operation) => live.has(operation));
}

interface Emission {
  readonly slots: (Value | undefined)[];
  /** The slot of each operation's first output. */
  readonly places: Map<Operation, number>;
  readonly constants: Map<Value, number>;
  readonly uses: Map<number, number>;
  /** The last step to look at a slot. */
  readonly lastStep: Map<number, number>;
}

/** Numbers the outputs and writes the steps down. `runs` has what each live operation runs. */
export function emitPlan(
  graph: Graph,
  live: readonly Operation[],
  runs: ReadonlyMap<Operation, Run>,
  conditions: ConditionMap,
): Plan {
  const emission: Emission = {
    slots: [],
    places: new Map(),
    constants: new Map(),
    uses: new Map(),
    lastStep: new Map(),
  };
  const places = [...graph.parameters, ...live];
  for (const operation of places) reserve(emission, operation);
  const running = live.filter(({ op }) => op !== PARAMETER);
  const wired = running.map((operation, step) => wire(emission, operation, step, conditions));
  const results = graph.results.map((edge) => use(emission, edge));
  for (const slot of results) emission.lastStep.set(slot, Number.POSITIVE_INFINITY);
  const steps = running.map((operation, index) => stepOf(emission, operation, runs.get(operation)!, wired[index]!));
  dropAfterLast(emission, steps);
  return {
    name: graph.name,
    slots: emission.slots,
    parameters: graph.parameters.map((parameter) => slotsOf(emission, parameter)[0]!),
    steps,
    results,
  };
}

function reserve({ slots, places }: Emission, operation: Operation): void {
  if (places.has(operation)) return;
  places.set(operation, slots.length);
  for (let output = 0; output < Math.max(1, operation.outputCount); output++) slots.push(undefined);
}

interface Wired {
  readonly inputs: readonly number[];
  readonly guards: readonly number[] | null;
}

function wire(emission: Emission, operation: Operation, step: number, conditions: ConditionMap): Wired {
  const inputs = operation.inputs.map((edge) => use(emission, edge));
  const isGuarded = conditions.isConditional(operation) || isMerge(operation.op);
  const guards = isGuarded ? operation.controls.map((control) => emission.places.get(control)!) : null;
  for (const slot of [...inputs, ...(guards ?? [])]) emission.lastStep.set(slot, step);
  return { inputs, guards };
}

function use(emission: Emission, { from, output }: Edge): number {
  const constant = from.values?.[output];
  const slot = constant === undefined ? emission.places.get(from)! + output : constantSlot(emission, constant);
  emission.uses.set(slot, (emission.uses.get(slot) ?? 0) + 1);
  return slot;
}

function constantSlot({ slots, constants }: Emission, value: Value): number {
  const known = constants.get(value);
  if (known !== undefined) return known;
  constants.set(value, slots.length);
  return slots.push(value) - 1;
}

function stepOf(
  emission: Emission,
  operation: Operation,
  run: Run,
  { inputs, guards }: Wired,
): Omit<Step, "last"> & { last: number[] } {
  const outputs = slotsOf(emission, operation);
  return { name: operation.name, op: operation.op, run, inputs, outputs, last: [], guards };
}

function slotsOf({ places, uses }: Emission, operation: Operation): readonly Slot[] {
  const first = places.get(operation)!;
  return Array.from({ length: Math.max(1, operation.outputCount) }, (_, output) => ({
    slot: first + output,
    uses: uses.get(first + output) ?? 0,
  }));
}

/** So that memory is free again as soon as nobody reads it; constants stay. */
function dropAfterLast({ lastStep, slots }: Emission, steps: readonly { readonly last: number[] }[]): void {
  for (const [slot, step] of lastStep) {
    if (slots[slot] === undefined) steps[step]?.last.push(slot);
  }
}
