import type { Dtype, TensorData } from "../../../ports/tensor.ts";
import type { Sizes } from "./shape.ts";
import { allocate, type Numbers, tensor } from "./tensor.ts";
import type { HostTensor } from "./value.ts";

/** The parts of a tensor along its first axis; they share its memory. */
export function rowsOf({ dtype, shape, data }: HostTensor): readonly HostTensor[] {
  const inner = shape.slice(1);
  const size = data.length / Math.max(1, shape[0] ?? 1);
  return Array.from({ length: shape[0] ?? 0 }, (_, row) => tensor(dtype, inner, part(data, row * size, size)));
}

/** Pieces of the given heights along the first axis; they share the tensor's memory. */
export function piecesOf({ dtype, shape, data }: HostTensor, heights: readonly number[]): readonly HostTensor[] {
  const inner = shape.slice(1);
  const size = data.length / Math.max(1, shape[0] ?? 1);
  let row = 0;
  return heights.map((height) => {
    row += height;
    return tensor(dtype, [height, ...inner], part(data, (row - height) * size, height * size));
  });
}

/** Tensors of one type and shape as the rows of one tensor. */
export function stacked(rows: readonly HostTensor[], like: Pick<HostTensor, "dtype" | "shape">): HostTensor {
  return tensor(like.dtype, [rows.length, ...like.shape], joined(rows, like.dtype));
}

/** Tensors of one type that differ in their first size at most, one after the other. */
export function appended(pieces: readonly HostTensor[], inner: Sizes, dtype: Dtype): HostTensor {
  const height = pieces.reduce((sum, { shape }) => sum + (shape[0] ?? 0), 0);
  return tensor(dtype, [height, ...inner], joined(pieces, dtype));
}

function joined(parts: readonly HostTensor[], dtype: Dtype): TensorData {
  if (dtype === "string") return parts.flatMap(({ data }) => data as readonly Uint8Array[]);
  const total = parts.reduce((sum, { data }) => sum + data.length, 0);
  const perElement = dtype === "complex64" || dtype === "complex128" ? 2 : 1;
  const joinedData = allocate<Numbers>(dtype, total / perElement);
  let at = 0;
  for (const { data } of parts) {
    joinedData.set(data as Numbers, at);
    at += data.length;
  }
  return joinedData;
}

function part(data: TensorData, start: number, length: number): TensorData {
  const end = start + length;
  return ArrayBuffer.isView(data) ? (data as Numbers).subarray(start, end) : data.slice(start, end);
}
