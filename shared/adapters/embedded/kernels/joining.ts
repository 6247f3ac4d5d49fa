import type { Dtype } from "../../../ports/tensor.ts";
import { blocksAround } from "../arrays/axes.ts";
import { type Cells, copyRun } from "../arrays/cells.ts";
import { axisOf, elementCount, type Sizes, sameShape } from "../values/shape.ts";
import { numberOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, invalid } from "./kernel.ts";
import { type Move, movingKernel } from "./moving.ts";

/** Several tensors put together along an axis. */
export const joining: Family = {
  Concat: movingKernel(
    () =>
      ([axis, ...parts]) =>
        concatenated(parts, axisAt(axis!, parts), 1),
  ),
  ConcatV2: movingKernel(() => (inputs) => {
    const parts = inputs.slice(0, -1);
    return concatenated(parts, axisAt(inputs.at(-1)!, parts), 0);
  }),
  Pack: movingKernel((node) => {
    const axis = node.int("axis");
    return (parts) => packed(parts, axis);
  }),
};

function axisAt(axis: HostTensor, parts: readonly HostTensor[]): number {
  return axisOf(numberOf(axis), parts[0]!.shape.length);
}

/** `skipped` inputs come before the parts. */
function concatenated(parts: readonly HostTensor[], axis: number, skipped: number): Move {
  const first = parts[0]!;
  for (const { shape } of parts) {
    const fits = shape.length === first.shape.length && sameShape(shape.with(axis, 0), first.shape.with(axis, 0));
    if (!fits) throw invalid(`[${first.shape}] and [${shape}] do not fit together along axis ${axis}`);
  }
  const size = parts.reduce((total, { shape }) => total + shape[axis]!, 0);
  const { outer } = blocksAround(first.shape, axis);
  return joined(parts, { dtype: first.dtype, shape: first.shape.with(axis, size), outer, skipped });
}

function packed(parts: readonly HostTensor[], axis: number): Move {
  const { dtype, shape } = parts[0]!;
  for (const part of parts) {
    if (!sameShape(part.shape, shape)) throw invalid(`[${shape}] and [${part.shape}] cannot be packed together`);
  }
  const at = axisOf(axis, shape.length + 1);
  const outer = elementCount(shape.slice(0, at));
  return joined(parts, { dtype, shape: shape.toSpliced(at, 0, parts.length), outer, skipped: 0 });
}

interface Joint {
  readonly dtype: Dtype;
  readonly shape: Sizes;
  /** How many times the parts alternate. */
  readonly outer: number;
  readonly skipped: number;
}

function joined(parts: readonly HostTensor[], { dtype, shape, outer, skipped }: Joint): Move {
  const runs = parts.map((part) => (outer === 0 ? 0 : elementCount(part.shape) / outer));
  const total = runs.reduce((sum, run) => sum + run, 0);
  const fill = (target: Cells, sources: readonly Cells[], width: number) => {
    // However often nothing is repeated.
    if (target.length === 0) return;
    let start = 0;
    for (let part = 0; part < runs.length; part++) {
      const run = runs[part]! * width;
      const source = sources[part + skipped]!;
      for (let i = 0; i < outer; i++) copyRun(source, i * run, target, start + i * total * width, run);
      start += run;
    }
  };
  return { dtype, shape, fill };
}
