import { asciiBytes, concatBytes } from "../strings/bytes.ts";
import { concatenatedFingerprint, fingerprint64 } from "../strings/fingerprint.ts";
import { keyedHash } from "../strings/keyed-hash.ts";
import { elementCount } from "../values/shape.ts";
import { allocate, numbersOf, stringsOf, tensor, tensorOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Context, type Family, type HostRun, hostKernel, invalid, type KernelNode } from "./kernel.ts";

/** Every combination of one feature from each column, row by row. */
export const crosses: Family = {
  SparseCross: hostKernel(cross),
  SparseCrossV2: hostKernel((node) => crossAs(node, 1, ([separator]) => textCrosser(stringsOf(separator!)[0]!))),
  SparseCrossHashed: hostKernel((node) => crossAs(node, 3, hashCrosser)),
};

type Feature = Uint8Array | bigint;

/** Features of one row after the other. */
interface CrossColumn {
  readonly features: ArrayLike<Feature>;
  readonly isSparse: boolean;
  /** Where each row begins, and the last one ends. */
  readonly starts: readonly number[];
}

interface Crosser {
  readonly dtype: "string" | "int64";
  /** One feature of each column made one. */
  cross(features: readonly Feature[], columns: readonly CrossColumn[]): Feature;
}

const SEPARATOR = asciiBytes("_X_");
const MAX_INT64 = 2n ** 63n - 1n;

function cross(node: KernelNode): HostRun {
  const isHashed = node.bool("hashed_output");
  const key = BigInt.asUintN(64, node.bigint("hash_key"));
  const bucketCount = node.bigint("num_buckets");
  if (
    !isHashed &&
    [...node.dtypes("sparse_types"), ...node.dtypes("dense_types")].some((dtype) => dtype !== "string")
  ) {
    throw invalid("only strings are crossed as text: inputs should be of internal type string");
  }
  const hash: Crosser["cross"] = (features) =>
    features.reduce<bigint>((hashed, feature) => concatenatedFingerprint(hashed, plainHash(feature)), key);
  return crossAs(node, 0, () => (isHashed ? inBuckets(hash, bucketCount) : textCrosser(SEPARATOR)));
}

function textCrosser(separator: Uint8Array): Crosser {
  const text = (feature: Feature) => (typeof feature === "bigint" ? asciiBytes(String(feature)) : feature);
  return {
    dtype: "string",
    cross: (features) =>
      concatBytes(features.flatMap((feature, at) => (at === 0 ? [text(feature)] : [separator, text(feature)]))),
  };
}

function hashCrosser([bucketCount, strong, salt]: readonly HostTensor[]): Crosser {
  const [key0, key1] = Array.from(salt!.data as BigInt64Array, (part) => BigInt.asUintN(64, part));
  const isStrong = strong!.data[0] !== 0;
  const hashOf = (feature: Feature, { isSparse }: CrossColumn): bigint => {
    if (isStrong) return keyedHash(bytesOf(feature), [key0!, key1!]);
    return isSparse ? fingerprint64(bytesOf(feature)) : plainHash(feature);
  };
  const hash: Crosser["cross"] = (features, columns) =>
    features.map((feature, at) => hashOf(feature, columns[at]!)).reduce(concatenatedFingerprint);
  return inBuckets(hash, (bucketCount!.data as BigInt64Array)[0]!);
}

function inBuckets(hash: Crosser["cross"], count: bigint): Crosser {
  const buckets = count > 0n ? count : MAX_INT64;
  return { dtype: "int64", cross: (features, columns) => (hash(features, columns) as bigint) % buckets };
}

function plainHash(feature: Feature): bigint {
  return typeof feature === "bigint" ? BigInt.asUintN(64, feature) : fingerprint64(feature);
}

/** Of a number TensorFlow hashes four bytes: as many as the name of its type takes. */
function bytesOf(feature: Feature): Uint8Array {
  return typeof feature === "bigint" ? new Uint8Array(BigInt64Array.of(feature).buffer, 0, 4) : feature;
}

function crossAs(node: KernelNode, extraCount: number, crosserOf: (extra: readonly HostTensor[]) => Crosser): HostRun {
  const count = node.int("N");
  return (inputs, context) => {
    const dense = inputs.slice(3 * count, inputs.length - extraCount);
    const rowCount = count > 0 ? numbersOf(inputs[2 * count]!)[0]! : (dense[0]?.shape[0] ?? 0);
    const columns = [
      ...Array.from({ length: count }, (_, at) => sparseColumn(inputs[at]!, inputs[count + at]!, rowCount)),
      ...dense.map((input) => denseColumn(input, rowCount)),
    ];
    return crossRows(columns, rowCount, { crosser: crosserOf(inputs.slice(inputs.length - extraCount)), context });
  };
}

function sparseColumn(indices: HostTensor, values: HostTensor, rowCount: number): CrossColumn {
  const places = numbersOf(indices);
  const width = indices.shape[1] ?? 2;
  const counts = Array.from({ length: allocate<Uint8Array>("bool", rowCount).length }, () => 0);
  for (let at = 0; at < places.length; at += width) {
    const row = places[at]!;
    if (counts[row] === undefined) throw invalid(`a sparse column has a row ${row} of ${rowCount}`);
    if (row < (places[at - width] ?? 0)) throw invalid("a sparse column is not in the order of its rows");
    counts[row]++;
  }
  const starts = [0];
  for (const rowSize of counts) starts.push(starts.at(-1)! + rowSize);
  return { features: values.data as ArrayLike<Feature>, isSparse: true, starts };
}

function denseColumn(input: HostTensor, rowCount: number): CrossColumn {
  if (input.shape.length !== 2 || input.shape[0] !== rowCount) {
    throw invalid(`Expected ${rowCount} rows of a dense column, got shape [${input.shape}]`);
  }
  const starts = Array.from({ length: rowCount + 1 }, (_, row) => row * input.shape[1]!);
  return { features: input.data as ArrayLike<Feature>, isSparse: false, starts };
}

interface Work {
  readonly crosser: Crosser;
  readonly context: Context;
}

function crossRows(
  columns: readonly CrossColumn[],
  rowCount: number,
  { crosser, context }: Work,
): readonly HostTensor[] {
  const sizes = Array.from({ length: rowCount }, (_, row) =>
    elementCount(columns.map(({ starts }) => starts[row + 1]! - starts[row]!)),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const values = allocate<BigInt64Array>(crosser.dtype, total);
  const indices = allocate<BigInt64Array>("int64", 2 * total);
  let at = 0;
  for (const [row, size] of sizes.entries()) {
    context.checkDeadline();
    for (let index = 0; index < size; index++) {
      values[at] = crosser.cross(combination(columns, row, index), columns) as never;
      indices[2 * at] = BigInt(row);
      indices[2 * at++ + 1] = BigInt(index);
    }
  }
  const widest = sizes.reduce((most, size) => Math.max(most, size), 0);
  return [
    tensor("int64", [total, 2], indices),
    tensor(crosser.dtype, [total], values),
    tensorOf("int64", [2], [rowCount, widest]),
  ];
}

/** The last column runs fastest. */
function combination(columns: readonly CrossColumn[], row: number, index: number): readonly Feature[] {
  const features = new Array<Feature>(columns.length);
  let rest = index;
  for (let column = columns.length - 1; column >= 0; column--) {
    const { features: all, starts } = columns[column]!;
    const size = starts[row + 1]! - starts[row]!;
    features[column] = all[starts[row]! + (rest % size)]!;
    rest = Math.floor(rest / size);
  }
  return features;
}
