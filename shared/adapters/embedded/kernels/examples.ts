import type { Dtype, Shape } from "../../../ports/tensor.ts";
import { latin1 } from "../strings/bytes.ts";
import { type Feature, readExample, valuesOf } from "../strings/example.ts";
import { stringsOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Batch, type Column, type DenseFeature, nameOf } from "./examples-batch.ts";
import { denseColumn, raggedColumn, sparseColumn } from "./examples-columns.ts";
import { type Context, type Family, type HostRun, hostKernel, invalid, type KernelNode } from "./kernel.ts";

/** tf.Example messages made into tensors. */
export const examples: Family = {
  ParseExample: hostKernel(parseExample),
  ParseExampleV2: hostKernel(parseExampleV2),
  ParseSingleExample: hostKernel(parseSingleExample),
};

/** What is asked of every example, by key. */
export interface Wanted {
  readonly sparse: readonly { readonly key: string; readonly dtype: Dtype }[];
  readonly dense: readonly DenseFeature[];
  readonly ragged: readonly { readonly key: string; readonly dtype: Dtype; readonly splitsDtype: Dtype }[];
}

function parseExample(node: KernelNode): HostRun {
  const sparseTypes = node.dtypes("sparse_types");
  const shapes = node.shapes("dense_shapes");
  return ([serialized, names, ...rest], context) => {
    const [sparseCount, denseCount] = [sparseTypes.length, shapes.length];
    const keys = rest.slice(0, sparseCount + denseCount).map((key) => latin1(stringsOf(key)[0]!));
    const sparse = sparseTypes.map((dtype, index) => ({ key: keys[index]!, dtype }));
    const dense = denseFeatures(keys.slice(sparseCount), shapes, rest.slice(sparseCount + denseCount));
    return contextOutputs(readBatch(serialized!, names!, context), { sparse, dense, ragged: [] });
  };
}

function parseExampleV2(node: KernelNode): HostRun {
  const sparseTypes = node.dtypes("sparse_types");
  const raggedTypes = node.dtypes("ragged_value_types");
  const splitTypes = node.dtypes("ragged_split_types");
  const shapes = node.shapes("dense_shapes");
  return ([serialized, names, sparseKeys, denseKeys, raggedKeys, ...defaults], context) => {
    const sparse = keysOf(sparseKeys!, sparseTypes.length).map((key, index) => ({ key, dtype: sparseTypes[index]! }));
    const ragged = keysOf(raggedKeys!, raggedTypes.length).map((key, index) => ({
      key,
      dtype: raggedTypes[index]!,
      splitsDtype: splitTypes[index]!,
    }));
    const dense = denseFeatures(keysOf(denseKeys!, shapes.length), shapes, defaults);
    return contextOutputs(readBatch(serialized!, names!, context), { sparse, dense, ragged });
  };
}

function parseSingleExample(node: KernelNode): HostRun {
  const latin = (keys: readonly string[]) => keys.map((key) => Buffer.from(key).toString("latin1"));
  const sparseTypes = node.dtypes("sparse_types");
  const sparse = latin(node.strings("sparse_keys")).map((key, index) => ({ key, dtype: sparseTypes[index]! }));
  const denseKeys = latin(node.strings("dense_keys"));
  const shapes = node.shapes("dense_shapes");
  return ([serialized, ...defaults]) => {
    const rows = [readExample(stringsOf(serialized!)[0]!)];
    return contextOutputs(
      { names: [], rows, isSingle: true },
      { sparse, dense: denseFeatures(denseKeys, shapes, defaults), ragged: [] },
    );
  };
}

function keysOf(keys: HostTensor, count: number): readonly string[] {
  const texts = stringsOf(keys).map(latin1);
  if (texts.length !== count) throw invalid(`${texts.length} keys for ${count} features`);
  return texts;
}

export function denseFeatures(
  keys: readonly string[],
  shapes: readonly Shape[],
  defaults: readonly HostTensor[],
): readonly DenseFeature[] {
  return keys.map((key, index) => {
    const shape = shapes[index] ?? null;
    const byDefault = defaults[index]!;
    if (shape === null || shape.slice(1).some((size) => size < 0)) {
      throw invalid(`the dense feature ${key} has no known shape after its first axis`);
    }
    checkDefault(index, shape, byDefault);
    return { key, dtype: byDefault.dtype, shape, byDefault };
  });
}

/** Of a length that may differ, the default is what fills the rest. */
function checkDefault(index: number, shape: readonly number[], { data, shape: given }: HostTensor): void {
  if (shape[0]! < 0) {
    if (data.length === 1) return;
    throw invalid(
      `dense_shape[${index}] is a variable length shape: [${shape}], therefore def_value[${index}] must contain a single element`,
    );
  }
  if (data.length === 0 || given.join() === shape.join()) return;
  throw invalid(
    `def_value[${index}].shape() == [${given}] is not compatible with dense_shapes_[${index}] == [${shape}]`,
  );
}

function readBatch(serialized: HostTensor, names: HostTensor, context: Context): Batch {
  if (serialized.shape.length > 1)
    throw invalid(`serialized must be a scalar or a vector, got shape [${serialized.shape}]`);
  const texts = stringsOf(serialized);
  const called = stringsOf(names);
  if (called.length > 0 && called.length !== texts.length) {
    throw invalid(
      `Expected names have the same shape as serialized: name.shape=[${names.shape}], serialized.shape=[${serialized.shape}]`,
    );
  }
  const rows = texts.map((text) => {
    context.checkDeadline();
    return readExample(text);
  });
  return { names: called, rows, isSingle: serialized.shape.length === 0 };
}

/** All indices, then all values, and so on: the order of the operator's outputs. */
export function contextOutputs(batch: Batch, { sparse, dense, ragged }: Wanted): readonly HostTensor[] {
  const single = batch.isSingle;
  const sparseParts = sparse.map(({ key, dtype }) => sparseColumn(column(batch, key, dtype), dtype, single));
  const raggedParts = ragged.map(({ key, dtype, splitsDtype }) =>
    raggedColumn(column(batch, key, dtype), { dtype, splitsDtype, single }),
  );
  return [
    ...sparseParts.map(({ indices }) => indices),
    ...sparseParts.map(({ values }) => values),
    ...sparseParts.map(({ shape }) => shape),
    ...dense.map((feature) => denseColumn(column(batch, feature.key, feature.dtype), feature, batch)),
    ...raggedParts.map(({ values }) => values),
    ...raggedParts.map(({ splits }) => splits),
  ];
}

function column(batch: Batch, key: string, dtype: Dtype): Column {
  return batch.rows.map((features, index) => {
    const feature = features.get(key);
    if (feature === undefined || feature.dtype === null) return null;
    checkDtype(feature, dtype, `Name: ${nameOf(batch, index)}, Key: ${key}, Index: ${index}`);
    return valuesOf(feature);
  });
}

function checkDtype({ dtype: actual }: Feature, expected: Dtype, place: string): void {
  if (actual !== expected) {
    throw invalid(`${place}.  Data types don't match. Expected type: ${expected}, Actual type: ${actual}`);
  }
}
