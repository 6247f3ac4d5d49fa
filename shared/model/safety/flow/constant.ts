import type { GraphNode } from "../../graph.ts";

/** The distinct strings of a constant, or null for what is no readable list of at most `limit` strings. */
export function constantTexts(node: GraphNode, limit: number): readonly string[] | null {
  const attribute = node.attribute("value");
  if (attribute?.kind !== "tensor" || attribute.value.dtype !== "string") return null;
  const { content, strings } = attribute.value;
  // TensorFlow also unpacks strings from raw content, which nothing writes
  if ((content !== null && content.length > 0) || strings.length > limit) return null;
  const texts = new Set(strings.map((bytes) => new TextDecoder().decode(bytes)));
  return texts.size === 0 ? [""] : [...texts];
}
