import { clearCells, copyAll, copyPart } from "../arrays/rearranged.ts";
import { type Slice, type SliceMasks, type SliceSpec, sliceOf } from "../arrays/slice-spec.ts";
import { copyStrided } from "../arrays/strided-copy.ts";
import { broadcastStrides, type Sizes, sameShape, stridesOf } from "../values/shape.ts";
import { numbersOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, invalid, type KernelNode } from "./kernel.ts";
import { type Move, movingKernel } from "./moving.ts";

/** Parts of a tensor, and tensors with a part replaced. */
export const slicing: Family = {
  Slice: movingKernel(
    () =>
      ([x, begin, size]) =>
        part(x!, numbersOf(begin!), numbersOf(size!)),
  ),
  StridedSlice: movingKernel((node) => {
    const masks = masksOf(node);
    return ([x, ...spec]) => taken(x!, sliceOf(x!.shape, specOf(spec), masks));
  }),
  StridedSliceGrad: movingKernel((node) => {
    const masks = masksOf(node);
    return ([shape, begin, end, strides, gradient]) => {
      const slice = sliceOf(numbersOf(shape!), specOf([begin!, end!, strides!]), masks);
      return spread(numbersOf(shape!), slice, gradient!);
    };
  }),
  TensorStridedSliceUpdate: movingKernel((node) => {
    const masks = masksOf(node);
    return ([x, begin, end, strides, value]) => {
      return replaced(x!, sliceOf(x!.shape, specOf([begin!, end!, strides!]), masks), value!);
    };
  }),
};

function masksOf(node: KernelNode): SliceMasks {
  return {
    begin: node.int("begin_mask"),
    end: node.int("end_mask"),
    ellipsis: node.int("ellipsis_mask"),
    newAxis: node.int("new_axis_mask"),
    shrink: node.int("shrink_axis_mask"),
  };
}

function specOf([begin, end, strides]: readonly HostTensor[]): SliceSpec {
  return { begin: numbersOf(begin!), end: numbersOf(end!), strides: numbersOf(strides!) };
}

/** A size of −1 is all that is left. */
function part({ dtype, shape }: HostTensor, begin: Sizes, size: Sizes): Move {
  if (begin.length !== shape.length || size.length !== shape.length) {
    throw invalid(`[${shape}] is sliced from [${begin}] by [${size}]`);
  }
  const sizes = size.map((value, axis) => (value === -1 ? shape[axis]! - begin[axis]! : value));
  const isInside = sizes.every(
    (value, axis) => begin[axis]! >= 0 && value >= 0 && begin[axis]! + value <= shape[axis]!,
  );
  if (!isInside) throw invalid(`a slice of [${size}] from [${begin}] is outside of [${shape}]`);
  return {
    dtype,
    shape: sizes,
    fill: (target, [cells], width) => copyPart({ cells: cells!, shape }, begin, { cells: target, shape: sizes }, width),
  };
}

function taken({ dtype }: HostTensor, slice: Slice): Move {
  const { sizes, start, strides, shape } = slice;
  return {
    dtype,
    shape,
    fill: (target, [cells], width) =>
      copyStrided(
        sizes,
        { cells: cells!, start, strides },
        { cells: target, start: 0, strides: stridesOf(sizes) },
        width,
      ),
  };
}

/** Zeros everywhere but in the slice. */
function spread(
  shape: Sizes,
  { sizes, start, strides, shape: sliced }: Slice,
  { dtype, shape: given }: HostTensor,
): Move {
  if (!sameShape(given, sliced)) throw invalid(`a slice of shape [${sliced}] has a gradient of [${given}]`);
  return {
    dtype,
    shape,
    fill: (target, sources, width) => {
      clearCells(target);
      const from = { cells: sources[4]!, start: 0, strides: stridesOf(sizes) };
      copyStrided(sizes, from, { cells: target, start, strides }, width);
    },
  };
}

/** The tensor with the value, which may be broadcast, in place of the slice. */
function replaced({ dtype, shape }: HostTensor, slice: Slice, { shape: given }: HostTensor): Move {
  const extra = Math.max(0, given.length - slice.shape.length);
  const own = given.slice(extra);
  const fits = own.every((size, axis) => size === 1 || size === slice.shape[axis + slice.shape.length - own.length]);
  if (!fits || given.slice(0, extra).some((size) => size !== 1)) {
    throw invalid(`a slice of shape [${slice.shape}] cannot become [${given}]`);
  }
  const broadcast = broadcastStrides(own, slice.shape);
  const strides = slice.sizes.map((_, axis) => broadcast[slice.axes.indexOf(axis)] ?? 0);
  return {
    dtype,
    shape,
    fill: (target, sources, width) => {
      copyAll(sources[0]!, target);
      const to = { cells: target, start: slice.start, strides: slice.strides };
      copyStrided(slice.sizes, { cells: sources[4]!, start: 0, strides }, to, width);
    },
  };
}
