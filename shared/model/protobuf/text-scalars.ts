import type { Field, Kind } from "./descriptors.ts";
import { ENUMS, type EnumName } from "./enums.ts";
import { accept, nextText, refuse, type TextScanner, word } from "./text-scanner.ts";
import { readStrings } from "./text-strings.ts";
import { type WireWriter, writeBytes, writeFixed, writeVarint } from "./wire-writer.ts";

const BOOLS: Readonly<Record<string, bigint>> = {
  true: 1n,
  True: 1n,
  t: 1n,
  "1": 1n,
  false: 0n,
  False: 0n,
  f: 0n,
  "0": 0n,
};
const INTEGER = /^(0[xX][0-9a-fA-F]{1,64}|0[0-7]{0,64}|[1-9][0-9]{0,64})$/;
const FLOAT = /^([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?[fF]?$/;
const INT32 = [-(2n ** 31n), 2n ** 31n - 1n] as const;
const INT64 = [-(2n ** 63n), 2n ** 63n - 1n] as const;
const UINT32 = [0n, 2n ** 32n - 1n] as const;
const UINT64 = [0n, 2n ** 64n - 1n] as const;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** One value as text format writes it, encoded as the wire carries it after its tag. */
export function transcodeScalar(scanner: TextScanner, { kind }: Field, writer: WireWriter): void {
  if (kind === "string" || kind === "bytes") writeBytes(writer, readText(scanner, kind));
  else if (kind === "float" || kind === "double") transcodeFloat(scanner, kind, writer);
  else if (kind === "fixed32" || kind === "fixed64") transcodeFixed(scanner, kind, writer);
  else writeVarint(writer, readVarint(scanner, kind));
}

function transcodeFloat(scanner: TextScanner, kind: "float" | "double", writer: WireWriter): void {
  const value = readFloat(scanner);
  if (kind === "float") writeFixed(writer, 4, (view) => view.setFloat32(0, value, true));
  else writeFixed(writer, 8, (view) => view.setFloat64(0, value, true));
}

function transcodeFixed(scanner: TextScanner, kind: "fixed32" | "fixed64", writer: WireWriter): void {
  const value = readInteger(scanner, kind === "fixed32" ? UINT32 : UINT64);
  if (kind === "fixed32") writeFixed(writer, 4, (view) => view.setUint32(0, Number(value), true));
  else writeFixed(writer, 8, (view) => view.setBigUint64(0, value, true));
}

function readVarint(scanner: TextScanner, kind: Kind): bigint {
  switch (kind) {
    case "bool":
      return readBool(scanner);
    case "int32":
      return readInteger(scanner, INT32);
    case "int64":
      return readInteger(scanner, INT64);
    case "uint32":
      return readInteger(scanner, UINT32);
    case "uint64":
      return readInteger(scanner, UINT64);
    case "sint64":
      return zigzag(readInteger(scanner, INT64));
    default:
      return readEnumerator(scanner, kind.slice("enum ".length) as EnumName);
  }
}

function readText(scanner: TextScanner, kind: "string" | "bytes"): Uint8Array {
  const bytes = readStrings(scanner);
  if (kind === "bytes") return bytes;
  try {
    utf8.decode(bytes);
    return bytes;
  } catch {
    return refuse(scanner, "text that is not UTF-8");
  }
}

function readBool(scanner: TextScanner): bigint {
  const text = expectWord(scanner, "true or false");
  return Object.hasOwn(BOOLS, text) ? BOOLS[text]! : refuse(scanner, `expected true or false, found ${text}`);
}

function readEnumerator(scanner: TextScanner, name: EnumName): bigint {
  const { at } = scanner;
  const text = expectWord(scanner, "an enumerator");
  const number = ENUMS[name].get(text);
  if (number !== undefined) return BigInt(number);
  scanner.at = at;
  if (!/^-?\d/.test(text)) refuse(scanner, `${name} has no enumerator ${text}`);
  return readInteger(scanner, INT32);
}

function readInteger(scanner: TextScanner, [least, most]: readonly [bigint, bigint]): bigint {
  const isNegative = accept(scanner, "-") !== null;
  const text = expectWord(scanner, "a whole number");
  if (!INTEGER.test(text)) refuse(scanner, `expected a whole number, found ${text}`);
  const size = BigInt(/^0[0-7]+$/.test(text) ? `0o${text.slice(1)}` : text);
  const value = isNegative ? -size : size;
  if (value < least || value > most) refuse(scanner, `${value} is not between ${least} and ${most}`);
  return value;
}

function readFloat(scanner: TextScanner): number {
  const isNegative = accept(scanner, "-") !== null;
  const text = expectWord(scanner, "a number");
  const size = floatOf(text) ?? refuse(scanner, `expected a number, found ${text}`);
  return isNegative ? -size : size;
}

function floatOf(text: string): number | undefined {
  if (/^inf(inity)?$/i.test(text)) return Number.POSITIVE_INFINITY;
  if (/^nan$/i.test(text)) return Number.NaN;
  return FLOAT.test(text) ? Number(text.replace(/f$/i, "")) : undefined;
}

function expectWord(scanner: TextScanner, what: string): string {
  return word(scanner) || refuse(scanner, `expected ${what}, found ${nextText(scanner)}`);
}

function zigzag(value: bigint): bigint {
  return (value << 1n) ^ (value >> 63n);
}
