import { codePointLength } from "./utf8.ts";

/** Code points and where each begins; −1 stands for bytes that mean none. */
export interface Decoded {
  readonly points: readonly number[];
  readonly starts: readonly number[];
}

export type Decoder = (bytes: Uint8Array) => Decoded;

type ReadPoint = (bytes: Uint8Array, at: number) => readonly [point: number, length: number];

/** By the names that ICU knows an encoding under; null for one that is not covered. */
export function decoderFor(encoding: string): Decoder | null {
  const name = encoding.toLowerCase().replace(/[-_ ]/g, "");
  const read = READERS.get(name) ?? singleByte(encoding);
  return read === null ? null : (bytes) => decodeWith(read, bytes);
}

function decodeWith(read: ReadPoint, bytes: Uint8Array): Decoded {
  const points: number[] = [];
  const starts: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [point, length] = read(bytes, at);
    points.push(point);
    starts.push(at);
    at += length;
  }
  return { points, starts };
}

const READERS: ReadonlyMap<string, ReadPoint> = new Map<string, ReadPoint>([
  ["utf8", readUtf8],
  ["utf16", readUtf16(true)],
  ["utf16be", readUtf16(true)],
  ["utf16le", readUtf16(false)],
  ["utf32", readUtf32(true)],
  ["utf32be", readUtf32(true)],
  ["utf32le", readUtf32(false)],
  ["usascii", (bytes, at) => [bytes[at]! < 0x80 ? bytes[at]! : -1, 1]],
  ["ascii", (bytes, at) => [bytes[at]! < 0x80 ? bytes[at]! : -1, 1]],
  ["iso88591", (bytes, at) => [bytes[at]!, 1]],
  ["latin1", (bytes, at) => [bytes[at]!, 1]],
]);

function readUtf8(bytes: Uint8Array, at: number): readonly [number, number] {
  const length = codePointLength(bytes, at);
  const lead = bytes[at]!;
  if (length === 1) return lead < 0x80 ? [lead, 1] : [-1, brokenLength(bytes, at)];
  let point = lead & (0x7f >> length);
  for (let index = 1; index < length; index++) point = (point << 6) | (bytes[at + index]! & 0x3f);
  return isSurrogate(point) ? [-1, 1] : [point, length];
}

/** As much as could still have begun a code point is one error. */
function brokenLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0xc2 || lead > 0xf4) return 1;
  const most = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (!(bytes[at + 1]! >= lowest && bytes[at + 1]! <= highest)) return 1;
  let length = 2;
  while (length < most && (bytes[at + length]! & 0xc0) === 0x80) length++;
  return length;
}

function readUtf16(isBig: boolean): ReadPoint {
  const unit = (bytes: Uint8Array, at: number) =>
    at + 2 > bytes.length ? -1 : isBig ? (bytes[at]! << 8) | bytes[at + 1]! : (bytes[at + 1]! << 8) | bytes[at]!;
  return (bytes, at) => {
    const first = unit(bytes, at);
    if (!isSurrogate(first)) return [first, first < 0 ? bytes.length - at : 2];
    const second = unit(bytes, at + 2);
    if (first >= 0xdc00 || second < 0xdc00 || second > 0xdfff) return [-1, 2];
    return [0x10000 + ((first & 0x3ff) << 10) + (second & 0x3ff), 4];
  };
}

function readUtf32(isBig: boolean): ReadPoint {
  return (bytes, at) => {
    if (at + 4 > bytes.length) return [-1, bytes.length - at];
    const point = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, !isBig);
    return [isCodePoint(point) ? point : -1, 4];
  };
}

/** The old code pages, a byte to a character, as the platform's own decoder knows them. */
function singleByte(encoding: string): ReadPoint | null {
  const decoder = platformDecoder(encoding);
  if (decoder === null || !/^(?:windows-|iso-8859|koi8|ibm866|macintosh|x-mac)/.test(decoder.encoding)) return null;
  const table = Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte)).codePointAt(0)!);
  return (bytes, at) => [table[bytes[at]!] === 0xfffd ? -1 : table[bytes[at]!]!, 1];
}

function platformDecoder(encoding: string) {
  try {
    return new TextDecoder(encoding);
  } catch {
    return null;
  }
}

export function isCodePoint(point: number): boolean {
  return point >= 0 && point <= 0x10ffff && !isSurrogate(point);
}

function isSurrogate(point: number): boolean {
  return point >= 0xd800 && point <= 0xdfff;
}
