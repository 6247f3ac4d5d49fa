import type { Attributes, Edge, Graph, Operation } from "../../../../../shared/adapters/embedded/compile/operation.ts";
import { constantOperation, parameter } from "../../../../../shared/adapters/embedded/compile/operation.ts";
import { tensorOf } from "../../../../../shared/adapters/embedded/values/tensor.ts";
import type { Attribute } from "../../../../../shared/model/graph.ts";

/** An operation over the first outputs of others, or over edges. */
export function operation(
  op: string,
  inputs: readonly (Operation | Edge)[] = [],
  parts: Partial<Operation> & { readonly given?: Readonly<Record<string, Attribute>> } = {},
): Operation {
  const { given = {}, ...rest } = parts;
  const attributes: Attributes = { attribute: (name) => given[name] };
  const edges = inputs.map((input) => ("from" in input ? input : { from: input, output: 0 }));
  return { name: op.toLowerCase(), op, attributes, outputCount: 1, inputs: edges, controls: [], values: null, ...rest };
}

export function edge(from: Operation, output: number): Edge {
  return { from, output };
}

export function floats(...values: readonly number[]): Operation {
  return constantOperation("constant", tensorOf("float32", [values.length], values));
}

export function matrix(rows: number, values: readonly number[]): Operation {
  return constantOperation("matrix", tensorOf("float32", [rows, values.length / rows], values));
}

/** A graph of these operations, in their order; parameters first. */
export function graphOf(operations: readonly Operation[], results: readonly (Operation | Edge)[]): Graph {
  return {
    name: "graph",
    parameters: operations.filter(({ op }) => op === parameter("").op),
    operations: [...operations],
    results: results.map((result) => ("from" in result ? result : { from: result, output: 0 })),
  };
}
