import type { FunctionDefinition, GraphNode } from "../../../model/graph.ts";
import type { Value } from "../values/value.ts";
import { inOrder, isControl, isMerge, isNextIteration, type Library, nodeName, unreadable } from "./body.ts";
import {
  type Attributes,
  constantOperation,
  type Edge,
  type Graph,
  type Operation,
  PARAMETER,
  parameter,
  READ_REFERENCE,
} from "./operation.ts";
import { argumentCounts, isStateful, outputCount, referenceInputs, referenceOutputs } from "./outputs.ts";
import {
  attributesOf,
  doneOf,
  edgeOf,
  edgesOf,
  isCustom,
  isGiven,
  operatorOf,
  outputsOf,
  type Placed,
  type Scope,
  tensorName,
} from "./scope.ts";

/** What is to run, by the names of the main graph: `node:0` in, `node:0` out, `node` for its effect. */
export interface Fetch {
  readonly name: string;
  readonly feeds: readonly string[];
  readonly fetches: readonly string[];
  readonly targets: readonly string[];
}

interface Flattening {
  readonly library: Library;
  readonly operations: Operation[];
  /** The functions that are being inlined: one that calls itself stays a call. */
  readonly open: Set<string>;
}

const CALLS: ReadonlySet<string> = new Set(["PartitionedCall", "StatefulPartitionedCall"]);
/** Deeper calls stay calls, so that no stack overflows. */
const MAX_DEPTH = 100;
/** Nobody knows how many a custom operator has; it is reported as missing once the graph is complete. */
const CUSTOM_OUTPUTS = 64;

export function flattenFetch(
  library: Library,
  { name, feeds, fetches, targets }: Fetch,
  known: ReadonlyMap<string, Value>,
): Graph {
  const parameters = feeds.map(parameter);
  const fed = feeds.map((feed, index) => [tensorName(feed), [{ from: parameters[index]!, output: 0 }]] as const);
  const given = new Map([...knownEdges(known), ...fed]);
  const work: Flattening = { library, operations: [...parameters], open: new Set() };
  const scope: Scope = {
    library,
    body: library.main,
    path: "",
    isFunction: false,
    given,
    attributes: { attribute: () => undefined },
    guards: [],
    placed: new Map(),
  };
  const wanted = [...fetches, ...targets].filter((fetch) => !isGiven(scope, fetch));
  place(work, scope, wanted.map(nodeName));
  const results = fetches.map((fetch) => edgeOf(scope, fetch));
  return { name, parameters, operations: work.operations, results };
}

function knownEdges(known: ReadonlyMap<string, Value>): readonly (readonly [string, readonly Edge[]])[] {
  return [...known].map(([name, value]) => [name, [{ from: constantOperation(name, value), output: 0 }]] as const);
}

export function flattenFunction(library: Library, name: string, attributes: Attributes): Graph {
  const definition = library.function(name);
  const counts = argumentCounts(definition.inputs, attributes);
  const parameters = definition.inputs.flatMap((input, index) =>
    Array.from({ length: counts[index]! }, () => parameter(input.name)),
  );
  const work: Flattening = { library, operations: [...parameters], open: new Set([name]) };
  const inputs = parameters.map((from) => ({ from, output: 0 }));
  const { outputs } = inline(work, definition, { path: "", inputs, attributes, guards: [] });
  return { name, parameters, operations: work.operations, results: [...outputs] };
}

function place(work: Flattening, scope: Scope, roots: readonly string[]): void {
  const order = inOrder(scope.body, roots, (input) => isGiven(scope, input));
  work.library.spend(order.length);
  const late: { operation: Operation; index: number; input: string }[] = [];
  for (const node of order) {
    const attributes = attributesOf(scope, node);
    const placed = inlined(work, scope, node, attributes) ?? operationOf(work, scope, node, attributes, late);
    scope.placed.set(node.name, placed);
  }
  for (const { operation, index, input } of late) operation.inputs[index] = edgeOf(scope, input);
}

function operationOf(
  work: Flattening,
  scope: Scope,
  node: GraphNode,
  attributes: Attributes,
  late: { operation: Operation; index: number; input: string }[],
): Placed {
  const inputs = node.inputs.filter((input) => !isControl(input));
  const controls = node.inputs.filter(isControl).flatMap((input) => doneOf(scope, input));
  const operation: Operation = {
    name: scope.path + node.name,
    op: operatorOf(scope, node),
    attributes,
    outputCount: isCustom(scope, node) ? CUSTOM_OUTPUTS : outputCount(outputsOf(scope, node), attributes),
    inputs: [],
    controls: node.inputs.length === 0 ? scope.guards : controls,
    values: null,
  };
  const isLate = (input: string) => isMerge(node.op) && isNextIteration(scope.body.get(nodeName(input))?.op);
  inputs.forEach((input, index) => {
    if (isLate(input)) late.push({ operation, index, input });
    operation.inputs.push(isLate(input) ? { from: operation, output: 0 } : edgeOf(scope, input));
  });
  dereference(work, operation);
  work.operations.push(operation);
  return { outputs: edgesOf(operation), done: [operation] };
}

