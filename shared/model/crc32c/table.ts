/** Castagnoli's polynomial (RFC 3720) without x^32, the lowest power in the highest bit. */
const POLYNOMIAL = 0x82f63b78 | 0;
const SLICES = 16;
const TABLES = tables();

/** Sixteen bytes a step by sixteen tables: the shift register after `bytes`, from what it held before. */
export function advance(register: number, bytes: Uint8Array): number {
  const body = bytes.length - (bytes.length % SLICES);
  let crc = register;
  for (let at = 0; at < body; at += SLICES) crc = sixteen(bytes, at, crc);
  for (let at = body; at < bytes.length; at++) crc = TABLES[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  return crc;
}

/** The four bytes that bring an empty register to `register`. */
export function bytesLeadingTo(register: number): number {
  let crc = register;
  for (let bit = 0; bit < 32; bit++) crc = crc < 0 ? ((crc ^ POLYNOMIAL) << 1) | 1 : crc << 1;
  return crc;
}

function sixteen(bytes: Uint8Array, at: number, crc: number): number {
  return (
    TABLES[3840 + ((crc ^ bytes[at]!) & 0xff)]! ^
    TABLES[3584 + (((crc >>> 8) ^ bytes[at + 1]!) & 0xff)]! ^
    TABLES[3328 + (((crc >>> 16) ^ bytes[at + 2]!) & 0xff)]! ^
    TABLES[3072 + ((crc >>> 24) ^ bytes[at + 3]!)]! ^
    TABLES[2816 + bytes[at + 4]!]! ^
    TABLES[2560 + bytes[at + 5]!]! ^
    TABLES[2304 + bytes[at + 6]!]! ^
    TABLES[2048 + bytes[at + 7]!]! ^
    TABLES[1792 + bytes[at + 8]!]! ^
    TABLES[1536 + bytes[at + 9]!]! ^
    TABLES[1280 + bytes[at + 10]!]! ^
    TABLES[1024 + bytes[at + 11]!]! ^
    TABLES[768 + bytes[at + 12]!]! ^
    TABLES[512 + bytes[at + 13]!]! ^
    TABLES[256 + bytes[at + 14]!]! ^
    TABLES[bytes[at + 15]!]!
  );
}

/** Table k holds the checksum of one byte followed by k zero bytes. */
function tables(): Int32Array {
  const result = new Int32Array(SLICES * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? POLYNOMIAL : 0);
    result[byte] = crc;
  }
  for (let at = 256; at < result.length; at++) {
    const shorter = result[at - 256]!;
    result[at] = result[shorter & 0xff]! ^ (shorter >>> 8);
  }
  return result;
}
