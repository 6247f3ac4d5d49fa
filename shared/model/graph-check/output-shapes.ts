import type { Values } from "./attributes.ts";
import { areCompatible } from "./shapes.ts";

/** More than any real node has; laying them out is the end of TensorFlow's process. */
const MOST_OUTPUTS = 1_000_000;

/** Why a node's outputs cannot be as its attributes say, as the end of a sentence about the node, or null. */
export function outputsProblem(values: Values, count: number): string | null {
  if (count > MOST_OUTPUTS) return `would have ${count} outputs`;
  return notesProblem(values, count) ?? elementsProblem(values);
}

/** `_output_shapes` is the one note that TensorFlow holds a node to. It may list more shapes, never fewer. */
function notesProblem(values: Values, count: number): string | null {
  if (!values.has("_output_shapes")) return null;
  const noted = values.get("_output_shapes");
  const shapes = noted?.kind === "list" ? noted.value : [];
  if (shapes.length < count) return `has ${count} outputs, but _output_shapes lists ${shapes.length}`;
  const constant = values.get("value");
  const [first] = shapes;
  if (constant?.kind !== "tensor" || first?.kind !== "shape" || areCompatible(constant.value.shape, first.value))
    return null;
  return "holds a constant of another shape than _output_shapes says";
}

/** A dataset's elements have as many types as shapes. */
function elementsProblem(values: Values): string | null {
  const types = values.get("output_types");
  const shapes = values.get("output_shapes");
  if (types?.kind !== "list" || shapes?.kind !== "list" || types.value.length === shapes.value.length) return null;
  return `has ${types.value.length} output_types, but ${shapes.value.length} output_shapes`;
}
