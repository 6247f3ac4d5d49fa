import { type Decoded, decoderFor, isCodePoint } from "../strings/decode-unicode.ts";
import { encoderFor } from "../strings/encode-unicode.ts";
import { numbersOf, stringsOf, tensor, tensorOf } from "../values/tensor.ts";
import { type Family, type HostRun, hostKernel, invalid, type KernelNode, unsupported } from "./kernel.ts";
import { mapStrings } from "./strings.ts";

type Read = (text: Uint8Array) => Decoded;

/** Between bytes and code points. */
export const unicode: Family = {
  UnicodeDecode: hostKernel((node) => decode(node, false)),
  UnicodeDecodeWithOffsets: hostKernel((node) => decode(node, true)),
  UnicodeEncode: hostKernel(encode),
  UnicodeTranscode: hostKernel((node) => {
    const read = reader(node);
    const write = writer(node);
    return mapStrings((text) => write(read(text).points));
  }),
};

function decode(node: KernelNode, withStarts: boolean): HostRun {
  const read = reader(node);
  const dtype = node.dtype("Tsplits");
  return ([input]) => {
    const texts = stringsOf(input!).map(read);
    const splits = [0];
    for (const { points } of texts) splits.push(splits.at(-1)! + points.length);
    const points = Int32Array.from(texts.flatMap((text) => text.points));
    const outputs = [tensorOf(dtype, [splits.length], splits), tensor("int32", [points.length], points)];
    if (!withStarts) return outputs;
    return [
      ...outputs,
      tensorOf(
        "int64",
        [points.length],
        texts.flatMap((text) => text.starts),
      ),
    ];
  };
}

/** What is malformed, or a control character that is not wanted, is replaced or left out. */
function reader(node: KernelNode): Read {
  const encoding = node.string("input_encoding");
  const decoder = decoderFor(encoding);
  if (decoder === null) throw unsupported(node, `the encoding ${encoding}`);
  const errors = node.string("errors");
  const replacement = replacementOf(node);
  const replacesControls = node.bool("replace_control_characters");
  return (text) => {
    const points: number[] = [];
    const starts: number[] = [];
    const decoded = decoder(text);
    for (const [index, point] of decoded.points.entries()) {
      if (point < 0 && errors === "strict") throw invalid("Invalid formatting on input string");
      const isWanted = point >= 0 && !(replacesControls && point < 0x20);
      if (!isWanted && errors === "ignore") continue;
      points.push(isWanted ? point : replacement);
      starts.push(decoded.starts[index]!);
    }
    return { points, starts };
  };
}

function replacementOf(node: KernelNode): number {
  const replacement = node.int("replacement_char");
  if (replacement >= 0 && replacement <= 0x10ffff) return replacement;
  throw invalid("replacement_char out of unicode codepoint range");
}

function writer(node: KernelNode): (points: readonly number[]) => Uint8Array {
  const encoder = encoderFor(node.string("output_encoding"));
  if (encoder === null) throw unsupported(node, `the encoding ${node.string("output_encoding")}`);
  return (points) => Uint8Array.from(points.flatMap(encoder));
}

function encode(node: KernelNode): HostRun {
  const write = writer(node);
  const errors = node.string("errors");
  const replacement = replacementOf(node);
  const accepted = (point: number): readonly number[] => {
    if (isCodePoint(point)) return [point];
    if (errors === "strict") throw invalid("Code point is out of range for Unicode, or is a surrogate.");
    return errors === "ignore" ? [] : [replacement];
  };
  return ([values, splitsTensor]) => {
    const points = numbersOf(values!);
    const splits = checkedSplits(numbersOf(splitsTensor!), points.length);
    const texts = splits.slice(1).map((end, row) => write(points.slice(splits[row], end).flatMap(accepted)));
    return tensor("string", [texts.length], texts);
  };
}

function checkedSplits(splits: readonly number[], count: number): readonly number[] {
  if (splits.length === 0) throw invalid("Input_splits should contain elements");
  if (splits[0] !== 0) throw invalid("First value in input_splits must be zero.");
  if (splits.at(-1) !== count) throw invalid("Last value in input_splits must be equal to length of input_tensor.");
  if (splits.some((split, row) => row > 0 && split < splits[row - 1]!)) {
    throw invalid("Values in input_splits must be equal or in ascending order.");
  }
  return splits;
}
