import { permutationOf } from "../arrays/axes.ts";
import { copyRearranged } from "../arrays/rearranged.ts";
import type { Sizes } from "../values/shape.ts";
import { numbersOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel } from "./kernel.ts";
import { type Move, movedOnHost, movingKernel } from "./moving.ts";

/** Axes in another order. */
export const transposition: Family = {
  Transpose: movingKernel(
    () =>
      ([x, axes]) =>
        transposed(x!, axes!),
  ),
  ConjugateTranspose: hostKernel(
    () =>
      ([x, axes]) =>
        conjugated(movedOnHost(transposed(x!, axes!), [x!])),
  ),
};

function transposed(x: HostTensor, axes: HostTensor): Move {
  return reordered(x, permutationOf(numbersOf(axes), x.shape.length));
}

export function reordered({ dtype, shape }: HostTensor, order: Sizes): Move {
  return {
    dtype,
    shape: order.map((axis) => shape[axis]!),
    fill: (target, [cells], width) => copyRearranged({ cells: cells!, shape }, order, target, width),
  };
}

/** In place: the tensor is this kernel's own. */
function conjugated(x: HostTensor): HostTensor {
  if (!x.dtype.startsWith("complex")) return x;
  const parts = x.data as Float32Array;
  for (let i = 1; i < parts.length; i += 2) parts[i] = -parts[i]!;
  return x;
}
