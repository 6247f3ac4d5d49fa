const SMALLEST = [0, 0, 0x80, 0x800, 0x10000];

/** How many bytes the code point at a place takes; 1 where there is none that UTF-8 could mean. Surrogates pass. */
export function codePointLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  const length = lengthByLead(lead);
  if (length === 1 || at + length > bytes.length) return 1;
  let point = lead & (0x7f >> length);
  for (let index = 1; index < length; index++) {
    const byte = bytes[at + index]!;
    if ((byte & 0xc0) !== 0x80) return 1;
    point = (point << 6) | (byte & 0x3f);
  }
  return point >= SMALLEST[length]! && point <= 0x10ffff ? length : 1;
}

function lengthByLead(lead: number): number {
  if (lead < 0xc0 || lead > 0xf7) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

function isTrail(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** Code points, as TensorFlow counts them: bytes that continue none. */
export function countCodePoints(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) if (!isTrail(bytes[at]!)) count++;
  return count;
}

/** The place `steps` code points on, or null beyond the end. */
export function forward(bytes: Uint8Array, from: number, steps: number): number | null {
  let at = from;
  for (let step = 0; step < steps; step++) {
    if (at >= bytes.length) return null;
    do at++;
    while (at < bytes.length && isTrail(bytes[at]!));
  }
  return at;
}

/** The place `steps` code points back, or null before the start. */
export function backward(bytes: Uint8Array, from: number, steps: number): number | null {
  let at = from;
  for (let step = 0; step < steps; step++) {
    if (at <= 0) return null;
    do at--;
    while (at > 0 && isTrail(bytes[at]!));
  }
  return at;
}
