import { type Blocks, blocksAround } from "../arrays/axes.ts";
import { type Fold, foldOf, type NumberFold } from "../arrays/folds.ts";
import { emptyResult } from "../arrays/reducers.ts";
import { blankWork, finished, type Work, workOf } from "../arrays/work.ts";
import { axisOf } from "../values/shape.ts";
import { numberOf } from "../values/tensor.ts";
import { type Family, hostKernel, type Kernel, unsupported } from "./kernel.ts";

/** Sums and products of all that comes before along an axis. */
export const cumulation: Family = {
  Cumsum: cumulating("sum"),
  Cumprod: cumulating("product"),
  CumulativeLogsumexp: cumulating("logarithm"),
};

type Cumulation = "sum" | "product" | "logarithm";

function cumulating(name: Cumulation): Kernel {
  return hostKernel((node) => {
    const [isExclusive, isReverse] = [node.bool("exclusive"), node.bool("reverse")];
    return ([x, axis]) => {
      const { dtype, shape } = x!;
      const fold = foldFor(name, dtype);
      if (fold === null) throw unsupported(node, `type ${dtype}`);
      const parts = dtype.startsWith("complex") ? 2 : 1;
      const blocks = blocksAround(shape, axisOf(numberOf(axis!), shape.length));
      const out = blankWork(dtype, blocks.outer * blocks.size * blocks.inner);
      const start = name === "logarithm" ? Number.NEGATIVE_INFINITY : emptyResult(name, dtype);
      const along = { ...blocks, inner: blocks.inner * parts, parts, start, isExclusive, isReverse };
      cumulate(workOf(x!), out, fold, along);
      return finished(out, dtype, shape);
    };
  });
}

function foldFor(name: Cumulation, dtype: Parameters<typeof foldOf>[1]): Fold | null {
  if (name === "logarithm") return addExponentials as Fold;
  return foldOf(name === "sum" ? "add" : "multiply", dtype);
}

interface Along extends Blocks {
  readonly parts: number;
  readonly start: number | bigint;
  readonly isExclusive: boolean;
  readonly isReverse: boolean;
}

/** Each row is the one before with its own elements folded in; of an exclusive one those of the row before. */
function cumulate(data: Work, out: Work, fold: Fold, { outer, size, inner, ...along }: Along): void {
  if (out.length === 0) return;
  const step = along.isReverse ? -inner : inner;
  for (let block = 0; block < outer; block++) {
    let at = (block * size + (along.isReverse ? size - 1 : 0)) * inner;
    for (let row = 0; row < size; row++, at += step) {
      if (row > 0) out.copyWithin(at, at - step, at - step + inner);
      else for (let i = 0; i < inner; i += along.parts) out[at + i] = along.start as never;
      if (!along.isExclusive) fold(out, at, data, at, inner);
      else if (row > 0) fold(out, at, data, at - step, inner);
    }
  }
}

/** log(eᵃ + eᵇ), as TensorFlow compares: what is not a number counts as the sum so far. */
const addExponentials: NumberFold = (into, at, from, start, count) => {
  for (let i = 0; i < count; i++) {
    const sum = into[at + i]!;
    const value = Number.isNaN(from[start + i]!) ? sum : from[start + i]!;
    const [low, high] = [Math.min(sum, value), Math.max(sum, value)];
    into[at + i] = low === Number.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(low - high));
  }
};
