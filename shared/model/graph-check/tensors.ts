import type { Dtype } from "../../ports/tensor.ts";
import type { Attribute, FunctionArgument } from "../graph.ts";

/** The tensors on one side of a node. A count comes from an attribute and may be 2^40, so they are not laid out. */
export interface Tensors {
  readonly count: number;
  readonly runs: readonly TensorRun[];
  /** Where each run begins. */
  readonly starts: readonly number[];
  readonly byName: ReadonlyMap<string, TensorRun>;
  /** What names the first of them, as most inputs do: `output:0`. */
  readonly first: string;
}

/** One argument's tensors. */
export interface TensorRun {
  readonly name: string;
  readonly count: number;
  /** One type for all, or one for each. */
  readonly types: TensorType | readonly TensorType[];
}

export interface TensorType {
  /** null where the graph does not tell. */
  readonly dtype: Dtype | null;
  readonly isReference: boolean;
}

/** A node's attributes, with TensorFlow's defaults for those that it leaves out. */
type Attributes = (name: string) => Attribute | undefined;

export const UNKNOWN: TensorType = { dtype: null, isReference: false };

/** What a node's arguments stand for, or null where an attribute that says how many is missing or wrong. */
export function tensorsOf(args: readonly FunctionArgument[], attributes: Attributes): Tensors | null {
  const runs: TensorRun[] = [];
  for (const argument of args) {
    const run = runOf(argument, attributes);
    if (run === null) return null;
    runs.push(run);
  }
  return joined(runs);
}

/** What the arguments of a function are inside of it; of a generic one there may be any number. */
export function argumentTensors(args: readonly FunctionArgument[]): Tensors {
  return joined(args.map((argument) => runOf(argument, () => undefined) ?? anyNumber(argument)));
}

function anyNumber({ name }: FunctionArgument): TensorRun {
  return { name, count: Number.POSITIVE_INFINITY, types: UNKNOWN };
}

function joined(runs: readonly TensorRun[]): Tensors {
  const starts: number[] = [];
  let count = 0;
  for (const run of runs) {
    starts.push(count);
    count += run.count;
  }
  const first = runs[0] !== undefined && runs[0].count > 0 ? `${runs[0].name}:0` : "";
  return { count, runs, starts, byName: new Map(runs.map((run) => [run.name, run])), first };
}

/** The type of the nth tensor; undefined past the last. */
export function tensorAt({ count, runs, starts }: Tensors, index: number): TensorType | undefined {
  if (index >= count) return undefined;
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (starts[middle]! <= index) low = middle;
    else high = middle - 1;
  }
  return typeIn(runs[low]!, index - starts[low]!);
}

/** The type of one tensor of the argument with this name. */
export function namedTensor({ byName }: Tensors, name: string, index: number): TensorType | undefined {
  const run = byName.get(name);
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

function typeIn({ types }: TensorRun, index: number): TensorType {
  return "dtype" in types ? types : types[index]!;
}

function runOf(argument: FunctionArgument, attributes: Attributes): TensorRun | null {
  const { name, typeAttribute, typeListAttribute, numberAttribute, isReference } = argument;
  if (typeListAttribute !== null) {
    const types = dtypeList(attributes(typeListAttribute))?.map((dtype) => ({ dtype, isReference }));
    return types === undefined ? null : { name, count: types.length, types };
  }
  const count = numberAttribute === null ? 1 : countFrom(attributes(numberAttribute));
  if (count === null) return null;
  const dtype = typeAttribute === null ? argument.dtype : dtypeFrom(attributes(typeAttribute));
  return { name, count, types: { dtype, isReference } };
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
