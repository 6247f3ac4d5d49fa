import type { Attribute, GraphNode } from "../../graph.ts";
import { operatorEffect } from "../effects/operator-effect.ts";
import type { Scopes } from "./scope.ts";

const NONE: readonly string[] = [];

/**
 * Every function of the library that a node may run: the one its operator names, and those its attributes name, in
 * lists or as arguments of other functions too. Operators that only compute or keep state have no such attributes.
 */
export function functionsNamedBy(node: GraphNode, { functions }: Scopes): readonly string[] {
  const own = functions.has(node.op) ? [node.op] : NONE;
  const effect = operatorEffect(node.op);
  if (effect === "compute" || effect === "memory") return own;
  const named = new Set(own);
  const pending = node.attributeNames.map((name) => node.attribute(name));
  while (pending.length > 0) {
    const name = expand(pending.pop(), pending);
    if (name !== null && functions.has(name)) named.add(name);
  }
  return [...named];
}

/** The function that an attribute names; what it holds besides is left in `pending`. */
function expand(attribute: Attribute | undefined, pending: (Attribute | undefined)[]): string | null {
  if (attribute?.kind === "list") {
    for (const item of attribute.value) if (item.kind === "function") pending.push(item);
  }
  if (attribute?.kind !== "function") return null;
  const reference = attribute.value;
  for (const name of reference.attributeNames) pending.push(reference.attribute(name));
  return reference.name;
}
