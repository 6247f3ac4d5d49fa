import type { GraphNode } from "../graph.ts";
import { type Findings, shown } from "./findings.ts";
import type { Operation } from "./operation.ts";
import type { Resolve } from "./references.ts";
import { describeType, fits, type TensorType, tensorAt } from "./tensors.ts";

export interface Wiring {
  readonly nodes: readonly GraphNode[];
  readonly operations: readonly Operation[];
  readonly resolve: Resolve;
  /** Before the names of nodes in findings. */
  readonly prefix: string;
  /** Filled with the edges that nodes wait for. */
  readonly edges: number[];
}

/** Every input of a node names a tensor of the type that the operator takes there; there are as many as it takes. */
export function checkInputs(place: number, wiring: Wiring, findings: Findings): void {
  const { nodes, operations, prefix, edges, resolve } = wiring;
  const node = nodes[place]!;
  const { inputs: wanted } = operations[place]!;
  const dataInputs = countData(node.inputs);
  const isCounted = wanted === null || wanted.count === dataInputs;
  if (!isCounted) {
    findings.add("input", prefix + node.name, `${node.op} takes ${wanted.count} inputs, but has ${dataInputs}`);
  }
  for (let index = 0; index < node.inputs.length; index++) {
    const input = node.inputs[index]!;
    const found = resolve(input);
    if (found.problem !== undefined) {
      findings.add("input", prefix + node.name, `${named(input, index)}: ${found.problem}`);
      continue;
    }
    if (found.place >= 0 && !closesLoop(nodes[found.place]!, node)) edges.push(found.place, place);
    if (isControl(input)) continue;
    if (index >= dataInputs) {
      findings.add("input", prefix + node.name, `${named(input, index)} comes after a control input`);
    }
    const want = wanted !== null && isCounted ? tensorAt(wanted, index) : undefined;
    if (want === undefined || fits(found.type, want)) continue;
    findings.add("input-dtype", prefix + node.name, misfit(node, index, { given: found.type, want }));
  }
}

function countData(inputs: readonly string[]): number {
  let count = 0;
  for (const input of inputs) if (!isControl(input)) count++;
  return count;
}

const CONTROL = "^".charCodeAt(0);

function isControl(input: string): boolean {
  return input.charCodeAt(0) === CONTROL;
}

/** TensorFlow 1 writes loops as cycles, which all close in this one way. */
function closesLoop(from: GraphNode, to: GraphNode): boolean {
  return from.op.endsWith("NextIteration") && /^(Ref)?Merge$/.test(to.op);
}

function named(input: string, index: number): string {
  return `input ${index} "${shown(input)}"`;
}

interface Misfit {
  readonly given: TensorType;
  readonly want: TensorType;
}

function misfit({ op, inputs }: GraphNode, index: number, { given, want }: Misfit): string {
  return `${op} takes ${describeType(want)}, but ${named(inputs[index]!, index)} is ${describeType(given)}`;
}
