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
interface Budget {
  fields: number;
  elements: number;
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
export function checkMessage(wire: Wire, end: number, message: Descriptor, budget: Budget = full()): void {
  let entries = 0;
  while (wire.at < end) {
    if (--budget.fields < 0) throw tooMany(wire, `${MAX_FIELDS} fields`);
    const tag = readTag(wire, end);
    const field = message.byNumber[tag >>> 3];
    const wireType = tag & 7;
    if (field === undefined) skipField(wire, end, tag);
    else if (wireType === field.wireType) {
      if (field.rule === "map" && ++entries > MAX_ENTRIES)
        throw tooMany(wire, `${MAX_ENTRIES} entries in ${field.name}`);
      checkValue(wire, end, field, budget);
    } else if (wireType === BYTES && field.packable) checkRun(wire, end, field);
    else skipField(wire, end, tag);
  }
}

function checkValue(wire: Wire, end: number, field: Field, budget: Budget): void {
  if (field.wireType === BYTES) checkPayload(wire, readPayloadEnd(wire, end), field, budget);
  else checkNumber(wire, end, field.wireType);
}

function checkPayload(wire: Wire, end: number, field: Field, budget: Budget): void {
  if (field.isMany && --budget.elements < 0) throw tooMany(wire, `${MAX_ELEMENTS} elements in its lists`);
  if (field.message !== null) {
    if (wire.depth >= MAX_DEPTH) malformed(wire, `nested deeper than ${MAX_DEPTH}`);
    wire.path[wire.depth++] = field.name;
    checkMessage(wire, end, field.message, budget);
    wire.depth--;
  } else if (field.kind === "string") checkText(wire, end, field);
  wire.at = end;
}

/** Most names are ASCII; the rest is left to the platform's strict decoder. */
function checkText(wire: Wire, end: number, field: Field): void {
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

function full(): Budget {
  return { fields: MAX_FIELDS, elements: MAX_ELEMENTS };
}

function tooMany({ file }: Wire, what: string): Failure {
  return new Failure("limit-exceeded", `${file}: more than ${what}`, {
    fix: "Export the model for serving alone, without its training graph.",
  });
}
