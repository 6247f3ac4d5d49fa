import type { NodeTable } from "../graph.ts";
import type { Operation } from "./operation.ts";
import { namedTensor, type Tensors, type TensorType, tensorAt, UNKNOWN } from "./tensors.ts";

/** What a node's input, a signature or a function's return names. */
export type Reference =
  | { readonly type: TensorType; readonly problem?: undefined }
  | { readonly type?: undefined; readonly problem: string };

/** By the text as written. */
export type Resolve = (reference: string) => Reference;

/** Resolves what names tensors in one body. */
export interface References {
  readonly named: Resolve;
  /** By the number that the input has in the body's table. */
  input(input: number): Reference;
}

/** What a reference to a tensor is resolved against. */
interface Scope {
  readonly table: NodeTable;
  readonly operations: readonly Operation[];
  /** null in a graph. */
  readonly args: Tensors | null;
}

const NO_NODE: Reference = { problem: "no node of that name" };
const NO_TENSOR: Reference = { problem: "no tensor of that name" };
const ANY: Reference = { type: UNKNOWN };

/** In a graph `node`, `node:1`, `^control`; in a function also `argument`, `argument:1`, `node:output:0`. */
export function referenceReader(scope: Scope): References {
  const { table, args } = scope;
  return {
    named(reference) {
      const isControl = reference.startsWith("^");
      const colon = isControl ? -1 : reference.indexOf(":");
      const place = table.placeOf(reference.slice(isControl ? 1 : 0, colon < 0 ? undefined : colon));
      if (place === undefined) return argumentOf(reference, args);
      return isControl ? ANY : outputOf(scope, place, colon < 0 ? "" : reference.slice(colon + 1));
    },
    input(input) {
      const place = table.producer(input);
      if (place < 0) return argumentOf(table.input(input), args);
      const output = table.output(input);
      if (table.isControl(input)) return output === "" ? ANY : NO_NODE;
      return outputOf(scope, place, output);
    },
  };
}

/** What is written behind the node's name: `1` in a graph, `output` or `output:0` in a function. */
function outputOf({ operations, args }: Scope, place: number, output: string): Reference {
  const { outputs } = operations[place]!;
  if (outputs === null) return ANY;
  if (args !== null) return namedOutput(outputs, output);
  const index = output === "" ? 0 : indexOf(output);
  return index === null ? NO_TENSOR : tensorOf(tensorAt(outputs, index));
}

/** `argument`, or `argument:1` of a list. */
function argumentOf(reference: string, args: Tensors | null): Reference {
  if (args === null) return NO_NODE;
  if (reference.startsWith("^")) return args.byName.has(reference.slice(1)) ? ANY : NO_NODE;
  const colon = reference.indexOf(":");
  const name = colon < 0 ? reference : reference.slice(0, colon);
  return args.byName.has(name) ? namedOutput(args, reference) : NO_NODE;
}

function namedOutput(tensors: Tensors, reference: string): Reference {
  if (reference !== "" && reference === tensors.first) return tensorOf(tensorAt(tensors, 0));
  const colon = reference.indexOf(":");
  const index = colon < 0 ? 0 : indexOf(reference.slice(colon + 1));
  if (index === null) return NO_TENSOR;
  return tensorOf(namedTensor(tensors, colon < 0 ? reference : reference.slice(0, colon), index));
}

function tensorOf(type: TensorType | undefined): Reference {
  return type === undefined ? NO_TENSOR : { type };
}

function indexOf(digits: string): number | null {
  if (digits === "0") return 0;
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
