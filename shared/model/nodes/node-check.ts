import { NO_ATTRIBUTES } from "../attributes.ts";
import type { NodeKind } from "../graph.ts";
import { type Budget, checkRest, checkText, noteText, type OwnCheck } from "../protobuf/check.ts";
import { descriptorOf, type Field, tagsOf } from "../protobuf/descriptors.ts";
import { type Interned, interner } from "../protobuf/interned.ts";
import { readText } from "../protobuf/scalars.ts";
import { readPayloadEnd, readTag, skipField, type Wire } from "../protobuf/wire.ts";
import { attributeReader, type ReadAttributes } from "./attributes.ts";
import { beginRow, type NodeColumns, newColumns, noteInput, noteName } from "./columns.ts";

interface Reader {
  readonly wire: Wire;
  readonly columns: NodeColumns;
  /** Most nodes of an operator have the same attributes, which are checked once. */
  readonly known: Interned<Known>;
  readonly none: Known;
  readonly readAttributes: ReadAttributes;
  /** The operator and device of the node that is being read. */
  op: string;
  device: string;
  budget: Budget;
}

/** A stretch of attributes: what checking it took from the budget, and the kinds of node that have it. */
interface Known {
  readonly attributes: Pick<NodeKind, "attributeNames" | "attribute">;
  readonly cost: Readonly<Budget>;
  readonly kinds: NodeKind[];
}

const NODE = descriptorOf("NodeDef");
const TAGS = tagsOf("NodeDef");
const [NAME, OP, INPUT, DEVICE] = ["name", "op", "input", "device"].map((name) => NODE.fields.get(name)!);
/** Longer attributes, such as constants, are seldom alike. */
const SHORT_BYTES = 512;
/** A hostile file gives thousands of operators the same attributes. */
const MOST_KINDS = 32;

/** One for each file. */
const columnsOf = new WeakMap<Wire, NodeColumns>();

/** What the check of a file has kept of its nodes. */
export function nodeColumns(wire: Wire): NodeColumns {
  const columns = columnsOf.get(wire);
  if (columns === undefined) throw new TypeError("nodes are read before they have been checked");
  return columns;
}

/**
 * Nodes are the bulk of a graph, so the strict check of a file reads them by hand, keeps as numbers what it sees, and
 * checks equal attributes once: the general check and then a general decoder take four times as long.
 */
export function nodeCheck(wire: Wire): OwnCheck {
  const columns = newColumns(wire.bytes);
  columnsOf.set(wire, columns);
  const reader: Reader = {
    wire,
    columns,
    known: interner<Known>(wire),
    none: { attributes: NO_ATTRIBUTES, cost: { fields: 0, elements: 0 }, kinds: [] },
    readAttributes: attributeReader(wire),
    op: "",
    device: "",
    budget: { fields: 0, elements: 0 },
  };
  return {
    message: NODE,
    check(_, end, budget) {
      reader.budget = budget;
      checkNode(reader, end);
    },
  };
}

function checkNode(reader: Reader, end: number): void {
  const { wire, columns } = reader;
  reader.op = "";
  reader.device = "";
  beginRow(columns, wire.at);
  let known = reader.none;
  while (wire.at < end) {
    const at = wire.at;
    if (readField(reader, end, readTag(wire, end))) continue;
    wire.at = at;
    known = checkAttributes(reader, end);
  }
  columns.kinds.push(kindOf(reader, known));
}

/** Whether the field is one in which nodes of equal attributes may differ. */
function readField(reader: Reader, end: number, tag: number): boolean {
  const { wire, columns, budget } = reader;
  if (tag === TAGS.input) {
    noteText(wire, INPUT!, budget);
    const last = readPayloadEnd(wire, end);
    if (!noteInput(columns, wire.at, last)) checkText(wire, last, INPUT!);
    wire.at = last;
  } else if (tag === TAGS.name) {
    noteText(wire, NAME!, budget);
    const last = readPayloadEnd(wire, end);
    if (!noteName(columns, wire.at, last)) checkText(wire, last, NAME!);
    wire.at = last;
  } else if (tag === TAGS.op) reader.op = readCheckedText(reader, end, OP!);
  else if (tag === TAGS.device) reader.device = readCheckedText(reader, end, DEVICE!);
  else return false;
  return true;
}

function readCheckedText({ wire, budget }: Reader, end: number, field: Field): string {
  noteText(wire, field, budget);
  const last = readPayloadEnd(wire, end);
  checkText(wire, last, field);
  return readText(wire, last);
}

/** From the first attribute, or from what is rarer still, to the end of the node. */
function checkAttributes(reader: Reader, end: number): Known {
  const { wire, known, budget } = reader;
  const start = wire.at;
  const isShort = end - start <= SHORT_BYTES;
  const found = isShort ? known.find(start, end) : undefined;
  if (found !== undefined) {
    budget.fields -= found.cost.fields;
    budget.elements -= found.cost.elements;
    wire.at = end;
    return found;
  }
  const { fields, elements } = budget;
  checkRest(wire, end, NODE, budget);
  const cost = { fields: fields - budget.fields, elements: elements - budget.elements };
  const isShared = !readLateFields(reader, start, end) && isShort;
  const made: Known = { attributes: reader.readAttributes(start, end), cost, kinds: [] };
  if (isShared) known.keep(start, end, made);
  wire.at = end;
  return made;
}

/** A name, operator or input may stand behind an attribute; then no other node shares the stretch. */
function readLateFields(reader: Reader, start: number, end: number): boolean {
  const { wire } = reader;
  let isAny = false;
  wire.at = start;
  while (wire.at < end) {
    const tag = readTag(wire, end);
    if (readField(reader, end, tag)) isAny = true;
    else skipField(wire, end, tag);
  }
  return isAny;
}

function kindOf({ op, device }: Reader, { attributes, kinds }: Known): NodeKind {
  for (const kind of kinds) if (kind.op === op && kind.device === device) return kind;
  const { attributeNames, attribute } = attributes;
  const kind: NodeKind = { op, device, attributeNames, attribute };
  if (kinds.length < MOST_KINDS) kinds.push(kind);
  return kind;
}
