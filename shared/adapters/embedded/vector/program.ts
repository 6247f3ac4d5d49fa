import { type Expression, input } from "./expression.ts";
import type { VectorOperator } from "./operators.ts";

/** Element by element operators in one, over several inputs; the last node is the result. */
export interface VectorProgram {
  readonly inputCount: number;
  /** Each after those that it takes. */
  readonly nodes: readonly VectorNode[];
}

export interface VectorNode {
  readonly operator: VectorOperator;
  /** Numbers of inputs first, then of nodes. */
  readonly operands: readonly number[];
}

/** What one pass over the elements computes: a node, from inputs and from nodes that earlier passes left. */
export interface Pass {
  readonly expression: Expression;
  /** The numbers that the expression's inputs stand for. */
  readonly operands: readonly number[];
  /** The same for all passes that compute the same. */
  readonly key: string;
}

/** `isGiven` tells the numbers that are not computed by this pass. */
export function passTo(program: VectorProgram, root: number, isGiven: (place: number) => boolean): Pass {
  const operands: number[] = [];
  const made = new Map<number, readonly [Expression, string]>();
  const visit = (place: number): readonly [Expression, string] => {
    const known = made.get(place);
    if (known !== undefined) return known;
    const result = isGiven(place) && place !== root ? operand(operands, place) : computed(place);
    made.set(place, result);
    return result;
  };
  const computed = (place: number): readonly [Expression, string] => {
    const node = program.nodes[place - program.inputCount]!;
    const parts = node.operands.map(visit);
    const expressions = parts.map(([expression]) => expression) as [Expression, ...Expression[]];
    return [node.operator.of(...expressions), `${node.operator.key}(${parts.map(([, key]) => key)})`];
  };
  const [expression, key] = visit(root);
  return { expression, operands, key };
}

function operand(operands: number[], place: number): readonly [Expression, string] {
  const index = operands.push(place) - 1;
  return [input(index), `#${index}`];
}
