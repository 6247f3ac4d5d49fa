import { foldOf } from "../arrays/folds.ts";
import { indicesOf } from "../arrays/indices.ts";
import { blankWork, finished, workOf } from "../arrays/work.ts";
import { sameShape } from "../values/shape.ts";
import { numberOf, tensorOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, invalid } from "./kernel.ts";

/** How often each number occurs, or what the occurrences weigh. */
export const counting: Family = {
  Bincount: hostKernel(() => ([numbers, size, weights]) => {
    const flat = { ...numbers!, shape: [numbers!.data.length] };
    if (weights!.data.length > 0 && weights!.data.length !== flat.data.length) throw uneven(numbers!, weights!);
    return counted(flat, numberOf(size!), weights!, false);
  }),
  DenseBincount: hostKernel((node) => {
    const isBinary = node.bool("binary_output");
    return ([numbers, size, weights]) => {
      if (numbers!.shape.length > 2) throw invalid(`numbers of shape [${numbers!.shape}] are to be counted`);
      if (size!.shape.length > 0) throw invalid(`the size is a tensor of shape [${size!.shape}]`);
      if (weights!.data.length > 0 && !sameShape(numbers!.shape, weights!.shape)) throw uneven(numbers!, weights!);
      return counted(numbers!, numberOf(size!), weights!, isBinary);
    };
  }),
};

/** In each row apart. Larger numbers than there is room for are left out. */
function counted(numbers: HostTensor, size: number, weights: HostTensor, isBinary: boolean): HostTensor {
  if (size < 0) throw invalid(`a size of ${size} is negative`);
  const rows = numbers.shape.length === 2 ? numbers.shape[0]! : 1;
  const length = rows === 0 ? 0 : numbers.data.length / rows;
  const bins = blankWork(weights.dtype, rows * size);
  const isWeighed = weights.data.length > 0 && !isBinary;
  const one = workOf(tensorOf(weights.dtype, [], [1]));
  const from = isWeighed ? workOf(weights) : one;
  const add = foldOf("add", weights.dtype)!;
  indicesOf(numbers).forEach((number, i) => {
    if (number < 0 && !isBeyond(numbers, i)) throw invalid(`${number} is negative`);
    if (number < 0 || number >= size) return;
    const bin = Math.floor(i / length) * size + number;
    if (isBinary) bins[bin] = one[0]!;
    else add(bins, bin, from, isWeighed ? i : 0, 1);
  });
  return finished(bins, weights.dtype, numbers.shape.length === 2 ? [rows, size] : [size]);
}

/** A number of 64 bits that is larger than any index. */
function isBeyond({ data }: HostTensor, i: number): boolean {
  return Number(data[i]!) > 0;
}

function uneven(numbers: HostTensor, weights: HostTensor): Error {
  return invalid(`numbers of shape [${numbers.shape}] have weights of shape [${weights.shape}]`);
}
