/** What is computed for each element, on four of them at once. */
export type Expression =
  | { readonly kind: "input"; readonly index: number }
  | { readonly kind: "number"; readonly value: number }
  /** The bits of an integer, in every lane. */
  | { readonly kind: "bits"; readonly value: number }
  | { readonly kind: "step"; readonly step: Step; readonly operands: readonly Expression[] };

/** One instruction on four lanes. */
export type Step =
  | "add"
  | "sub"
  | "mul"
  | "div"
  | "min"
  | "max"
  /** The first operand unless the second is smaller, or larger: one instruction, where min and max are many. */
  | "atMost"
  | "atLeast"
  | "neg"
  | "abs"
  | "sqrt"
  | "lt"
  | "gt"
  | "ge"
  /** `where(mask, then, otherwise)` */
  | "where"
  | "addIntegers"
  | "subIntegers"
  /** By 23 bits: into a float's exponent. */
  | "toExponent"
  /** An integer halved, rounded down. */
  | "half";

export function input(index: number): Expression {
  return { kind: "input", index };
}

export function number(value: number): Expression {
  return { kind: "number", value };
}

export function bits(value: number): Expression {
  return { kind: "bits", value };
}

function step(name: Step): (...operands: readonly Expression[]) => Expression {
  return (...operands) => ({ kind: "step", step: name, operands });
}

export const add = step("add");
export const sub = step("sub");
export const mul = step("mul");
export const div = step("div");
export const min = step("min");
export const max = step("max");
export const atMost = step("atMost");
export const atLeast = step("atLeast");
export const neg = step("neg");
export const abs = step("abs");
export const sqrt = step("sqrt");
export const lt = step("lt");
export const gt = step("gt");
export const ge = step("ge");
export const where = step("where");
export const addIntegers = step("addIntegers");
export const subIntegers = step("subIntegers");
export const toExponent = step("toExponent");
export const half = step("half");
