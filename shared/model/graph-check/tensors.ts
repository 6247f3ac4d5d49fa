import type { Dtype } from "../../ports/tensor.ts";
import type { Attribute, FunctionArgument } from "../graph.ts";

/** One argument's tensors. A count comes from an attribute and may be 2^40, so they are never laid out one by one. */
export interface TensorRun {
  readonly name: string;
  readonly count: number;
  /** One type for all, or one for each; null where the graph does not tell. */
  readonly dtypes: Dtype | readonly Dtype[] | null;
  readonly isReference: boolean;
}

export interface TensorType {
  readonly dtype: Dtype | null;
  readonly isReference: boolean;
}

/** The tensors that go in and out of a node; null where the graph does not tell. */
export interface NodeTensors {
  readonly inputs: readonly TensorRun[] | null;
  readonly outputs: readonly TensorRun[] | null;
}

/** A node's attributes, with TensorFlow's defaults for those that it leaves out. */
export type Attributes = (name: string) => Attribute | undefined;

export const UNKNOWN: TensorType = { dtype: null, isReference: false };

/** The tensors that a node's arguments stand for, or null where an attribute that says how many is missing or wrong. */
export function tensorRuns(args: readonly FunctionArgument[], attributes: Attributes): readonly TensorRun[] | null {
  const runs: TensorRun[] = [];
  for (const argument of args) {
    const run = runOf(argument, attributes);
    if (run === null) return null;
    runs.push(run);
  }
  return runs;
}

export function countOf(runs: readonly TensorRun[]): number {
  return runs.reduce((sum, { count }) => sum + count, 0);
}

/** The type of the nth tensor of all the runs; undefined past their end. */
export function tensorAt(runs: readonly TensorRun[], index: number): TensorType | undefined {
  let left = index;
  for (const run of runs) {
    if (left < run.count) return typeIn(run, left);
    left -= run.count;
  }
  return undefined;
}

/** The type of one tensor of the run with this name. */
export function namedTensor(runs: readonly TensorRun[], name: string, index: number): TensorType | undefined {
  const run = runs.find((candidate) => candidate.name === name);
  return run !== undefined && index < run.count ? typeIn(run, index) : undefined;
}

/** A reference may be read where a value is wanted, never the other way round. */
export function fits(given: TensorType, wanted: TensorType): boolean {
  if (given.dtype === null || wanted.dtype === null) return true;
  return given.dtype === wanted.dtype && (given.isReference || !wanted.isReference);
}

export function describeType({ dtype, isReference }: TensorType): string {
  return `${dtype ?? "?"}${isReference ? " reference" : ""}`;
}

function typeIn({ dtypes, isReference }: TensorRun, index: number): TensorType {
  if (dtypes === null) return UNKNOWN;
  return { dtype: typeof dtypes === "string" ? dtypes : dtypes[index]!, isReference };
}

function runOf(argument: FunctionArgument, attributes: Attributes): TensorRun | null {
  const { name, dtype, typeAttribute, typeListAttribute, numberAttribute, isReference } = argument;
  if (typeListAttribute !== null) {
    const dtypes = dtypeList(attributes(typeListAttribute));
    return dtypes === null ? null : { name, count: dtypes.length, dtypes, isReference };
  }
  const count = numberAttribute === null ? 1 : countFrom(attributes(numberAttribute));
  if (count === null) return null;
  const dtypes = typeAttribute === null ? dtype : dtypeFrom(attributes(typeAttribute));
  return { name, count, dtypes, isReference };
}

function dtypeFrom(value: Attribute | undefined): Dtype | null {
  return value?.kind === "dtype" ? value.value : null;
}

function countFrom(value: Attribute | undefined): number | null {
  if (value?.kind !== "int" || value.value < 0n || value.value > Number.MAX_SAFE_INTEGER) return null;
  return Number(value.value);
}

export function dtypeList(value: Attribute | undefined): readonly Dtype[] | null {
  if (value?.kind !== "list") return null;
  const dtypes = value.value.flatMap((item) => (item.kind === "dtype" ? [item.value] : []));
  return dtypes.length === value.value.length ? dtypes : null;
}
