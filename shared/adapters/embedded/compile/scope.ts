import type { FunctionArgument, GraphNode } from "../../../model/graph.ts";
import { operatorDefinition } from "../../../model/operators/catalogue.ts";
import { type Body, type Library, nodeName, unreadable } from "./body.ts";
import type { Attributes, Edge, Operation } from "./operation.ts";
import { outputStart } from "./outputs.ts";

/** One body while it is flattened: the main graph, or a function in place of its call. */
export interface Scope {
  readonly library: Library;
  readonly body: Body;
  readonly path: string;
  readonly isFunction: boolean;
  /** Arguments, or fed tensors, by the names that the body knows them by. */
  readonly given: ReadonlyMap<string, readonly Edge[]>;
  readonly attributes: Attributes;
  /** What operations without inputs wait for: the call that they are part of. */
  readonly guards: readonly Operation[];
  readonly placed: Map<string, Placed>;
}

/** What became of a node: its outputs, and what tells that it has run. */
export interface Placed {
  readonly outputs: readonly Edge[];
  readonly done: readonly Operation[];
}

export function isGiven({ given, isFunction }: Scope, input: string): boolean {
  if (!isFunction) return given.has(tensorName(input));
  return given.has(nodeName(input));
}

export function edgeOf(scope: Scope, input: string): Edge {
  const parts = input.split(":");
  const given = scope.given.get(scope.isFunction ? parts[0]! : tensorName(input));
  const [edges, index] =
    given !== undefined ? [given, scope.isFunction ? Number(parts[1] ?? 0) : 0] : located(scope, parts);
  const edge = edges[index];
  if (edge === undefined) throw unreadable(`the graph names the tensor ${scope.path}${input}, which is not in it`);
  return edge;
}

/** `node:1` counts all outputs; `node:output:1`, inside functions, counts within the one that is named. */
function located(scope: Scope, [name, second = "0", third]: readonly string[]): readonly [readonly Edge[], number] {
  const placed = scope.placed.get(name!);
  const node = scope.body.get(name!);
  if (placed === undefined || node === undefined) throw unreadable(`the graph names the tensor ${scope.path}${name}`);
  if (third === undefined) return [placed.outputs, Number(second)];
  const start = outputStart(outputsOf(scope, node), second, attributesOf(scope, node));
  return [placed.outputs, start + Number(third)];
}

export function doneOf(scope: Scope, input: string): readonly Operation[] {
  const name = nodeName(input);
  const placed = scope.placed.get(name);
  if (placed !== undefined) return placed.done;
  return (scope.given.get(scope.isFunction ? name : `${name}:0`) ?? []).map(({ from }) => from);
}

export function edgesOf(from: Operation): readonly Edge[] {
  return Array.from({ length: from.outputCount }, (_, output) => ({ from, output }));
}

/** `node` stands for `node:0`. */
export function tensorName(reference: string): string {
  const name = reference.startsWith("^") ? reference.slice(1) : reference;
  return name.includes(":") ? name : `${name}:0`;
}

/** A node of TensorFlow 1 may have a function's name for its operator. */
function isNamedCall({ library }: Scope, { op }: GraphNode): boolean {
  return library.has(op) && operatorDefinition(op) === undefined;
}

export function isCustom({ library }: Scope, { op }: GraphNode): boolean {
  return !library.has(op) && operatorDefinition(op) === undefined;
}

export function operatorOf(scope: Scope, node: GraphNode): string {
  return isNamedCall(scope, node) ? "PartitionedCall" : node.op;
}

export function outputsOf(scope: Scope, node: GraphNode): readonly FunctionArgument[] {
  if (isNamedCall(scope, node)) return scope.library.function(node.op).outputs;
  return operatorDefinition(node.op)?.outputs ?? [];
}

export function attributesOf(scope: Scope, node: GraphNode): Attributes {
  const called = isNamedCall(scope, node);
  return {
    attribute(name) {
      if (called && name === "f") return { kind: "function", value: { ...node, name: node.op } };
      const own = node.attribute(name);
      return own?.kind === "placeholder" ? scope.attributes.attribute(own.value) : own;
    },
  };
}
