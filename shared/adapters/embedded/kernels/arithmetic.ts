import * as complex from "../mathematics/complex.ts";
import { roundingTo } from "../values/half.ts";
import type { HostTensor } from "../values/value.ts";
import { binary, type Combine, combinedBy } from "./elementwise.ts";
import { type Family, hostKernel, invalid, type Kernel } from "./kernel.ts";

const ADD: Combine = {
  floats: (a, b) => a + b,
  integers: (a, b) => a + b,
  bigs: (a, b) => a + b,
  complexes: complex.add,
  texts: (a, b) => Buffer.concat([a, b]),
};
const SUBTRACT: Combine = {
  floats: (a, b) => a - b,
  integers: (a, b) => a - b,
  bigs: (a, b) => a - b,
  complexes: complex.subtract,
};

const MULTIPLY: Combine = {
  floats: (a, b) => a * b,
  integers: Math.imul,
  bigs: (a, b) => a * b,
  complexes: complex.multiply,
};

const DIVIDE: Combine = {
  floats: (a, b) => a / b,
  integers: (a, b) => a / nonZero(b),
  bigs: (a, b) => a / nonZero(b),
  complexes: complex.divide,
};

const FLOOR_DIVIDE: Combine = {
  integers: (a, b) => Math.floor(a / nonZero(b)),
  bigs: (a, b) => (a - floorModulo(a, nonZero(b))) / b,
};

const FLOOR_MODULO: Combine = {
  floats: flooredRemainder,
  integers: (a, b) => flooredRemainder(a, nonZero(b)),
  bigs: (a, b) => floorModulo(a, nonZero(b)),
};

/** The sign of C's remainder is the dividend's. */
const MODULO: Combine = {
  floats: (a, b) => a % b,
  integers: (a, b) => a % nonZero(b),
  bigs: (a, b) => a % nonZero(b),
};

const MAXIMUM: Combine = { floats: Math.max, integers: Math.max, bigs: (a, b) => (a > b ? a : b) };
const MINIMUM: Combine = { floats: Math.min, integers: Math.min, bigs: (a, b) => (a < b ? a : b) };

const POWER: Combine = { floats: power, integers: integerPower, bigs: bigPower, complexes: complex.power };

const SQUARED_DIFFERENCE: Combine = {
  floats: (a, b) => (a - b) * (a - b),
  integers: (a, b) => Math.imul(a - b, a - b),
  bigs: (a, b) => (a - b) * (a - b),
  complexes: (a, b) => complex.multiply(complex.subtract(a, b), complex.conjugate(complex.subtract(a, b))),
};

/** Operators on two tensors that broadcast, element by element. */
export const arithmetic: Family = {
  Add: binary(ADD),
  AddV2: binary(ADD),
  Sub: binary(SUBTRACT),
  Mul: binary(MULTIPLY),
  Div: binary(DIVIDE),
  RealDiv: binary(DIVIDE),
  TruncateDiv: wholeQuotient(Math.trunc, DIVIDE),
  FloorDiv: wholeQuotient(Math.floor, FLOOR_DIVIDE),
  FloorMod: binary(FLOOR_MODULO),
  Mod: binary(MODULO),
  TruncateMod: binary(MODULO),
  DivNoNan: binary({ floats: (a, b) => (b === 0 ? 0 : a / b), complexes: unlessZero("second", complex.divide) }),
  MulNoNan: binary({ floats: (a, b) => (b === 0 ? 0 : a * b), complexes: unlessZero("second", complex.multiply) }),
  Xdivy: binary({ floats: (x, y) => (x === 0 ? 0 : x / y), complexes: unlessZero("first", complex.divide) }),
  Xlogy: binary({ floats: (x, y) => (x === 0 ? 0 : x * Math.log(y)), complexes: timesLog(complex.log) }),
  Xlog1py: binary({ floats: (x, y) => (x === 0 ? 0 : x * Math.log1p(y)), complexes: timesLog(complex.log1p) }),
  Maximum: binary(MAXIMUM),
  Minimum: binary(MINIMUM),
  Pow: binary(POWER),
  SquaredDifference: binary(SQUARED_DIFFERENCE),
  Atan2: binary({ floats: Math.atan2 }),
  BitwiseAnd: binary({ integers: (a, b) => a & b, bigs: (a, b) => a & b }),
  BitwiseOr: binary({ integers: (a, b) => a | b, bigs: (a, b) => a | b }),
  BitwiseXor: binary({ integers: (a, b) => a ^ b, bigs: (a, b) => a ^ b }),
  AddN: hostKernel(() => (inputs) => inputs.reduce(add)),
  AccumulateNV2: hostKernel(() => (inputs) => inputs.reduce(add)),
};

export function add(a: HostTensor, b: HostTensor): HostTensor {
  return combinedBy(ADD, a, b);
}

export function multiply(a: HostTensor, b: HostTensor): HostTensor {
  return combinedBy(MULTIPLY, a, b);
}

export function maximum(a: HostTensor, b: HostTensor): HostTensor {
  return combinedBy(MAXIMUM, a, b);
}

export function minimum(a: HostTensor, b: HostTensor): HostTensor {
  return combinedBy(MINIMUM, a, b);
}

export function subtract(a: HostTensor, b: HostTensor): HostTensor {
  return combinedBy(SUBTRACT, a, b);
}

/** The quotient is rounded to its type before it is rounded to a whole number: 3 / 0.3 may be just 10. */
function wholeQuotient(round: (x: number) => number, combine: Combine): Kernel {
  return (node) => {
    const precise = roundingTo(node.dtype("T"));
    return binary({ ...combine, floats: (a, b) => round(precise(a / b)) })(node);
  };
}

type OfPairs = NonNullable<Combine["complexes"]>;

function unlessZero(which: "first" | "second", combine: OfPairs): OfPairs {
  return (z, w) => (complex.isZero(which === "first" ? z : w) ? [0, 0] : combine(z, w));
}

function timesLog(log: (z: complex.Complex) => complex.Complex): OfPairs {
  return unlessZero("first", (z, w) => complex.multiply(z, log(w)));
}

function nonZero<Of extends number | bigint>(divisor: Of): Of {
  // biome-ignore lint/suspicious/noDoubleEquals: 0 and 0n alike
  if (divisor == 0) throw invalid("integer division by zero");
  return divisor;
}

/** The sign of the result is the divisor's, as in Python. */
function flooredRemainder(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

function floorModulo(a: bigint, b: bigint): bigint {
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

/** As in C, where 1 to any power is 1, and −1 to an infinite one. JavaScript says NaN. */
function power(base: number, exponent: number): number {
  if (base === 1 || (base === -1 && Math.abs(exponent) === Number.POSITIVE_INFINITY)) return 1;
  return base ** exponent;
}

function integerPower(base: number, exponent: number): number {
  return Number(BigInt.asIntN(32, bigPower(BigInt(base), BigInt(exponent))));
}

/** By squaring, modulo 2⁶⁴ as C wraps. */
function bigPower(base: bigint, exponent: bigint): bigint {
  if (exponent < 0n) throw invalid("integers to negative integer powers are not allowed");
  let result = 1n;
  for (let square = base, rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = BigInt.asUintN(64, result * square);
    square = BigInt.asUintN(64, square * square);
  }
  return result;
}
