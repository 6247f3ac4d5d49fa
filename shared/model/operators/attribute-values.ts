import type { Attribute } from "../graph.ts";

const utf8 = new TextDecoder();

/** The dtypes or strings of an attribute, as the catalogue's lists of allowed values name them; others have none. */
export function namedValues(attribute: Attribute | undefined): readonly string[] {
  if (attribute === undefined) return [];
  if (attribute.kind === "list") return attribute.value.flatMap(namedValues);
  if (attribute.kind === "dtype") return [attribute.value];
  if (attribute.kind === "string") return [utf8.decode(attribute.value)];
  return [];
}
