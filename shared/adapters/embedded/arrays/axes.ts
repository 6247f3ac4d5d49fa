import { Failure } from "../../../failure.ts";
import { axisOf, type Sizes } from "../values/shape.ts";

/** A tensor as TensorFlow's kernels along one axis see it: what is outside of the axis, the axis, what is inside. */
export interface Blocks {
  readonly outer: number;
  readonly size: number;
  readonly inner: number;
}

export function blocksAround(shape: Sizes, axis: number): Blocks {
  return {
    outer: productOf(shape, 0, axis),
    size: shape[axis]!,
    inner: productOf(shape, axis + 1, shape.length),
  };
}

export function productOf(shape: Sizes, from: number, to: number): number {
  let product = 1;
  for (let axis = from; axis < to; axis++) product *= shape[axis]!;
  return product;
}

/** A permutation of the axes, each named once. */
export function permutationOf(axes: Sizes, rank: number): number[] {
  const permutation = axes.map((axis) => axisOf(axis, rank));
  if (permutation.length === rank && new Set(permutation).size === rank) return permutation;
  throw new Failure("prediction-failed", `[${axes}] is no order of the ${rank} axes`, {
    fix: "Send inputs of the shapes that the model was made for.",
  });
}
