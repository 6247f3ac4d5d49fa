import { sliceBytes, sliceCodePoints } from "../strings/slices.ts";
import { countCodePoints } from "../strings/utf8.ts";
import { broadcastIndices, broadcastShape } from "../values/shape.ts";
import { allocate, numbersOf, stringsOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, type HostRun, hostKernel, invalid, type KernelNode } from "./kernel.ts";

/** Text made of text, element by element. */
export const strings: Family = {
  StringLower: hostKernel((node) => changeCase(node, lowerAscii, (text) => text.toLowerCase())),
  StringUpper: hostKernel((node) => changeCase(node, upperAscii, (text) => text.toUpperCase())),
  StringStrip: hostKernel(() => mapStrings(strip)),
  StringLength: hostKernel(length),
  Substr: hostKernel(substrings),
};

export function mapStrings(change: (text: Uint8Array) => Uint8Array): HostRun {
  return ([input]) => tensor("string", input!.shape, stringsOf(input!).map(change));
}

const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });
const TO_UTF8 = new TextEncoder();

type Change = (text: Uint8Array) => Uint8Array;

function changeCase(node: KernelNode, ascii: Change, unicode: (text: string) => string): HostRun {
  const encoding = node.string("encoding");
  if (encoding === "") return mapStrings(ascii);
  if (encoding !== "utf-8") throw invalid(`only utf-8 or no encoding is supported, got ${encoding}`);
  return mapStrings((whole) => {
    const text = beforeZero(whole);
    return isAscii(text) ? ascii(text) : TO_UTF8.encode(unicode(UTF8.decode(text)));
  });
}

/** TensorFlow hands the text to ICU as C does: what follows a zero is lost. */
function beforeZero(text: Uint8Array): Uint8Array {
  const zero = text.indexOf(0);
  return zero < 0 ? text : text.subarray(0, zero);
}

function isAscii(text: Uint8Array): boolean {
  for (let at = 0; at < text.length; at++) if (text[at]! >= 0x80) return false;
  return true;
}

function lowerAscii(text: Uint8Array): Uint8Array {
  return text.map((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte));
}

function upperAscii(text: Uint8Array): Uint8Array {
  return text.map((byte) => (byte >= 0x61 && byte <= 0x7a ? byte - 32 : byte));
}

function strip(text: Uint8Array): Uint8Array {
  let from = 0;
  let to = text.length;
  while (from < to && isSpace(text[from]!)) from++;
  while (to > from && isSpace(text[to - 1]!)) to--;
  return text.subarray(from, to);
}

export function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

function length(node: KernelNode): HostRun {
  const measure = node.string("unit") === "BYTE" ? (text: Uint8Array) => text.length : countCodePoints;
  return ([input]) => tensor("int32", input!.shape, Int32Array.from(stringsOf(input!), measure));
}

function substrings(node: KernelNode): HostRun {
  const slice = node.string("unit") === "BYTE" ? sliceBytes : sliceCodePoints;
  return ([input, position, size]) => {
    const shape = sliceShape(input!, position!, size!);
    const texts = stringsOf(input!);
    const positions = numbersOf(position!);
    const sizes = numbersOf(size!);
    const textAt = broadcastIndices(input!.shape, shape);
    const placeAt = broadcastIndices(position!.shape, shape);
    const parts = allocate<Uint8Array[]>("string", textAt.length);
    for (let index = 0; index < parts.length; index++) {
      const place = placeAt[index]!;
      const part = slice(texts[textAt[index]!]!, positions[place]!, sizes[place]!);
      if (part === null) throw invalid(`pos ${positions[place]} out of range for string at index ${index}`);
      parts[index] = part;
    }
    return tensor("string", shape, parts);
  };
}

function sliceShape(input: HostTensor, position: HostTensor, size: HostTensor): readonly number[] {
  if (position.shape.join() !== size.shape.join()) {
    throw invalid(`pos and len should have the same shape, got [${position.shape}] and [${size.shape}]`);
  }
  return broadcastShape(input.shape, position.shape);
}
