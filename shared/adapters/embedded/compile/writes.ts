import { operatorDefinition } from "../../../model/operators/catalogue.ts";
import type { Library } from "./body.ts";
import { writesVariables } from "./effects.ts";
import { COPIES } from "./fold.ts";
import { type Attributes, type Edge, type Graph, knownValue, type Operation } from "./operation.ts";

/** Notes every variable that an operation of the graph, or a function that one calls, may assign. */
export function noteWrites(graph: Graph, library: Library, written: Set<object>): void {
  const writers = writingFunctions(library);
  for (const operation of graph.operations) {
    if (mayWrite(operation, writers)) for (const edge of operation.inputs) noteOrigins(edge, written);
  }
}

function mayWrite({ op, attributes, graphs }: Operation, writers: (name: string) => boolean): boolean {
  if (graphs === undefined) return writesVariables(op) || calledFunctions(op, attributes).some(writers);
  return [...graphs.values()].some(({ operations }) => operations.some((inner) => mayWrite(inner, writers)));
}

function noteOrigins(edge: Edge, written: Set<object>): void {
  const seen = new Set<Operation>();
  const waiting = [edge];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const value = knownValue(next);
    if (value?.kind === "resource") written.add(value.state);
    if (seen.has(next.from) || !passesOn(next.from.op)) continue;
    seen.add(next.from);
    waiting.push(...next.from.inputs);
  }
}

function passesOn(op: string): boolean {
  return COPIES.has(op) || op === "IdentityN" || /^(Ref)?(Switch|Merge|Enter|Exit|NextIteration)$/.test(op);
}

/** Whether a function, or one that it calls, has an operator that assigns variables. */
function writingFunctions(library: Library): (name: string) => boolean {
  const reached = new Map<string, boolean>();
  return (name) => {
    const known = reached.get(name);
    if (known !== undefined) return known;
    const functions = new Set([name]);
    let writes = false;
    for (const called of functions) {
      for (const node of library.has(called) ? library.function(called).nodes : []) {
        writes ||= writesVariables(node.op);
        if (library.has(node.op)) functions.add(node.op);
        for (const inner of calledFunctions(node.op, node)) functions.add(inner);
      }
    }
    reached.set(name, writes);
    return writes;
  };
}

function calledFunctions(op: string, attributes: Attributes): readonly string[] {
  const definition = operatorDefinition(op);
  if (definition === undefined) return [];
  return [...definition.attributes]
    .filter(([, { type }]) => type.includes("func"))
    .flatMap(([name]) => {
      const attribute = attributes.attribute(name);
      const references = attribute?.kind === "list" ? attribute.value : [attribute];
      return references.flatMap((reference) => (reference?.kind === "function" ? [reference.value.name] : []));
    });
}
