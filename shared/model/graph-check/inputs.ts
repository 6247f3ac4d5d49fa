import type { GraphNode } from "../graph.ts";
import { type Findings, type Problem, shown } from "./findings.ts";
import type { Operation } from "./operation.ts";
import type { Resolve } from "./references.ts";
import { describeType, fits, type Tensors, type TensorType, tensorAt } from "./tensors.ts";

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
export function checkInputs(
  place: number,
  { nodes, operations, prefix, edges, resolve }: Wiring,
  findings: Findings,
): void {
  const node = nodes[place]!;
  const dataInputs = countData(node.inputs);
  const { inputs: wanted } = operations[place]!;
  const isMiscounted = wanted !== null && wanted.count !== dataInputs;
  if (isMiscounted) {
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
    const problem =
      index >= dataInputs ? outOfOrder(input, index) : misfit(node, index, [found.type, isMiscounted ? null : wanted]);
    if (problem !== null) findings.add(problem.rule, prefix + node.name, problem.message);
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

function named(input: string, index: number): string {
  return `input ${index} "${shown(input)}"`;
}

/** TensorFlow 1 writes loops as cycles, which all close in this one way. */
function closesLoop(from: GraphNode, to: GraphNode): boolean {
  return from.op.endsWith("NextIteration") && /^(Ref)?Merge$/.test(to.op);
}

function outOfOrder(input: string, index: number): Problem {
  return { rule: "input", message: `${named(input, index)} comes after a control input` };
}

type GivenAndWanted = readonly [given: TensorType, wanted: Tensors | null];

function misfit({ op, inputs }: GraphNode, index: number, [given, wanted]: GivenAndWanted): Problem | null {
  const want = wanted === null ? undefined : tensorAt(wanted, index);
  if (want === undefined || fits(given, want)) return null;
  const message = `${op} takes ${describeType(want)}, but ${named(inputs[index]!, index)} is ${describeType(given)}`;
  return { rule: "input-dtype", message };
}
