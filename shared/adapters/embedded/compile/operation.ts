import type { Attribute } from "../../../model/graph.ts";
import type { Value } from "../values/value.ts";

/** A graph while it is compiled: functions inlined, names resolved, in an order in which it may run. */
export interface Graph {
  readonly name: string;
  readonly parameters: readonly Operation[];
  /** Every operation comes after all that it needs. */
  operations: Operation[];
  results: Edge[];
}

export interface Operation {
  /** The path of calls to it and its own name: what a person looks for. */
  readonly name: string;
  readonly op: string;
  readonly attributes: Attributes;
  readonly outputCount: number;
  inputs: Edge[];
  /** What must have run before; where one of them is dead, so is this. */
  controls: readonly Operation[];
  /** Its outputs, where they are the same in every prediction. */
  values: readonly Value[] | null;
  /** Graphs in place of functions by name: the condition and body of a loop that was found in the graph. */
  readonly graphs?: ReadonlyMap<string, Graph>;
  /** The operator of TensorFlow whose attributes it has, where that is another. */
  readonly definedAs?: string;
  /** What the compiler hands to a kernel of its own. */
  readonly made?: object;
}

/** One output of an operation. */
export interface Edge {
  readonly from: Operation;
  readonly output: number;
}

/** A node's attributes; those that a polymorphic function leaves open are the call's. */
export interface Attributes {
  attribute(name: string): Attribute | undefined;
}

export const NO_ATTRIBUTES: Attributes = { attribute: () => undefined };

/** The operator name of a graph's arguments, which no model can use: TensorFlow's own names have no brackets. */
export const PARAMETER = "(parameter)";
/** Reads a TensorFlow 1 variable, at the moment its reader runs. */
export const READ_REFERENCE = "(read)";

/** Whether an operator is the compiler's own: such names end with a bracket. */
export function isOwn(op: string): boolean {
  return op.endsWith(")");
}

export function parameter(name: string): Operation {
  return { name, op: PARAMETER, attributes: NO_ATTRIBUTES, outputCount: 1, inputs: [], controls: [], values: null };
}

export function constantOperation(name: string, value: Value): Operation {
  return { name, op: "Const", attributes: NO_ATTRIBUTES, outputCount: 1, inputs: [], controls: [], values: [value] };
}

export function knownValue({ from, output }: Edge): Value | null {
  return from.values?.[output] ?? null;
}
