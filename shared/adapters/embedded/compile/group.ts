import { type VectorOperator, vectorOperator } from "../vector/operators.ts";
import type { VectorNode, VectorProgram } from "../vector/program.ts";
import { type Edge, type Graph, NO_ATTRIBUTES, type Operation } from "./operation.ts";
import { replaceOperations } from "./readers.ts";

/** The operator of a group of operators on each element; no model can use its name. */
export const VECTOR = "(vector)";

/** Larger ones would only make the code that runs in one go larger. */
const MAX_NODES = 40;
const MAX_INPUTS = 16;

interface Group {
  readonly root: Operation;
  /** From the root backwards. */
  readonly members: Operation[];
}

/** Makes one of operators on each element whose results nobody else reads: one pass over memory instead of many. */
export function groupElementwise(graph: Graph, isConditional: (operation: Operation) => boolean): void {
  const operators = new Map<Operation, VectorOperator>();
  for (const operation of graph.operations) {
    if (operation.values !== null || operation.controls.length > 0 || isConditional(operation)) continue;
    const operator = vectorOperator(operation.op, operation.attributes);
    if (operator !== null) operators.set(operation, operator);
  }
  if (operators.size === 0) return;
  const groups = groupsOf(graph, operators);
  const replaced = new Map(groups.map((group) => [group.root, groupOperation(group, operators)]));
  replaceOperations(graph, replaced);
}

function groupsOf(graph: Graph, operators: ReadonlyMap<Operation, VectorOperator>): readonly Group[] {
  const readers = readersOf(graph);
  const groupOf = new Map<Operation, Group>();
  for (const operation of graph.operations.toReversed()) {
    if (!operators.has(operation)) continue;
    const joined = commonGroup(readers.get(operation) ?? [], groupOf);
    const isRoom = joined !== null && joined.members.length < MAX_NODES && inputCount(joined, operation) <= MAX_INPUTS;
    const group: Group = isRoom ? joined : { root: operation, members: [] };
    group.members.push(operation);
    groupOf.set(operation, group);
  }
  return [...new Set(groupOf.values())];
}

/** A result is read by nobody that could be joined. */
function readersOf(graph: Graph): ReadonlyMap<Operation, (Operation | null)[]> {
  const readers = new Map<Operation, (Operation | null)[]>();
  const note = (operation: Operation, reader: Operation | null) => {
    const known = readers.get(operation);
    if (known === undefined) readers.set(operation, [reader]);
    else known.push(reader);
  };
  for (const reader of graph.operations) {
    if (reader.values !== null) continue;
    for (const { from } of reader.inputs) note(from, reader);
    for (const control of reader.controls) note(control, null);
  }
  for (const { from } of graph.results) note(from, null);
  return readers;
}

function commonGroup(readers: readonly (Operation | null)[], groupOf: ReadonlyMap<Operation, Group>): Group | null {
  const [first] = readers;
  const group = first === undefined || first === null ? undefined : groupOf.get(first);
  const isCommon = group !== undefined && readers.every((reader) => reader !== null && groupOf.get(reader) === group);
  return isCommon ? group : null;
}

function inputCount({ members }: Group, joining: Operation): number {
  const inside = new Set([...members, joining]);
  const outside = [...inside].flatMap(({ inputs }) => inputs.filter(({ from }) => !inside.has(from)));
  return new Set(outside.map(({ from, output }) => `${from.name}:${output}`)).size;
}

function groupOperation({ root, members }: Group, operators: ReadonlyMap<Operation, VectorOperator>): Operation {
  const ordered = members.toReversed();
  const inside = new Map(ordered.map((member, index) => [member, index]));
  const inputs: Edge[] = [];
  const inputOf = (edge: Edge): number => {
    const known = inputs.findIndex(({ from, output }) => from === edge.from && output === edge.output);
    return known >= 0 ? known : inputs.push(edge) - 1;
  };
  for (const { inputs: edges } of ordered) for (const edge of edges) if (!inside.has(edge.from)) inputOf(edge);
  const place = (edge: Edge) => {
    const node = inside.get(edge.from);
    return node === undefined ? inputOf(edge) : inputs.length + node;
  };
  const nodes = ordered.map(
    (member): VectorNode => ({ operator: operators.get(member)!, operands: member.inputs.map(place) }),
  );
  const made: VectorProgram = { inputCount: inputs.length, nodes };
  return {
    name: root.name,
    op: VECTOR,
    attributes: NO_ATTRIBUTES,
    outputCount: 1,
    inputs,
    controls: [],
    values: null,
    made,
  };
}
