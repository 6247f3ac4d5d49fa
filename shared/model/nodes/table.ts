import type { GraphNode, MetaGraph, NodeTable } from "../graph.ts";
import type { Lazy } from "../protobuf/descriptors.ts";
import { readName, readText } from "../protobuf/scalars.ts";
import type { Wire } from "../protobuf/wire.ts";
import {
  beginRow,
  NAME_CELLS,
  type NodeColumns,
  newColumns,
  noteInput,
  noteName,
  PRODUCER,
  REFERENCE_CELLS,
  type Stretch,
} from "./columns.ts";
import { type NameIndexer, nameIndexer } from "./name-index.ts";
import { CONTROL, scanName } from "./names.ts";
import { nodeColumns } from "./node-check.ts";
import { type Body, bodyAt } from "./stretch.ts";

/** Makes strings of what lies in a text. */
interface Strings {
  once(start: number, end: number): string;
  /** Of what many others repeat. */
  often(start: number, end: number): string;
}

/** The table of a graph or of a function's body. */
export function tableOf(body: Pick<MetaGraph, "nodes" | "table">): NodeTable {
  return body.table ?? tableFrom(body.nodes);
}

/** The table of the nodes that lie there, in a file that has been checked. */
export function tableAt(lazy: Lazy<"NodeDef"> | undefined): NodeTable {
  if (lazy === undefined) return tableFrom([]);
  const { wire, ranges } = lazy;
  return tableOver(bodyAt(nodeColumns(wire), ranges), stringsIn(wire));
}

/** The table of nodes that come from no file. */
function tableFrom(nodes: readonly GraphNode[]): NodeTable {
  const text = Buffer.from(nodes.flatMap(({ name, inputs }) => [name, ...inputs]).join(""));
  const columns = newColumns(text);
  let at = 0;
  const next = (name: string): [number, number] => {
    const start = at;
    at += Buffer.byteLength(name);
    return [start, at];
  };
  for (const node of nodes) {
    beginRow(columns, at);
    noteName(columns, ...next(node.name));
    for (const input of node.inputs) noteInput(columns, ...next(input));
    columns.kinds.push(node);
  }
  const read = (start: number, end: number): string => text.toString("utf8", start, end);
  return tableOver({ columns, stretch: { first: 0, count: columns.rows } }, { once: read, often: read });
}

function stringsIn(wire: Wire): Strings {
  return {
    once(start, end) {
      wire.at = start;
      return readName(wire, end);
    },
    often(start, end) {
      wire.at = start;
      return readText(wire, end);
    },
  };
}

/** One for each file. */
const indexers = new WeakMap<NodeColumns, NameIndexer>();

function tableOver({ columns, stretch }: Body, strings: Strings): NodeTable {
  const { names, kinds, firstInputs, references } = columns;
  const { first, count } = stretch;
  const indexOf = indexers.get(columns) ?? nameIndexer(columns);
  indexers.set(columns, indexOf);
  findProducers(columns, stretch, indexOf);
  return {
    count,
    repeated: indexOf(stretch).repeated,
    illegal: illegalPlaces(columns, stretch),
    kind: (place) => kinds[first + place]!,
    name(place) {
      const cell = (first + place) * NAME_CELLS;
      return strings.once(names[cell]!, names[cell + 1]!);
    },
    placeOf(name) {
      const bytes = encoded(name);
      const place = indexOf(stretch).find(bytes, 0, bytes.length, scanName(bytes, 0, bytes.length).hash);
      return place < 0 ? undefined : place;
    },
    firstInput: (place) => firstInputs[first + place]!,
    producer: (input) => references[input * REFERENCE_CELLS + PRODUCER]!,
    input: (input) => strings.once(references[input * REFERENCE_CELLS]!, references[input * REFERENCE_CELLS + 2]!),
    output(input) {
      const colon = references[input * REFERENCE_CELLS + 1]!;
      const end = references[input * REFERENCE_CELLS + 2]!;
      return colon === end ? "" : strings.often(colon + 1, end);
    },
    isControl: (input) => isControl(columns, input * REFERENCE_CELLS),
  };
}

const room = new Uint8Array(1024);
const utf8 = new TextEncoder();

/** In the same memory as the one before, if it is short. */
function encoded(name: string): Uint8Array {
  // Up to three bytes a character.
  if (name.length * 3 > room.length) return utf8.encode(name);
  return room.subarray(0, utf8.encodeInto(name, room).written);
}

function findProducers(columns: NodeColumns, stretch: Stretch, indexOf: NameIndexer): void {
  const { text, firstInputs, references } = columns;
  const { first, count } = stretch;
  const index = indexOf(stretch);
  for (let input = firstInputs[first]!; input < firstInputs[first + count]!; input++) {
    const cell = input * REFERENCE_CELLS;
    const start = references[cell]! + (isControl(columns, cell) ? 1 : 0);
    references[cell + PRODUCER] = index.find(text, start, references[cell + 1]!, references[cell + 3]!);
  }
}

function isControl({ text, references }: NodeColumns, cell: number): boolean {
  return references[cell]! < references[cell + 2]! && text[references[cell]!] === CONTROL;
}

function illegalPlaces({ names }: NodeColumns, { first, count }: Stretch): readonly number[] {
  const places: number[] = [];
  for (let place = 0; place < count; place++) {
    if (names[(first + place) * NAME_CELLS + 3] === 0) places.push(place);
  }
  return places;
}
