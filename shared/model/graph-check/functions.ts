import type { FunctionDefinition } from "../graph.ts";
import { isUnknownDtype } from "./attributes.ts";
import { findCycle } from "./cycle.ts";
import { type Findings, shown } from "./findings.ts";
import type { Resolve } from "./references.ts";
import { describeType, fits } from "./tensors.ts";

/** The same function twice is one function to TensorFlow; two different ones of a name are refused. */
export function checkFunctionNames(functions: readonly FunctionDefinition[], findings: Findings): void {
  const known = new Map<string, FunctionDefinition>();
  for (const definition of functions) {
    const before = known.get(definition.name);
    if (before === undefined) known.set(definition.name, definition);
    else if (!isAlike(before, definition)) {
      findings.add("duplicate-name", definition.name, `"${shown(definition.name)}" names more than one function`);
    }
  }
}

function isAlike(left: FunctionDefinition, right: FunctionDefinition): boolean {
  return (
    left.nodes.length === right.nodes.length &&
    left.nodes.every(({ name, op, inputs }, index) => {
      const other = right.nodes[index]!;
      return name === other.name && op === other.op && inputs.join("\n") === other.inputs.join("\n");
    })
  );
}

/** What a function takes and returns, once its body is known. */
export function checkReturns(definition: FunctionDefinition, resolve: Resolve, findings: Findings): void {
  const { name: where, inputs, outputs, returns, controlReturns } = definition;
  for (const { name, dtype } of [...inputs, ...outputs]) {
    if (dtype !== null && isUnknownDtype(dtype)) {
      findings.add("return", where, `${shown(name)} has the type ${dtype}, which TensorFlow does not define`);
    }
  }
  for (const { name, dtype, isReference } of outputs) {
    const problem = returnProblem(returns.get(name), { dtype, isReference }, resolve);
    if (problem !== null) findings.add("return", where, `output ${shown(name)} ${problem}`);
  }
  for (const node of controlReturns.values()) {
    const { problem } = resolve(`^${node}`);
    if (problem !== undefined) findings.add("return", where, `control output "${shown(node)}": ${problem}`);
  }
}

function returnProblem(
  tensor: string | undefined,
  wanted: Parameters<typeof fits>[1],
  resolve: Resolve,
): string | null {
  if (tensor === undefined) return "is returned by no tensor";
  const found = resolve(tensor);
  if (found.problem !== undefined) return `is "${shown(tensor)}": ${found.problem}`;
  if (fits(found.type, wanted)) return null;
  return `is ${describeType(wanted)}, but "${shown(tensor)}" is ${describeType(found.type)}`;
}

/** TensorFlow puts functions in the order of their calls, and refuses a library that has none. */
export function checkRecursion(
  functions: readonly FunctionDefinition[],
  calls: readonly number[],
  findings: Findings,
): void {
  const cycle = findCycle(functions.length, calls);
  if (cycle === null) return;
  const names = cycle.map((place) => shown(functions[place]!.name));
  findings.add(
    "recursion",
    names[0]!,
    `these functions call each other: ${[...names, names[0]].slice(0, 8).join(" → ")}`,
  );
}
