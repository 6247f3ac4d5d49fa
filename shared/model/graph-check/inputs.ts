import type { NodeTable } from "../graph.ts";
import type { Edges } from "./cycle.ts";
import { type Findings, shown } from "./findings.ts";
import type { Operation } from "./operation.ts";
import type { References } from "./references.ts";
import { describeType, fits, tensorAt } from "./tensors.ts";

export interface Wiring {
  readonly table: NodeTable;
  readonly operations: readonly Operation[];
  readonly references: References;
  /** Before the names of nodes in findings. */
  readonly prefix: string;
}

/** Every input of a node names a tensor of the type that the operator takes there; there are as many as it takes. */
export function checkInputs(
  place: number,
  { table, operations, references, prefix }: Wiring,
  findings: Findings,
): void {
  const first = table.firstInput(place);
  const end = table.firstInput(place + 1);
  const dataInputs = countData(table, first, end);
  const { inputs: wanted } = operations[place]!;
  const isMiscounted = wanted !== null && wanted.count !== dataInputs;
  const { op } = table.kind(place);
  const report = (rule: "input" | "input-dtype", message: string): void =>
    findings.add(rule, prefix + table.name(place), message);
  if (isMiscounted) report("input", `${op} takes ${wanted.count} inputs, but has ${dataInputs}`);
  for (let input = first; input < end; input++) {
    const index = input - first;
    const { type, problem } = references.input(input);
    if (problem !== undefined) report("input", `${named(table, input, index)}: ${problem}`);
    else if (table.isControl(input)) continue;
    else if (index >= dataInputs) report("input", `${named(table, input, index)} comes after a control input`);
    else if (wanted !== null && !isMiscounted) {
      const want = tensorAt(wanted, index);
      if (want === undefined || fits(type, want)) continue;
      const given = `${named(table, input, index)} is ${describeType(type)}`;
      report("input-dtype", `${op} takes ${describeType(want)}, but ${given}`);
    }
  }
}

/** What waits for what, or null where every node comes after all that it waits for, as most graphs are written. */
export function edgesOf(table: NodeTable): Edges | null {
  const edges: number[] = [];
  let isForward = true;
  for (let place = 0; place < table.count; place++) {
    const end = table.firstInput(place + 1);
    for (let input = table.firstInput(place); input < end; input++) {
      const producer = table.producer(input);
      if (producer < 0 || (producer >= place && closesLoop(table, producer, place))) continue;
      if (producer >= place) isForward = false;
      edges.push(producer, place);
    }
  }
  return isForward ? null : edges;
}

/** TensorFlow 1 writes loops as cycles, which all close in this one way. */
function closesLoop({ kind }: NodeTable, from: number, to: number): boolean {
  return kind(from).op.endsWith("NextIteration") && /^(Ref)?Merge$/.test(kind(to).op);
}

function countData(table: NodeTable, first: number, end: number): number {
  let count = 0;
  for (let input = first; input < end; input++) if (!table.isControl(input)) count++;
  return count;
}

function named(table: NodeTable, input: number, index: number): string {
  return `input ${index} "${shown(table.input(input))}"`;
}
