import type { Shape } from "../../../ports/tensor.ts";
import { numbersOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { invalid } from "./kernel.ts";

/** A shape as an operator's input holds it: −1 for an unknown size, the scalar −1 for an unknown rank. */
export function givenShape(value: HostTensor): Shape {
  const sizes = numbersOf(value);
  return value.shape.length === 0 && sizes[0] === -1 ? null : sizes;
}

/** What fits both shapes, each of which may know what the other does not. */
export function mergedShape(a: Shape, b: Shape): Shape {
  if (a === null || b === null) return a ?? b;
  const merged = a.map((size, axis) => (size < 0 ? (b[axis] ?? size) : size));
  const fits = a.length === b.length && b.every((size, axis) => size < 0 || size === merged[axis]);
  if (!fits) throw invalid(`a list of elements of shape [${a}] was asked for elements of shape [${b}]`);
  return merged;
}

export function requireFit(shape: readonly number[], elementShape: Shape): void {
  if (elementShape === null) return;
  const fits = elementShape.length === shape.length && elementShape.every((size, i) => size < 0 || size === shape[i]);
  if (!fits) throw invalid(`a tensor of shape [${shape}] was put into a list of shape [${elementShape}]`);
}

/** The shape of elements, where it is all that is known of them. */
export function knownShape(shape: Shape): readonly number[] {
  if (shape?.every((size) => size >= 0)) return shape;
  throw invalid("a list without elements does not know the shape of its elements");
}
