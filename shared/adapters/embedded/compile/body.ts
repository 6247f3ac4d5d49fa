import { Failure } from "../../../failure.ts";
import type { FunctionDefinition, GraphNode, MetaGraph } from "../../../model/graph.ts";

/** The nodes of the graph or of a function, by name. */
export type Body = ReadonlyMap<string, GraphNode>;

export interface Library {
  readonly main: Body;
  has(name: string): boolean;
  function(name: string): FunctionDefinition;
  body(definition: FunctionDefinition): Body;
  /** Counts down over the whole model: functions that call each other many times over multiply. */
  spend(operations: number): void;
}

/** The largest graphs published have a tenth of it, all their functions inlined. */
const MAX_OPERATIONS = 1_000_000;

export function libraryOf({ nodes, functions }: MetaGraph): Library {
  const byName = new Map(functions.map((definition) => [definition.name, definition]));
  const bodies = new Map<FunctionDefinition, Body>();
  let left = MAX_OPERATIONS;
  return {
    main: bodyOf(nodes),
    has: (name) => byName.has(name),
    function(name) {
      const definition = byName.get(name);
      if (definition === undefined) throw unreadable(`the graph calls the function ${name}, which is not in it`);
      return definition;
    },
    body(definition) {
      const body = bodies.get(definition) ?? bodyOf(definition.nodes);
      bodies.set(definition, body);
      return body;
    },
    spend(operations) {
      left -= operations;
      if (left < 0) throw tooLarge();
    },
  };
}

/** The nodes that the roots need, each after all that it needs. A loop's way back is not followed but comes later. */
export function inOrder(body: Body, roots: readonly string[], isGiven: (input: string) => boolean): GraphNode[] {
  const order: GraphNode[] = [];
  const state = new Map<string, "open" | "done">();
  const waiting = [...roots];
  for (let at = 0; at < waiting.length; at++) {
    const stack = [enter(body, waiting[at]!, state, waiting)].filter((frame) => frame !== null);
    while (stack.length > 0) {
      const frame = stack.at(-1)!;
      const input = frame.needs[frame.next++];
      if (input === undefined) {
        state.set(frame.node.name, "done");
        order.push(frame.node);
        stack.pop();
      } else if (!isGiven(input)) {
        const needed = enter(body, nodeName(input), state, waiting);
        if (needed !== null) stack.push(needed);
      }
    }
  }
  return order;
}

/** `^node`, `node:1` and `node:output:0` all name a node. */
export function nodeName(input: string): string {
  const start = input.startsWith("^") ? 1 : 0;
  const colon = input.indexOf(":", start);
  return colon < 0 ? input.slice(start) : input.slice(start, colon);
}

export function isControl(input: string): boolean {
  return input.startsWith("^");
}

interface Frame {
  readonly node: GraphNode;
  readonly needs: readonly string[];
  next: number;
}

function enter(body: Body, name: string, state: Map<string, "open" | "done">, waiting: string[]): Frame | null {
  const known = state.get(name);
  if (known === "done") return null;
  if (known === "open") throw unreadable(`the graph has a cycle through the node ${name}`);
  const node = body.get(name);
  if (node === undefined) throw unreadable(`the graph names the node ${name}, which is not in it`);
  state.set(name, "open");
  if (!isMerge(node.op)) return { node, needs: node.inputs, next: 0 };
  const back = node.inputs.filter((input) => isNextIteration(body.get(nodeName(input))?.op));
  waiting.push(...back.map(nodeName));
  return { node, needs: node.inputs.filter((input) => !back.includes(input)), next: 0 };
}

export function isMerge(op: string): boolean {
  return op === "Merge" || op === "RefMerge";
}

export function isNextIteration(op: string | undefined): boolean {
  return op === "NextIteration" || op === "RefNextIteration";
}

function bodyOf(nodes: readonly GraphNode[]): Body {
  const body = new Map<string, GraphNode>();
  for (const node of nodes) {
    if (body.has(node.name)) throw unreadable(`the graph has two nodes with the name ${node.name}`);
    body.set(node.name, node);
  }
  return body;
}

export function unreadable(message: string): Failure {
  return new Failure("model-unreadable", message, { fix: "Export the model again." });
}

function tooLarge(): Failure {
  return new Failure(
    "limit-exceeded",
    `the graph has more than ${MAX_OPERATIONS} operations with its functions inlined`,
    {
      fix: "Use --runtime tensorflow for this model.",
    },
  );
}
