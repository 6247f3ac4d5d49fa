import type { GraphNode } from "../graph.ts";
import { dataInputs } from "../safety/flow/copy.ts";
import { originsOf, VARIABLES } from "../safety/flow/origin.ts";
import type { Program } from "../safety/flow/place.ts";
import { type CallSite, reachedSites } from "../safety/reach/reach.ts";
import type { Phase } from "../safety/reach/roots.ts";
import { nodeName } from "../safety/reach/tensor-name.ts";

/** A variable, by the name it is shared under, and who is first to use it. */
export type VariableUse = ReadonlyMap<string, CallSite & { readonly root: string }>;

const ASSIGN: ReadonlySet<string> = new Set(["AssignVariableOp", "Assign"]);
/** Operators on a resource that need it to hold a value; so do all that begin with Resource. */
const READ: ReadonlySet<string> = new Set([
  "ReadVariableOp",
  "VariableShape",
  "AssignAddVariableOp",
  "AssignSubVariableOp",
]);
/** Operators that take TensorFlow 1's variables and need no value in them. */
const INDIFFERENT: ReadonlySet<string> = new Set([...ASSIGN, "IsVariableInitialized"]);

/** The variables that a phase fills. */
export function assignedIn(program: Program, phase: Phase): ReadonlySet<string> {
  const assigned = new Set<string>();
  for (const site of reachedSites(program.reached[phase], program.scopes)) {
    if (!ASSIGN.has(site.node.op)) continue;
    for (const name of variablesAt(program, phase, site)) assigned.add(name);
  }
  return assigned;
}

/** The variables whose values the signatures need. */
export function readByServing(program: Program): VariableUse {
  const read = new Map<string, CallSite & { root: string }>();
  for (const { step, ...site } of reachedSites(program.reached.serve, program.scopes)) {
    if (!needsValue(site)) continue;
    let first = step;
    while (first.parent !== null) first = first.parent;
    for (const name of variablesAt(program, "serve", site))
      if (!read.has(name)) read.set(name, { ...site, root: first.label });
  }
  return read;
}

/** The variable that an operator's first input names: several where branches meet, none where it cannot be told. */
export function variablesAt(program: Program, phase: Phase, { scope, node }: CallSite): readonly string[] {
  const tensor = dataInputs(node)[0] ?? "";
  const origins = originsOf(program, { phase, scope, tensor, role: "variable" }, () => []);
  return origins.flatMap((origin) => (origin.kind === "variable" ? [origin.name] : []));
}

function needsValue({ scope, node }: CallSite): boolean {
  if (READ.has(node.op) || node.op.startsWith("Resource")) return true;
  if (INDIFFERENT.has(node.op) || VARIABLES.has(node.op)) return false;
  return dataInputs(node)
    .slice(0, 1)
    .some((input) => isReference(scope.node(nodeName(input))));
}

function isReference(node: GraphNode | undefined): boolean {
  return node !== undefined && node.op !== "VarHandleOp" && VARIABLES.has(node.op);
}
