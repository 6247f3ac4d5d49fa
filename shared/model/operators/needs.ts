import type { GraphNode, MetaGraph, SavedModel } from "../graph.ts";
import { namedValues } from "./attribute-values.ts";
import {
  type AttributeDefinition,
  type OperatorDefinition,
  operatorDefinition,
  TENSORFLOW_VERSIONS,
} from "./catalogue.ts";

/** Something in a model that TensorFlow 2 did not know from its beginning. */
export interface Need {
  readonly operator: string;
  readonly attribute: string | null;
  readonly value: string | null;
  /** The first minor version of TensorFlow 2 that knows it. */
  readonly since: number;
  /** The first few nodes with it; inside a function as `function/node`. */
  readonly nodes: readonly string[];
  readonly count: number;
}

interface Counted extends Need {
  readonly nodes: string[];
  count: number;
}

type Needs = Map<string, Counted>;

const NODES_NAMED = 3;
const OLDEST = TENSORFLOW_VERSIONS[0]!;

/** Every operator, attribute and value in graphs and function libraries that came after the oldest known version. */
export function needsOf(model: SavedModel | MetaGraph): readonly Need[] {
  const needs: Needs = new Map();
  for (const { nodes, functions } of metaGraphsOf(model)) {
    for (const node of nodes) collect(needs, node, "");
    for (const { name, nodes: body } of functions) for (const node of body) collect(needs, node, `${name}/`);
  }
  return [...needs.values()];
}

export function metaGraphsOf(model: SavedModel | MetaGraph): readonly MetaGraph[] {
  return "metaGraphs" in model ? model.metaGraphs : [model];
}

function collect(needs: Needs, node: GraphNode, prefix: string): void {
  const definition = operatorDefinition(node.op);
  if (definition === undefined) return;
  const place = prefix + node.name;
  if (definition.since > OLDEST.minor)
    note(needs, place, { operator: node.op, attribute: null, value: null, since: definition.since });
  for (const name of node.attributeNames) {
    const attribute = definition.attributes.get(name);
    if (attribute !== undefined) collectAttribute(needs, place, { node, definition, name, attribute });
  }
}

interface Used {
  readonly node: GraphNode;
  readonly definition: OperatorDefinition;
  readonly name: string;
  readonly attribute: AttributeDefinition;
}

function collectAttribute(needs: Needs, place: string, { node, definition, name, attribute }: Used): void {
  const use = { operator: node.op, attribute: name };
  if (attribute.since > definition.since) note(needs, place, { ...use, value: null, since: attribute.since });
  if (attribute.widened.size === 0) return;
  for (const value of namedValues(node.attribute(name))) {
    const since = attribute.widened.get(value);
    if (since !== undefined) note(needs, place, { ...use, value, since });
  }
}

function note(needs: Needs, place: string, need: Omit<Need, "nodes" | "count">): void {
  const key = `${need.operator} ${need.attribute} ${need.value}`;
  const known = needs.get(key) ?? { ...need, nodes: [], count: 0 };
  needs.set(key, known);
  known.count++;
  if (known.nodes.length < NODES_NAMED) known.nodes.push(place);
}
