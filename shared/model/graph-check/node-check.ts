import type { Attribute, GraphNode } from "../graph.ts";
import { defaultValue } from "../operators/attribute-values.ts";
import { type OperatorDefinition, TENSORFLOW_VERSIONS } from "../operators/catalogue.ts";
import { attributeProblem, isNote, missingAttributes } from "./attributes.ts";
import { checkCalls } from "./calls.ts";
import { constantProblem } from "./constants.ts";
import type { BodyContext } from "./context.ts";
import { shown } from "./findings.ts";
import type { Callee } from "./library.ts";
import { outputsProblem } from "./output-shapes.ts";
import { type Attributes, type NodeTensors, tensorRuns } from "./tensors.ts";

const NOTHING_KNOWN: NodeTensors = { inputs: null, outputs: null };
const NEWEST = TENSORFLOW_VERSIONS.at(-1)!;
const NAME = /^[A-Za-z0-9.][A-Za-z0-9_.\\/>-]*$/;
const DEVICE_PART = /^(job:[\w*-]+|(replica|task):(\d+|\*)|(device:[\w*]+|[cCgGtT][pP][uU])(:(\d+|\*))?)$/;

/** Everything that TensorFlow asks of a node by itself, without its neighbours. */
export function checkNode(node: GraphNode, body: BodyContext): NodeTensors {
  const where = body.prefix + node.name;
  const place = { node, where, values: valuesOf(node, body) };
  checkNames(place, body);
  checkCalls(node, place.values, body);
  const callee = body.library.callee(node.op);
  if (callee === undefined) {
    body.unknownOperators.note(node.op, where);
    return NOTHING_KNOWN;
  }
  if (callee.definition !== null) checkAgainst(callee.definition, place, body);
  const tensors = tensorsOf(callee, place.values);
  const problem = tensors.outputs && outputsProblem(place.values, tensors.outputs);
  if (problem != null) body.findings.add("attribute", where, `${node.op} ${problem}`);
  return tensors;
}

interface Place {
  readonly node: GraphNode;
  readonly where: string;
  readonly values: ReadonlyMap<string, Attribute | undefined>;
}

function valuesOf(node: GraphNode, body: BodyContext): Place["values"] {
  const values = new Map<string, Attribute | undefined>();
  for (const name of node.attributeNames) {
    const value = node.attribute(name);
    const problem = bindingProblem(value, body);
    if (problem !== null) {
      body.findings.add("attribute", body.prefix + node.name, `${node.op}: attribute ${shown(name)} ${problem}`);
    }
    values.set(name, value);
  }
  return values;
}

/** Instantiating a function binds every attribute in it, notes included, to what the call gives. */
function bindingProblem(value: Attribute | undefined, { isFunction, isGeneric }: BodyContext): string | null {
  if (value === undefined) return isFunction ? "has no value" : null;
  return value.kind === "placeholder" && !isGeneric ? `stands for ${shown(value.value)}, which no call gives` : null;
}

function checkNames({ node, where }: Place, { findings }: BodyContext): void {
  if (!NAME.test(node.name)) findings.add("illegal-name", where, `"${shown(node.name)}" is no legal name of a node`);
  const [start, ...parts] = node.device.split("/");
  if (start !== "" || !parts.every((part) => part === "" || DEVICE_PART.test(part))) {
    findings.add("device", where, `"${shown(node.device)}" names no device`);
  }
}

function checkAgainst(definition: OperatorDefinition, { where, node, values }: Place, body: BodyContext): void {
  checkVersion(definition, where, body);
  for (const name of missingAttributes(definition, values)) {
    body.findings.add("attribute", where, `${node.op}: attribute ${name} is missing`);
  }
  for (const [name, value] of values) {
    const known = definition.attributes.get(name);
    const problem = known === undefined ? unknownAttribute(name, body) : attributeProblem(value, known);
    if (problem !== null) body.findings.add("attribute", where, `${node.op}: attribute ${shown(name)} ${problem}`);
  }
  if (node.op !== "Const") return;
  const dtype = values.get("dtype");
  const problem = constantProblem(values.get("value"), dtype?.kind === "dtype" ? dtype.value : null);
  if (problem !== null) body.findings.add("constant", where, `the constant ${problem}`);
}

/**
 * A TensorFlow newer than the catalogue may have given an operator more attributes; that is no fault of the model.
 * Other unknown ones are refused before TensorFlow 2.5 and ignored since, which is worse: a damaged `transpose_b`.
 */
function unknownAttribute(name: string, { producer }: BodyContext): string | null {
  return isNote(name) || producer > NEWEST.graphVersion ? null : "is unknown to TensorFlow";
}

function checkVersion(
  { name, last, deprecatedInGraphVersion }: OperatorDefinition,
  where: string,
  body: BodyContext,
): void {
  if (last !== null) {
    body.findings.add("removed-operator", where, `${name} was removed after TensorFlow 2.${last}`);
  } else if (deprecatedInGraphVersion !== null && body.producer >= deprecatedInGraphVersion) {
    const message = `${name} is not available to graphs of version ${deprecatedInGraphVersion} and later; this is ${body.producer}`;
    body.findings.add("removed-operator", where, message);
  }
}

function tensorsOf({ inputs, outputs, definition }: Callee, values: Place["values"]): NodeTensors {
  const attributes: Attributes = (name) => {
    const value = values.get(name);
    const known = definition?.attributes.get(name);
    return value === undefined && known !== undefined ? defaultValue(known) : value;
  };
  return { inputs: tensorRuns(inputs, attributes), outputs: tensorRuns(outputs, attributes) };
}
