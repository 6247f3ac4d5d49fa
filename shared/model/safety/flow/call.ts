import type { FunctionArgument, FunctionDefinition, GraphNode } from "../../graph.ts";
import { functionsNamedBy } from "../reach/function-reference.ts";
import type { CallSite } from "../reach/reach.ts";
import { nodeName, outputIndex, outputName } from "../reach/tensor-name.ts";
import { dataInputs } from "./copy.ts";
import { computed, type Place, type Program, type Spot } from "./place.ts";

type Places = readonly Place[];

/** Calls that hand their inputs to their function's arguments in order, after so many of their own. */
const OWN_INPUTS: ReadonlyMap<string, number> = new Map([
  ["PartitionedCall", 0],
  ["StatefulPartitionedCall", 0],
  ["TPUPartitionedCall", 0],
  ["BatchFunction", 0],
  ["XlaLaunch", 0],
  ["SymbolicGradient", 0],
  ["If", 1],
  ["StatelessIf", 1],
  ["_If", 1],
  ["Case", 1],
  ["StatelessCase", 1],
]);
/** Calls whose results are their function's own, in order. */
const RETURNING: ReadonlySet<string> = new Set([...OWN_INPUTS.keys()].filter((op) => !/Batch|Symbolic/.test(op)));
const LOOPS: ReadonlySet<string> = new Set(["While", "StatelessWhile", "_While"]);

/** What every reached call of a function passes for the argument that a spot names; null where it names none. */
export function argumentSources(program: Program, spot: Spot): Places | null {
  const { definition } = spot.scope;
  const index = definition?.inputs.findIndex(({ name }) => name === nodeName(spot.tensor)) ?? -1;
  if (definition === null || index < 0) return null;
  const sites = program.reached[spot.phase].callers.get(definition.name) ?? [];
  if (sites.length === 0 || !arePlain(definition.inputs, index)) return [computed(spot, "an unknown caller")];
  return sites.flatMap((site) => passedAt(program, { site, definition, index }, spot));
}

/** What a call's result is inside the functions it calls; null for a node that is no such call. */
export function resultSources(program: Program, spot: Spot, node: GraphNode): Places | null {
  const named = program.scopes.functions.get(node.op);
  if (named?.definition) return [resultOf({ ...spot, scope: named }, resultIndex(named.definition, spot))];
  const output = outputIndex(spot.tensor);
  if (LOOPS.has(node.op)) {
    return [{ ...spot, tensor: dataInputs(node)[output] ?? "" }, ...bodyResult(program, { node, output }, spot)];
  }
  if (!RETURNING.has(node.op)) return null;
  return functionsNamedBy(node, program.scopes).map((name) => resultNamed(program, { name, output }, spot));
}

function passedAt(
  program: Program,
  { site, definition, index }: { site: CallSite; definition: FunctionDefinition; index: number },
  spot: Spot,
): Places {
  const { node, scope } = site;
  const inputs = dataInputs(node);
  const own = node.op === definition.name ? 0 : OWN_INPUTS.get(node.op);
  if (own !== undefined) return [{ ...spot, scope, tensor: inputs[index + own] ?? "" }];
  if (!LOOPS.has(node.op)) return [computed(spot, node.op)];
  return [{ ...spot, scope, tensor: inputs[index] ?? "" }, ...bodyResult(program, { node, output: index }, spot)];
}

function bodyResult(program: Program, { node, output }: { node: GraphNode; output: number }, spot: Spot): Places {
  const body = node.attribute("body");
  return body?.kind === "function"
    ? [resultNamed(program, { name: body.value.name, output }, spot)]
    : [computed(spot, node.op)];
}

function resultNamed(program: Program, { name, output }: { name: string; output: number }, spot: Spot): Place {
  const scope = program.scopes.functions.get(name);
  return scope === undefined ? computed(spot, name) : resultOf({ ...spot, scope }, output);
}

function resultOf(spot: Spot, index: number): Place {
  const { definition } = spot.scope;
  const output = definition?.outputs[index];
  const tensor = output === undefined ? undefined : definition?.returns.get(output.name);
  const plain = definition !== null && arePlain(definition.outputs, index);
  return tensor === undefined || !plain ? computed(spot, definition?.name ?? "") : { ...spot, tensor };
}

function resultIndex(definition: FunctionDefinition, { tensor }: Spot): number {
  const name = outputName(tensor);
  return name === null ? outputIndex(tensor) : definition.outputs.findIndex((output) => output.name === name);
}

/** A list among them would shift the rest. */
function arePlain(all: readonly FunctionArgument[], index: number): boolean {
  return all
    .slice(0, index + 1)
    .every(({ numberAttribute, typeListAttribute }) => !numberAttribute && !typeListAttribute);
}
