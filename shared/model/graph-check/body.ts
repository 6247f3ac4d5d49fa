import type { FunctionArgument, GraphNode } from "../graph.ts";
import { type Edges, findCycle } from "./cycle.ts";
import { type Findings, type Problem, shown } from "./findings.ts";
import { checkInputs, type Wiring } from "./inputs.ts";
import { nameProblem } from "./names.ts";
import type { Operation, ReadOperation } from "./operation.ts";
import { type Resolve, resolveInFunction, resolveInGraph } from "./references.ts";
import { argumentTensors, type Tensors } from "./tensors.ts";
import type { UnknownOperators } from "./unknown-operators.ts";

/** A metagraph's graph, or one function's body. */
export interface Body {
  readonly nodes: readonly GraphNode[];
  /** null for the graph itself. */
  readonly args: readonly FunctionArgument[] | null;
  /** Before the names of nodes: `function/`, or nothing in the graph itself. */
  readonly prefix: string;
  readonly readOperation: ReadOperation;
}

export interface Report {
  readonly findings: Findings;
  readonly unknownOperators: UnknownOperators;
  deviceProblem(device: string): Problem | null;
}

export interface CheckedBody {
  readonly resolve: Resolve;
  readonly operations: readonly Operation[];
}

/** Checks every node and edge of a body, and tells how its tensors are found and what it calls. */
export function checkBody(body: Body, report: Report): CheckedBody {
  const { nodes, prefix } = body;
  const args = body.args && argumentTensors(body.args);
  const places = placesOf(body, args, report.findings);
  const operations = nodes.map((node) => checkNode(node, body, report));
  const scope = { places, args, operations };
  const resolve: Resolve =
    args === null ? (name) => resolveInGraph(name, scope) : (name) => resolveInFunction(name, scope);
  const wiring = { nodes, operations, resolve, prefix, edges: [] };
  for (let place = 0; place < nodes.length; place++) checkInputs(place, wiring, report.findings);
  if (args === null) checkColocation(wiring, places, report.findings);
  checkCycle(body, wiring.edges, report.findings);
  return { resolve, operations };
}

/** A function's arguments become nodes of their name. */
function placesOf({ nodes, prefix }: Body, args: Tensors | null, findings: Findings): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let place = 0; place < nodes.length; place++) {
    const { name } = nodes[place]!;
    const before = places.size;
    if (places.set(name, place).size === before || args?.byName.has(name)) {
      findings.add("duplicate-name", prefix + name, `"${shown(name)}" names more than one node`);
    }
  }
  return places;
}

function checkNode(node: GraphNode, { prefix, readOperation }: Body, report: Report): Operation {
  const operation = readOperation(node);
  const named = nameProblem(node.name);
  const placed = report.deviceProblem(node.device);
  if (named !== null) report.findings.add(named.rule, prefix + node.name, named.message);
  if (placed !== null) report.findings.add(placed.rule, prefix + node.name, placed.message);
  for (const { rule, message } of operation.problems) report.findings.add(rule, prefix + node.name, message);
  if (!operation.isRegistered) report.unknownOperators.note(node.op, prefix + node.name);
  return operation;
}

/** TensorFlow asks for this in a graph, not in the bodies of functions. */
function checkColocation({ nodes, operations }: Wiring, places: ReadonlyMap<string, number>, findings: Findings): void {
  operations.forEach(({ colocated }, place) => {
    const missing = colocated.find((name) => !places.has(name));
    if (missing === undefined) return;
    findings.add("missing-node", nodes[place]!.name, `shares a device with "${shown(missing)}": no node of that name`);
  });
}

const CYCLE_SHOWN = 6;

function checkCycle({ nodes, prefix }: Body, edges: Edges, findings: Findings): void {
  const cycle = findCycle(nodes.length, edges);
  if (cycle === null) return;
  const names = cycle.slice(0, CYCLE_SHOWN).map((place) => shown(nodes[place]!.name));
  const rest = cycle.length > CYCLE_SHOWN ? ["…"] : [];
  const path = [...names, ...rest, names[0]].join(" → ");
  findings.add("cycle", prefix + nodes[cycle[0]!]!.name, `these nodes wait for each other: ${path}`);
}
