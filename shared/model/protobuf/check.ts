import { Failure } from "../../failure.ts";
import type { Descriptor, Field } from "./descriptors.ts";
import {
  BYTES,
  FIXED64,
  MAX_DEPTH,
  malformed,
  readPayloadEnd,
  readTag,
  readVarint,
  skipField,
  skipFixed,
  VARINT,
  type Wire,
} from "./wire.ts";

/** How much more a file may hold. */
export interface Budget {
  fields: number;
  elements: number;
}

/** Checks the messages of one kind in a way of its own, and may keep what it comes to know. */
export interface OwnCheck {
  readonly message: Descriptor;
  check(wire: Wire, end: number, budget: Budget): void;
}

interface Checks {
  readonly budget: Budget;
  readonly own: OwnCheck | undefined;
}

/** Ten times the elements: each has a few fields of its own. */
const MAX_FIELDS = 30_000_000;
/** Names, messages and texts in lists. A graph has up to 13 for each node, so this is for some 250 000 nodes. */
const MAX_ELEMENTS = 3_000_000;
/** Of the maps of one message, such as a node's attributes. */
const MAX_ENTRIES = 100_000;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Refuses what TensorFlow's own parser refuses, in one pass over everything, so that what is decoded later is known to
 * be well-formed. Fields that nothing describes are legal.
 */
export function checkMessage(wire: Wire, end: number, message: Descriptor, own?: OwnCheck): void {
  checkFields(wire, end, message, { budget: { fields: MAX_FIELDS, elements: MAX_ELEMENTS }, own });
}

/** The rest of a message, for a check of its own that leaves the rest to this one. */
export function checkRest(wire: Wire, end: number, message: Descriptor, budget: Budget): void {
  checkFields(wire, end, message, { budget, own: undefined });
}

/** A text of a message, which the budget counts as a field and, in a list, as an element. */
export function noteText(wire: Wire, field: Field, budget: Budget): void {
  noteField(wire, budget);
  if (field.isMany) noteElement(wire, budget);
}

function checkFields(wire: Wire, end: number, message: Descriptor, checks: Checks): void {
  let entries = 0;
  while (wire.at < end) {
    noteField(wire, checks.budget);
    const tag = readTag(wire, end);
    const field = message.byNumber[tag >>> 3];
    const wireType = tag & 7;
    if (field === undefined) skipField(wire, end, tag);
    else if (wireType === field.wireType) {
      if (field.rule === "map" && ++entries > MAX_ENTRIES)
        throw tooMany(wire, `${MAX_ENTRIES} entries in ${field.name}`);
      checkValue(wire, end, field, checks);
    } else if (wireType === BYTES && field.packable) checkRun(wire, end, field);
    else skipField(wire, end, tag);
  }
}

function noteField(wire: Wire, budget: Budget): void {
  if (--budget.fields < 0) throw tooMany(wire, `${MAX_FIELDS} fields`);
}

function noteElement(wire: Wire, budget: Budget): void {
  if (--budget.elements < 0) throw tooMany(wire, `${MAX_ELEMENTS} elements in its lists`);
}

function checkValue(wire: Wire, end: number, field: Field, checks: Checks): void {
  if (field.wireType === BYTES) checkPayload(wire, readPayloadEnd(wire, end), field, checks);
  else checkNumber(wire, end, field.wireType);
}

function checkPayload(wire: Wire, end: number, field: Field, checks: Checks): void {
  const { message } = field;
  if (field.isMany) noteElement(wire, checks.budget);
  if (message !== null) {
    if (wire.depth >= MAX_DEPTH) malformed(wire, `nested deeper than ${MAX_DEPTH}`);
    wire.path[wire.depth++] = field.name;
    if (message === checks.own?.message) checks.own.check(wire, end, checks.budget);
    else checkFields(wire, end, message, checks);
    wire.depth--;
  } else if (field.kind === "string") checkText(wire, end, field);
  wire.at = end;
}

/** Most names are ASCII; the rest is left to the platform's strict decoder. */
export function checkText(wire: Wire, end: number, field: Field): void {
  const { bytes } = wire;
  for (let at = wire.at; at < end; at++) {
    if (bytes[at]! < 0x80) continue;
    wire.isAscii = false;
    try {
      utf8.decode(bytes.subarray(at, end));
      return;
    } catch {
      wire.path[wire.depth++] = field.name;
      malformed(wire, "text that is not UTF-8");
    }
  }
}

function checkRun(wire: Wire, end: number, field: Field): void {
  const last = readPayloadEnd(wire, end);
  while (wire.at < last) checkNumber(wire, last, field.wireType);
}

function checkNumber(wire: Wire, end: number, wireType: number): void {
  if (wireType === VARINT) readVarint(wire, end);
  else skipFixed(wire, end, wireType === FIXED64 ? 8 : 4);
}

function tooMany({ file }: Wire, what: string): Failure {
  return new Failure("limit-exceeded", `${file}: more than ${what}`, {
    fix: "Export the model for serving alone, without its training graph.",
  });
}
