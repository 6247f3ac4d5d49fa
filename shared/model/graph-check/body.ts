import type { FunctionArgument, GraphNode } from "../graph.ts";
import type { BodyContext } from "./context.ts";
import { type Edges, findCycle } from "./cycle.ts";
import { type Rule, shown } from "./findings.ts";
import { checkNode } from "./node-check.ts";
import { type Resolve, resolveInFunction, resolveInGraph } from "./references.ts";
import { countOf, describeType, fits, type TensorRun, tensorAt, tensorRuns } from "./tensors.ts";

/** A metagraph's graph, or one function's body. */
export interface Body {
  readonly nodes: readonly GraphNode[];
  /** null for the graph itself. */
  readonly args: readonly FunctionArgument[] | null;
}

/** Checks every node and edge of a body, and returns how its tensors are found. */
export function checkBody({ nodes, args }: Body, context: BodyContext): Resolve {
  const runs = args === null ? [] : (tensorRuns(args, () => undefined) ?? []);
  const argumentRuns = new Map(runs.map((run) => [run.name, run]));
  const places = placesOf(nodes, argumentRuns, context);
  const scope = { places, args: argumentRuns, tensors: nodes.map((node) => checkNode(node, context)) };
  const resolve: Resolve = (name) => (args === null ? resolveInGraph(name, scope) : resolveInFunction(name, scope));
  const edges: number[] = [];
  nodes.forEach((node, place) => {
    checkInputs({ node, place, wanted: scope.tensors[place]!.inputs }, { nodes, resolve, edges }, context);
  });
  checkCycle(nodes, edges, context);
  return resolve;
}

/** A function's arguments become nodes of their name. */
function placesOf(
  nodes: readonly GraphNode[],
  args: ReadonlyMap<string, TensorRun>,
  { findings, prefix }: BodyContext,
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  nodes.forEach(({ name }, place) => {
    if (places.has(name) || args.has(name)) {
      findings.add("duplicate-name", prefix + name, `"${shown(name)}" names more than one node`);
    }
    places.set(name, place);
  });
  return places;
}

interface Consumer {
  readonly node: GraphNode;
  readonly place: number;
  readonly wanted: readonly TensorRun[] | null;
}

interface Wiring {
  readonly nodes: readonly GraphNode[];
  readonly resolve: Resolve;
  readonly edges: number[];
}

function checkInputs(consumer: Consumer, { nodes, resolve, edges }: Wiring, context: BodyContext): void {
  const { node, place, wanted } = consumer;
  const report = reporter(node, context);
  const dataInputs = node.inputs.filter((input) => !isControl(input)).length;
  const known = wanted !== null && countOf(wanted) === dataInputs ? wanted : null;
  if (wanted !== null && known === null) {
    report("input", `${node.op} takes ${countOf(wanted)} inputs, but has ${dataInputs}`);
  }
  for (const [index, input] of node.inputs.entries()) {
    const what = `input ${index} "${shown(input)}"`;
    if (!isControl(input) && index >= dataInputs) report("input", `${what} comes after a control input`);
    const found = resolve(input);
    if (found.problem !== undefined) {
      report("input", `${what}: ${found.problem}`);
      continue;
    }
    if (found.place >= 0 && !closesLoop(nodes[found.place]!, node)) edges.push(found.place, place);
    const want = known === null || isControl(input) ? undefined : tensorAt(known, index);
    if (want === undefined || fits(found.type, want)) continue;
    report("input-dtype", `${node.op} takes ${describeType(want)}, but ${what} is ${describeType(found.type)}`);
  }
}

function reporter({ name }: GraphNode, { findings, prefix }: BodyContext): (rule: Rule, message: string) => void {
  return (rule, message) => findings.add(rule, prefix + name, message);
}

function isControl(input: string): boolean {
  return input.startsWith("^");
}

/** TensorFlow 1 writes loops as cycles, which all close in this one way. */
function closesLoop(from: GraphNode, to: GraphNode): boolean {
  return /^(Ref)?NextIteration$/.test(from.op) && /^(Ref)?Merge$/.test(to.op);
}

const CYCLE_SHOWN = 6;

function checkCycle(nodes: readonly GraphNode[], edges: Edges, { findings, prefix }: BodyContext): void {
  const cycle = findCycle(nodes.length, edges);
  if (cycle === null) return;
  const names = cycle.slice(0, CYCLE_SHOWN).map((place) => shown(nodes[place]!.name));
  const rest = cycle.length > CYCLE_SHOWN ? ["…"] : [];
  const path = [...names, ...rest, names[0]].join(" → ");
  findings.add("cycle", prefix + nodes[cycle[0]!]!.name, `these nodes wait for each other: ${path}`);
}
