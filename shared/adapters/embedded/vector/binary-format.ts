/** WebAssembly's binary format, as far as one module with one function needs it. */
export type Bytes = readonly number[];

export const I32 = 0x7f;
export const V128 = 0x7b;
export const NO_RESULT = 0x40;

export function unsigned(value: number): Bytes {
  const bytes: number[] = [];
  let rest = value;
  do {
    const byte = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? byte : byte | 0x80);
  } while (rest !== 0);
  return bytes;
}

export function signed(value: number): Bytes {
  const bytes: number[] = [];
  for (let rest = value; ; ) {
    const byte = rest & 0x7f;
    rest >>= 7;
    const isLast = (rest === 0 && (byte & 0x40) === 0) || (rest === -1 && (byte & 0x40) !== 0);
    bytes.push(isLast ? byte : byte | 0x80);
    if (isLast) return bytes;
  }
}

function vector(items: readonly Bytes[]): Bytes {
  return [...unsigned(items.length), ...items.flat()];
}

function section(id: number, content: Bytes): Bytes {
  return [id, ...unsigned(content.length), ...content];
}

function name(text: string): Bytes {
  return vector([...text].map((letter) => [letter.charCodeAt(0)]));
}

export interface FunctionCode {
  /** All of i32. */
  readonly parameterCount: number;
  /** Types of further locals. */
  readonly locals: readonly number[];
  readonly body: Bytes;
}

const MAGIC = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const MEMORY = 2;
const FUNCTION = 0;
const END = 0x0b;

/** A module that exports one function, `f`, over a memory that it is given. */
export function moduleOf({ parameterCount, locals, body }: FunctionCode): Uint8Array<ArrayBuffer> {
  const type = [0x60, ...vector(Array.from({ length: parameterCount }, () => [I32])), 0];
  const code = [...vector(locals.map((local) => [1, local])), ...body, END];
  return Uint8Array.from([
    ...MAGIC,
    ...section(1, vector([type])),
    ...section(2, vector([[...name("e"), ...name("m"), MEMORY, 0, 0]])),
    ...section(3, vector([[0]])),
    ...section(7, vector([[...name("f"), FUNCTION, 0]])),
    ...section(10, vector([[...unsigned(code.length), ...code]])),
  ]);
}
