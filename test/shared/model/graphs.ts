import type {
  Attribute,
  FunctionArgument,
  FunctionDefinition,
  GraphNode,
  GraphSignature,
  MetaGraph,
  SavedModel,
} from "../../../shared/model/graph.ts";
import type { Dtype } from "../../../shared/ports/tensor.ts";

// Builds graphs by hand, as small as the rule under test allows.

export type GivenAttributes = Readonly<Record<string, Attribute>>;

export interface FunctionParts {
  readonly name: string;
  readonly inputs?: readonly (readonly [name: string, dtype: Dtype])[];
  readonly outputs?: readonly (readonly [name: string, dtype: Dtype, tensor: string])[];
  readonly nodes?: readonly GraphNode[];
  readonly attributes?: GivenAttributes;
}

/** One node, as `node("a", "AddV2", ["x:0", "y:0"])`. */
export function node(
  name: string,
  op: string,
  inputs: readonly string[] = [],
  attributes: GivenAttributes = {},
): GraphNode {
  return { name, op, device: "", inputs, ...attributed(attributes) };
}

export function constant(name: string, ...strings: readonly string[]): GraphNode {
  const value = { dtype: "string" as Dtype, shape: [], content: null, strings: strings.map(bytes), numbers: [] };
  return node(name, "Const", [], { value: { kind: "tensor", value } });
}

export function functionOf({
  name,
  inputs = [],
  outputs = [],
  nodes = [],
  attributes = {},
}: FunctionParts): FunctionDefinition {
  return {
    name,
    inputs: inputs.map(([input, type]) => argument(input, type)),
    outputs: outputs.map(([output, type]) => argument(output, type)),
    nodes,
    returns: new Map(outputs.map(([output, , tensor]) => [output, tensor])),
    controlReturns: new Map(),
    ...attributed(attributes),
  };
}

export function signature(name: string, output: string, ...inputs: readonly string[]): GraphSignature {
  const tensor = (of: string) => ({ name: of, dtype: "float32" as const, shape: null, tensors: [of] });
  return { name, method: "tensorflow/serving/predict", inputs: inputs.map(tensor), outputs: [tensor(output)] };
}

export function metaGraph(parts: Partial<MetaGraph> = {}): MetaGraph {
  return {
    tags: ["serve"],
    tensorflowVersion: "2.21.0",
    producer: 2474,
    minConsumer: 0,
    nodes: [],
    functions: [],
    gradients: new Map(),
    signatures: [],
    saver: null,
    assets: [],
    initialisers: [],
    objects: null,
    ...parts,
  };
}

export function savedModel(...metaGraphs: readonly Partial<MetaGraph>[]): SavedModel {
  return { schemaVersion: 1, metaGraphs: metaGraphs.map(metaGraph) };
}

export const dtype = (value: Dtype): Attribute => ({ kind: "dtype", value });
export const int = (value: number): Attribute => ({ kind: "int", value: BigInt(value) });
export const bool = (value: boolean): Attribute => ({ kind: "bool", value });
export const text = (value: string): Attribute => ({ kind: "string", value: bytes(value) });
export const list = (...value: readonly Attribute[]): Attribute => ({ kind: "list", value });
export const shape = (...value: readonly number[]): Attribute => ({ kind: "shape", value });
export const func = (name: string, attributes: GivenAttributes = {}): Attribute => ({
  kind: "function",
  value: { name, ...attributed(attributes) },
});

function attributed(attributes: GivenAttributes): Pick<GraphNode, "attributeNames" | "attribute"> {
  const values = new Map(Object.entries(attributes));
  return { attributeNames: [...values.keys()], attribute: (name) => values.get(name) };
}

function bytes(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

function argument(name: string, type: Dtype): FunctionArgument {
  const none = { typeAttribute: null, numberAttribute: null, typeListAttribute: null, isReference: false };
  return { name, dtype: type, ...none };
}
