import { copyRun } from "../arrays/cells.ts";
import { type Fold, type FoldName, foldOf, isCompared } from "../arrays/folds.ts";
import { type Places, placesOf } from "../arrays/indices.ts";
import { copyAll } from "../arrays/rearranged.ts";
import { blankWork, finished, type Work, workCopy, workOf } from "../arrays/work.ts";
import { elementCount, type Sizes, sameShape } from "../values/shape.ts";
import { numbersOf, reshaped, stringsOf, zeros } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, invalid, type Kernel, type KernelNode, unsupported } from "./kernel.ts";
import { type Move, movingKernel } from "./moving.ts";

/** Slices written to places in a tensor. */
export const scattering: Family = {
  ScatterNd: hostKernel((node) => {
    const isLenient = ignores(node);
    return ([indices, updates, shape]) => {
      const sizes = sizesOf(shape!);
      const places = checkedPlaces(indices!, sizes, updates!, isLenient);
      const { dtype } = updates!;
      if (dtype === "string") return concatenated(places, updates!, sizes);
      const fold = foldOf(dtype === "bool" ? "maximum" : "add", dtype)!;
      return finished(scattered(blankWork(dtype, elementCount(sizes)), places, updates!, fold), dtype, sizes);
    };
  }),
  ScatterNdNonAliasingAdd: scatter("add"),
  TensorScatterAdd: scatter("add"),
  TensorScatterSub: scatter("subtract"),
  TensorScatterMin: scatter("minimum"),
  TensorScatterMax: scatter("maximum"),
  TensorScatterUpdate: movingKernel((node) => {
    const isLenient = ignores(node);
    return ([x, indices, updates]) => {
      const places = checkedPlaces(indices!, x!.shape, updates!, isLenient);
      const fill: Move["fill"] = (target, sources, width) => {
        copyAll(sources[0]!, target);
        const run = places.size * width;
        for (let i = 0; i < places.starts.length; i++) {
          if (places.starts[i]! >= 0) copyRun(sources[2]!, i * run, target, places.starts[i]! * width, run);
        }
      };
      return { dtype: x!.dtype, shape: x!.shape, fill };
    };
  }),
};

/** What is there and what is written become one. */
function scatter(name: FoldName): Kernel {
  return hostKernel((node) => {
    const isLenient = ignores(node);
    const isOrder = isCompared(name);
    return ([x, indices, updates]) => {
      const places = checkedPlaces(indices!, x!.shape, updates!, isLenient);
      const fold = foldOf(x!.dtype === "bool" ? "maximum" : name, x!.dtype);
      if (fold === null) throw unsupported(node, `type ${x!.dtype}`);
      const work = scattered(workCopy(x!, isOrder), places, updates!, fold, isOrder);
      return finished(work, x!.dtype, x!.shape);
    };
  });
}

function scattered(into: Work, { starts, size }: Places, updates: HostTensor, fold: Fold, isOrder = false): Work {
  const parts = updates.dtype.startsWith("complex") ? 2 : 1;
  const from = workOf(updates, isOrder);
  const run = size * parts;
  for (let i = 0; i < starts.length; i++) {
    if (starts[i]! >= 0) fold(into, starts[i]! * parts, from, i * run, run);
  }
  return into;
}

/** The sum of strings is one after the other. */
function concatenated({ starts, size }: Places, updates: HostTensor, shape: Sizes): HostTensor {
  const result = zeros("string", shape);
  const into = result.data as Uint8Array[];
  const from = stringsOf(updates);
  for (let i = 0; i < from.length; i++) {
    const place = starts[Math.floor(i / size)]!;
    if (place < 0) continue;
    const at = place + (i % size);
    into[at] = into[at]!.length === 0 ? from[i]! : Buffer.concat([into[at]!, from[i]!]);
  }
  return result;
}

function ignores(node: KernelNode): boolean {
  return node.string("bad_indices_policy") === "IGNORE";
}

function sizesOf(shape: HostTensor): Sizes {
  const sizes = numbersOf(shape);
  if (shape.shape.length !== 1 || sizes.some((size) => size < 0)) throw invalid(`[${sizes}] is no shape`);
  return sizes;
}

function checkedPlaces(indices: HostTensor, shape: Sizes, { shape: given }: HostTensor, isLenient: boolean): Places {
  // A vector is a list of indices along the first axis.
  const listed = indices.shape.length === 1 ? [...indices.shape, 1] : indices.shape;
  const places = placesOf(reshaped(indices, listed), shape, isLenient);
  if (places.depth === 0) throw invalid(`indices of shape [${indices.shape}] lead nowhere`);
  if (!sameShape(given, [...places.outer, ...shape.slice(places.depth)])) {
    throw invalid(`updates of shape [${given}] do not fit indices of [${indices.shape}] into [${shape}]`);
  }
  return places;
}
