import type { Edge, Graph, Operation } from "./operation.ts";

export interface Reader {
  readonly reader: Operation;
  /** Which of its inputs. */
  readonly input: number;
}

export interface Readers {
  /** The only one that reads an operation; null where there are more, or where it is a result or waited for. */
  only(operation: Operation): Reader | null;
}

export function readersOf(graph: Graph): Readers {
  const found = new Map<Operation, Reader[]>();
  const kept = new Set(graph.results.map(({ from }) => from));
  for (const reader of graph.operations) {
    if (reader.values !== null) continue;
    for (const [input, { from }] of reader.inputs.entries()) {
      const known = found.get(from);
      if (known === undefined) found.set(from, [{ reader, input }]);
      else known.push({ reader, input });
    }
    for (const control of reader.controls) kept.add(control);
  }
  return {
    only(operation) {
      const [first, ...more] = found.get(operation) ?? [];
      return first === undefined || more.length > 0 || kept.has(operation) ? null : first;
    },
  };
}

/** Puts operations of one output into the places of others, whose readers then read them. */
export function replaceOperations(graph: Graph, replaced: ReadonlyMap<Operation, Operation>): void {
  if (replaced.size === 0) return;
  const resolve = (edge: Edge): Edge => {
    const replacement = replaced.get(edge.from);
    return replacement === undefined ? edge : { from: replacement, output: 0 };
  };
  graph.operations = [...new Set(graph.operations.map((operation) => replaced.get(operation) ?? operation))];
  for (const operation of graph.operations) operation.inputs = operation.inputs.map(resolve);
  graph.results = graph.results.map(resolve);
}
