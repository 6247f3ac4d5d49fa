/** Encoded bytes under way. */
export interface WireWriter {
  bytes: Uint8Array;
  length: number;
}

/** Lengths are written before they are known, so each takes the longest form that readers accept. */
const LENGTH_BYTES = 5;

export function wireWriter(capacity: number): WireWriter {
  return { bytes: new Uint8Array(capacity), length: 0 };
}

export function writtenBytes({ bytes, length }: WireWriter): Uint8Array {
  return bytes.subarray(0, length);
}

export function writeTag(writer: WireWriter, number: number, wireType: number): void {
  writeVarint(writer, BigInt(number * 8 + wireType));
}

export function writeVarint(writer: WireWriter, value: bigint): void {
  let rest = BigInt.asUintN(64, value);
  reserve(writer, 10);
  while (rest > 0x7fn) {
    writer.bytes[writer.length++] = Number(rest & 0x7fn) | 0x80;
    rest >>= 7n;
  }
  writer.bytes[writer.length++] = Number(rest);
}

export function writeFixed(writer: WireWriter, size: 4 | 8, put: (view: DataView) => void): void {
  reserve(writer, size);
  const { buffer, byteOffset } = writer.bytes;
  put(new DataView(buffer, byteOffset + writer.length, size));
  writer.length += size;
}

export function writeBytes(writer: WireWriter, bytes: Uint8Array): void {
  writeVarint(writer, BigInt(bytes.length));
  reserve(writer, bytes.length);
  writer.bytes.set(bytes, writer.length);
  writer.length += bytes.length;
}

/** Leaves room for the length of what is written next, and says where. */
export function openPayload(writer: WireWriter): number {
  reserve(writer, LENGTH_BYTES);
  writer.length += LENGTH_BYTES;
  return writer.length;
}

export function closePayload({ bytes, length }: WireWriter, start: number): void {
  let rest = length - start;
  for (let at = start - LENGTH_BYTES; at < start - 1; at++) {
    bytes[at] = (rest & 0x7f) | 0x80;
    rest = Math.floor(rest / 128);
  }
  bytes[start - 1] = rest;
}

function reserve(writer: WireWriter, more: number): void {
  if (writer.length + more <= writer.bytes.length) return;
  const grown = new Uint8Array(Math.max(writer.length + more, writer.bytes.length * 2));
  grown.set(writtenBytes(writer));
  writer.bytes = grown;
}
