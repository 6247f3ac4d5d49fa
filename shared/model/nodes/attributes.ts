import { type Attributes, attributesIn, lazyAttributes, tooManyToSearch } from "../attributes.ts";
import { readKey } from "../protobuf/decode.ts";
import { tagsOf } from "../protobuf/descriptors.ts";
import { readPayloadEnd, readTag, skipField, type Wire } from "../protobuf/wire.ts";

export type ReadAttributes = (start: number, end: number) => Attributes;

const { attr: ATTRIBUTE } = tagsOf("NodeDef");

/** Reads the attributes that lie in a stretch of a node: their names at once, where they are few. */
export function attributeReader(wire: Wire): ReadAttributes {
  // Whoever asks for one attribute of a node asks for the next: their keys are found once.
  let latest: { readonly start: number; readonly attributes: Attributes } | undefined;
  const attributesAt: ReadAttributes = (start, end) => {
    if (latest?.start !== start) {
      latest = { start, attributes: lazyAttributes(attributesIn(wire, start, end, ATTRIBUTE)) };
    }
    return latest.attributes;
  };
  return (start, end) => {
    const attributeNames = namesIn(wire, start, end);
    if (tooManyToSearch(attributeNames)) return attributesAt(start, end);
    return { attributeNames, attribute: (name) => attributesAt(start, end).attribute(name) };
  };
}

function namesIn(wire: Wire, start: number, end: number): readonly string[] {
  const names: string[] = [];
  wire.at = start;
  while (wire.at < end) {
    const tag = readTag(wire, end);
    if (tag === ATTRIBUTE) names.push(readKey(wire, readPayloadEnd(wire, end)));
    else skipField(wire, end, tag);
  }
  return names;
}
