import type { Problem } from "../failure.ts";
import type { Cause } from "./causes.ts";
import { type JsonSchema, resolve } from "./json-schema.ts";
import { type KeyAdvice, unknownKey } from "./keys.ts";
import { nearest } from "./nearest.ts";
import { counted, dotted, firstSentence, given, list, lowerFirst, quote, wanted } from "./phrases.ts";
import { type Parsed, parentOf, partsOf, pointerTo } from "./source.ts";
import { quantityFix } from "./units.ts";

/** What is said about a cause, before its place is known. */
interface Words {
  readonly message: string;
  readonly fix: string;
}

/** A cause as one problem in a person's words: where it stands, what was given, what is wanted. */
export function word(cause: Cause, root: JsonSchema, parsed: Parsed): Problem {
  const { pointer, key } = cause;
  const { file, places } = parsed;
  const place = key === undefined ? valuePlace(cause, parsed) : places.key(pointerTo(pointer, key));
  return { file, ...place, ...(key === undefined ? aboutValue(cause, root, parsed) : aboutKey(cause, key, root)) };
}

/** What is missing has no place of its own: its parent's key is where a person adds it. */
function valuePlace({ pointer, keyword }: Cause, { places }: Parsed) {
  return keyword === "required" ? places.key(pointer) : places.value(pointer);
}

function aboutKey({ pointer, schema, params, keyword }: Cause, key: string, root: JsonSchema): Words {
  if (keyword !== "additionalProperties" && keyword !== "enum") {
    const message = `${quote(key)} in ${dotted(pointer)} must be ${wanted(schema)}`;
    return { message, fix: "Rename the key." };
  }
  const known = keyword === "enum" ? (params.allowedValues as string[]) : Object.keys(schema.properties ?? {});
  const advice: KeyAdvice = unknownKey({ key, pointer, known }, root);
  return { message: `${dotted(pointerTo(pointer, key))} is not a known key${advice.also}`, fix: advice.fix };
}

function aboutValue(cause: Cause, root: JsonSchema, parsed: Parsed): Words {
  const { pointer, keyword, params, schema } = cause;
  const path = dotted(pointer);
  switch (keyword) {
    case "required":
      return aboutMissing(pointer, String(params.missingProperty), schema, root);
    case "enum":
    case "const":
      return aboutChoice(cause, parsed);
    case "maxLength":
      return { message: `${path} is longer than ${params.limit} characters`, fix: "Shorten it." };
    case "minLength":
      return { message: `${path} must not be empty`, fix: `Write ${lowerFirst(schema.title ?? "a text")}.` };
    case "minItems":
    case "maxItems":
    case "minProperties":
    case "maxProperties":
      return aboutCount(cause, path);
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return aboutLimit(cause, path, parsed);
    default:
      return aboutForm(cause, path, parsed);
  }
}

function aboutMissing(pointer: string, missing: string, schema: JsonSchema, root: JsonSchema): Words {
  const property = resolve(root, schema.properties?.[missing] ?? {});
  const example: unknown = property.examples?.[0];
  const line = example === undefined ? missing : `${missing}: ${JSON.stringify(example)}`;
  const why = property.description === undefined ? "" : ` (${firstSentence(property.description)})`;
  return { message: `${dotted(pointerTo(pointer, missing))} is missing${why}`, fix: `Add \`${line}\`.` };
}

function aboutChoice(cause: Cause, parsed: Parsed): Words {
  const { pointer, params } = cause;
  const allowed = (params.allowedValues as unknown[] | undefined) ?? [params.allowedValue];
  const close = typeof cause.given === "string" ? nearest(cause.given, allowed.map(String)) : null;
  const choices = list(allowed, close === null ? 24 : 6);
  const message = `${dotted(pointer)} must be ${choices}, got ${shownValue(cause, parsed)}`;
  const choice = close ?? (allowed.length === 1 ? String(allowed[0]) : undefined);
  return { message, fix: choice === undefined ? "Write one of these." : `Write ${choice}.` };
}

function aboutCount({ keyword, params, schema, given: value }: Cause, path: string): Words {
  const count = Object.keys(value as object).length;
  const thing = keyword.endsWith("Items") ? "item" : "key";
  if (schema.title !== undefined && thing === "item") {
    return { message: `${path} must be ${wanted(schema)}, got ${counted(count, "item")}`, fix: exampleFix(schema) };
  }
  const least = keyword.startsWith("min");
  const message = `${path} must have ${least ? "at least" : "at most"} ${counted(Number(params.limit), thing)}, got ${count}`;
  return { message, fix: least ? `Add a${thing === "item" ? "n item" : " key"}.` : `Take some ${thing}s out.` };
}

function aboutLimit(cause: Cause, path: string, parsed: Parsed): Words {
  const { keyword, params, schema, given: value } = cause;
  const bound = {
    minimum: "at least",
    maximum: "at most",
    exclusiveMinimum: "more than",
    exclusiveMaximum: "less than",
  };
  const limit = `${bound[keyword as keyof typeof bound]} ${params.limit}`;
  const message = `${path} must be ${schema.title ? wanted(schema) : limit}, got ${shownValue(cause, parsed)}`;
  return { message, fix: quantityFix(keyOf(cause), value, schema) ?? `Write a number that is ${limit}.` };
}

function aboutForm(cause: Cause, path: string, parsed: Parsed): Words {
  const { schema, given: value } = cause;
  const unit = wanted(schema, keyOf(cause));
  const message = `${path} must be ${unit}, got ${shownValue(cause, parsed)}`;
  return { message, fix: formFix(cause, parsed) ?? quantityFix(keyOf(cause), value, schema) ?? exampleFix(schema) };
}

/** Text where something else was meant, or the other way round: most often a matter of quotes. */
function formFix({ pointer, keyword, schema, given: value }: Cause, { places }: Parsed): string | undefined {
  if (keyword !== "type") return undefined;
  const source = places.source(pointer)?.slice(0, 60) ?? "";
  const scalar = value === null || typeof value !== "object";
  if (schema.type === "string" && scalar && value !== null) {
    const enough = schema.pattern === undefined || new RegExp(schema.pattern, "u").test(source);
    return enough ? `Put it in quotes: ${JSON.stringify(source)}.` : undefined;
  }
  if (schema.type === "array" && scalar && value !== null && !schema.writeOnly) return `Make it a list: [${source}].`;
  if (schema.type === "boolean") return "Write true or false.";
  const isNumber = schema.type === "number" || schema.type === "integer";
  if (!isNumber || typeof value !== "string" || value.trim() === "") return undefined;
  const plain = Number(value.replaceAll(/(?<=[0-9])[_, '](?=[0-9]{3})/g, ""));
  return Number.isFinite(plain) ? `Write the plain number, without quotes: ${plain}.` : undefined;
}

function exampleFix(schema: JsonSchema): string {
  const { examples, properties } = schema;
  if (examples?.[0] !== undefined) return `Write it like ${JSON.stringify(examples[0])}.`;
  if (properties !== undefined) return `Write it as a mapping with ${list(Object.keys(properties), 6)}.`;
  return `Write ${wanted(schema)}.`;
}

function keyOf({ pointer }: Cause): string {
  const last = partsOf(pointer).at(-1) ?? "";
  return /^[0-9]+$/.test(last) ? (partsOf(parentOf(pointer)).at(-1) ?? "") : last;
}

function shownValue({ schema, given: value, pointer }: Cause, { places }: Parsed): string {
  return schema.writeOnly
    ? "something else (not shown: it may be the secret itself)"
    : given(value, places.source(pointer));
}
