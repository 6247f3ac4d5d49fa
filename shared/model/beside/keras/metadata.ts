import type { SafetyFinding } from "../../safety/finding.ts";
import { createCursor, damaged, readAt } from "../bytes.ts";
import { type Content, memberOf } from "../content.ts";
import { scanKerasConfiguration } from "./configuration.ts";

interface Field {
  readonly number: number;
  readonly bytes: Uint8Array;
}

const MAX_BYTES = 64 << 20;
const MAX_NODES = 100_000;

/** `keras_metadata.pb` (SavedMetadata): each node names an object and holds its configuration as JSON. */
export function findInKerasMetadata({ source, place }: Content): readonly SafetyFinding[] {
  if (source.sizeBytes > MAX_BYTES) throw damaged("it is larger than we read");
  const seen = new Set<string>();
  const findings: SafetyFinding[] = [];
  for (const node of fieldsOf(readAt(source, 0, source.sizeBytes))) {
    if (node.number !== 1) continue;
    const fields = [...fieldsOf(node.bytes)];
    const text = textAt(fields, 5);
    // The root's configuration repeats that of its layers; a Lambda is found where it is first told.
    if (!/ambda|\\u/.test(text)) continue;
    const path = textAt(fields, 3);
    for (const finding of scanKerasConfiguration(text, { place: memberOf(place, path), foreign: "tolerated" })) {
      if (!seen.has(finding.reason)) findings.push(finding);
      seen.add(finding.reason);
    }
  }
  return findings;
}

function textAt(fields: readonly Field[], number: number): string {
  const bytes = fields.findLast((field) => field.number === number)?.bytes ?? new Uint8Array(0);
  return Buffer.from(bytes).toString("utf8");
}

/** The fields with a length; no others matter here. */
function* fieldsOf(bytes: Uint8Array): Generator<Field> {
  const cursor = createCursor({ sizeBytes: bytes.length, read: (at, length) => bytes.subarray(at, at + length) });
  for (let count = 0; cursor.left() > 0; count++) {
    if (count > MAX_NODES) throw damaged("it holds more objects than we read");
    const tag = varint(cursor);
    const [number, wire] = [Math.floor(tag / 8), tag % 8];
    if (wire === 2) yield { number, bytes: cursor.bytes(varint(cursor)) };
    else if (wire === 0) varint(cursor);
    else if (wire === 1 || wire === 5) cursor.skip(wire === 1 ? 8 : 4);
    else throw damaged("it is not the metadata of Keras");
  }
}

function varint(cursor: { readonly u8: () => number }): number {
  let value = 0;
  for (let index = 0; index < 10; index++) {
    const byte = cursor.u8();
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return value;
  }
  throw damaged("a number in it never ends");
}
