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
  const nodes: GraphNode[] = new Array(ranges.length / 2);
  for (let index = 0; index < nodes.length; index++) {
    nodes[index] = readNode(wire, ranges[2 * index]!, ranges[2 * index + 1]!);
  }
  return nodes;
}

/** Filled anew for each node and copied at their exact size: arrays that grow keep three times the room. */
const inputs: string[] = [];
const attributeNames: string[] = [];

function readNode(wire: Wire, start: number, end: number): GraphNode {
  let name = "";
  let op = "";
  let device = "";
  inputs.length = 0;
  attributeNames.length = 0;
  wire.at = start;
  while (wire.at < end) {
    const tag = readTag(wire, end);
    if (tag === TAGS.input) inputs.push(readText(wire, readPayloadEnd(wire, end)));
    else if (tag === TAGS.attr) attributeNames.push(readKey(wire, readPayloadEnd(wire, end)));
    else if (tag === TAGS.name) name = readText(wire, readPayloadEnd(wire, end));
    else if (tag === TAGS.op) op = readText(wire, readPayloadEnd(wire, end));
    else if (tag === TAGS.device) device = readText(wire, readPayloadEnd(wire, end));
    else skipField(wire, end, tag);
  }
  if (tooManyToSearch(attributeNames))
    return { name, op, device, inputs: inputs.slice(), ...attributesOf(wire, start, end) };
  return {
    name,
    op,
    device,
    inputs: inputs.slice(),
    attributeNames: attributeNames.slice(),
    attribute: (key) => attributesOf(wire, start, end).attribute(key),
  };
}

function attributesOf(wire: Wire, start: number, end: number): Attributes {
  return lazyAttributes(attributesIn(wire, start, end, TAGS.attr));
}
