import { lazyAttributes } from "./attributes.ts";
import { dtypeOf } from "./dtypes.ts";
import type { FunctionArgument, FunctionDefinition } from "./graph.ts";
import { type NodeBudget, readNodes } from "./nodes.ts";
import { decodeEach } from "./protobuf/decode.ts";
import type { Decoded, Lazy } from "./protobuf/descriptors.ts";

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
