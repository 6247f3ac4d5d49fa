import { type Bytes, NO_RESULT, signed, unsigned } from "./binary-format.ts";

/** WebAssembly's instructions, as far as they are used here. */
const [BLOCK, LOOP, IF, ELSE, END, BRANCH, BRANCH_IF] = [0x02, 0x03, 0x04, 0x05, 0x0b, 0x0c, 0x0d];
const [LOCAL_GET, LOCAL_SET, LOCAL_TEE, I32_LOAD, I32_CONST] = [0x20, 0x21, 0x22, 0x28, 0x41];
const [I32_ADD, I32_SUB] = [0x6a, 0x6b];
export const I32_MUL = 0x6c;
export const [I32_EQ, I32_GT_U] = [0x46, 0x4b];
const I32_LT_U = 0x49;

export const SIMD = 0xfd;
/** Four elements, one into all lanes, one into the first; a stored register, a stored lane. */
export const [LOAD, LOAD_SPLAT, LOAD_ONE, STORE, STORE_LANE] = [0x00, 0x09, 0x5c, 0x0b, 0x5a];
const ALIGNED_TO_4 = 2;

export function get(local: number): Bytes {
  return [LOCAL_GET, ...unsigned(local)];
}

export function set(local: number): Bytes {
  return [LOCAL_SET, ...unsigned(local)];
}

function tee(local: number): Bytes {
  return [LOCAL_TEE, ...unsigned(local)];
}

export function constant(number: number): Bytes {
  return [I32_CONST, ...signed(number)];
}

export function add(local: number, number: number): Bytes {
  return [...get(local), ...constant(number), I32_ADD, ...set(local)];
}

export function addLocal(local: number, other: number): Bytes {
  return [...get(local), ...get(other), I32_ADD, ...set(local)];
}

/** The 32 bits that a local points to, so many bytes further on. */
export function load(pointer: number, offset: number): Bytes {
  return [...get(pointer), I32_LOAD, ALIGNED_TO_4, ...unsigned(offset)];
}

/** A vector's load or store; the address, and what is stored, are on the stack. */
export function memory(instruction: number, offset = 0): Bytes {
  return [SIMD, instruction, ALIGNED_TO_4, ...unsigned(offset)];
}

/** Runs at least once, counting the local down by one each time until nothing is left. */
export function countDown(local: number, body: Bytes): Bytes {
  const decrement = [...get(local), ...constant(1), I32_SUB, ...tee(local)];
  return [LOOP, NO_RESULT, ...body, ...decrement, BRANCH_IF, 0, END];
}

/** Runs for as long as the local is no smaller than the step, by which it goes down. */
export function whileAtLeast(local: number, step: number, body: Bytes): Bytes {
  const isLess = [...get(local), ...constant(step), I32_LT_U];
  const decrement = [...get(local), ...constant(step), I32_SUB, ...set(local)];
  return [BLOCK, NO_RESULT, LOOP, NO_RESULT, ...isLess, BRANCH_IF, 1, ...body, ...decrement, BRANCH, 0, END, END];
}

/** Leaves out the body where the condition, which is code, gives zero. */
export function when(condition: Bytes, body: Bytes, otherwise: Bytes = []): Bytes {
  const rest = otherwise.length === 0 ? [] : [ELSE, ...otherwise];
  return [...condition, IF, NO_RESULT, ...body, ...rest, END];
}
