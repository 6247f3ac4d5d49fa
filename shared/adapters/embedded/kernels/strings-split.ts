import { sameBytes } from "../strings/bytes.ts";
import { allocate, stringsOf, tensor, tensorOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, type HostRun, hostKernel, invalid, type KernelNode } from "./kernel.ts";
import { isSpace } from "./strings.ts";

type Split = (text: Uint8Array) => readonly Uint8Array[];

/** Texts taken apart, as a sparse matrix with a row for each. */
export const splits: Family = {
  StringSplit: hostKernel(splitAtAny),
  StringSplitV2: hostKernel(splitAtSeparator),
};

function splitAtAny(node: KernelNode): HostRun {
  const skipsEmpty = node.bool("skip_empty");
  return ([input, delimiter]) => {
    const delimiters = onlyText(delimiter!, "delimiter");
    return sparseRows(input!, (text) => {
      if (text.length === 0) return [];
      const parts = delimiters.length === 0 ? bytesOf(text) : atAny(text, delimiters);
      return skipsEmpty ? parts.filter((part) => part.length > 0) : parts;
    });
  };
}

function splitAtSeparator(node: KernelNode): HostRun {
  const limit = node.int("maxsplit");
  const most = limit < 0 ? Infinity : limit;
  return ([input, separator]) => {
    const bytes = onlyText(separator!, "sep");
    return sparseRows(input!, (text) => {
      if (most === 0) return [text];
      return bytes.length === 0 ? atWhitespace(text, most) : atSeparator(text, bytes, most);
    });
  };
}

function onlyText(value: HostTensor, name: string): Uint8Array {
  if (value.shape.length > 0) throw invalid(`${name} must be a scalar, got shape: [${value.shape}]`);
  return stringsOf(value)[0]!;
}

function sparseRows(input: HostTensor, split: Split): readonly HostTensor[] {
  if (input.shape.length !== 1) throw invalid(`input must be a vector, got shape: [${input.shape}]`);
  const rows = stringsOf(input).map(split);
  const values = rows.flat();
  const indices = allocate<BigInt64Array>("int64", 2 * values.length);
  let at = 0;
  for (const [row, parts] of rows.entries()) {
    for (let column = 0; column < parts.length; column++) {
      indices[at++] = BigInt(row);
      indices[at++] = BigInt(column);
    }
  }
  const widest = rows.reduce((most, parts) => Math.max(most, parts.length), 0);
  return [
    tensor("int64", [values.length, 2], indices),
    tensor("string", [values.length], values),
    tensorOf("int64", [2], [rows.length, widest]),
  ];
}

function bytesOf(text: Uint8Array): readonly Uint8Array[] {
  return Array.from(text, (_, at) => text.subarray(at, at + 1));
}

function atAny(text: Uint8Array, delimiters: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (!delimiters.includes(text[at]!)) continue;
    parts.push(text.subarray(from, at));
    from = at + 1;
  }
  parts.push(text.subarray(from));
  return parts;
}

/** As Python splits by default: runs of white space, none of it kept but what follows the last split. */
function atWhitespace(text: Uint8Array, most: number): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  let at = afterSpace(text, 0);
  while (at < text.length) {
    const from = at;
    while (at < text.length && !isSpace(text[at]!)) at++;
    parts.push(text.subarray(from, at));
    at = afterSpace(text, at);
    if (parts.length === most) {
      parts.push(text.subarray(at));
      break;
    }
  }
  return parts;
}

function afterSpace(text: Uint8Array, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text[at]!)) at++;
  return at;
}

function atSeparator(text: Uint8Array, separator: Uint8Array, most: number): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  let from = 0;
  let at = text.indexOf(separator[0]!);
  while (at >= 0 && parts.length < most) {
    if (sameBytes(text.subarray(at, at + separator.length), separator)) {
      parts.push(text.subarray(from, at));
      from = at + separator.length;
      at = text.indexOf(separator[0]!, from);
    } else at = text.indexOf(separator[0]!, at + 1);
  }
  parts.push(text.subarray(from));
  return parts;
}
