import type { Dtype } from "../../../ports/tensor.ts";
import { allocate, numbersOf, tensor, tensorOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { invalid } from "./kernel.ts";

/** A sparse tensor while it is being worked on. */
export interface Sparse {
  /** The places of all values, one after the other, `rank` numbers for each. */
  readonly places: readonly number[];
  readonly values: HostTensor;
  readonly shape: readonly number[];
}

/** Any tensor's elements, while they are being filled. */
export type Elements = { [index: number]: unknown };

export function sparseOf(indices: HostTensor, values: HostTensor, shape: HostTensor): Sparse {
  const sizes = numbersOf(shape);
  const count = indices.shape[0] ?? 0;
  if (indices.shape.length !== 2 || indices.shape[1] !== sizes.length || values.shape[0] !== count) {
    throw invalid(
      `a sparse tensor has indices of shape [${indices.shape}], values of [${values.shape}] and a shape of [${shape.shape}]`,
    );
  }
  if (sizes.some((size) => size < 0)) throw invalid(`a sparse tensor has the shape [${sizes}]`);
  return { places: numbersOf(indices), values, shape: sizes };
}

/** Indices, values and shape, as operators return them. */
export function outputsOf({ places, values, shape }: Sparse): readonly [HostTensor, HostTensor, HostTensor] {
  return [indicesTensor(places, shape.length), values, tensorOf("int64", [shape.length], shape)];
}

export function indicesTensor(places: readonly number[], rank: number): HostTensor {
  return tensorOf("int64", [rank === 0 ? 0 : places.length / rank, rank], places);
}

export function placeAt({ places, shape }: Pick<Sparse, "places" | "shape">, index: number): readonly number[] {
  return places.slice(index * shape.length, (index + 1) * shape.length);
}

/** Where each value lies in the dense tensor, row-major; a place outside is an error. */
export function offsetsOf({ places, shape }: Pick<Sparse, "places" | "shape">): number[] {
  const rank = shape.length;
  const offsets = new Array<number>(rank === 0 ? 0 : places.length / rank).fill(0);
  for (let at = 0; at < places.length; at++) {
    const [index, axis] = [Math.floor(at / rank), at % rank];
    const place = places[at]!;
    if (!(place >= 0 && place < shape[axis]!)) {
      throw invalid(`indices[${index}] is out of bounds: ${place} on axis ${axis} of shape [${shape}]`);
    }
    offsets[index] = offsets[index]! * shape[axis]! + place;
  }
  return offsets;
}

/** Row-major order of the places; equal ones stay as they are. */
export function sorted(sparse: Sparse): Sparse {
  const offsets = offsetsOf(sparse);
  const order = offsets.map((_, index) => index).sort((a, b) => offsets[a]! - offsets[b]!);
  return picked(sparse, order);
}

/** Some of the values, in that order. */
function picked(sparse: Sparse, order: readonly number[]): Sparse {
  const values = pickedValues(sparse.values, order);
  return { ...sparse, places: order.flatMap((index) => placeAt(sparse, index)), values };
}

export function pickedValues({ data, dtype }: HostTensor, order: readonly number[]): HostTensor {
  const result = allocate(dtype, order.length);
  for (let index = 0; index < order.length; index++) (result as Elements)[index] = data[order[index]!];
  return tensor(dtype, [order.length], result);
}

export function valuesTensor(dtype: Dtype, elements: readonly unknown[]): HostTensor {
  const result = allocate(dtype, elements.length);
  for (let index = 0; index < elements.length; index++) (result as Elements)[index] = elements[index];
  return tensor(dtype, [elements.length], result);
}
