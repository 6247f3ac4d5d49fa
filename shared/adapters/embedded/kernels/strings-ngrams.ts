import { concatBytes } from "../strings/bytes.ts";
import { allocate, isBig, numbersOf, stringsOf, tensor, tensorOf } from "../values/tensor.ts";
import { type Family, type HostRun, hostKernel, invalid, type KernelNode } from "./kernel.ts";

interface Options {
  readonly separator: Uint8Array;
  readonly leftPad: Uint8Array;
  readonly rightPad: Uint8Array;
  readonly widths: readonly number[];
  /** −1: as many as the n-gram is wide, less one. */
  readonly padWidth: number;
  readonly keepsShort: boolean;
}

/** Runs of neighbouring words, row by row of a ragged matrix. */
export const ngrams: Family = { StringNGrams: hostKernel(makeNgrams) };

function makeNgrams(node: KernelNode): HostRun {
  const options: Options = {
    separator: node.bytes("separator"),
    leftPad: node.bytes("left_pad"),
    rightPad: node.bytes("right_pad"),
    widths: node.ints("ngram_widths"),
    padWidth: node.int("pad_width"),
    keepsShort: node.bool("preserve_short_sequences"),
  };
  return ([data, splitsTensor], context) => {
    const words = stringsOf(data!);
    const splits = checkedSplits(numbersOf(splitsTensor!), words.length);
    const result: Uint8Array[] = [];
    const ends = splits.slice(0, 1);
    for (let row = 0; row + 1 < splits.length; row++) {
      context.checkDeadline();
      for (const ngram of ngramsOf(words.slice(splits[row], splits[row + 1]), options)) result.push(ngram);
      ends.push(result.length);
    }
    allocate("string", result.length);
    const dtype = isBig(splitsTensor!.dtype) ? "int64" : "int32";
    return [tensor("string", [result.length], result), tensorOf(dtype, [ends.length], ends)];
  };
}

function checkedSplits(splits: number[], wordCount: number): number[] {
  if (splits.length === 0) return splits;
  if (splits[0] !== 0) throw invalid(`First split value must be 0, got ${splits[0]}`);
  for (let row = 1; row < splits.length; row++) {
    if (splits[row]! < splits[row - 1]! || splits[row]! > wordCount) {
      throw invalid(`Invalid split value ${splits[row]}, must be in [${splits[row - 1]}, ${wordCount}]`);
    }
  }
  if (splits.at(-1) !== wordCount)
    throw invalid(`Last split value must be data size. Expected ${wordCount}, got ${splits.at(-1)}`);
  return splits;
}

function* ngramsOf(words: readonly Uint8Array[], options: Options): Iterable<Uint8Array> {
  let isEmpty = true;
  for (const width of options.widths) {
    const count = Math.max(0, words.length + 2 * padding(options, width) - width + 1);
    for (let index = 0; index < count; index++) yield ngramAt(words, { width, count, index }, options);
    isEmpty &&= count === 0;
  }
  if (!options.keepsShort || !isEmpty || words.length === 0) return;
  const width = words.length + 2 * options.padWidth;
  yield ngramAt(words, { width, count: 1, index: 0 }, options);
}

function padding({ padWidth }: Options, width: number): number {
  return Math.min(padWidth < 0 ? width - 1 : padWidth, width - 1);
}

interface Place {
  readonly width: number;
  readonly count: number;
  readonly index: number;
}

function ngramAt(words: readonly Uint8Array[], { width, count, index }: Place, options: Options): Uint8Array {
  const pad = padding(options, width);
  const left = Math.max(0, pad - index);
  const right = Math.max(0, pad - (count - (index + 1)));
  const from = left > 0 ? 0 : index - pad;
  const inner = words.slice(from, from + Math.max(0, width - left - right));
  const parts = [...filled(left, options.leftPad), ...inner, ...filled(right, options.rightPad)];
  return concatBytes(parts.flatMap((part, at) => (at === 0 ? [part] : [options.separator, part])));
}

function filled(count: number, pad: Uint8Array): Uint8Array[] {
  return new Array<Uint8Array>(count).fill(pad);
}
