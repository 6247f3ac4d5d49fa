import { lazyAttributes } from "./attributes.ts";
import { dtypeOf } from "./dtypes.ts";
import type { FunctionArgument, FunctionDefinition, GraphNode } from "./graph.ts";
import { decodeEach } from "./protobuf/decode.ts";
import type { Decoded, Lazy } from "./protobuf/descriptors.ts";

/** How many more nodes the file may have: shared by its graphs and functions. */
export interface NodeBudget {
  take(): void;
}

export function readNodes(lazy: Lazy<"NodeDef"> | undefined, budget: NodeBudget): readonly GraphNode[] {
  const nodes: GraphNode[] = [];
  for (const node of decodeEach("NodeDef", lazy)) {
    budget.take();
    nodes.push(nodeOf(node));
  }
  return nodes;
}

export function readFunctions(
  lazy: Lazy<"FunctionDef"> | undefined,
  budget: NodeBudget,
): readonly FunctionDefinition[] {
  const functions: FunctionDefinition[] = [];
  for (const definition of decodeEach("FunctionDef", lazy)) {
    budget.take();
    functions.push(functionOf(definition, budget));
  }
  return functions;
}

function nodeOf({ name, op, device, input, attr }: Decoded<"NodeDef">): GraphNode {
  const { attributeNames, attribute } = lazyAttributes(attr);
  return { name, op, device, inputs: input, attributeNames, attribute };
}

function functionOf(definition: Decoded<"FunctionDef">, budget: NodeBudget): FunctionDefinition {
  const { signature } = definition;
  return {
    name: signature?.name ?? "",
    inputs: signature?.input_arg.map(argumentOf) ?? [],
    outputs: signature?.output_arg.map(argumentOf) ?? [],
    nodes: readNodes(definition.node_def, budget),
    returns: definition.ret,
    controlReturns: definition.control_ret,
    ...lazyAttributes(definition.attr),
  };
}

function argumentOf(argument: Decoded<"OpDef.ArgDef">): FunctionArgument {
  return {
    name: argument.name,
    dtype: argument.type === 0 ? null : dtypeOf(argument.type),
    typeAttribute: argument.type_attr || null,
    numberAttribute: argument.number_attr || null,
    typeListAttribute: argument.type_list_attr || null,
    isReference: argument.is_ref,
  };
}
