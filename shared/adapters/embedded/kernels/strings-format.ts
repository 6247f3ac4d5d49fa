import { asciiBytes, latin1 } from "../strings/bytes.ts";
import { formatFloat } from "../strings/printf.ts";
import { widened } from "../values/half.ts";
import { tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, type HostRun, hostKernel, invalid, type KernelNode, unsupported } from "./kernel.ts";

/** Text with tensors in it: what a model says when it refuses an input. */
export const formats: Family = { StringFormat: hostKernel(format) };

function format(node: KernelNode): HostRun {
  const placeholder = latin1(node.bytes("placeholder"));
  const parts = latin1(node.bytes("template")).split(placeholder);
  const summarize = node.int("summarize");
  const edge = summarize < 0 ? Infinity : summarize;
  if (node.dtypes("T").some((dtype) => dtype.startsWith("complex"))) throw unsupported(node, "complex numbers");
  return (inputs) => {
    if (parts.length !== inputs.length + 1) {
      throw invalid(`num placeholders in template and num inputs must match: ${parts.length - 1} vs. ${inputs.length}`);
    }
    const texts = inputs.map((input) => shown(widened(input), { depth: 0, from: 0, edge }, input.dtype));
    const text = parts.map((part, index) => part + (texts[index] ?? "")).join("");
    return tensor("string", [], [asciiBytes(text)]);
  };
}

interface Place {
  readonly depth: number;
  readonly from: number;
  /** How many elements to show on either side. */
  readonly edge: number;
}

/** Nested brackets, with what is in the middle of a long axis left out. */
function shown(value: HostTensor, { depth, from, edge }: Place, dtype: string): string {
  const { shape } = value;
  if (depth === shape.length) return element(value.data[from]!, dtype);
  const size = shape[depth]!;
  const stride = shape.slice(depth + 1).reduce((product, inner) => product * inner, 1);
  const item = (index: number) => shown(value, { depth: depth + 1, from: from + index * stride, edge }, dtype);
  const isCut = size > 2 * edge;
  const items = isCut
    ? [...range(0, edge).map(item), "...", ...range(size - edge, size).map(item)]
    : range(0, size).map(item);
  const levels = shape.length - depth - 1;
  if (levels === 0) return `[${items.join(" ")}]`;
  const indent = " ".repeat(depth + 1);
  // An empty line parts the blocks of a cube, but not from what stands for those left out.
  const gap = isCut ? "\n" : "\n".repeat(levels);
  return `[${items.join(gap + indent)}]`;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function element(value: Uint8Array | number | bigint, dtype: string): string {
  if (value instanceof Uint8Array) return `"${escaped(latin1(value))}"`;
  return dtype.includes("float") ? roundTrip(value as number, dtype === "float64") : String(value);
}

/** The fewer digits, if they name the same number. */
function roundTrip(value: number, isDouble: boolean): string {
  const [few, many] = isDouble ? [15, 17] : [6, 9];
  const write = (precision: number) => formatFloat(value, { notation: "shortest", precision, fill: "", width: 0 });
  const short = write(few);
  const read = isDouble ? Number(short) : Math.fround(Number(short));
  return read === value || !Number.isFinite(value) ? short : write(many);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  '"': '\\"',
  "'": "\\'",
  "\\": "\\\\",
};

function escaped(text: string): string {
  return text.replace(/["'\\]|[^ -~\u0080-\u00ff]/g, (char) => ESCAPES[char] ?? octal(char));
}

function octal(char: string): string {
  return `\\${char.charCodeAt(0).toString(8).padStart(3, "0")}`;
}
