import type { Dtype } from "../../../ports/tensor.ts";
import { cellsOf, cellWidth, copyRun } from "../arrays/cells.ts";
import { type Tick, unitDouble } from "../random/distributions.ts";
import type { Philox } from "../random/philox.ts";
import { widened } from "../values/half.ts";
import { elementCount } from "../values/shape.ts";
import { allocate, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { invalid } from "./kernel.ts";

export interface Draw {
  readonly logits: HostTensor;
  readonly count: number;
  readonly dtype: Dtype;
}

/** Classes drawn with the probabilities that logits stand for, a row of them for each row. */
export function drawnClasses({ logits, count, dtype }: Draw, generator: Philox, tick: Tick): HostTensor {
  const [rows, classes] = logits.shape;
  if (logits.shape.length !== 2) throw invalid(`logits of shape [${logits.shape}] are no matrix`);
  if (count < 0) throw invalid(`${count} samples`);
  if (classes === 0 && rows! * count > 0) throw invalid("logits of no class");
  const data = allocate<Int32Array | BigInt64Array>(dtype, rows! * count);
  const source = widened(logits).data as Float32Array;
  const single = singles(generator);
  for (let row = 0; row < rows!; row++) {
    const sums = cumulated(source.subarray(row * classes!, (row + 1) * classes!));
    for (let i = 0; i < count; i++) {
      if (i % 4096 === 0) tick();
      const wanted = unitDouble(single(), single()) * sums.at(-1)!;
      const found = firstAbove(sums, wanted);
      data[row * count + i] = (data instanceof BigInt64Array ? BigInt(found) : found) as never;
    }
  }
  return tensor(dtype, [rows!, count], data);
}

/** A random order of that many things, as Fisher and Yates swap them. */
export function shuffled(count: number, generator: Philox): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index);
  const single = singles(generator);
  for (let i = 0; i < count - 1; i++) {
    const other = i + (single() % (count - i));
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
}

/** The rows of a tensor in another order. */
export function reordered(value: HostTensor, order: Int32Array): HostTensor {
  const data = allocate(value.dtype, elementCount(value.shape));
  const [from, to] = [cellsOf(value.data), cellsOf(data)];
  const row = (cellWidth(value.dtype) * elementCount(value.shape)) / order.length;
  order.forEach((source, target) => {
    copyRun(from, source * row, to, target * row, row);
  });
  return tensor(value.dtype, value.shape, data);
}

/** Sums of exp(logit − largest), over the classes so far; a logit that is not finite adds nothing. */
function cumulated(logits: Float32Array): Float64Array {
  const largest = logits.reduce(
    (max, logit) => (Number.isFinite(logit) ? Math.max(max, logit) : max),
    -Number.MAX_VALUE,
  );
  let total = 0;
  return Float64Array.from(logits, (logit) => {
    total += Number.isFinite(logit) ? Math.exp(logit - largest) : 0;
    return total;
  });
}

function firstAbove(sums: Float64Array, wanted: number): number {
  let [low, high] = [0, sums.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** One number of 32 bits after the other. */
function singles(generator: Philox): () => number {
  let four = generator.next();
  let used = 0;
  return () => {
    if (used === 4) {
      four = generator.next();
      used = 0;
    }
    return four[used++]!;
  };
}
