import { parseJson } from "../../schema/json.ts";
import { accept } from "../../schema/validate.ts";

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** A statement that fills the largest bundle lists some 70,000 files in four values each. */
const LIMITS = { maxBytes: 16 * 2 ** 20, maxDepth: 32, maxValues: 400_000 };

/** A signed document: every reader must see the same in it, and no signature needs depth. */
export function parseStrictJson(bytes: Uint8Array, where: string): Json {
  return accept(parseJson(bytes, where, LIMITS), "signature-unreadable") as Json;
}
