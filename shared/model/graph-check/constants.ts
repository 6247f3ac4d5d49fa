import type { Dtype } from "../../ports/tensor.ts";
import { elementBytes } from "../dtypes.ts";
import type { Attribute, TensorConstant } from "../graph.ts";
import { shapeProblem } from "./shapes.ts";

/** A single value may fill a whole shape: protobuf's own limit is then no bound on what a load allocates. */
const MAX_CONSTANT_BYTES = 2 ** 31;

/** Why TensorFlow cannot make the tensor of a Const node, as the end of a sentence about its value, or null. */
export function constantProblem(value: Attribute | undefined, dtype: Attribute | undefined): string | null {
  if (value?.kind !== "tensor") return null;
  const constant = value.value;
  if (dtype?.kind === "dtype" && constant.dtype !== dtype.value) {
    return `is ${constant.dtype}, but the node says ${dtype.value}`;
  }
  if (constant.shape === null || constant.shape.some((size) => size < 0)) return "has no fully known shape";
  return shapeProblem(constant.shape) ?? contentProblem(constant, constant.shape);
}

function contentProblem({ dtype, content, strings, numbers }: TensorConstant, shape: readonly number[]): string | null {
  const elements = shape.reduce((product, size) => product * size, 1);
  const size = elementBytes(dtype);
  if (size > 0 && elements * size > MAX_CONSTANT_BYTES) return `would take ${elements * size} bytes`;
  if (dtype === "string" && content === null && strings.length === 0 && elements > MAX_CONSTANT_BYTES / 24) {
    return `would take ${elements} strings`;
  }
  if (content === null || size === 0 || numbers.length > 0) return null;
  return content.length === elements * size || isPacked(dtype)
    ? null
    : `has ${content.length} bytes, but its type and shape make ${elements * size}`;
}

/** Numbers of less than a byte: versions differ in how they lay them out. */
function isPacked(dtype: Dtype): boolean {
  return /^(u?int[24]|float4)/.test(dtype);
}
