import type { GraphNode, NodeTable } from "../graph.ts";

/** The nodes of a table as values of their own, for those who look closer than the table does. */
export function nodesOf(table: NodeTable): readonly GraphNode[] {
  const nodes: GraphNode[] = new Array(table.count);
  for (let place = 0; place < table.count; place++) nodes[place] = nodeAt(table, place);
  return nodes;
}

const NO_INPUTS: readonly string[] = [];

function nodeAt(table: NodeTable, place: number): GraphNode {
  const { op, device, attributeNames, attribute } = table.kind(place);
  return { name: table.name(place), op, device, inputs: inputsOf(table, place), attributeNames, attribute };
}

function inputsOf(table: NodeTable, place: number): readonly string[] {
  const first = table.firstInput(place);
  const count = table.firstInput(place + 1) - first;
  return count === 0 ? NO_INPUTS : Array.from({ length: count }, (_, index) => table.input(first + index));
}
