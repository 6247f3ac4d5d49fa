import { numbersOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { invalid } from "./kernel.ts";

/** Where each row of a ragged tensor begins, and after the last one where it ends. */
export type Splits = readonly number[];

/** They begin at 0, never go back, and end with the number of values. */
export function checkedSplits(tensor: HostTensor, valueCount: number): Splits {
  const splits = numbersOf(tensor);
  if (splits.length === 0) throw invalid("Splits must be non-empty");
  if (splits[0] !== 0) throw invalid(`Splits must start with 0, not with ${splits[0]}`);
  const back = splits.findIndex((split, row) => row > 0 && split < splits[row - 1]!);
  if (back >= 0) throw invalid(`Splits must not decrease, but we got ${splits[back - 1]} followed by ${splits[back]}`);
  if (splits.at(-1) !== valueCount) {
    throw invalid(`Splits must end with the number of values, got ${splits.at(-1)} instead of ${valueCount}`);
  }
  return splits;
}

/** Of several levels: each one's rows are the values of the one before. */
export function nestedSplits(tensors: readonly HostTensor[], valueCount: number): readonly Splits[] {
  return tensors.map((tensor, level) => {
    const inner = tensors[level + 1];
    return checkedSplits(tensor, inner === undefined ? valueCount : Math.max(0, inner.data.length - 1));
  });
}
