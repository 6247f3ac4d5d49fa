import type { Shape } from "../../ports/tensor.ts";

/** A dimension beyond is no tensor that any machine holds. */
const MAX_DIMENSION = 2 ** 31;
/** TensorFlow counts elements in a signed 64-bit integer. */
const MAX_ELEMENTS = 2n ** 63n;

/** Why a shape can belong to no tensor, as the end of a sentence, or null. −1 is a dimension not known yet. */
export function shapeProblem(shape: Shape): string | null {
  if (shape === null) return null;
  const negative = shape.find((size) => size < -1);
  if (negative !== undefined) return `has the dimension ${negative}`;
  const huge = shape.find((size) => size >= MAX_DIMENSION);
  if (huge !== undefined) return `has a dimension of ${BigInt(huge)} elements`;
  const elements = shape.filter((size) => size >= 0).reduce((product, size) => capped(product * BigInt(size)), 1n);
  return elements >= MAX_ELEMENTS ? "has more than 2^63 elements" : null;
}

/** A zero among the dimensions makes the product zero, however large the others are. */
function capped(product: bigint): bigint {
  return product > MAX_ELEMENTS ? MAX_ELEMENTS : product;
}

/** Whether one tensor could have both shapes. */
export function areCompatible(left: Shape, right: Shape): boolean {
  if (left === null || right === null) return true;
  return (
    left.length === right.length && left.every((size, axis) => size < 0 || right[axis]! < 0 || size === right[axis])
  );
}

const SHOWN_DIMENSIONS = 12;

export function describeShape(shape: Shape): string {
  return shape === null ? "of any rank" : `[${shape.slice(0, SHOWN_DIMENSIONS).join(", ")}]`;
}
