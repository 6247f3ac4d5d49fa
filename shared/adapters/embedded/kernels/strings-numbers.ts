import type { Dtype } from "../../../ports/tensor.ts";
import { asciiBytes, latin1 } from "../strings/bytes.ts";
import { parseFloat32, parseFloat64, parseInteger } from "../strings/parse-number.ts";
import { formatFloat, formatInteger, type NumberFormat } from "../strings/printf.ts";
import { widened } from "../values/half.ts";
import { allocate, type BigNumbers, isBig, type Numbers, stringsOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, type HostRun, hostKernel, invalid, type KernelNode, unsupported } from "./kernel.ts";

/** Numbers read from text and written to it. */
export const numbersAsText: Family = {
  StringToNumber: hostKernel(parseNumbers),
  AsString: hostKernel(writeNumbers),
};

type Parse = (text: string) => number | bigint | null;

const PARSERS: Partial<Record<Dtype, Parse>> = {
  float32: parseFloat32,
  float64: parseFloat64,
  int32: (text) => parseInteger(text, -(2n ** 31n), 2n ** 31n - 1n),
  int64: (text) => parseInteger(text, -(2n ** 63n), 2n ** 63n - 1n),
  uint32: (text) => parseInteger(text, 0n, 2n ** 32n - 1n),
  uint64: (text) => parseInteger(text, 0n, 2n ** 64n - 1n),
};

/** How that type is read from text, or null when TensorFlow does not. */
export function numberParser(dtype: Dtype): Parse | null {
  return PARSERS[dtype] ?? null;
}

function parseNumbers(node: KernelNode): HostRun {
  const dtype = node.dtype("out_type");
  const parse = numberParser(dtype);
  if (parse === null) throw unsupported(node, `out_type ${dtype}`);
  return ([input]) => {
    const texts = stringsOf(input!);
    const result = allocate<Numbers | BigNumbers>(dtype, texts.length);
    for (let index = 0; index < texts.length; index++) {
      const value = parse(latin1(texts[index]!));
      if (value === null)
        throw invalid(`StringToNumberOp could not correctly convert string: ${latin1(texts[index]!).slice(0, 100)}`);
      result[index] = (isBig(dtype) ? value : Number(value)) as never;
    }
    return tensor(dtype, input!.shape, result);
  };
}

/** A format that asks for more digits than any number has is a hostile one. */
const MAX_DIGITS = 4096;

function writeNumbers(node: KernelNode): HostRun {
  const format = formatOf(node);
  const dtype = node.dtype("T");
  if (dtype === "string") return ([input]) => padStrings(input!, format);
  const write = writerOf(dtype, format);
  if (write === null) throw unsupported(node, `T ${dtype}`);
  return ([input]) => {
    const { data, shape } = widened(input!);
    const isComplex = dtype.startsWith("complex");
    const count = isComplex ? data.length / 2 : data.length;
    const texts = allocate<Uint8Array[]>("string", count);
    for (let index = 0; index < count; index++) {
      const at = isComplex ? 2 * index : index;
      const text = isComplex
        ? `(${write(data[at] as number)},${write(data[at + 1] as number)})`
        : write(data[at] as number);
      texts[index] = asciiBytes(text);
    }
    return tensor("string", shape, texts);
  };
}

function formatOf(node: KernelNode): NumberFormat {
  const precision = node.int("precision");
  const width = node.int("width");
  const isScientific = node.bool("scientific");
  const isShortest = node.bool("shortest");
  const fill = node.string("fill");
  if (isScientific && isShortest) throw invalid("Cannot select both scientific and shortest notation");
  if (!["", "0", " ", "+", "-"].includes(fill)) throw invalid(`Fill argument not supported: "${fill}"`);
  if (precision > MAX_DIGITS || width > MAX_DIGITS) throw unsupported(node, `more than ${MAX_DIGITS} digits`);
  checkFor(node.dtype("T"), { isNotated: isScientific || isShortest, precision });
  return {
    notation: isScientific ? "scientific" : isShortest ? "shortest" : "fixed",
    precision: precision < 0 ? 6 : precision,
    fill: fill as NumberFormat["fill"],
    width: Math.max(0, width),
  };
}

function checkFor(
  dtype: Dtype,
  { isNotated, precision }: { readonly isNotated: boolean; readonly precision: number },
): void {
  if (isFloat(dtype) || dtype === "string") return;
  if (isNotated) throw invalid(`scientific and shortest format not supported for datatype ${dtype}`);
  if (precision >= 0) throw invalid(`precision not supported for datatype ${dtype}`);
}

function isFloat(dtype: Dtype): boolean {
  return /^(?:b?float|complex)\d+$/.test(dtype);
}

function writerOf(dtype: Dtype, format: NumberFormat): ((value: number | bigint) => string) | null {
  if (dtype === "bool") return (value) => (value === 0 ? "false" : "true");
  if (isFloat(dtype)) return (value) => formatFloat(value as number, format);
  // %u knows no sign.
  if (/^uint\d+$/.test(dtype))
    return (value) =>
      formatInteger(value, format.fill === "+" || format.fill === " " ? { ...format, fill: "" } : format);
  return /^int\d+$/.test(dtype) ? (value) => formatInteger(value, format) : null;
}

function padStrings(input: HostTensor, { width, fill }: NumberFormat): HostTensor {
  const texts = stringsOf(input).map((text) => {
    if (text.length >= width) return text;
    const padded = new Uint8Array(width).fill(0x20);
    padded.set(text, fill === "-" ? 0 : width - text.length);
    return padded;
  });
  return tensor("string", input.shape, texts);
}