/** A reader of a TensorFlow 1 variable that does not ask for the variable itself gets its value of that moment. */
function dereference(work: Flattening, operation: Operation): void {
  const wanted = referenceInputs(operation.op, operation.attributes);
  operation.inputs = operation.inputs.map((edge, index) => {
    const { from, output } = edge;
    if (wanted[index] || from.op === PARAMETER || !referenceOutputs(from.op, from.attributes)[output]) return edge;
    const read: Operation = {
      name: from.name,
      op: READ_REFERENCE,
      attributes: from.attributes,
      outputCount: 1,
      inputs: [edge],
      controls: operation.controls,
      values: null,
    };
    work.operations.push(read);
    return { from: read, output: 0 };
  });
}

/** The nodes of a called function in place of the call; null for what is no call, or is better left one. */
function inlined(work: Flattening, scope: Scope, node: GraphNode, attributes: Attributes): Placed | null {
  const name = calledFunction(scope, node, attributes);
  if (name === null || work.open.has(name) || work.open.size >= MAX_DEPTH) return null;
  const inputs = node.inputs.filter((input) => !isControl(input)).map((input) => edgeOf(scope, input));
  const controls = node.inputs.filter(isControl).flatMap((input) => doneOf(scope, input));
  const guards = [...new Set([...inputs.map(({ from }) => from), ...controls, ...scope.guards])];
  work.open.add(name);
  const path = `${scope.path}${node.name}/`;
  const placed = inline(work, work.library.function(name), { path, inputs, attributes, guards });
  work.open.delete(name);
  return placed;
}

function calledFunction(scope: Scope, node: GraphNode, attributes: Attributes): string | null {
  if (!CALLS.has(operatorOf(scope, node))) return null;
  const reference = attributes.attribute("f");
  return reference?.kind === "function" ? reference.value.name : null;
}

interface Call {
  readonly path: string;
  readonly inputs: readonly Edge[];
  readonly attributes: Attributes;
  readonly guards: readonly Operation[];
}

function inline(work: Flattening, definition: FunctionDefinition, { path, inputs, attributes, guards }: Call): Placed {
  const body = work.library.body(definition);
  const given = argumentsOf(definition, inputs, attributes);
  const scope: Scope = {
    library: work.library,
    body,
    path,
    isFunction: true,
    given,
    attributes,
    guards,
    placed: new Map(),
  };
  const returned = definition.outputs.map(({ name }) => returnOf(definition, name));
  const effects = effectsOf(definition);
  place(work, scope, [...returned.filter((tensor) => !isGiven(scope, tensor)).map(nodeName), ...effects]);
  const done = effects.flatMap((name) => scope.placed.get(name)!.done);
  const outputs = definition.outputs.flatMap((_, index) => returnedEdges(scope, definition, index, returned[index]!));
  const last = [...done, ...outputs.map(({ from }) => from)];
  return { outputs, done: last.length > 0 ? last : guards };
}

function returnOf(definition: FunctionDefinition, name: string): string {
  const tensor = definition.returns.get(name);
  if (tensor === undefined) throw unreadable(`the function ${definition.name} does not say what ${name} returns`);
  return tensor;
}

/** One output argument may be a list of tensors. */
function returnedEdges(scope: Scope, definition: FunctionDefinition, index: number, tensor: string): readonly Edge[] {
  const [count = 1] = argumentCounts([definition.outputs[index]!], scope.attributes);
  if (count === 1) return [edgeOf(scope, tensor)];
  const first = edgeOf(scope, tensor);
  return Array.from({ length: count }, (_, offset) => ({ from: first.from, output: first.output + offset }));
}

/** Before functions had control outputs, TensorFlow ran all their stateful nodes. */
function effectsOf({ nodes, controlReturns }: FunctionDefinition): readonly string[] {
  if (controlReturns.size > 0) return [...new Set(controlReturns.values())];
  return nodes.filter(({ op }) => isStateful(op) && !op.startsWith("Placeholder")).map(({ name }) => name);
}

function argumentsOf(
  definition: FunctionDefinition,
  inputs: readonly Edge[],
  attributes: Attributes,
): ReadonlyMap<string, readonly Edge[]> {
  const counts = argumentCounts(definition.inputs, attributes);
  if (inputs.length !== counts.reduce((sum, count) => sum + count, 0)) {
    throw unreadable(`the function ${definition.name} is called with ${inputs.length} arguments`);
  }
  let at = 0;
  return new Map(
    definition.inputs.map(({ name }, index) => {
      at += counts[index]!;
      return [name, inputs.slice(at - counts[index]!, at)];
    }),
  );
}
