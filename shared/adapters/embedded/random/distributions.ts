import type { Dtype } from "../../../ports/tensor.ts";
import type { Numbers } from "../values/tensor.ts";
import { joined, type Philox } from "./philox.ts";

/** Turns the four numbers of one draw into `size` elements, from `at` on in `out`. */
export interface Distribution {
  readonly size: number;
  draw(four: Uint32Array, out: Elements, at: number): void;
}

export type Elements = Numbers | BigInt64Array | BigUint64Array;

/** What a draw does every so often: a prediction has a deadline. */
export type Tick = () => void;

const DRAWS_A_TICK = 2 ** 16;
/** 128-bit draws that are set aside for each element whose distribution rejects some. */
export const RESERVED = 256;
const TRUNCATED_AT = 2;
const SMALLEST = Math.fround(1e-7);

export function fill(out: Elements, { size, draw }: Distribution, generator: Philox, tick: Tick): void {
  const whole = out.length - (out.length % size);
  for (let at = 0; at < whole; at += size) {
    if (at % DRAWS_A_TICK < size) tick();
    draw(generator.next(), out, at);
  }
  if (whole === out.length) return;
  const rest = out.slice(0, 0).constructor as new (length: number) => Elements;
  const last = new rest(size);
  draw(generator.next(), last, 0);
  for (let i = whole; i < out.length; i++) out[i] = last[i - whole]! as never;
}

/** In [0, 1); float16 and bfloat16 as floats that they hold exactly. */
export function uniform(dtype: Dtype): Distribution {
  if (dtype === "float64") {
    return pairwise((four, i) => unitDouble(four[i]!, four[i + 1]!));
  }
  const digits = dtype === "float16" ? 10 : dtype === "bfloat16" ? 7 : 23;
  const mask = 2 ** digits - 1;
  return singly((four, i) => (four[i]! & mask) / 2 ** digits);
}

export function normal(dtype: Dtype): Distribution {
  if (dtype === "float64") return { size: 2, draw: (four, out, at) => normalDoubles(four, out as Float64Array, at) };
  return {
    size: 4,
    draw(four, out, at) {
      normalFloats(four[0]!, four[1]!, out as Float32Array, at);
      normalFloats(four[2]!, four[3]!, out as Float32Array, at + 2);
    },
  };
}

/** Whole numbers from `low` on, `range` of them; modulo, as TensorFlow does it. */
export function wholeNumbers(dtype: Dtype, low: bigint, range: bigint): Distribution {
  if (dtype === "int64" || dtype === "uint64") {
    return pairwise((four, i) => low + (joined(four[i]!, four[i + 1]!) % range));
  }
  const [first, size] = [Number(low), Number(range)];
  return singly((four, i) => first + (four[i]! % size));
}

/** All bits of the type. */
export function anyBits(dtype: Dtype): Distribution {
  if (dtype === "int64" || dtype === "uint64") return pairwise((four, i) => joined(four[i]!, four[i + 1]!));
  return singly((four, i) => four[i]!);
}

/** Normal numbers nearer to 0 than 2. Each group of elements has draws of its own, so none depends on the others. */
export function fillTruncatedNormal(out: Float32Array | Float64Array, start: Philox, tick: Tick): void {
  const isDouble = out instanceof Float64Array;
  const size = isDouble ? 2 : 4;
  const pair = isDouble ? new Float64Array(2) : new Float32Array(2);
  for (let group = 0; group * size < out.length; group++) {
    if (group % 1024 === 0) tick();
    const generator = start.copy();
    generator.skip((group * size * RESERVED) / 4);
    fillGroup(out.subarray(group * size, (group + 1) * size), pair, generator, size);
  }
}

function fillGroup(
  out: Float32Array | Float64Array,
  pair: Float32Array | Float64Array,
  generator: Philox,
  size: number,
): void {
  for (let found = 0; found < size; ) {
    const four = generator.next();
    for (let i = 0; i < 4; i += 8 / size) {
      if (pair instanceof Float64Array) normalDoubles(four, pair, 0);
      else normalFloats(four[i]!, four[i + 1]!, pair, 0);
      for (const value of pair) if (Math.abs(value) < TRUNCATED_AT && found < size) out[found++] = value;
    }
  }
}

export function unitDouble(x0: number, x1: number): number {
  return ((x0 & 0xfffff) * 2 ** 32 + x1) / 2 ** 52;
}

/** Box and Muller's way to two normal numbers, with TensorFlow's roundings to float32. */
function normalFloats(x0: number, x1: number, out: Float32Array, at: number): void {
  const u = Math.max((x0 & 0x7fffff) / 2 ** 23, SMALLEST);
  const angle = Math.fround(2 * Math.PI * ((x1 & 0x7fffff) / 2 ** 23));
  const radius = Math.fround(Math.sqrt(Math.fround(-2 * Math.fround(Math.log(u)))));
  out[at] = Math.fround(Math.sin(angle)) * radius;
  out[at + 1] = Math.fround(Math.cos(angle)) * radius;
}

export function normalDoubles(four: Uint32Array, out: Float64Array, at: number): void {
  const u = Math.max(unitDouble(four[0]!, four[1]!), 1e-7);
  const angle = 2 * Math.PI * unitDouble(four[2]!, four[3]!);
  const radius = Math.sqrt(-2 * Math.log(u));
  out[at] = Math.sin(angle) * radius;
  out[at + 1] = Math.cos(angle) * radius;
}

function singly(element: (four: Uint32Array, i: number) => number): Distribution {
  return {
    size: 4,
    draw(four, out, at) {
      for (let i = 0; i < 4; i++) out[at + i] = element(four, i);
    },
  };
}

function pairwise(element: (four: Uint32Array, i: number) => number | bigint): Distribution {
  return {
    size: 2,
    draw(four, out, at) {
      for (let i = 0; i < 2; i++) out[at + i] = element(four, 2 * i) as never;
    },
  };
}
