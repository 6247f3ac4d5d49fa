import { type Bytes, signed, unsigned } from "../vector/binary-format.ts";

/** The instructions that products need, by what they do. Addresses and offsets are in bytes. */
export type Memory = "heap" | "weights";

export const NO_RESULT = 0x40;
export const LANES = 4;
export const FLOAT_BYTES = 4;
export const LANE_BYTES = LANES * FLOAT_BYTES;

const SIMD = 0xfd;
export const [BLOCK, LOOP, END, BRANCH, BRANCH_IF, SELECT] = [0x02, 0x03, 0x0b, 0x0c, 0x0d, 0x1b] as const;
export const [I32_ADD, I32_SUB, I32_MUL, I32_EQZ, GREATER, LESS] = [0x6a, 0x6b, 0x6c, 0x45, 0x4b, 0x49] as const;
export const ADD: Bytes = [SIMD, 0xe4, 1];
export const MULTIPLY: Bytes = [SIMD, 0xe6, 1];
export const SMALLER: Bytes = [SIMD, 0xe8, 1];
export const LARGER: Bytes = [SIMD, 0xe9, 1];
export const SPLAT: Bytes = [SIMD, 0x13];
export const ZERO: Bytes = [SIMD, 0x0c, ...new Array<number>(LANE_BYTES).fill(0)];

export function get(local: number): Bytes {
  return [0x20, ...unsigned(local)];
}

export function set(local: number): Bytes {
  return [0x21, ...unsigned(local)];
}

export function constant(value: number): Bytes {
  return [0x41, ...signed(value)];
}

export function increase(local: number, by: Bytes): Bytes {
  return [...get(local), ...by, I32_ADD, ...set(local)];
}

export function load(memory: Memory, offset: number): Bytes {
  return [SIMD, 0x00, ...place(memory, offset)];
}

/** One element, and zeros beside it. */
export function loadOne(memory: Memory): Bytes {
  return [SIMD, 0x5c, ...place(memory, 0)];
}

/** One element in every lane. */
export function loadSplat(offset: number): Bytes {
  return [SIMD, 0x09, ...place("heap", offset)];
}

export function store(offset: number): Bytes {
  return [SIMD, 0x0b, ...place("heap", offset)];
}

export function storeOne(): Bytes {
  return [SIMD, 0x5a, ...place("heap", 0), 0];
}

/** Aligned to 4 bytes; of a second memory the sixth bit tells that its number follows. */
function place(memory: Memory, offset: number): Bytes {
  return memory === "heap" ? [2, ...unsigned(offset)] : [0x42, 1, ...unsigned(offset)];
}
