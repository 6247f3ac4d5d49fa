import { type NodeTensors, namedTensor, type TensorRun, type TensorType, tensorAt, UNKNOWN } from "./tensors.ts";

/** What a node's input names. */
export type Reference =
  /** The producing node, or −1 for an argument of the function. */
  { readonly place: number; readonly type: TensorType; readonly problem?: undefined } | { readonly problem: string };

/** What a reference to a tensor is resolved against. */
export interface Scope {
  readonly places: ReadonlyMap<string, number>;
  readonly tensors: readonly NodeTensors[];
  readonly args: ReadonlyMap<string, TensorRun>;
}

export type Resolve = (reference: string) => Reference;

const NO_NODE: Reference = { problem: "no node of that name" };
const NO_TENSOR: Reference = { problem: "no tensor of that name" };

/** In a graph: `node`, `node:1`, `^control`. */
export function resolveInGraph(reference: string, { places, tensors }: Scope): Reference {
  if (reference.startsWith("^")) return controlOf(places.get(reference.slice(1)));
  const colon = reference.lastIndexOf(":");
  const place = places.get(colon < 0 ? reference : reference.slice(0, colon));
  if (place === undefined) return NO_NODE;
  const index = colon < 0 ? 0 : indexOf(reference.slice(colon + 1));
  if (index === null) return NO_TENSOR;
  const outputs = tensors[place]!.outputs;
  return outputs === null ? { place, type: UNKNOWN } : tensorOf(place, tensorAt(outputs, index));
}

/** In a function: `argument`, `argument:1` of a list, `node:output:0`, `node:output`, `^control`. */
export function resolveInFunction(reference: string, { places, tensors, args }: Scope): Reference {
  if (reference.startsWith("^")) {
    const name = reference.slice(1);
    return args.has(name) ? { place: -1, type: UNKNOWN } : controlOf(places.get(name));
  }
  const [name = "", output, number = "0", ...rest] = reference.split(":");
  if (rest.length > 0) return NO_TENSOR;
  const argument = args.get(name);
  if (argument !== undefined) return argumentOf(argument.name, output, [argument]);
  const place = places.get(name);
  const index = indexOf(number);
  if (place === undefined) return NO_NODE;
  if (output === undefined || index === null) return NO_TENSOR;
  const outputs = tensors[place]!.outputs;
  return outputs === null ? { place, type: UNKNOWN } : tensorOf(place, namedTensor(outputs, output, index));
}

function argumentOf(name: string, number: string | undefined, runs: Parameters<typeof namedTensor>[0]): Reference {
  const index = indexOf(number ?? "0");
  return index === null ? NO_TENSOR : tensorOf(-1, namedTensor(runs, name, index));
}

function controlOf(place: number | undefined): Reference {
  return place === undefined ? NO_NODE : { place, type: UNKNOWN };
}

function tensorOf(place: number, type: TensorType | undefined): Reference {
  return type === undefined ? NO_TENSOR : { place, type };
}

function indexOf(digits: string): number | null {
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
