import { fingerprint64 } from "../strings/fingerprint.ts";
import { keyedHash } from "../strings/keyed-hash.ts";
import { legacyHash64 } from "../strings/legacy-hash.ts";
import { elementCount } from "../values/shape.ts";
import { allocate, stringsOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, type HostRun, hostKernel, invalid, type KernelNode } from "./kernel.ts";

/** Numbers that stand for texts or rows. */
export const hashing: Family = {
  StringToHashBucketFast: hostKernel((node) => buckets(node, fingerprint64)),
  StringToHashBucketStrong: hostKernel((node) => {
    const key = node.bigints("key").map((part) => BigInt.asUintN(64, part));
    if (key.length !== 2) throw invalid(`Key must have 2 elements, got ${key.length}`);
    return buckets(node, (text) => keyedHash(text, [key[0]!, key[1]!]));
  }),
  StringToHashBucket: hostKernel((node) => buckets(node, legacyHash64)),
  Fingerprint: hostKernel(() => fingerprints),
};

function buckets(node: KernelNode, hash: (text: Uint8Array) => bigint): HostRun {
  const count = node.bigint("num_buckets");
  return ([input]) => {
    const texts = stringsOf(input!);
    const result = allocate<BigInt64Array>("int64", texts.length);
    for (let index = 0; index < texts.length; index++) result[index] = hash(texts[index]!) % count;
    return tensor("int64", input!.shape, result);
  };
}

/** Eight bytes for each row of the first axis. */
function fingerprints([data, method]: readonly HostTensor[]): HostTensor {
  const name = new TextDecoder().decode(stringsOf(method!)[0]);
  if (name !== "farmhash64") throw invalid(`Unsupported data type or method: ${name}`);
  const { shape } = data!;
  if (shape.length === 0) throw invalid("`data` should have at least one dimension.");
  const rows = shape[0]!;
  const width = rows === 0 ? 0 : elementCount(shape) / rows;
  const result = allocate<Uint8Array>("uint8", 8 * rows);
  const view = new DataView(result.buffer);
  for (let row = 0; row < rows; row++) view.setBigUint64(8 * row, fingerprint64(bytesOfRow(data!, row, width)), true);
  return tensor("uint8", [rows, 8], result);
}

/** Of texts, more than one to a row, the fingerprints of each stand for them. */
function bytesOfRow(data: HostTensor, row: number, width: number): Uint8Array {
  if (data.dtype === "string") {
    const texts = stringsOf(data).slice(row * width, (row + 1) * width);
    if (width === 1) return texts[0]!;
    return new Uint8Array(BigUint64Array.from(texts, fingerprint64).buffer);
  }
  const elements = data.data as Uint8Array;
  const size = (elements.length / Math.max(1, elementCount(data.shape))) * elements.BYTES_PER_ELEMENT;
  return new Uint8Array(elements.buffer, elements.byteOffset + row * width * size, width * size);
}
