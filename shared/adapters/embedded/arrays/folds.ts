import type { Dtype } from "../../../ports/tensor.ts";
import { type Arithmetic, arithmeticOf, type Work, type WorkBigs, type WorkNumbers } from "./work.ts";

/** into[at + i] becomes what the operation makes of it and from[start + i], for `count` numbers. */
export type Fold = (into: Work, at: number, from: Work, start: number, count: number) => void;
export type FoldName = "add" | "subtract" | "multiply" | "minimum" | "maximum";

/** Numbers to take the extremes of are compared, which is another form of work. */
export function isCompared(name: FoldName): boolean {
  return name === "minimum" || name === "maximum";
}

/** null where the operation has no meaning for the type. */
export function foldOf(name: FoldName, dtype: Dtype): Fold | null {
  return (FOLDS[name][arithmeticOf(dtype)] as Fold | undefined) ?? null;
}

export type NumberFold = (into: WorkNumbers, at: number, from: WorkNumbers, start: number, count: number) => void;
type BigFold = (into: WorkBigs, at: number, from: WorkBigs, start: number, count: number) => void;
type Folds = { readonly [Kind in Arithmetic]?: Kind extends "bigs" ? BigFold : NumberFold };

const addNumbers: NumberFold = (into, at, from, start, count) => {
  for (let i = 0; i < count; i++) into[at + i] = into[at + i]! + from[start + i]!;
};

const subtractNumbers: NumberFold = (into, at, from, start, count) => {
  for (let i = 0; i < count; i++) into[at + i] = into[at + i]! - from[start + i]!;
};

const multiplyFloats: NumberFold = (into, at, from, start, count) => {
  for (let i = 0; i < count; i++) into[at + i] = into[at + i]! * from[start + i]!;
};

const multiplyIntegers: NumberFold = (into, at, from, start, count) => {
  for (let i = 0; i < count; i++) into[at + i] = Math.imul(into[at + i]!, from[start + i]!);
};

const multiplyComplex: NumberFold = (into, at, from, start, count) => {
  for (let i = 0; i < count; i += 2) {
    const [a, b] = [into[at + i]!, into[at + i + 1]!];
    const [c, d] = [from[start + i]!, from[start + i + 1]!];
    into[at + i] = a * c - b * d;
    into[at + i + 1] = a * d + b * c;
  }
};

/** As TensorFlow compares one by one: what is not a number neither wins nor gives way. */
const lowerNumbers: NumberFold = (into, at, from, start, count) => {
  for (let i = 0; i < count; i++) {
    const value = from[start + i]!;
    if (value < into[at + i]!) into[at + i] = value;
  }
};

const raiseNumbers: NumberFold = (into, at, from, start, count) => {
  for (let i = 0; i < count; i++) {
    const value = from[start + i]!;
    if (value > into[at + i]!) into[at + i] = value;
  }
};

/** For 64-bit integers, which wrap where they are stored. */
function bigFold(combine: (a: bigint, b: bigint) => bigint): BigFold {
  return (into, at, from, start, count) => {
    for (let i = 0; i < count; i++) into[at + i] = combine(into[at + i]!, from[start + i]!);
  };
}

const lowerBigs: BigFold = (into, at, from, start, count) => {
  for (let i = 0; i < count; i++) if (from[start + i]! < into[at + i]!) into[at + i] = from[start + i]!;
};

const raiseBigs: BigFold = (into, at, from, start, count) => {
  for (let i = 0; i < count; i++) if (from[start + i]! > into[at + i]!) into[at + i] = from[start + i]!;
};

const FOLDS: Readonly<Record<FoldName, Folds>> = {
  add: {
    floats: addNumbers,
    integers: addNumbers,
    complex: addNumbers,
    bigs: bigFold((a, b) => a + b),
  },
  subtract: {
    floats: subtractNumbers,
    integers: subtractNumbers,
    complex: subtractNumbers,
    bigs: bigFold((a, b) => a - b),
  },
  multiply: {
    floats: multiplyFloats,
    integers: multiplyIntegers,
    complex: multiplyComplex,
    bigs: bigFold((a, b) => a * b),
  },
  minimum: { floats: lowerNumbers, integers: lowerNumbers, bigs: lowerBigs },
  maximum: { floats: raiseNumbers, integers: raiseNumbers, bigs: raiseBigs },
};
