import { elementBytes } from "../../../model/dtypes.ts";
import type { Dtype } from "../../../ports/tensor.ts";
import { tensorOfBytes } from "../values/constant.ts";
import { allocate, numberOf, stringsOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, type HostRun, hostKernel, invalid, type KernelNode } from "./kernel.ts";

interface Elements {
  readonly dtype: Dtype;
  readonly sizeBytes: number;
  readonly isLittleEndian: boolean;
}

/** Numbers as they lie in memory. */
export const rawNumbers: Family = {
  DecodeRaw: hostKernel(decodeRaw),
  DecodePaddedRaw: hostKernel(decodePaddedRaw),
};

function elementsOf(node: KernelNode): Elements {
  const dtype = node.dtype("out_type");
  return { dtype, sizeBytes: elementBytes(dtype), isLittleEndian: node.bool("little_endian") };
}

function decodeRaw(node: KernelNode): HostRun {
  const elements = elementsOf(node);
  return ([input]) => {
    const texts = stringsOf(input!);
    const length = texts[0]?.length ?? 0;
    const odd = texts.findIndex((text) => text.length !== length);
    if (odd >= 0)
      throw invalid(
        `DecodeRaw requires input strings to all be the same size, but element ${odd} has size ${texts[odd]!.length} != ${length}`,
      );
    if (length % elements.sizeBytes !== 0) {
      throw invalid(
        `Input to DecodeRaw has length ${length} that is not a multiple of ${elements.sizeBytes}, the size of ${elements.dtype}`,
      );
    }
    return decoded(input!, length, elements);
  };
}

/** Every text is cut, or filled with zeros, to one length. */
function decodePaddedRaw(node: KernelNode): HostRun {
  const elements = elementsOf(node);
  return ([input, fixedLength]) => {
    const length = numberOf(fixedLength!);
    if (!(length > 0)) throw invalid(`fixed_length (${length}) must be greater than zero.`);
    if (length % elements.sizeBytes !== 0) {
      throw invalid(`fixed_length (${length}) must be a multiple of the size of out_type (${elements.sizeBytes})`);
    }
    return decoded(input!, length, elements);
  };
}

function decoded(input: HostTensor, length: number, { dtype, sizeBytes, isLittleEndian }: Elements): HostTensor {
  const texts = stringsOf(input);
  const bytes = allocate<Uint8Array>("uint8", texts.length * length);
  for (let index = 0; index < texts.length; index++) bytes.set(texts[index]!.subarray(0, length), index * length);
  if (!isLittleEndian) swapBytes(bytes, dtype.startsWith("complex") ? sizeBytes / 2 : sizeBytes);
  const flat = tensorOfBytes(dtype, [bytes.length / sizeBytes], bytes);
  return tensor(dtype, [...input.shape, length / sizeBytes], flat.data);
}

function swapBytes(bytes: Uint8Array, size: number): void {
  for (let at = 0; at < bytes.length; at += size) bytes.subarray(at, at + size).reverse();
}
