import type { JsonSchema } from "./json-schema.ts";
import { partsOf } from "./source.ts";
import { unitOf } from "./units.ts";

/** `/contract/inputs/0/name` as people write it: `contract.inputs[0].name`. */
export function dotted(pointer: string): string {
  const path = partsOf(pointer)
    .map((part) => (/^[0-9]+$/.test(part) ? `[${part}]` : /^[\w-]+$/.test(part) ? `.${part}` : `[${quote(part)}]`))
    .join("");
  return path === "" ? "the document" : path.replace(/^\./, "");
}

/** What a schema wants, as the end of "must be …". */
export function wanted(schema: JsonSchema, key = ""): string {
  const example = schema.examples?.[0];
  const short = typeof example === "number" || (typeof example === "string" && example.length < 40);
  const like = short ? `, such as ${example}` : "";
  if (schema.type === "object" || schema.properties !== undefined) return "a mapping (key: value)";
  if (schema.title !== undefined) return `${lowerFirst(schema.title)}${schema.writeOnly ? "" : like}`;
  const unit = unitOf(key);
  switch (schema.type) {
    case "number":
    case "integer":
      return `${schema.type === "integer" ? "a whole number" : "a number"}${unit ? ` of ${unit.plural}` : ""}`;
    case "boolean":
      return "true or false";
    case "array":
      return "a list";
    default:
      return "text";
  }
}

/** What was given, short enough for one line. */
export function given(value: unknown, source?: string): string {
  if (value === null || value === undefined) return "nothing";
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "a mapping";
  return typeof value === "number" ? `the number ${source ?? value}` : String(value);
}

/** `a, b or c`. */
export function list(values: readonly unknown[], limit = 24): string {
  const names = values.slice(0, limit).map(String);
  if (values.length > names.length) return `${names.join(", ")} or ${values.length - names.length} others`;
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

/** Text on one line, its length bounded and what cannot be seen written as escapes. */
export function quote(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const unseen = /[\p{C}\p{Zl}\p{Zp}]/gu;
  return JSON.stringify(short).replaceAll(unseen, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) || text.startsWith("A ") ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/** The first sentence of a description, to stand inside another. */
export function firstSentence(text: string): string {
  return lowerFirst(text.split(/[.:;](?: |$)/, 1)[0]!);
}
