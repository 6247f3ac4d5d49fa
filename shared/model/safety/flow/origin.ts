import type { GraphNode } from "../../graph.ts";
import { nodeName, outputIndex } from "../reach/tensor-name.ts";
import { argumentSources, resultSources } from "./call.ts";
import { constantTexts } from "./constant.ts";
import { copiedInputs, dataInputs, joinedInputs } from "./copy.ts";
import { fedOrigins } from "./feed.ts";
import { computed, type Origin, type Place, type Program, type Role, type Spot } from "./place.ts";

/** The values that a variable may hold, by the name it is shared under. */
export type Assigned = (program: Program, variable: string) => readonly Place[];

/** Past this many sources of one value, a walk proves nothing. */
const MAX_SOURCES = 10_000;

/** Every place that a value may come from: backwards over copies, joins, branches, loops, calls and variables. */
export function originsOf(program: Program, start: Spot, assigned: Assigned): readonly Origin[] {
  const origins: Origin[] = [];
  const pending: Place[] = [start];
  const seen = new Set<string>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const found = "kind" in next ? [] : isNew(next, seen) ? sources(program, next, assigned) : [];
    if ("kind" in next) origins.push(next);
    program.budget.steps -= 1 + found.length;
    if (program.budget.steps < 0 || found.length > MAX_SOURCES || origins.length > MAX_SOURCES) {
      return [computed(start, "more than can be followed")];
    }
    pending.push(...found);
  }
  return origins;
}

function isNew({ phase, scope, tensor, role }: Spot, seen: Set<string>): boolean {
  const before = seen.size;
  return seen.add(JSON.stringify([phase, scope.definition?.name ?? null, tensor, role])).size > before;
}

function sources(program: Program, spot: Spot, assigned: Assigned): readonly Place[] {
  const fed = fedOrigins(program.feeds, spot);
  if (fed !== null) return fed;
  const node = spot.scope.node(nodeName(spot.tensor));
  if (node === undefined) return argumentSources(program, spot) ?? [computed(spot, "a missing node")];
  return (
    resultSources(program, spot, node) ??
    variableSources(program, { spot, node }, assigned) ??
    joinedSources(spot, node) ??
    copiedSources(spot, node) ?? [computed(spot, node.op)]
  );
}

function copiedSources(spot: Spot, node: GraphNode): readonly Place[] | null {
  if (node.op === "Const") {
    const texts = spot.role === "variable" ? null : constantTexts(node, MAX_SOURCES);
    return texts?.map((text) => ({ kind: "constant", text, role: spot.role })) ?? null;
  }
  return copiedInputs(node, outputIndex(spot.tensor))?.map((tensor) => ({ ...spot, tensor })) ?? null;
}

/** What is joined to a path is followed as its suffix: a safe beginning with a safe suffix stays where it is. */
function joinedSources(spot: Spot, node: GraphNode): readonly Place[] | null {
  if (spot.role === "variable") return null;
  const [first, ...rest] = joinedInputs(node) ?? [];
  if (first === undefined) return null;
  const suffixes = rest.map((tensor): Spot => ({ ...spot, tensor, role: "suffix" }));
  // a shard's number always follows; as a suffix it also shows a table that this is no longer its asset's own path
  const mark: Origin = { kind: "constant", text: "", role: "suffix" };
  return [{ ...spot, tensor: first }, ...suffixes, mark];
}

function variableSources(
  program: Program,
  { spot, node }: { readonly spot: Spot; readonly node: GraphNode },
  assigned: Assigned,
): readonly Place[] | null {
  if (VARIABLES.has(node.op)) {
    const name = sharedName(node);
    if (spot.role === "variable") return [{ kind: "variable", name, role: "variable" }];
    return node.op === "VarHandleOp" ? null : withRole(assigned(program, name), spot.role);
  }
  if (node.op !== "ReadVariableOp" || spot.role === "variable") return null;
  const handle: Spot = { ...spot, tensor: dataInputs(node)[0] ?? "", role: "variable" };
  return originsOf(program, handle, assigned).flatMap((origin) =>
    origin.kind === "variable" ? withRole(assigned(program, origin.name), spot.role) : [computed(spot, node.op)],
  );
}

export const VARIABLES: ReadonlySet<string> = new Set(["VarHandleOp", "VariableV2", "Variable", "TemporaryVariable"]);
/** TensorFlow gives a resource of this name an identity of its own. */
const ANONYMOUS = "cd2c89b7-88b7-44c8-ad83-06c2a9158347";

export function sharedName(node: GraphNode): string {
  const attribute = node.attribute(node.op === "TemporaryVariable" ? "var_name" : "shared_name");
  const name = attribute?.kind === "string" ? new TextDecoder().decode(attribute.value) : "";
  return name === "" || name === ANONYMOUS ? node.name : name;
}

function withRole(found: readonly Place[], role: Role): readonly Place[] {
  return found.map((place) => ({ ...place, role }));
}
