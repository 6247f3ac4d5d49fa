import type { GraphNode } from "../../graph.ts";
import { functionsNamedBy } from "./function-reference.ts";
import type { Phase, Root } from "./roots.ts";
import type { Scope, Scopes } from "./scope.ts";
import { nodeName, tensorName } from "./tensor-name.ts";

/** How a scope was first reached: from a root, then through one function after the other. */
export interface Step {
  readonly label: string;
  readonly parent: Step | null;
}

export interface CallSite {
  readonly scope: Scope;
  readonly node: GraphNode;
}

/** What runs in one phase of a model's life. */
export interface Reached {
  readonly phase: Phase;
  readonly nodes: ReadonlyMap<GraphNode, Step>;
  readonly functions: ReadonlyMap<string, Step>;
  /** Function → the reached nodes that name it. */
  readonly callers: ReadonlyMap<string, readonly CallSite[]>;
}

interface Queued {
  readonly name: string;
  readonly scope: Scope;
  readonly step: Step;
}

interface Walk {
  readonly scopes: Scopes;
  readonly nodes: Map<GraphNode, Step>;
  readonly functions: Map<string, Step>;
  readonly callers: Map<string, CallSite[]>;
  readonly queue: Queued[];
  differentiates: boolean;
}

/** A signature's own walk stops at what it is fed. Past this many nodes all the rest share one walk that does not stop. */
const SEPARATE_NODES = 500_000;

/**
 * A session runs, of the main graph, only what a root needs; of a called function also what is stateful, so there every
 * node counts. Breadth first: the step kept for each function is the shortest way to it.
 */
export function reach(scopes: Scopes, phase: Phase, roots: readonly Root[]): Reached {
  const walk: Walk = {
    scopes,
    nodes: new Map(),
    functions: new Map(),
    callers: new Map(),
    queue: [],
    differentiates: false,
  };
  walkMainGraph(walk, roots);
  walkFunctions(walk);
  const { nodes, functions, callers } = walk;
  return { phase, nodes, functions, callers };
}

function walkMainGraph(walk: Walk, roots: readonly Root[]): void {
  const { main } = walk.scopes;
  const shared = new Set<GraphNode>();
  let left = SEPARATE_NODES;
  for (const root of roots) {
    const step = { label: root.label, parent: null };
    const stops = left > 0 && root.fed.size > 0;
    const visited = stops ? new Set<GraphNode>() : shared;
    const needed = closure(main, root.targets, stops ? cut(root.fed) : null, visited);
    if (stops) left -= needed.length;
    for (const node of [...needed, ...(root.calls ?? [])]) {
      if (!walk.nodes.has(node)) visit(walk, { scope: main, node }, step);
    }
  }
}

/** What the targets need, over data and control inputs, and no earlier root has visited. */
function closure(
  scope: Scope,
  targets: readonly string[],
  isCut: ((input: string) => boolean) | null,
  visited: Set<GraphNode>,
): readonly GraphNode[] {
  const needed: GraphNode[] = [];
  const pending = [...targets];
  for (let input = pending.pop(); input !== undefined; input = pending.pop()) {
    const node = scope.node(nodeName(input));
    if (node === undefined || visited.has(node)) continue;
    visited.add(node);
    needed.push(node);
    for (const next of node.inputs) if (isCut === null || !isCut(next)) pending.push(next);
  }
  return needed;
}

/** TensorFlow replaces a fed tensor, and its node's control edges, by what is fed. */
function cut(fed: ReadonlySet<string>): (input: string) => boolean {
  const nodes = new Set([...fed].map(nodeName));
  return (input) => (input.startsWith("^") ? nodes.has(input.slice(1)) : fed.has(tensorName(input)));
}

function walkFunctions(walk: Walk): void {
  const { gradients, interchangeable } = walk.scopes;
  const seen = new Set<readonly string[]>();
  let differentiated = 0;
  for (let next = 0; next < walk.queue.length; next++) {
    const { name, scope, step } = walk.queue[next] as Queued;
    for (const node of scope.nodes) visit(walk, { scope, node }, step);
    const twins = interchangeable.get(name);
    if (twins !== undefined && !seen.has(twins)) for (const twin of twins) enqueue(walk, twin, step.parent ?? step);
    if (twins !== undefined) seen.add(twins);
    // SymbolicGradient differentiates all that its function calls, by the gradients that the library registers
    for (; walk.differentiates && differentiated <= next; differentiated++) {
      const called = walk.queue[differentiated] as Queued;
      enqueue(walk, gradients.get(called.name) ?? "", called.step);
    }
  }
}

function visit(walk: Walk, site: CallSite, step: Step): void {
  if (site.scope.definition === null) walk.nodes.set(site.node, step);
  if (site.node.op === "SymbolicGradient") walk.differentiates = true;
  for (const name of functionsNamedBy(site.node, walk.scopes)) {
    const sites = walk.callers.get(name);
    if (sites === undefined) walk.callers.set(name, [site]);
    else sites.push(site);
    enqueue(walk, name, step);
  }
}

function enqueue(walk: Walk, name: string, parent: Step): void {
  const scope = walk.scopes.functions.get(name);
  if (scope === undefined || walk.functions.has(name)) return;
  const step = { label: name, parent };
  walk.functions.set(name, step);
  walk.queue.push({ name, scope, step });
}

/** Every node that runs, with the scope it stands in. */
export function* reachedSites({ nodes, functions }: Reached, scopes: Scopes): Generator<CallSite & { step: Step }> {
  for (const [node, step] of nodes) yield { scope: scopes.main, node, step };
  for (const [name, step] of functions) {
    const scope = scopes.functions.get(name);
    for (const node of scope?.nodes ?? []) if (scope !== undefined) yield { scope, node, step };
  }
}
