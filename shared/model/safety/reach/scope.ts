import type { FunctionDefinition, GraphNode, MetaGraph } from "../../graph.ts";
import { once } from "../../once.ts";

/** A list of nodes that name each other: the main graph, or the body of one function. */
export interface Scope {
  /** Null for the main graph. */
  readonly definition: FunctionDefinition | null;
  readonly nodes: readonly GraphNode[];
  node(name: string): GraphNode | undefined;
}

export interface Scopes {
  readonly main: Scope;
  readonly functions: ReadonlyMap<string, Scope>;
  /** Function → the function that computes its gradient. */
  readonly gradients: ReadonlyMap<string, string>;
  /** Function → others of the same interface: TensorFlow's optimizer may call any of them in its place. */
  readonly interchangeable: ReadonlyMap<string, readonly string[]>;
}

export function scopesOf(metaGraph: MetaGraph): Scopes {
  return {
    main: scopeOf(null, metaGraph),
    functions: new Map(metaGraph.functions.map((definition) => [definition.name, scopeOf(definition, definition)])),
    gradients: metaGraph.gradients,
    interchangeable: interchangeableFunctions(metaGraph.functions),
  };
}

/** Most functions are never reached, and their nodes never read. */
function scopeOf(definition: FunctionDefinition | null, body: Pick<MetaGraph, "nodes">): Scope {
  const byName = once(() => new Map(body.nodes.map((node) => [node.name, node])));
  return {
    definition,
    get nodes() {
      return body.nodes;
    },
    node: (name) => byName().get(name),
  };
}

/** Keras gives its CPU and GPU kernels of a recurrent layer one interface; the first to run is not always the one named. */
function interchangeableFunctions(functions: readonly FunctionDefinition[]): ReadonlyMap<string, readonly string[]> {
  const byInterface = Map.groupBy(
    functions.filter(({ attributeNames }) => attributeNames.includes("api_implements")),
    interfaceOf,
  );
  const groups = [...byInterface.values()].map((group) => group.map(({ name }) => name));
  return new Map(groups.flatMap((group) => group.map((name) => [name, group] as const)));
}

function interfaceOf(definition: FunctionDefinition): string {
  const value = definition.attribute("api_implements");
  return value?.kind === "string" ? new TextDecoder("latin1").decode(value.value) : "";
}
