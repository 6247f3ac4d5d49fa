import type { FunctionArgument, FunctionDefinition, MetaGraph } from "../graph.ts";
import { type OperatorDefinition, operatorDefinition } from "../operators/catalogue.ts";
import { type Tensors, tensorsOf } from "./tensors.ts";

/** A function of the graph's library, as its callers see it. */
export interface Callee {
  /** Its number in the metagraph's list. */
  readonly place: number;
  /** null where the function is generic: what goes in or out depends on the call. */
  readonly takes: Tensors | null;
  readonly returns: Tensors | null;
}

export interface Library {
  callee(name: string): Callee | undefined;
  /** A function of this name hides TensorFlow's operator. */
  operator(name: string): OperatorDefinition | undefined;
}

export function libraryOf({ functions }: MetaGraph): Library {
  const places = new Map(functions.map(({ name }, place) => [name, place]));
  const callees = new Map<number, Callee>();
  return {
    callee(name) {
      const place = places.get(name);
      if (place === undefined) return undefined;
      const callee = callees.get(place) ?? calleeOf(functions[place]!, place);
      callees.set(place, callee);
      return callee;
    },
    operator: (name) => (places.has(name) ? undefined : operatorDefinition(name)),
  };
}

/** Whether the types or counts of a function's arguments come from the call. */
export function isGeneric({ inputs, outputs }: FunctionDefinition): boolean {
  return !isPlain(inputs) || !isPlain(outputs);
}

function calleeOf({ inputs, outputs }: FunctionDefinition, place: number): Callee {
  return { place, takes: plainTensors(inputs), returns: plainTensors(outputs) };
}

function plainTensors(args: readonly FunctionArgument[]): Tensors | null {
  return isPlain(args) ? tensorsOf(args, () => undefined) : null;
}

function isPlain(args: readonly FunctionArgument[]): boolean {
  return args.every(({ dtype, numberAttribute }) => dtype !== null && numberAttribute === null);
}
