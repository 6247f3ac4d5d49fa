import type { Operation } from "./operation.ts";
import { namedTensor, type Tensors, type TensorType, tensorAt, UNKNOWN } from "./tensors.ts";

/** What a node's input names. */
export type Reference =
  /** The producing node, or −1 for an argument of the function. */
  { readonly place: number; readonly type: TensorType; readonly problem?: undefined } | { readonly problem: string };

export type Resolve = (reference: string) => Reference;

/** What a reference to a tensor is resolved against. */
export interface Scope {
  readonly places: ReadonlyMap<string, number>;
  readonly operations: readonly Operation[];
  /** null in a graph. */
  readonly args: Tensors | null;
}

const NO_NODE: Reference = { problem: "no node of that name" };
const NO_TENSOR: Reference = { problem: "no tensor of that name" };

/** In a graph: `node`, `node:1`, `^control`. */
export function resolveInGraph(reference: string, { places, operations }: Scope): Reference {
  if (reference.startsWith("^")) return controlOf(places.get(reference.slice(1)));
  const colon = reference.lastIndexOf(":");
  const place = places.get(colon < 0 ? reference : reference.slice(0, colon));
  if (place === undefined) return NO_NODE;
  const index = colon < 0 ? 0 : indexOf(reference.slice(colon + 1));
  const { outputs } = operations[place]!;
  if (index === null) return NO_TENSOR;
  return outputs === null ? { place, type: UNKNOWN } : tensorOf(place, tensorAt(outputs, index));
}

/** In a function: `argument`, `argument:1` of a list, `node:output:0`, `node:output`, `^control`. */
export function resolveInFunction(reference: string, { places, operations, args }: Scope): Reference {
  if (reference.startsWith("^")) {
    const name = reference.slice(1);
    return args?.byName.has(name) ? { place: -1, type: UNKNOWN } : controlOf(places.get(name));
  }
  const colon = reference.indexOf(":");
  const name = colon < 0 ? reference : reference.slice(0, colon);
  const place = places.get(name);
  if (place !== undefined) return outputOf(place, operations[place]!.outputs, [reference, name.length + 1]);
  return args?.byName.has(name) ? outputOf(-1, args, [reference, 0]) : NO_NODE;
}

/** What follows from a place in the reference: `output` or `output:0`. */
function outputOf(place: number, outputs: Tensors | null, [reference, start]: readonly [string, number]): Reference {
  if (outputs === null) return { place, type: UNKNOWN };
  const colon = reference.indexOf(":", start);
  const name = reference.slice(start, colon < 0 ? undefined : colon);
  const index = colon < 0 ? 0 : indexOf(reference.slice(colon + 1));
  return index === null ? NO_TENSOR : tensorOf(place, namedTensor(outputs, name, index));
}

function controlOf(place: number | undefined): Reference {
  return place === undefined ? NO_NODE : { place, type: UNKNOWN };
}

function tensorOf(place: number, type: TensorType | undefined): Reference {
  return type === undefined ? NO_TENSOR : { place, type };
}

function indexOf(digits: string): number | null {
  if (digits === "0") return 0;
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
