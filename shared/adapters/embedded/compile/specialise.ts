import type { Value } from "../values/value.ts";
import { type Library, nodeName } from "./body.ts";
import { type Graph, knownValue, type Operation } from "./operation.ts";

/** Where a calling operator's inputs become its functions' arguments. */
const FIRST_ARGUMENT: ReadonlyMap<string, number> = new Map([
  ["If", 1],
  ["StatelessIf", 1],
  ["Case", 1],
  ["StatelessCase", 1],
  ["PartitionedCall", 0],
  ["StatefulPartitionedCall", 0],
]);
const LOOPS: ReadonlySet<string> = new Set(["While", "StatelessWhile"]);

/** The arguments that are the same in every call, so that weights inside branches and loops are constants too. */
export function knownArguments(library: Library, operation: Operation, graph: Graph): ReadonlyMap<number, Value> {
  const first = FIRST_ARGUMENT.get(operation.op) ?? (LOOPS.has(operation.op) ? 0 : null);
  if (first === null) return new Map();
  const isVariable = LOOPS.has(operation.op) ? loopVariables(library, operation) : () => false;
  const known = graph.parameters.map((_, index) => {
    const edge = operation.inputs[index + first];
    return [index, edge === undefined || isVariable(index) ? null : knownValue(edge)] as const;
  });
  return new Map(known.filter((entry): entry is readonly [number, Value] => entry[1] !== null));
}

/** What the body returns as it was given does not change from turn to turn. */
function loopVariables(library: Library, { attributes, graphs }: Operation): (index: number) => boolean {
  const own = graphs?.get("body");
  if (own !== undefined) return (index) => own.results[index]?.from !== own.parameters[index];
  const body = attributes.attribute("body");
  if (body?.kind !== "function") return () => true;
  const { inputs, outputs, returns, nodes } = library.function(body.value.name);
  const byName = new Map(nodes.map((node) => [node.name, node]));
  return (index) => {
    let name = nodeName(returns.get(outputs[index]?.name ?? "") ?? "");
    for (let node = byName.get(name); node?.op === "Identity"; node = byName.get(name)) {
      name = nodeName(node.inputs[0] ?? "");
    }
    return name !== inputs[index]?.name;
  };
}
