import type { Message, Value } from "../protos/json.ts";
import { badField } from "../protos/misfit.ts";
import { isMessage } from "../protos/well-known.ts";

/** The fields that a mask names, each as its parts in camelCase. */
export type MaskPaths = readonly (readonly string[])[];

/** What a request that changes something has to say: which fields it is about. */
export function requiredMask(mask: string | undefined): MaskPaths {
  const paths = maskPaths(mask);
  if (paths.length === 0) throw badField("update_mask", "The update_mask is required and must name a field.");
  return paths;
}

function maskPaths(mask: string | undefined): MaskPaths {
  return (mask ?? "")
    .split(",")
    .map((path) => path.trim())
    .filter((path) => path !== "")
    .map((path) => path.split("."));
}

/** `document` with each of the fields as `given` has it; what `given` leaves out goes. */
export function updated(document: Message, given: Message, paths: MaskPaths): Message {
  return paths.reduce((changed, path) => replaced(changed, given, path), document);
}

function replaced(document: Message, given: Message, [name = "", ...rest]: readonly string[]): Message {
  const value = given[name];
  if (rest.length === 0) {
    const { [name]: _, ...others } = document;
    return value === undefined ? others : { ...others, [name]: value };
  }
  const inside = messageOr(document[name]);
  return { ...document, [name]: replaced(inside, messageOr(value), rest) };
}

function messageOr(value: Value | undefined): Message {
  return isMessage(value) ? value : {};
}

/** Only what a read mask names; without one everything. */
export function masked(document: Message, mask: string | undefined): Message {
  const names = new Set(maskPaths(mask).map(([name]) => name));
  if (names.size === 0 || names.has("*")) return document;
  return Object.fromEntries(Object.entries(document).filter(([name]) => names.has(name)));
}
