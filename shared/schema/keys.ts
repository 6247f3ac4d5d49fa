import { type JsonSchema, resolve } from "./json-schema.ts";
import { nearest } from "./nearest.ts";
import { dotted, list, lowerFirst, quote } from "./phrases.ts";
import { sameQuantity, unitOf } from "./units.ts";

export interface KeyAdvice {
  /** The end of the sentence that names the unknown key. */
  readonly also: string;
  readonly fix: string;
}

const homes = new WeakMap<JsonSchema, ReadonlyMap<string, readonly string[]>>();

export interface UnknownKey {
  readonly key: string;
  /** The mapping that holds it. */
  readonly pointer: string;
  readonly known: readonly string[];
}

/** The nearest known key, the same quantity in another unit, or the place where this key belongs. */
export function unknownKey({ key, pointer, known }: UnknownKey, root: JsonSchema): KeyAdvice {
  const quantity = sameQuantity(key, known);
  if (quantity !== undefined) {
    const unit = unitOf(quantity)!.plural;
    return { also: `; ${quantity} holds it, in ${unit}`, fix: `Write ${quantity}, in ${unit}.` };
  }
  const close = nearest(key, known) ?? begun(key, known);
  if (close !== null) return { also: `; did you mean ${close}?`, fix: `Write ${close}.` };
  const elsewhere = homesOf(root).get(key)?.slice(0, 4);
  if (elsewhere?.includes(dotted(pointer).replaceAll(/\[[0-9]+\]/g, "[]"))) {
    return { also: " beside the others here", fix: `Keep either ${key} or ${list(known, 6)}.` };
  }
  if (elsewhere !== undefined)
    return { also: `; it belongs in ${list(elsewhere)}`, fix: `Move it to ${elsewhere[0]}.` };
  if (known.length === 0) return { also: "", fix: "Take it out." };
  return {
    also: `; known here: ${known.slice(0, 24).join(", ")}`,
    fix: `Take ${quote(key)} out, or write a known key.`,
  };
}

/** The one known key whose first words are these: `signature` for `signatureName`. */
function begun(key: string, known: readonly string[]): string | null {
  const longer = known.filter((candidate) => candidate.startsWith(key) && /^[A-Z]/.test(candidate.slice(key.length)));
  return longer.length === 1 && key !== "" ? longer[0]! : null;
}

function homesOf(root: JsonSchema): ReadonlyMap<string, readonly string[]> {
  let found = homes.get(root);
  if (found === undefined) {
    const collected = new Map<string, string[]>();
    collectHomes(root, root, "", collected);
    found = collected;
    homes.set(root, found);
  }
  return found;
}

function collectHomes(root: JsonSchema, schema: JsonSchema, path: string, into: Map<string, string[]>): void {
  const { properties = {}, items, anyOf = [] } = resolve(root, schema);
  for (const [key, property] of Object.entries(properties)) {
    const here = path === "" ? `the top level of the ${lowerFirst(root.title ?? "document")}` : path;
    into.set(key, [...new Set([...(into.get(key) ?? []), here])]);
    // Deep enough for any of our documents, and an end for a schema that contains itself.
    if (path.split(".").length < 8) collectHomes(root, property, path === "" ? key : `${path}.${key}`, into);
  }
  if (items !== undefined) collectHomes(root, items, `${path}[]`, into);
  for (const branch of anyOf) collectHomes(root, branch, path, into);
}
