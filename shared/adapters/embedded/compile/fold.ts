import { Failure } from "../../../failure.ts";
import { elementBytes } from "../../../model/dtypes.ts";
import { DEAD } from "../execute/run-plan.ts";
import { variableOf } from "../values/resource.ts";
import { elementCount } from "../values/shape.ts";
import { scalar } from "../values/tensor.ts";
import type { Resource, Value } from "../values/value.ts";
import { isMerge } from "./body.ts";
import { type ConditionMap, isSwitch, newConditions } from "./conditions.ts";
import { isHandle, isPure } from "./effects.ts";
import {
  constantOperation,
  type Edge,
  type Graph,
  knownValue,
  type Operation,
  PARAMETER,
  READ_REFERENCE,
} from "./operation.ts";

export interface Folding {
  /** Runs an operation whose inputs are known; null where there is no kernel for it. */
  evaluate(operation: Operation, inputs: readonly Value[]): readonly Value[] | null;
  /** Variables that something may assign while the model serves. */
  readonly written: ReadonlySet<object>;
}

/** A constant that is this large and more than its inputs together is made anew in every prediction. */
const MAX_FOLDED_BYTES = 2 ** 24;

/** What these answer is in memory already. */
const STORED: ReadonlySet<string> = new Set(["Const", "ReadVariableOp", READ_REFERENCE]);

/** Operators that only pass their input on. */
export const COPIES: ReadonlySet<string> = new Set(
  "Identity StopGradient PreventGradient Snapshot GuaranteeConst PlaceholderWithDefault RefIdentity".split(" "),
);

/**
 * Computes what is the same in every prediction, drops copies, and settles the branches whose condition is known.
 * Works in place: afterwards operations refer only to what remains. Tells which of them may not run.
 */
export function fold(graph: Graph, folding: Folding): ConditionMap {
  const replaced = new Map<Operation, Substitutes>();
  const conditions = newConditions();
  for (const operation of graph.operations) {
    operation.inputs = operation.inputs.map((edge) => substituted(edge, replaced));
    operation.controls = operation.controls
      .flatMap((control) => standingFor(control, replaced))
      .filter((control) => control === dead.from || conditions.isConditional(control));
    conditions.note(operation);
    const isConditional = conditions.isConditional(operation);
    const substitutes = settled(operation) ?? (isConditional ? null : copied(operation));
    if (substitutes !== null) replaced.set(operation, substitutes);
    else if (!isConditional && isKnowable(operation, folding)) operation.values = evaluated(operation, folding);
  }
  graph.results = graph.results.map((edge) => substituted(edge, replaced));
  return conditions;
}

/** What stands for each output of an operation. */
type Substitutes = readonly Edge[];
type Replaced = ReadonlyMap<Operation, Substitutes>;

const dead: Edge = { from: constantOperation("(dead)", DEAD), output: 0 };

function substituted(edge: Edge, replaced: Replaced): Edge {
  return replaced.get(edge.from)?.[edge.output] ?? edge;
}

/** What must have run where an operation is gone that was waited for. */
function standingFor(control: Operation, replaced: Replaced): readonly Operation[] {
  const substitutes = replaced.get(control);
  if (substitutes === undefined) return [control];
  const alive = substitutes.filter(({ from }) => from !== dead.from);
  return alive.length > 0 ? alive.map(({ from }) => from) : [dead.from];
}

function settled(operation: Operation): Substitutes | null {
  const { op, inputs, controls } = operation;
  if (isMerge(op)) return settledMerge(operation);
  if (inputs.some(({ from }) => from === dead.from) || controls.includes(dead.from)) {
    return new Array<Edge>(Math.max(1, operation.outputCount)).fill(dead);
  }
  return isSwitch(op) ? settledSwitch(inputs) : null;
}

function copied({ op, inputs }: Operation): Substitutes | null {
  if (op === "IdentityN") return inputs;
  return COPIES.has(op) ? inputs.slice(0, 1) : null;
}

function settledSwitch([data, condition]: readonly Edge[]): Substitutes | null {
  const known = condition === undefined ? null : knownValue(condition);
  if (data === undefined || known?.kind !== "host") return null;
  return (known.data as Uint8Array)[0] === 0 ? [data, dead] : [dead, data];
}

/** Where but one input can be alive, it is that one; its number is the second output. */
function settledMerge({ name, inputs }: Operation): Substitutes | null {
  const alive = inputs.filter(({ from }) => from !== dead.from);
  if (alive.length === 0) return [dead, dead];
  if (alive.length > 1) return null;
  const number = scalar("int32", inputs.indexOf(alive[0]!));
  return [alive[0]!, { from: constantOperation(name, number), output: 0 }];
}

function isKnowable(operation: Operation, { written }: Folding): boolean {
  const { op, inputs, values } = operation;
  if (values !== null || op === PARAMETER || isMerge(op)) return false;
  if (!inputs.every((edge) => knownValue(edge) !== null)) return false;
  if (op === "ReadVariableOp" || op === READ_REFERENCE) return isSettled(knownValue(inputs[0]!) as Resource, written);
  return isHandle(op) || isPure(op);
}

function isSettled(resource: Resource, written: ReadonlySet<object>): boolean {
  return resource.kind === "resource" && !written.has(resource.state) && variableOf(resource).value !== null;
}

function evaluated(operation: Operation, folding: Folding): readonly Value[] | null {
  const inputs = operation.inputs.map((edge) => knownValue(edge)!);
  try {
    const outputs = folding.evaluate(operation, inputs);
    const isGrown = outputs !== null && bytesOf(outputs) > MAX_FOLDED_BYTES + bytesOf(inputs);
    return isGrown && !STORED.has(operation.op) ? null : outputs;
  } catch (error) {
    // What fails now would fail in every prediction that comes this way; it may be that none does.
    if (error instanceof Failure && error.code === "prediction-failed") return null;
    throw error;
  }
}

function bytesOf(values: readonly Value[]): number {
  return values.reduce((sum, value) => {
    return value.kind === "host" ? sum + elementCount(value.shape) * (elementBytes(value.dtype) || 16) : sum;
  }, 0);
}
