import { Failure } from "../../../failure.ts";
import { axisOf, type Sizes } from "../values/shape.ts";
import { type Blocks, productOf } from "./axes.ts";

/** How a reduction over some axes is one along a single axis. */
export interface ReducedAxes {
  readonly blocks: Blocks;
  /** The axes in the order that this takes; null where it is the order they are in. */
  readonly order: Sizes | null;
  readonly shape: Sizes;
}

export function reducedAxes(shape: Sizes, axes: Sizes, keepsAxes: boolean): ReducedAxes {
  const chosen = new Set(axes.map((axis) => axisOf(axis, shape.length)));
  if (chosen.size !== axes.length) throw repeated(axes);
  const kept = shape.filter((_, axis) => !chosen.has(axis));
  const result = keepsAxes ? shape.map((size, axis) => (chosen.has(axis) ? 1 : size)) : kept;
  const blocks = inPlace(shape, chosen);
  if (blocks !== null) return { blocks, order: null, shape: result };
  const inOrder = [...shape.keys()].sort((a, b) => Number(chosen.has(a)) - Number(chosen.has(b)) || a - b);
  const outer = productOf(kept, 0, kept.length);
  const size = [...chosen].reduce((product, axis) => product * shape[axis]!, 1);
  return { blocks: { outer, size, inner: 1 }, order: inOrder, shape: result };
}

/** Where the axes that go are neighbours, but for axes of size 1. */
function inPlace(shape: Sizes, chosen: ReadonlySet<number>): Blocks | null {
  const blocks = { outer: 1, size: 1, inner: 1 };
  let place: keyof Blocks = "outer";
  for (let axis = 0; axis < shape.length; axis++) {
    if (shape[axis] === 1) continue;
    if (chosen.has(axis) && place === "inner") return null;
    if (chosen.has(axis)) place = "size";
    else if (place === "size") place = "inner";
    blocks[place] *= shape[axis]!;
  }
  return blocks;
}

function repeated(axes: Sizes): Failure {
  return new Failure("prediction-failed", `[${axes}] names an axis twice`, {
    fix: "Send inputs of the shapes and values that the model was made for.",
  });
}
