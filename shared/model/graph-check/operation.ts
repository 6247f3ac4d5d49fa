import type { Attribute, NodeKind } from "../graph.ts";
import { defaultValue, namedValues } from "../operators/attribute-values.ts";
import { type OperatorDefinition, TENSORFLOW_VERSIONS } from "../operators/catalogue.ts";
import { attributeProblem, isNote, type Values } from "./attributes.ts";
import { judgeCalls } from "./calls.ts";
import { constantProblem } from "./constants.ts";
import { type Problem, shown } from "./findings.ts";
import type { Library } from "./library.ts";
import { outputsProblem } from "./output-shapes.ts";
import { type Tensors, tensorsOf } from "./tensors.ts";

/** Where nodes stand, as far as it changes what TensorFlow asks of them. */
export interface Setting {
  readonly library: Library;
  readonly producer: number;
  readonly isFunction: boolean;
  /** A function whose types or counts come from the call. */
  readonly isGeneric: boolean;
}

/** What an operator and its attributes say by themselves: the same for every node of the kind. */
export interface Operation {
  /** null where the graph does not tell. */
  readonly inputs: Tensors | null;
  readonly outputs: Tensors | null;
  /** Places of the functions in the library that it calls or hands on. */
  readonly calls: readonly number[];
  readonly problems: readonly Problem[];
  /** Nodes that it asks to share a device with. */
  readonly colocated: readonly string[];
  readonly isRegistered: boolean;
}

export type ReadOperation = (node: NodeKind) => Operation;

const NEWEST = TENSORFLOW_VERSIONS.at(-1)!;

/** A graph of 100 000 nodes has some thousand kinds of them; each is decoded and judged once. */
export function operationReader(setting: Setting): ReadOperation {
  const known = new Map<NodeKind, Operation>();
  return (node) => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const operation = judgeOperation(node, setting);
    known.set(node, operation);
    return operation;
  };
}

function judgeOperation(node: NodeKind, setting: Setting): Operation {
  const { library } = setting;
  const values = valuesOf(node);
  const { calls, problems } = judgeCalls(node.op, values, library);
  const unbound = [...unboundProblems(node.op, values, setting), ...problems];
  const definition = library.operator(node.op);
  const colocated = namedValues(values.get("_class")).flatMap(colocatedWith);
  if (definition !== undefined) {
    const tensors = tensorsBy(definition, values);
    const own = definitionProblems(definition, values, setting);
    return {
      ...tensors,
      calls,
      colocated,
      problems: [...unbound, ...own, ...tensorProblems(node.op, values, tensors)],
      isRegistered: true,
    };
  }
  const callee = library.callee(node.op);
  const isRegistered = callee !== undefined;
  return {
    inputs: callee?.takes ?? null,
    outputs: callee?.returns ?? null,
    calls,
    colocated,
    problems: unbound,
    isRegistered,
  };
}

/** `loc:@node`; other classes mean nothing. */
function colocatedWith(nodeClass: string): readonly string[] {
  return nodeClass.startsWith("loc:@") ? [nodeClass.slice("loc:@".length)] : [];
}

function valuesOf(node: NodeKind): Values {
  const values = new Map<string, Attribute | undefined>();
  for (const name of node.attributeNames) values.set(name, node.attribute(name));
  return values;
}

/** Instantiating a function binds every attribute in it, notes included, to what the call gives. */
function unboundProblems(op: string, values: Values, { isFunction, isGeneric }: Setting): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [name, value] of values) {
    if (value === undefined && isFunction) problems.push(badAttribute(op, name, "has no value"));
    if (value?.kind === "placeholder" && !isGeneric) {
      problems.push(badAttribute(op, name, `stands for ${shown(value.value)}, which no call gives`));
    }
  }
  return problems;
}

function badAttribute(op: string, name: string, problem: string): Problem {
  return { rule: "attribute", message: `${op}: attribute ${shown(name)} ${problem}` };
}

function definitionProblems(definition: OperatorDefinition, values: Values, { producer }: Setting): readonly Problem[] {
  const { name: op, attributes } = definition;
  const problems: Problem[] = [...versionProblems(definition, producer)];
  for (const [name, { byDefault }] of attributes) {
    if (byDefault === null && !values.has(name)) problems.push(badAttribute(op, name, "is missing"));
  }
  for (const [name, value] of values) {
    const known = attributes.get(name);
    const problem = known === undefined ? unknownAttribute(name, producer) : attributeProblem(value, known);
    if (problem !== null) problems.push(badAttribute(op, name, problem));
  }
  const constant = op === "Const" ? constantProblem(values.get("value"), values.get("dtype")) : null;
  if (constant !== null) problems.push({ rule: "constant", message: `the constant ${constant}` });
  return problems;
}

/**
 * A TensorFlow newer than the catalogue may have given an operator more attributes; that is no fault of the model.
 * Other unknown ones are refused before TensorFlow 2.5 and ignored since, which is worse: a damaged `transpose_b`.
 */
function unknownAttribute(name: string, producer: number): string | null {
  return isNote(name) || producer > NEWEST.graphVersion ? null : "is unknown to TensorFlow";
}

function versionProblems(definition: OperatorDefinition, producer: number): readonly Problem[] {
  const { name, last, deprecatedInGraphVersion: end } = definition;
  const rule = "removed-operator";
  if (last !== null) return [{ rule, message: `${name} was removed after TensorFlow 2.${last}` }];
  if (end === null || producer < end) return [];
  return [{ rule, message: `${name} is not available to graphs of version ${end} and later; this is ${producer}` }];
}

type Sides = Pick<Operation, "inputs" | "outputs">;

function tensorsBy({ inputs, outputs, attributes }: OperatorDefinition, values: Values): Sides {
  const attributeOf = (name: string): Attribute | undefined => {
    const value = values.get(name);
    const known = attributes.get(name);
    return value === undefined && known !== undefined ? defaultValue(known) : value;
  };
  return { inputs: tensorsOf(inputs, attributeOf), outputs: tensorsOf(outputs, attributeOf) };
}

function tensorProblems(op: string, values: Values, { outputs }: Sides): readonly Problem[] {
  const problem = outputs === null ? null : outputsProblem(values, outputs.count);
  return problem === null ? [] : [{ rule: "attribute", message: `${op} ${problem}` }];
}
