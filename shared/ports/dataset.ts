import type { Predicate } from "./predicate.ts";
import type { Signature } from "./signature.ts";
import type { Dtype, NamedTensors, Shape } from "./tensor.ts";

/** Where evaluation sets come from. Every implementation answers one contract suite. */
export interface Datasets {
  /**
   * Checks the file against the contract as far as that goes without reading every value: its form, its columns and
   * their types, repeated ids. What is wrong with one value is a Failure while the batches are read.
   */
  open(request: DatasetRequest): Promise<Dataset>;
}

export interface DatasetRequest {
  readonly path: string;
  readonly evaluation: EvaluatedColumns;
  readonly contract: DataContract;
  readonly signature: Signature;
  readonly slices: readonly SliceRequest[];
  /** Only this part of the rows; `rows`, `digest` and `slices` stay those of the whole file. */
  readonly shard?: Shard;
}

/** The manifest's `evaluation`, as far as it is about data. */
export interface EvaluatedColumns {
  readonly task: "binary" | "multiclass" | "regression";
  readonly label: string;
  readonly weight?: string;
  readonly output?: string;
  readonly inputs?: Readonly<Record<string, readonly string[]>>;
}

/** The manifest's `contract`, as far as it is about data. */
export interface DataContract {
  readonly inputs: readonly DataInput[];
  readonly outputs: readonly {
    readonly name: string;
    readonly shape: Shape;
    readonly labels?: readonly string[];
  }[];
}

export interface DataInput {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: Shape;
  readonly features?: readonly (string | { readonly name: string; readonly dtype: "float32" | "int64" | "string" })[];
  readonly nullable?: readonly string[];
  readonly encoding?: "tf.Example";
}

export type SliceRequest =
  | { readonly predicate: string; readonly where: Predicate; readonly required: boolean }
  | { readonly by: string; readonly required: boolean };

/** `index` counts from 0. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** One evaluation set, opened and checked: its rows in file order, in batches. */
export interface Dataset extends AsyncDisposable {
  /** Of the whole file, whatever the shard. */
  readonly rows: number;
  /** SHA-256 of the file, 64 hex digits. */
  readonly digest: string;
  /** The declared predicates, then each `by` column's values, one slice for each. */
  readonly slices: readonly DataSlice[];
  /** What a person should know about how the file was read, such as a `by` column cut to its largest values. */
  readonly remarks: readonly string[];
  /** A batch never reaches over a multiple of this many rows, and a shard is a run of whole blocks. */
  readonly blockRows: number;
  /** The rows that `batches` gives: the shard's. */
  readonly range: { readonly firstRow: number; readonly rows: number };
  /** At most `size` rows at a time. One pass feeds champion and challenger alike; it may be repeated. */
  batches(size: number): AsyncIterable<Batch>;
}

export interface DataSlice {
  /** As SQL. */
  readonly predicate: string;
  readonly required: boolean;
  /** The column whose value this slice is. */
  readonly by?: string;
}

export interface Batch {
  /** The row's place in the file, from 0. */
  readonly firstRow: number;
  readonly rows: number;
  readonly inputs: NamedTensors;
  /** The class's index, 0 or 1, or the target. */
  readonly labels: Float64Array;
  readonly weights?: Float64Array;
  /** For each slice of the set, 1 where the row belongs to it; a predicate that is NULL does not hold. */
  readonly slices: readonly Uint8Array[];
}
