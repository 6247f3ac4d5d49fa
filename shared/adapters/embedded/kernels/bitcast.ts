import { elementBytes } from "../../../model/dtypes.ts";
import type { Dtype, TensorData } from "../../../ports/tensor.ts";
import { allocate, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, invalid } from "./kernel.ts";

/** The same bytes as elements of another type. */
export const bitcast: Family = {
  Bitcast: hostKernel((node) => {
    const dtype = node.dtype("type");
    return ([x]) => recast(x!, dtype);
  }),
};

/** A larger element is several smaller ones, along an axis of their own. */
function recast({ dtype, shape, data }: HostTensor, to: Dtype): HostTensor {
  const [from, size] = [elementBytes(dtype), elementBytes(to)];
  const parts = from > size ? from / size : size / from;
  if (from < size && shape.at(-1) !== parts) {
    throw invalid(`[${shape}] elements of ${dtype} are no whole elements of ${to}`);
  }
  const { buffer, byteOffset, byteLength } = data as Uint8Array;
  const result = allocate<Extract<TensorData, ArrayBufferView>>(to, byteLength / size);
  new Uint8Array(result.buffer).set(new Uint8Array(buffer, byteOffset, byteLength));
  return tensor(to, from === size ? shape : from > size ? [...shape, parts] : shape.slice(0, -1), result);
}
