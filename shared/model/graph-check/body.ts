import type { FunctionArgument, NodeTable } from "../graph.ts";
import { findCycle } from "./cycle.ts";
import { type Findings, type Problem, shown } from "./findings.ts";
import { checkInputs, edgesOf, type Wiring } from "./inputs.ts";
import { illegalName } from "./names.ts";
import type { Operation, ReadOperation } from "./operation.ts";
import { type Resolve, referenceReader } from "./references.ts";
import { argumentTensors } from "./tensors.ts";
import type { UnknownOperators } from "./unknown-operators.ts";

/** A metagraph's graph, or one function's body. */
export interface Body {
  readonly table: NodeTable;
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
  const { table, prefix } = body;
  const args = body.args && argumentTensors(body.args);
  checkNames(body, report.findings);
  const operations: Operation[] = [];
  for (let place = 0; place < table.count; place++) operations.push(checkNode(place, body, report));
  const wiring: Wiring = { table, operations, prefix, references: referenceReader({ table, args, operations }) };
  for (let place = 0; place < table.count; place++) checkInputs(place, wiring, report.findings);
  if (args === null) checkColocation(wiring, report.findings);
  checkCycle(wiring, report.findings);
  return { resolve: wiring.references.named, operations };
}

/** A function's arguments become nodes of their name. */
function checkNames({ table, args, prefix }: Body, findings: Findings): void {
  const taken = (args ?? []).flatMap(({ name }) => table.placeOf(name) ?? []);
  for (const name of [...table.repeated, ...taken].map(table.name)) {
    findings.add("duplicate-name", prefix + name, `"${shown(name)}" names more than one node`);
  }
  for (const name of table.illegal.map(table.name)) {
    const { rule, message } = illegalName(name);
    findings.add(rule, prefix + name, message);
  }
}

function checkNode(place: number, { table, prefix, readOperation }: Body, report: Report): Operation {
  const kind = table.kind(place);
  const operation = readOperation(kind);
  const placed = report.deviceProblem(kind.device);
  if (placed !== null) report.findings.add(placed.rule, prefix + table.name(place), placed.message);
  for (const { rule, message } of operation.problems) report.findings.add(rule, prefix + table.name(place), message);
  if (!operation.isRegistered) report.unknownOperators.note(kind.op, prefix + table.name(place));
  return operation;
}

/** TensorFlow asks for this in a graph, not in the bodies of functions. */
function checkColocation({ table, operations }: Wiring, findings: Findings): void {
  operations.forEach(({ colocated }, place) => {
    const missing = colocated.find((name) => table.placeOf(name) === undefined);
    if (missing === undefined) return;
    findings.add("missing-node", table.name(place), `shares a device with "${shown(missing)}": no node of that name`);
  });
}

const CYCLE_SHOWN = 6;

function checkCycle({ table, prefix }: Wiring, findings: Findings): void {
  const edges = edgesOf(table);
  const cycle = edges === null ? null : findCycle(table.count, edges);
  if (cycle === null) return;
  const names = cycle.slice(0, CYCLE_SHOWN).map((place) => shown(table.name(place)));
  const rest = cycle.length > CYCLE_SHOWN ? ["…"] : [];
  const path = [...names, ...rest, names[0]].join(" → ");
  findings.add("cycle", prefix + table.name(cycle[0]!), `these nodes wait for each other: ${path}`);
}
