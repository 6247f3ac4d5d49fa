interface Element {
  readonly length: number;
  /** How far back to copy from; null for bytes that follow as they are. */
  readonly offset: number | null;
  /** Where the next element begins. */
  readonly end: number;
}

/**
 * Snappy's raw format, in which Google's own builds of TensorFlow compress the index of a checkpoint. Null for bytes
 * that are not of it, or that would grow beyond the limit.
 */
export function unsnap(bytes: Uint8Array, maxBytes: number): Uint8Array | null {
  const preamble = readLength(bytes);
  if (preamble === null || preamble.length > maxBytes) return null;
  const out = new Uint8Array(preamble.length);
  let done = 0;
  for (let at = preamble.end; at < bytes.length; ) {
    const element = readElement(bytes, at);
    if (element.end > bytes.length || element.length > out.length - done) return null;
    if (element.offset === null) out.set(bytes.subarray(element.end - element.length, element.end), done);
    else if (!copyBack(out, done, element.length, element.offset)) return null;
    done += element.length;
    at = element.end;
  }
  return done === out.length ? out : null;
}

/** Byte by byte, because a copy may overlap what it writes. */
function copyBack(out: Uint8Array, done: number, length: number, offset: number): boolean {
  if (offset === 0 || offset > done) return false;
  for (let index = done; index < done + length; index++) out[index] = out[index - offset]!;
  return true;
}

function readElement(bytes: Uint8Array, at: number): Element {
  const tag = bytes[at]!;
  const size = tag >> 2;
  switch (tag & 3) {
    case 0: {
      const extra = size < 60 ? 0 : size - 59;
      const length = (extra === 0 ? size : littleEndian(bytes, at + 1, extra)) + 1;
      return { length, offset: null, end: at + 1 + extra + length };
    }
    case 1:
      return { length: (size & 7) + 4, offset: ((tag >> 5) << 8) | (bytes[at + 1] ?? 0), end: at + 2 };
    case 2:
      return { length: size + 1, offset: littleEndian(bytes, at + 1, 2), end: at + 3 };
    default:
      return { length: size + 1, offset: littleEndian(bytes, at + 1, 4), end: at + 5 };
  }
}

function readLength(bytes: Uint8Array): { readonly length: number; readonly end: number } | null {
  let length = 0;
  for (let end = 0; end < Math.min(5, bytes.length); ) {
    const byte = bytes[end]!;
    length += (byte & 0x7f) * 128 ** end++;
    if (byte < 0x80) return { length, end };
  }
  return null;
}

function littleEndian(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let index = size - 1; index >= 0; index--) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}
