/** Bytes of one code point. */
export type Encoder = (point: number) => readonly number[];

/** Null for an encoding that TensorFlow does not write. */
export function encoderFor(encoding: string): Encoder | null {
  return ENCODERS.get(encoding) ?? null;
}

const ENCODERS: ReadonlyMap<string, Encoder> = new Map([
  ["UTF-8", utf8],
  ["UTF-16-BE", utf16],
  ["UTF-32-BE", (point: number) => [0, point >> 16, (point >> 8) & 0xff, point & 0xff]],
]);

function utf8(point: number): readonly number[] {
  const tail = (shift: number) => 0x80 | ((point >> shift) & 0x3f);
  if (point < 0x80) return [point];
  if (point < 0x800) return [0xc0 | (point >> 6), tail(0)];
  if (point < 0x10000) return [0xe0 | (point >> 12), tail(6), tail(0)];
  return [0xf0 | (point >> 18), tail(12), tail(6), tail(0)];
}

function utf16(point: number): readonly number[] {
  if (point < 0x10000) return [point >> 8, point & 0xff];
  const high = 0xd800 + ((point - 0x10000) >> 10);
  const low = 0xdc00 + ((point - 0x10000) & 0x3ff);
  return [high >> 8, high & 0xff, low >> 8, low & 0xff];
}
