import type { FunctionArgument, FunctionDefinition, MetaGraph } from "../graph.ts";
import { type OperatorDefinition, operatorDefinition } from "../operators/catalogue.ts";

/** What a node's `op` names: an operator of TensorFlow, or a function of the graph's own library. */
export interface Callee {
  readonly inputs: readonly FunctionArgument[];
  readonly outputs: readonly FunctionArgument[];
  /** null for a function: its nodes may carry any attribute. */
  readonly definition: OperatorDefinition | null;
}

export interface Library {
  /** Function name → its place in the metagraph's list. */
  readonly places: ReadonlyMap<string, number>;
  readonly functions: readonly FunctionDefinition[];
  callee(op: string): Callee | undefined;
}

export function libraryOf({ functions }: MetaGraph): Library {
  const places = new Map(functions.map(({ name }, place) => [name, place]));
  return {
    places,
    functions,
    callee(op) {
      const place = places.get(op);
      if (place !== undefined) return { ...argumentsOf(functions[place]!), definition: null };
      const definition = operatorDefinition(op);
      return definition && { inputs: definition.inputs, outputs: definition.outputs, definition };
    },
  };
}

function argumentsOf({ inputs, outputs }: FunctionDefinition): Omit<Callee, "definition"> {
  return { inputs, outputs };
}
