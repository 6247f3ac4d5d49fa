import type { Dtype } from "../../../ports/tensor.ts";
import { latin1 } from "../strings/bytes.ts";
import { type Feature, type FeatureValues, readSequenceExample, valuesOf } from "../strings/example.ts";
import { elementCount } from "../values/shape.ts";
import { allocate, stringsOf, tensor, tensorOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { contextOutputs, denseFeatures, type Wanted } from "./examples.ts";
import { nameOf } from "./examples-batch.ts";
import { type Family, type HostRun, hostKernel, invalid, type KernelNode } from "./kernel.ts";

/** tf.SequenceExample messages made into tensors: what holds for all of one, and what changes over its time. */
export const sequenceExamples: Family = { ParseSequenceExampleV2: hostKernel(parse) };

/** Of one example, step by step; null where it lacks the list. */
type Steps = readonly FeatureValues[] | null;

interface Lists {
  readonly names: readonly Uint8Array[];
  readonly rows: readonly ReadonlyMap<string, readonly Feature[]>[];
  readonly isSingle: boolean;
}

type Elements = { [index: number]: unknown };

/** Which input is which. */
const AT = { sparse: 2, dense: 3, ragged: 4, listSparse: 5, listDense: 6, listRagged: 7, mayBeMissing: 8, defaults: 9 };

function parse(node: KernelNode): HostRun {
  const wantedOf = contextReader(node);
  const listOutputs = listReader(node);
  return (inputs, context) => {
    const examples = stringsOf(inputs[0]!).map((text) => {
      context.checkDeadline();
      return readSequenceExample(text);
    });
    const batch = { names: stringsOf(inputs[1]!), isSingle: inputs[0]!.shape.length === 0 };
    const contexts = { ...batch, rows: examples.map((example) => example.context) };
    const lists = { ...batch, rows: examples.map((example) => example.lists) };
    return [...contextOutputs(contexts, wantedOf(inputs)), ...listOutputs(lists, inputs)];
  };
}

function keysAt(inputs: readonly HostTensor[], at: number): readonly string[] {
  return stringsOf(inputs[at]!).map(latin1);
}

function contextReader(node: KernelNode): (inputs: readonly HostTensor[]) => Wanted {
  const sparse = node.dtypes("context_sparse_types");
  const ragged = node.dtypes("context_ragged_value_types");
  const splits = node.dtypes("context_ragged_split_types");
  const shapes = node.shapes("context_dense_shapes");
  return (inputs) => ({
    sparse: keysAt(inputs, AT.sparse).map((key, at) => ({ key, dtype: sparse[at]! })),
    dense: denseFeatures(keysAt(inputs, AT.dense), shapes, inputs.slice(AT.defaults)),
    ragged: keysAt(inputs, AT.ragged).map((key, at) => ({ key, dtype: ragged[at]!, splitsDtype: splits[at]! })),
  });
}

function listReader(node: KernelNode): (lists: Lists, inputs: readonly HostTensor[]) => readonly HostTensor[] {
  const sparse = node.dtypes("feature_list_sparse_types");
  const dense = node.dtypes("feature_list_dense_types");
  const shapes = node.shapes("feature_list_dense_shapes");
  const ragged = node.dtypes("feature_list_ragged_value_types");
  const splits = node.dtypes("feature_list_ragged_split_types");
  return (lists, inputs) => {
    const mayBeMissing = inputs[AT.mayBeMissing]!.data as Uint8Array;
    const steps = (key: string, dtype: Dtype) => stepsOf(lists, key, dtype);
    const sparseParts = keysAt(inputs, AT.listSparse).map((key, at) =>
      sparseList(steps(key, sparse[at]!), sparse[at]!, lists),
    );
    const denseParts = keysAt(inputs, AT.listDense).map((key, at) => {
      const feature = { key, dtype: dense[at]!, shape: shapes[at] ?? null, mayBeMissing: mayBeMissing[at] === 1 };
      return denseList(steps(key, feature.dtype), feature, lists);
    });
    const raggedParts = keysAt(inputs, AT.listRagged).map((key, at) =>
      raggedList(steps(key, ragged[at]!), { dtype: ragged[at]!, splitsDtype: splits[at]! }, lists),
    );
    return [...transposed(sparseParts, 3), ...transposed(denseParts, 2), ...transposed(raggedParts, 3)];
  };
}

/** All first outputs, then all second ones … */
function transposed(outputs: readonly (readonly HostTensor[])[], count: number): readonly HostTensor[] {
  return Array.from({ length: count }, (_, at) => outputs.map((parts) => parts[at]!)).flat();
}

function stepsOf(lists: Lists, key: string, dtype: Dtype): readonly Steps[] {
  return lists.rows.map((features, row) => {
    const list = features.get(key);
    if (list === undefined) return null;
    return list.map((feature, step) => {
      if (feature.dtype === null) return [];
      if (feature.dtype === dtype) return valuesOf(feature);
      throw invalid(
        `Name: ${nameOf(lists, row)}, Feature list: ${key}, Index: ${step}.  Data types don't match. Expected type: ${dtype}`,
      );
    });
  });
}

function sparseList(rows: readonly Steps[], dtype: Dtype, { isSingle }: Lists): readonly HostTensor[] {
  const values = flattened(rows, dtype);
  const rank = isSingle ? 2 : 3;
  const indices = allocate<BigInt64Array>("int64", values.data.length * rank);
  let at = 0;
  for (const [row, steps] of rows.entries()) {
    for (const [step, cells] of (steps ?? []).entries()) {
      for (let cell = 0; cell < cells.length; cell++) {
        if (!isSingle) indices[at++] = BigInt(row);
        indices[at++] = BigInt(step);
        indices[at++] = BigInt(cell);
      }
    }
  }
  const widest = largest(rows.flatMap((steps) => (steps ?? []).map((cells) => cells.length)));
  const shape = [rows.length, longest(rows), widest].slice(isSingle ? 1 : 0);
  return [tensor("int64", [values.data.length, rank], indices), values, tensorOf("int64", [rank], shape)];
}

interface DenseList {
  readonly key: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[] | null;
  readonly mayBeMissing: boolean;
}

/** Short lists are filled up with nothing. */
function denseList(
  rows: readonly Steps[],
  { key, dtype, shape, mayBeMissing }: DenseList,
  lists: Lists,
): readonly HostTensor[] {
  if (shape === null || shape.some((size) => size < 0)) throw invalid(`the feature list ${key} has no known shape`);
  const size = elementCount(shape);
  const length = longest(rows);
  const elements = allocate(dtype, rows.length * length * size);
  for (const [row, steps] of rows.entries()) {
    if (steps === null && !mayBeMissing) {
      throw invalid(`Name: ${nameOf(lists, row)}, Feature list '${key}' is required but could not be found.`);
    }
    for (const [step, cells] of (steps ?? []).entries()) {
      if (cells.length !== size) {
        throw invalid(
          `Feature list '${key}' has ${cells.length} values in step ${step}, not those of shape [${shape}]`,
        );
      }
      for (let cell = 0; cell < size; cell++) (elements as Elements)[(row * length + step) * size + cell] = cells[cell];
    }
  }
  const lengths = rows.map((steps) => steps?.length ?? 0);
  const outer = lists.isSingle ? [] : [rows.length];
  return [tensor(dtype, [...outer, length, ...shape], elements), tensorOf("int64", outer, lengths)];
}

interface RaggedList {
  readonly dtype: Dtype;
  readonly splitsDtype: Dtype;
}

/** Values, where each example's steps end, and where each step's values end. */
function raggedList(
  rows: readonly Steps[],
  { dtype, splitsDtype }: RaggedList,
  { isSingle }: Lists,
): readonly HostTensor[] {
  const outer = [0];
  const inner = [0];
  for (const steps of rows) {
    for (const cells of steps ?? []) inner.push(inner.at(-1)! + cells.length);
    outer.push(inner.length - 1);
  }
  const shown = isSingle ? [] : outer;
  const splits = [shown, inner].map((ends) => tensorOf(splitsDtype, [ends.length], ends));
  return [flattened(rows, dtype), ...splits];
}

function flattened(rows: readonly Steps[], dtype: Dtype): HostTensor {
  const lists = rows.flatMap((steps) => steps ?? []);
  const elements = allocate(
    dtype,
    lists.reduce((sum, cells) => sum + cells.length, 0),
  );
  let at = 0;
  for (const cells of lists) for (const value of cells) (elements as Elements)[at++] = value;
  return tensor(dtype, [at], elements);
}

function longest(rows: readonly Steps[]): number {
  return largest(rows.map((steps) => steps?.length ?? 0));
}

function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}
