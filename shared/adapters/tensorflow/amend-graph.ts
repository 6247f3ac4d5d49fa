import { BYTES, readPayloadEnd, readTag, skipField, type Wire, wireOver } from "../../model/protobuf/wire.ts";
import { wireWriter, writeTag, writeVarint, writtenBytes } from "../../model/protobuf/wire-writer.ts";

/** What is added to the graph of one of the SavedModel's metagraphs. */
export interface Addition {
  readonly metaGraph: number;
  /** An encoded GraphDef; protobuf joins it with the one that is there. */
  readonly graph: Uint8Array;
}

export interface Amendment {
  readonly addition: Addition | null;
  readonly isDropped: (device: string) => boolean;
}

/** Fields that lead from a message to the devices in it, and to the place where a graph is added. */
interface Way {
  readonly [field: number]: Way | "device";
}

const META_GRAPH = 2;
const GRAPH_DEF = 2;
const NODE: Way = { 4: "device" };
const IN_META_GRAPH: Way = { [GRAPH_DEF]: { 1: NODE, 2: { 1: { 3: NODE } } } };

/** The bytes of a SavedModel, amended: pieces of what was given, and what is new between them. */
export function amendGraph(bytes: Uint8Array, { addition, isDropped }: Amendment, file: string): readonly Uint8Array[] {
  const wire = wireOver(bytes, file);
  const pieces: Uint8Array[] = [];
  let metaGraphs = 0;
  while (wire.at < bytes.length) {
    const start = wire.at;
    const tag = readTag(wire, bytes.length);
    if (tag !== META_GRAPH * 8 + BYTES) {
      skipField(wire, bytes.length, tag);
      pieces.push(bytes.subarray(start, wire.at));
      continue;
    }
    const end = readPayloadEnd(wire, bytes.length);
    const added = addition?.metaGraph === metaGraphs++ ? field(GRAPH_DEF, [addition.graph]) : [];
    pieces.push(...field(META_GRAPH, [...withoutDevices(wire, { end, way: IN_META_GRAPH, isDropped }), ...added]));
  }
  return pieces;
}

interface Walk {
  readonly end: number;
  readonly way: Way;
  readonly isDropped: (device: string) => boolean;
}

function withoutDevices(wire: Wire, { end, way, isDropped }: Walk): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let kept = wire.at;
  while (wire.at < end) {
    const start = wire.at;
    const tag = readTag(wire, end);
    const next = (tag & 7) === BYTES ? way[tag >>> 3] : undefined;
    if (next === undefined) {
      skipField(wire, end, tag);
      continue;
    }
    const payloadEnd = readPayloadEnd(wire, end);
    const changed =
      next === "device"
        ? without(wire, payloadEnd, isDropped)
        : inside(wire, tag >>> 3, { end: payloadEnd, way: next, isDropped });
    wire.at = payloadEnd;
    if (changed === null) continue;
    pieces.push(wire.bytes.subarray(kept, start), ...changed);
    kept = payloadEnd;
  }
  return [...pieces, wire.bytes.subarray(kept, end)];
}

/** Null where nothing is to be changed. */
function without(wire: Wire, end: number, isDropped: Walk["isDropped"]): readonly Uint8Array[] | null {
  return isDropped(wire.text.toString("latin1", wire.at, end)) ? [] : null;
}

function inside(wire: Wire, number: number, walk: Walk): readonly Uint8Array[] | null {
  const pieces = withoutDevices(wire, walk);
  return pieces.length === 1 ? null : field(number, pieces);
}

function field(number: number, pieces: readonly Uint8Array[]): readonly Uint8Array[] {
  const writer = wireWriter(16);
  writeTag(writer, number, BYTES);
  writeVarint(writer, BigInt(pieces.reduce((sum, { length }) => sum + length, 0)));
  return [writtenBytes(writer), ...pieces];
}
