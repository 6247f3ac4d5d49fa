import type { FunctionArgument } from "../../../model/graph.ts";
import { operatorDefinition } from "../../../model/operators/catalogue.ts";
import type { Attributes } from "./operation.ts";

/** How many tensors each of an operator's or function's arguments stands for. */
export function argumentCounts(args: readonly FunctionArgument[], attributes: Attributes): readonly number[] {
  return args.map((argument) => argumentCount(argument, attributes));
}

export function outputCount(outputs: readonly FunctionArgument[], attributes: Attributes): number {
  return sum(argumentCounts(outputs, attributes));
}

/** Where the output that is called `name` begins among all outputs; inside functions tensors are named so. */
export function outputStart(outputs: readonly FunctionArgument[], name: string, attributes: Attributes): number {
  const place = outputs.findIndex((output) => output.name === name);
  return place < 0 ? 0 : sum(argumentCounts(outputs.slice(0, place), attributes));
}

/** For each input tensor, whether it is a mutable reference to a TensorFlow 1 variable. */
export function referenceInputs(op: string, attributes: Attributes): readonly boolean[] {
  return references(operatorDefinition(op)?.inputs ?? [], attributes);
}

export function referenceOutputs(op: string, attributes: Attributes): readonly boolean[] {
  return references(operatorDefinition(op)?.outputs ?? [], attributes);
}

export function isStateful(op: string): boolean {
  return operatorDefinition(op)?.stateful ?? true;
}

/** Not all operators that change a table or variable are called stateful. */
export function takesResource(op: string): boolean {
  return operatorDefinition(op)?.inputs.some(({ dtype, isReference }) => dtype === "resource" || isReference) ?? false;
}

function references(args: readonly FunctionArgument[], attributes: Attributes): readonly boolean[] {
  return args.flatMap((argument) => new Array<boolean>(argumentCount(argument, attributes)).fill(argument.isReference));
}

function argumentCount(argument: FunctionArgument, attributes: Attributes): number {
  if (argument.numberAttribute !== null) {
    const count = attributes.attribute(argument.numberAttribute);
    // A saved graph leaves out what is the default, and a count that has one is 0 by default.
    return count?.kind === "int" ? bounded(Number(count.value)) : 0;
  }
  if (argument.typeListAttribute === null) return 1;
  const types = attributes.attribute(argument.typeListAttribute);
  return types?.kind === "list" ? types.value.length : 0;
}

/** More outputs than a node can name are a lie about its attribute. */
function bounded(count: number): number {
  return Math.min(Math.max(0, count), 65_536);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
