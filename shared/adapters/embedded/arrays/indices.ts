import { Failure } from "../../../failure.ts";
import { type Sizes, stridesOf } from "../values/shape.ts";
import { allocate } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { productOf } from "./axes.ts";
import { cellsOf } from "./cells.ts";

/** Below any index that means something. */
const OUTSIDE = -(2 ** 31);

/** Indices of any integer type as 32 bits; those that do not fit become negative, which no operator takes for valid. */
export function indicesOf({ dtype, data }: HostTensor): Int32Array {
  if (dtype === "int32") return data as Int32Array;
  if (dtype !== "int64" && dtype !== "uint64") return Int32Array.from(data as Int16Array);
  const halves = cellsOf(data) as Int32Array;
  const indices = new Int32Array(data.length);
  for (let i = 0; i < indices.length; i++) {
    const low = halves[2 * i]!;
    indices[i] = halves[2 * i + 1] === low >> 31 ? low : OUTSIDE;
  }
  return indices;
}

/** Slices of a tensor, found by the coordinates of their first elements. */
export interface Places {
  /** In elements; negative where the coordinates are outside and that is to be ignored. */
  readonly starts: Float64Array;
  /** Elements of one slice. */
  readonly size: number;
  /** How many coordinates a place has. */
  readonly depth: number;
  /** The shape of the list of places. */
  readonly outer: Sizes;
}

/** The last axis of `indices` holds coordinates in a tensor of that shape, of its first axes or all of them. */
export function placesOf(indices: HostTensor, shape: Sizes, isLenient: boolean): Places {
  const depth = indices.shape.at(-1);
  if (depth === undefined || depth > shape.length) {
    throw wrong(`indices of shape [${indices.shape}] do not lead into a tensor of shape [${shape}]`);
  }
  const outer = indices.shape.slice(0, -1);
  const starts = allocate<Float64Array>("float64", productOf(outer, 0, outer.length));
  const strides = stridesOf(shape);
  const coordinates = indicesOf(indices);
  for (let i = 0; i < starts.length; i++) {
    for (let axis = 0; axis < depth; axis++) {
      const at = coordinates[i * depth + axis]!;
      if (at >= 0 && at < shape[axis]!) starts[i]! += at * strides[axis]!;
      else if (!isLenient) throw wrong(`index ${at} is outside of axis ${axis} of [${shape}]`);
      else starts[i] = Number.NEGATIVE_INFINITY;
    }
  }
  return { starts, size: productOf(shape, depth, shape.length), depth, outer };
}

function wrong(message: string): Failure {
  return new Failure("prediction-failed", message, {
    fix: "Send inputs of the shapes and values that the model was made for.",
  });
}
