import { type Attributes, attributesIn, lazyAttributes, tooManyToSearch } from "./attributes.ts";
import type { GraphNode } from "./graph.ts";
import { readKey } from "./protobuf/decode.ts";
import { type Lazy, tagsOf } from "./protobuf/descriptors.ts";
import { type Interned, interner } from "./protobuf/interned.ts";
import { readName, readText } from "./protobuf/scalars.ts";
import { readPayloadEnd, readTag, skipField, type Wire } from "./protobuf/wire.ts";

/** How many more nodes and functions the file may have. */
export interface NodeBudget {
  take(count: number): void;
}

interface NodeAttributes extends Attributes {
  readonly attributesKey: object | undefined;
}

interface NodeReader {
  readonly wire: Wire;
  /** Whoever asks for one attribute of a node asks for the next: their keys are found once. */
  latest: { readonly start: number; readonly attributes: Attributes };
  /** Most nodes of an operator have the same attributes: what tells them is made once. */
  readonly shared: Interned<NodeAttributes>;
}

const TAGS = tagsOf("NodeDef");
const NO_ATTRIBUTES: NodeAttributes = { ...lazyAttributes(undefined), attributesKey: {} };
const NO_INPUTS: readonly string[] = [];
/** Longer attributes, such as constants, are seldom alike. */
const SHORT_BYTES = 512;

/**
 * Nodes are the bulk of a graph, so they are read by hand: 100 000 of them through the general decoder cost a quarter
 * of a second more, most of it in collecting what it leaves behind.
 */
export function readNodes(lazy: Lazy<"NodeDef"> | undefined): readonly GraphNode[] {
  if (lazy === undefined) return [];
  const { wire, ranges } = lazy;
  const reader = readerOf(wire);
  const nodes: GraphNode[] = new Array(ranges.length / 2);
  for (let index = 0; index < nodes.length; index++) {
    nodes[index] = readNode(reader, ranges[2 * index]!, ranges[2 * index + 1]!);
  }
  return nodes;
}

/** One for each file. */
const readers = new WeakMap<Wire, NodeReader>();

function readerOf(wire: Wire): NodeReader {
  const known = readers.get(wire);
  if (known !== undefined) return known;
  const reader = { wire, latest: { start: -1, attributes: NO_ATTRIBUTES }, shared: interner<NodeAttributes>(wire) };
  readers.set(wire, reader);
  return reader;
}

/** Filled anew for each node; arrays are copied at their exact size: those that grow keep three times the room. */
const draft = { name: "", op: "", device: "", inputs: [] as string[], attributeNames: [] as string[] };

function readNode(reader: NodeReader, start: number, end: number): GraphNode {
  const { wire } = reader;
  draft.name = "";
  draft.op = "";
  draft.device = "";
  draft.inputs.length = 0;
  let attributes = NO_ATTRIBUTES;
  wire.at = start;
  while (wire.at < end) {
    const at = wire.at;
    const tag = readTag(wire, end);
    if (tag === TAGS.attr) attributes = readAttributes(reader, at, end);
    else readField(wire, end, tag);
  }
  const { name, op, device, inputs } = draft;
  const { attributeNames, attribute, attributesKey } = attributes;
  const own = inputs.length === 0 ? NO_INPUTS : inputs.slice();
  return { name, op, device, inputs: own, attributeNames, attribute, attributesKey };
}

/** From a node's first attribute to its end. */
function readAttributes(reader: NodeReader, first: number, end: number): NodeAttributes {
  const { wire, shared } = reader;
  const isShort = end - first <= SHORT_BYTES;
  const known = isShort ? shared.find(first, end) : undefined;
  wire.at = known === undefined ? first : end;
  if (known !== undefined) return known;
  draft.attributeNames.length = 0;
  let isAlone = true;
  while (wire.at < end) {
    const tag = readTag(wire, end);
    if (tag === TAGS.attr) draft.attributeNames.push(readKey(wire, readPayloadEnd(wire, end)));
    else if (readField(wire, end, tag)) isAlone = false;
  }
  const attributes = attributesFrom(reader, [first, end], isShort && isAlone);
  if (attributes.attributesKey !== undefined) shared.keep(first, end, attributes);
  return attributes;
}

/** Whether the field says something of the node. */
function readField(wire: Wire, end: number, tag: number): boolean {
  if (tag === TAGS.input) draft.inputs.push(readName(wire, readPayloadEnd(wire, end)));
  else if (tag === TAGS.name) draft.name = readName(wire, readPayloadEnd(wire, end));
  else if (tag === TAGS.op) draft.op = readText(wire, readPayloadEnd(wire, end));
  else if (tag === TAGS.device) draft.device = readText(wire, readPayloadEnd(wire, end));
  else {
    skipField(wire, end, tag);
    return false;
  }
  return true;
}

function attributesFrom(
  reader: NodeReader,
  [first, end]: readonly [number, number],
  isShared: boolean,
): NodeAttributes {
  if (tooManyToSearch(draft.attributeNames)) {
    return { ...attributesOf(reader, first, end), attributesKey: undefined };
  }
  return {
    attributeNames: draft.attributeNames.slice(),
    attribute: (key) => attributesOf(reader, first, end).attribute(key),
    attributesKey: isShared ? {} : undefined,
  };
}

function attributesOf(reader: NodeReader, start: number, end: number): Attributes {
  if (reader.latest.start !== start) {
    reader.latest = { start, attributes: lazyAttributes(attributesIn(reader.wire, start, end, TAGS.attr)) };
  }
  return reader.latest.attributes;
}
