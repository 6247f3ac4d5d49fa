import { isMerge } from "./body.ts";
import type { Edge, Operation } from "./operation.ts";

/**
 * Which branches of TensorFlow 1 must be taken for an operation to run, as `condition:branch`. An operation without
 * any always runs. "many" is more than is worth telling apart.
 */
export type Conditions = ReadonlySet<string> | "many";

const NONE: ReadonlySet<string> = new Set();
const MAX = 64;

export interface ConditionMap {
  of(operation: Operation): Conditions;
  isConditional(operation: Operation): boolean;
  /** Call for each operation after all that it needs. */
  note(operation: Operation): void;
}

export function newConditions(): ConditionMap {
  const known = new Map<Operation, Conditions>();
  const numbers = new Map<Operation, number>();
  const of = (operation: Operation) => known.get(operation) ?? NONE;
  const numberOf = (operation: Operation) => {
    const number = numbers.get(operation) ?? numbers.size;
    numbers.set(operation, number);
    return number;
  };
  const through = ({ from, output }: Edge): Conditions => {
    const test = from.inputs[1];
    if (!isSwitch(from.op) || test === undefined) return of(from);
    return union([of(from), new Set([`${numberOf(test.from)}.${test.output}:${output}`])]);
  };
  return {
    of,
    isConditional: (operation) => of(operation) !== NONE,
    note(operation) {
      const parts = [...operation.inputs.map(through), ...operation.controls.map(of)];
      const conditions = isMerge(operation.op) ? intersection(operation.inputs.map(through)) : union(parts);
      if (conditions !== NONE) known.set(operation, conditions);
    },
  };
}

export function isSwitch(op: string): boolean {
  return op === "Switch" || op === "RefSwitch";
}

function union(parts: readonly Conditions[]): Conditions {
  const some = parts.filter((part) => part !== NONE);
  if (some.length <= 1) return some[0] ?? NONE;
  const all = new Set<string>();
  for (const part of some) {
    if (part === "many") return part;
    for (const condition of part) all.add(condition);
  }
  return all.size > MAX ? "many" : all;
}

/** What both branches have in common holds behind the point where they meet. */
function intersection(parts: readonly Conditions[]): Conditions {
  if (parts.includes("many")) return "many";
  const [first = NONE, ...rest] = parts as readonly ReadonlySet<string>[];
  const common = new Set([...first].filter((condition) => rest.every((part) => part.has(condition))));
  return common.size === 0 ? NONE : common;
}
