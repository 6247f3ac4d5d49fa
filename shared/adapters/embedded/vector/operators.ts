import type { Attributes } from "../compile/operation.ts";
import type { Expression } from "./expression.ts";
import * as step from "./expression.ts";
import * as functions from "./functions.ts";

/** What an operator computes for each element of its inputs, which broadcast. */
export interface VectorOperator {
  /** Tells it from all others. */
  readonly key: string;
  readonly of: (...operands: readonly [Expression, ...Expression[]]) => Expression;
}

type Of = (x: Expression, y: Expression) => Expression;

const OPERATORS: Readonly<Record<string, Of>> = {
  Add: (x, y) => step.add(x, y),
  AddV2: (x, y) => step.add(x, y),
  BiasAdd: (x, y) => step.add(x, y),
  Sub: (x, y) => step.sub(x, y),
  Mul: (x, y) => step.mul(x, y),
  RealDiv: (x, y) => step.div(x, y),
  Maximum: (x, y) => step.max(x, y),
  Minimum: (x, y) => step.min(x, y),
  SquaredDifference: (x, y) => functions.square(step.sub(x, y)),
  Neg: (x) => step.neg(x),
  Abs: (x) => step.abs(x),
  Sqrt: (x) => step.sqrt(x),
  Square: functions.square,
  Rsqrt: functions.rsqrt,
  Reciprocal: functions.reciprocal,
  Inv: functions.reciprocal,
  Exp: functions.exp,
  Tanh: functions.tanh,
  Sigmoid: functions.sigmoid,
  Erf: functions.erf,
  Erfc: functions.erfc,
  Relu: functions.relu,
  Relu6: functions.relu6,
  Elu: functions.elu,
  Selu: functions.selu,
};

/** Null for what is no such operator, or not on float32. */
export function vectorOperator(op: string, attributes: Attributes): VectorOperator | null {
  const type = attributes.attribute("T");
  if (type?.kind !== "dtype" || type.value !== "float32") return null;
  if (op === "LeakyRelu") return leaky(attributes);
  if (op === "BiasAdd" && isChannelsFirst(attributes)) return null;
  const of = Object.hasOwn(OPERATORS, op) ? OPERATORS[op] : undefined;
  return of === undefined ? null : { key: op, of: of as VectorOperator["of"] };
}

function leaky(attributes: Attributes): VectorOperator {
  const given = attributes.attribute("alpha");
  const slope = given?.kind === "float" ? given.value : 0.2;
  return { key: `LeakyRelu ${slope}`, of: functions.leakyRelu(slope) };
}

function isChannelsFirst(attributes: Attributes): boolean {
  const format = attributes.attribute("data_format");
  return format?.kind === "string" && new TextDecoder().decode(format.value) === "NCHW";
}
