import type { MetaGraph, NodeKind, NodeTable, SavedModel } from "../graph.ts";
import { tableOf } from "../nodes/table.ts";
import { isDefault, namedValues } from "./attribute-values.ts";
import {
  type AttributeDefinition,
  type OperatorDefinition,
  operatorDefinition,
  TENSORFLOW_VERSIONS,
} from "./catalogue.ts";

/** Something in a model that TensorFlow 2 did not know from its beginning. Versions are minor ones. */
export interface Need {
  readonly operator: string;
  readonly attribute: string | null;
  readonly value: string | null;
  /** The first version that knows it. */
  readonly since: number;
  /** Versions before this one refuse the node; those up to `needed` run it as if the attribute were not there. */
  readonly refusedBefore: number;
  /** The first version that does what the node says. */
  readonly needed: number;
  /** The first few nodes with it; inside a function as `function/node`. */
  readonly nodes: readonly string[];
  readonly count: number;
}

type Kind = Omit<Need, "nodes" | "count">;

interface Counted extends Need {
  readonly nodes: string[];
  count: number;
}

interface Used {
  readonly node: NodeKind;
  readonly definition: OperatorDefinition;
  readonly name: string;
  readonly attribute: AttributeDefinition;
}

const NODES_NAMED = 3;
const OLDEST = TENSORFLOW_VERSIONS[0]!;

/** Before 2.5 an unknown attribute was an error; since then it is logged and ignored. */
const IGNORES_UNKNOWN_ATTRIBUTES = 5;

/** Attributes that only hint at speed or at what people read: without them a node computes the same. */
const HINTS: ReadonlySet<string> = new Set([
  "allowed_devices",
  "debug_name",
  "grad_a",
  "grad_b",
  "grad_x",
  "grad_y",
  "is_files",
  "log_warning",
  "metadata",
  "ram_budget",
  "replicate_on_split",
  "use_unbounded_threadpool",
]);

/** Every operator, attribute and value in graphs and function libraries that came after the oldest known version. */
export function needsOf(model: SavedModel | MetaGraph): readonly Need[] {
  const needs = new Map<string, Counted>();
  const countedFor = counterOf(needs);
  const noteAll = (table: NodeTable, prefix: string): void => {
    for (let place = 0; place < table.count; place++) {
      for (const need of countedFor(table.kind(place))) {
        if (++need.count <= NODES_NAMED) need.nodes.push(prefix + table.name(place));
      }
    }
  };
  for (const metaGraph of metaGraphsOf(model)) {
    noteAll(tableOf(metaGraph), "");
    for (const definition of metaGraph.functions) noteAll(tableOf(definition), `${definition.name}/`);
  }
  return [...needs.values()];
}

export function metaGraphsOf(model: SavedModel | MetaGraph): readonly MetaGraph[] {
  return "metaGraphs" in model ? model.metaGraphs : [model];
}

/** Where a node is counted: nodes of one kind need the same. */
function counterOf(needs: Map<string, Counted>): (node: NodeKind) => readonly Counted[] {
  const known = new Map<NodeKind, readonly Counted[]>();
  const countedAs = (kind: Kind): Counted => {
    const key = `${kind.operator} ${kind.attribute} ${kind.value} ${kind.needed}`;
    const counted = needs.get(key) ?? { ...kind, nodes: [], count: 0 };
    needs.set(key, counted);
    return counted;
  };
  return (node) => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const counted = kindsOf(node).map(countedAs);
    known.set(node, counted);
    return counted;
  };
}

function kindsOf(node: NodeKind): readonly Kind[] {
  const definition = operatorDefinition(node.op);
  if (definition === undefined) return [];
  const kinds: Kind[] = [];
  const { since } = definition;
  const whole = { operator: node.op, attribute: null, value: null };
  if (since > OLDEST.minor) kinds.push({ ...whole, since, refusedBefore: since, needed: since });
  for (const name of node.attributeNames) {
    const attribute = definition.attributes.get(name);
    if (attribute !== undefined) addAttribute(kinds, { node, definition, name, attribute });
  }
  return kinds;
}

function addAttribute(kinds: Kind[], used: Used): void {
  const { node, definition, name, attribute } = used;
  const { since } = attribute;
  const use = { operator: node.op, attribute: name };
  if (since > definition.since) {
    const refusedBefore = shapesArguments(used) ? since : Math.min(since, IGNORES_UNKNOWN_ATTRIBUTES);
    const needed = isHarmless(used) ? Math.min(since, IGNORES_UNKNOWN_ATTRIBUTES) : since;
    kinds.push({ ...use, value: null, since, refusedBefore: Math.min(refusedBefore, needed), needed });
  }
  if (attribute.widened.size === 0) return;
  for (const value of namedValues(node.attribute(name))) {
    const known = attribute.widened.get(value);
    if (known !== undefined) kinds.push({ ...use, value, since: known, refusedBefore: known, needed: known });
  }
}

function isHarmless({ node, name, attribute }: Used): boolean {
  return HINTS.has(name) || isDefault(node.attribute(name), attribute);
}

/** Without an attribute that says which tensors go in or out, those that do are refused. */
function shapesArguments({ definition, name }: Used): boolean {
  return [...definition.inputs, ...definition.outputs].some(
    ({ typeAttribute, numberAttribute, typeListAttribute }) =>
      typeAttribute === name || numberAttribute === name || typeListAttribute === name,
  );
}
