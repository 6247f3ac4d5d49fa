import bundled from "@google-cloud/aiplatform/build/protos/protos.json" with { type: "json" };
import { ADDED } from "./added-descriptors.ts";
import type { Descriptor } from "./descriptor.ts";

/** A descriptor and its full name. */
export interface Named {
  readonly name: string;
  readonly descriptor: Descriptor;
}

/** Each is one tree; what the bundle lacks is looked for in the second. */
const ROOTS: readonly Descriptor[] = [bundled as unknown as Descriptor, ADDED];

/** What a name means inside `scope`: the innermost thing of that name, as in a .proto file. */
export function lookUp(name: string, scope = ""): Named | null {
  const parts = scope === "" ? [] : scope.split(".");
  for (let length = parts.length; length >= 0; length -= 1) {
    const full = [...parts.slice(0, length), name].join(".");
    const descriptor = at(full);
    if (descriptor !== undefined) return { name: full, descriptor };
  }
  return null;
}

function at(name: string): Descriptor | undefined {
  for (const root of ROOTS) {
    let found: Descriptor | undefined = root;
    for (const part of name.split(".")) {
      found = found?.nested !== undefined && Object.hasOwn(found.nested, part) ? found.nested[part] : undefined;
    }
    if (found !== undefined && (found.fields ?? found.values ?? found.methods) !== undefined) return found;
  }
  return undefined;
}
