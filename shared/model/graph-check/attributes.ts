import type { Attribute } from "../graph.ts";
import { namedValues } from "../operators/attribute-values.ts";
import type { AttributeDefinition } from "../operators/catalogue.ts";
import { shown } from "./findings.ts";

/** A node's attributes, decoded; undefined for one without a value. */
export type Values = ReadonlyMap<string, Attribute | undefined>;

/** Only attributes that begin with an underscore are free: anybody's notes on a node. */
export function isNote(attribute: string): boolean {
  return attribute.startsWith("_");
}

/** Why TensorFlow refuses an attribute's value, as the end of a sentence about the attribute, or null. */
export function attributeProblem(value: Attribute | undefined, definition: AttributeDefinition): string | null {
  if (value === undefined) return isList(definition.type) ? null : "has no value";
  // Bound when the function around it is instantiated.
  if (value.kind === "placeholder") return null;
  if (!hasType(value, definition.type)) return `is no ${definition.type}`;
  return badDtype(value) ?? tooSmall(value, definition) ?? notAllowed(value, definition);
}

const KINDS: Readonly<Record<string, Attribute["kind"]>> = { type: "dtype", func: "function" };

function hasType(value: Attribute, type: string): boolean {
  if (!isList(type)) return value.kind === kindOf(type);
  if (value.kind !== "list") return false;
  const kind = kindOf(type.slice("list(".length, -1));
  return value.value.every((item) => item.kind === kind);
}

function isList(type: string): boolean {
  return type.startsWith("list(");
}

function kindOf(type: string): string {
  return KINDS[type] ?? type;
}

function badDtype(value: Attribute): string | null {
  if (value.kind === "dtype") {
    return isUnknownDtype(value.value) ? `has the type ${value.value}, which TensorFlow does not define` : null;
  }
  if (value.kind !== "list") return null;
  for (const item of value.value) {
    const problem = item.kind === "dtype" ? badDtype(item) : null;
    if (problem !== null) return problem;
  }
  return null;
}

export function isUnknownDtype(dtype: string): boolean {
  return dtype === "invalid" || dtype.startsWith("unknown(");
}

function tooSmall(value: Attribute, { minimum }: AttributeDefinition): string | null {
  if (minimum === null) return null;
  if (value.kind === "int" && value.value < minimum) return `is ${value.value}, but at least ${minimum} is needed`;
  if (value.kind === "list" && value.value.length < minimum) {
    return `has ${value.value.length} values, but at least ${minimum} are needed`;
  }
  return null;
}

function notAllowed(value: Attribute, { allowed }: AttributeDefinition): string | null {
  const refused = allowed && namedValues(value).find((name) => !allowed.includes(name));
  return refused == null ? null : `is "${shown(refused)}", but only ${allowed!.join(", ")} are allowed`;
}
