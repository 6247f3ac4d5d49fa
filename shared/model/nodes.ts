import { type Attributes, attributesIn, lazyAttributes, tooManyToSearch } from "./attributes.ts";
import type { GraphNode } from "./graph.ts";
import { readKey } from "./protobuf/decode.ts";
import { type Lazy, tagsOf } from "./protobuf/descriptors.ts";
import { readText } from "./protobuf/scalars.ts";
import { readPayloadEnd, readTag, skipField, type Wire } from "./protobuf/wire.ts";

/** How many more nodes and functions the file may have. */
export interface NodeBudget {
  take(count: number): void;
}

const TAGS = tagsOf("NodeDef");

/**
 * Nodes are the bulk of a graph, so they are read by hand: 100 000 of them through the general decoder cost a quarter
 * of a second more, most of it in collecting what it leaves behind.
 */
export function readNodes(lazy: Lazy<"NodeDef"> | undefined): readonly GraphNode[] {
  if (lazy === undefined) return [];
  const { wire, ranges } = lazy;
  const reader = { wire, latest: NO_NODE };
  const nodes: GraphNode[] = new Array(ranges.length / 2);
  for (let index = 0; index < nodes.length; index++) {
    nodes[index] = readNode(reader, ranges[2 * index]!, ranges[2 * index + 1]!);
  }
  return nodes;
}

/** Filled anew for each node and copied at their exact size: arrays that grow keep three times the room. */
const inputs: string[] = [];
const attributeNames: string[] = [];

/** Whoever asks for one attribute of a node asks for the next: their keys are found once. */
interface NodeReader {
  readonly wire: Wire;
  latest: { readonly start: number; readonly attributes: Attributes };
}

const NO_NODE: NodeReader["latest"] = { start: -1, attributes: lazyAttributes(undefined) };

function readNode(reader: NodeReader, start: number, end: number): GraphNode {
  const { wire } = reader;
  let name = "";
  let op = "";
  let device = "";
  inputs.length = 0;
  attributeNames.length = 0;
  let first = end;
  wire.at = start;
  while (wire.at < end) {
    const tag = readTag(wire, end);
    if (tag === TAGS.input) inputs.push(readText(wire, readPayloadEnd(wire, end)));
    else if (tag === TAGS.attr) {
      if (attributeNames.length === 0) first = wire.at;
      attributeNames.push(readKey(wire, readPayloadEnd(wire, end)));
    } else if (tag === TAGS.name) name = readText(wire, readPayloadEnd(wire, end));
    else if (tag === TAGS.op) op = readText(wire, readPayloadEnd(wire, end));
    else if (tag === TAGS.device) device = readText(wire, readPayloadEnd(wire, end));
    else skipField(wire, end, tag);
  }
  if (tooManyToSearch(attributeNames))
    return { name, op, device, inputs: inputs.slice(), ...attributesOf(reader, start, end) };
  return {
    name,
    op,
    device,
    inputs: inputs.slice(),
    attributeNames: attributeNames.slice(),
    attribute: (key) => attributesOf(reader, start, end).attribute(key),
    ...keyOf(wire, first, end),
  };
}

const LONG_BYTES = 512;

/** What follows a node's first attribute holds all of them. */
function keyOf({ text }: Wire, first: number, end: number): Pick<GraphNode, "attributesKey"> {
  return first === end || end - first > LONG_BYTES ? {} : { attributesKey: () => text.toString("latin1", first, end) };
}

function attributesOf(reader: NodeReader, start: number, end: number): Attributes {
  if (reader.latest.start !== start) {
    reader.latest = { start, attributes: lazyAttributes(attributesIn(reader.wire, start, end, TAGS.attr)) };
  }
  return reader.latest.attributes;
}
